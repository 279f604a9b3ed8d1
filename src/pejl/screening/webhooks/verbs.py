"""What is done to receivers of messages, each an act with a name."""

from __future__ import annotations

from enum import StrEnum


class Verb(StrEnum):
    """What was done. The word is kept; it is never used for something else."""

    ADDED = "screening.receiver_added"
    REMOVED = "screening.receiver_removed"

    @property
    def needs_reason(self) -> bool:
        """Neither does: the act says what changed."""
        return False
