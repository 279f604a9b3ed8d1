"""What a number means: definitions, budget ledger, grants, surveys; a computed `Statement` says what it stands on.

Nothing lives here yet. The room may use `casework`, `register` and `law`.
"""
