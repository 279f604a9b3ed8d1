"""Logging in and out, one's own access, the roles, and the log of who has looked at whom."""
