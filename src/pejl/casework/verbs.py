"""What people do about deadlines, each an act with a name; where the law or a leader will ask why, with a reason."""

from __future__ import annotations

from enum import StrEnum


class Verb(StrEnum):
    """What was done. The word is kept; it is never used for something else. The subject is a `DeadlineKey`."""

    DONE = "casework.done"
    BOOKED = "casework.booked"
    EXEMPT = "casework.exempt"
    DISAGREE = "casework.disagree"
    UNMARK = "casework.unmark"
    """The mark that stood there was taken away. What was recorded before stays in the log of acts."""

    @property
    def needs_reason(self) -> bool:
        """An exemption and a disagreement say nothing without why."""
        return self in (Verb.EXEMPT, Verb.DISAGREE)
