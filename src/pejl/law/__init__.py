"""Dated rules and parameters, one folder per act. Knows columns, not tables, not people, not Django.

Start at `law`: all statutes, asked as of a day. What each of them says stands in its folder, one file for each regime.
The room may use `calendar`.
"""
