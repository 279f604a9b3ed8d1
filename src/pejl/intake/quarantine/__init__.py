"""Rows that could not be accepted: what is kept of them, why, and the way back."""
