"""What people do about a model in use that went wrong, each an act with a name."""

from __future__ import annotations

from enum import StrEnum


class Verb(StrEnum):
    """What was done. The word is kept; it is never used for something else. The subject is an incident."""

    OPENED = "screening.incident_opened"
    REPORTED = "screening.incident_reported"
    """It was reported to the authority. The detail says which, and the reason its case number or what was told."""
    CLOSED = "screening.incident_closed"

    @property
    def needs_reason(self) -> bool:
        """Each says nothing without what happened, what was told, or what was done."""
        return True
