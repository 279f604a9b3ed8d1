"""What a person's deadline looked at: what counted towards it, what did not, and why not.

The table judges; this tells. What it says counted is as many as the table has, which a test holds.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pejl.casework.deadlines.reasons import Event, Reason, event_of, events_for, too_late, why_not
from pejl.law.duty import Duty, Kind
from pejl.register.one_person import OnePerson


@dataclass(frozen=True, slots=True)
class Happened:
    """Something in the person's case that a deadline looked at. `why_not` is "" where it counted."""

    day: dt.date
    what: str
    why_not: str

    @property
    def counted(self) -> bool:
        """Whether it counted towards the deadline."""
        return not self.why_not


def happened(row: Mapping[str, Any], duty: Duty, known: OnePerson, day: dt.date) -> list[Happened]:
    """What happened in the person's case until the judged day that the deadline could count, the first first.

    `row` has the columns of the table of deadlines, `duty` is the version it stands on. Of what is right in all, as
    many as the table counted, did.
    """
    rows = (each for table in known.tables if table.table.name == events_for(duty.kind) for each in table.rows)
    seen: set[dt.date] = set()
    told = []
    for event in _own(row, duty, rows, day):
        reason = why_not(duty, row, event, day)
        if not reason and event.day in seen and duty.kind is not Kind.HOURS:
            reason = Reason.SAME_DAY
        if not reason and len(seen) == row["done"] and duty.kind is not Kind.HOURS:
            reason = too_late(duty, row, event)
        if not reason:
            seen.add(event.day)
        told.append(Happened(event.day, event.what, reason))
    return told


def _own(row: Mapping[str, Any], duty: Duty, rows: Iterable[Mapping[str, Any]], day: dt.date) -> Iterator[Event]:
    """What the rows say that happened in the case until the judged day, in order."""
    first = row["case_start"] or row["opens"]
    events = [event for each in rows for event in event_of(duty.kind, each) if first <= event.day <= day]
    yield from sorted(events, key=lambda event: event.day)
