"""What people do to the register, each an act with name and reason."""

from __future__ import annotations

from enum import StrEnum


class Verb(StrEnum):
    """What was done. The word is kept; it is never used for something else. Neither can be undone."""

    FORGET_PERSON = "register.forget_person"
    """A person was taken out of every snapshot. The subject is a mark that does not tell whom."""
    FORGET_BEFORE = "register.forget_before"
    """All that was over before a day was taken out of every snapshot."""

    @property
    def needs_reason(self) -> bool:
        """Both do: afterwards nothing else tells why the rows are gone."""
        return True
