"""What people do about letters, each an act with a name."""

from __future__ import annotations

from enum import StrEnum


class Verb(StrEnum):
    """What was done. The word is kept; it is never used for something else. The subject is a letter's (`letter.py`)."""

    SENT = "casework.letter_sent"
    """A letter was sent, here recorded; sending is the business of the municipality's own system."""
    WITHDRAWN = "casework.letter_withdrawn"
    """The letter that the act names was never sent, or was recorded of the wrong person: it counts no more."""

    @property
    def needs_reason(self) -> bool:
        """A letter that counts no more says nothing without why."""
        return self is Verb.WITHDRAWN
