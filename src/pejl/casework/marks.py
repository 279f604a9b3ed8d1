"""Marks: what people recorded about a deadline. They lie over the computed rows and never change them.

A mark is the last act on a deadline, unless that act took the mark away. A mark that says "done" is believed until a
snapshot knows of the day and does not show it: then the row is back on the lists, with the mark, because either the
talk or its registration is missing. A mark that says "exempt" holds through `until`, the day it runs to.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import pyarrow as pa

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


SCHEMA = pa.schema(
    [
        ("duty", pa.string()),
        ("person", pa.string()),
        ("starts", pa.date32()),
        ("mark", pa.string()),
        ("mark_day", pa.date32()),
        ("mark_until", pa.date32()),
        ("mark_reason", pa.string()),
        ("mark_why", pa.string()),
        ("mark_who", pa.string()),
        ("mark_at", pa.date32()),
    ]
)
"""Marks as columns, to be joined to the rows that they lie over."""


def as_columns(marks: Iterable[Mark]) -> pa.Table:
    """The marks as a table of `SCHEMA`."""
    return pa.Table.from_pylist([_row(mark) for mark in marks], SCHEMA)


EXEMPTIONS = pa.schema(
    [
        ("person", pa.string()),
        ("duty", pa.string()),
        ("starts", pa.date32()),
        ("exempt", pa.string()),
        ("until", pa.date32()),
    ]
)


def exemptions(marks: Iterable[Mark]) -> pa.Table:
    """The exemptions among them, as `deadlines(recorded=...)` takes them."""
    return pa.Table.from_pylist(
        [
            {
                "person": mark.key.person,
                "duty": mark.key.duty,
                "starts": mark.key.starts,
                "exempt": mark.reason,
                "until": mark.until,
            }
            for mark in marks
            if mark.kind is MarkKind.EXEMPT
        ],
        EXEMPTIONS,
    )


def _row(mark: Mark) -> dict[str, object]:
    return {
        "duty": mark.key.duty,
        "person": mark.key.person,
        "starts": mark.key.starts,
        "mark": mark.kind.value,
        "mark_day": mark.day,
        "mark_until": mark.until,
        "mark_reason": mark.reason,
        "mark_why": mark.why,
        "mark_who": mark.who,
        "mark_at": mark.at.date(),
    }
