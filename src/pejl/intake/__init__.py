"""A delivery from outside against a declared contract: rows accepted, or quarantined with a reason."""
