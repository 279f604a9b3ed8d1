"""Dated rules and parameters, one folder per act. Knows columns, not tables, not people, not Django.

Nothing lives here yet. The room may use `calendar`.
"""
