"""What people do about the audit table, each an act with a name and a reason."""

from __future__ import annotations

from enum import StrEnum

SUBJECT = "screening-audit"


class Verb(StrEnum):
    """What was done. The word is kept; it is never used for something else."""

    ALLOWED = "screening.audit_allowed"
    """Sensitive attributes may be kept for tests of unequal treatment, under a stated legal basis, until a day."""
    WITHDRAWN = "screening.audit_withdrawn"
    """They may not any more, and all were deleted."""
    IMPORTED = "screening.audit_imported"
    USED = "screening.audit_used"
    """Groups were told of an attribute. The detail says which, of which model."""
    DELETED = "screening.audit_deleted"
    """What may not be kept any longer was deleted."""

    @property
    def needs_reason(self) -> bool:
        """All but the deletion of what is too old, which follows from what was decided."""
        return self is not Verb.DELETED
