"""Timeliness: the share of deadlines that was kept, by duty and part, as of any snapshot and day."""
