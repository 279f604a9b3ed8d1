"""Marks: what people recorded about a deadline. They lie over the computed rows and never change them.

A mark is the last act on a deadline, unless that act took the mark away. A mark that says "done" is believed until a
snapshot knows of the day and does not show it: then the row is back on the lists, with the mark, because either the
talk or its registration is missing. A mark that says "exempt" holds through `until`, the day it runs to;
one that lasts to the last day of the deadline holds from then on too.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from pejl.casework.deadlines.key import DeadlineKey


class MarkKind(StrEnum):
    """What a mark says. The value is the word of addresses and files."""

    DONE = "udfoert"
    """It was done, on the mark's `day`."""
    BOOKED = "booket"
    """It is booked for the mark's `day`."""
    EXEMPT = "fritaget"
    """It is not owed, for a reason, and perhaps only `until` a day."""
    DISAGREE = "uenig"
    """Somebody holds that the row is wrong, and says why."""

    @property
    def danish(self) -> str:
        """The words on the site."""
        return _DANISH[self]


_DANISH = {
    MarkKind.DONE: "Udført",
    MarkKind.BOOKED: "Booket",
    MarkKind.EXEMPT: "Fritaget",
    MarkKind.DISAGREE: "Uenig",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark that stands at a deadline. `reason` is a word of `reasons`, `why` what was written."""

    key: DeadlineKey
    kind: MarkKind
    who: str
    at: dt.datetime
    day: dt.date | None = None
    until: dt.date | None = None
    reason: str = ""
    why: str = ""
