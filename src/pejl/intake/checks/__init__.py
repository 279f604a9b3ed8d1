"""Rows against their contract: what holds cells together, and when it is the whole delivery that is wrong."""
