"""A delivery from outside against a declared contract: rows accepted, or quarantined with a reason.

Nothing lives here yet. The room may use `calendar`.
"""
