"""What people do to the screening as a whole, each an act with name and reason beside its entry in the log."""

from __future__ import annotations

from enum import StrEnum


class Verb(StrEnum):
    """What was done. The word is kept; it is never used for something else."""

    STOP = "screening.stop"
    START = "screening.start"
    ERASE = "screening.erase"
    """What entries of the log said was removed. The subject does not tell about whom."""

    @property
    def needs_reason(self) -> bool:
        """All do: afterwards somebody will ask why."""
        return True
