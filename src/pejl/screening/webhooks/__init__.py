"""Telling a case system that something happened: signed, in order, and without a word of what was advised."""
