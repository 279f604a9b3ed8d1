"""Promises followed up: their state on a day, and which later items may keep them. No database."""
