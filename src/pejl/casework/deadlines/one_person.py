"""The deadlines of one person with the law behind each, and what counted towards it, what did not, and why not.

The table judges; this tells. What it says counted is as many as the table has, which a test holds.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from pejl.casework.deadlines.deadline_table import deadlines
from pejl.casework.deadlines.reasons import Reason, event_of, events_for, too_late, why_not
from pejl.law.duty import Duty, Kind
from pejl.law.law_day import LawOnDay
from pejl.register.snapshot import Snapshot


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


@dataclass(frozen=True, slots=True)
class Told:
    """A row of the table of deadlines, with the version of the duty that judged it and what it looked at, in order."""

    row: Mapping[str, Any]
    duty: Duty
    happened: tuple[Happened, ...]

    @property
    def says(self) -> str:
        """The sentence of the law."""
        return self.duty.says

    @property
    def cites(self) -> str:
        """Its section."""
        return self.duty.cites

    @property
    def source(self) -> str:
        """Where it was read, and how sure that is."""
        return f"{self.duty.source} ({self.duty.status.danish})"


def deadlines_of(
    snapshot: Snapshot,
    person: str,
    day: dt.date,
    law_day: LawOnDay,
    *,
    duties: Sequence[Duty] | None = None,
    recorded: pa.Table | None = None,
    back_to: dt.date | None = None,
) -> list[Told]:
    """The person's deadlines as they stand on the day, the latest last day first.

    Empty where the snapshot does not know the person, or nothing is owed. Raises `NothingKnown` as the table does.
    """
    table = deadlines(snapshot, day, law_day=law_day, duties=duties, recorded=recorded, back_to=back_to, person=person)
    rows = table.to_pyarrow().to_pylist()
    versions = law_day.book.duties if duties is None else duties
    happened: dict[str, list[dict[str, Any]]] = {}
    told = []
    for row in sorted(rows, key=lambda row: (row["due"], row["duty"], row["starts"]), reverse=True):
        duty = _version(versions, row)
        source = events_for(duty.kind)
        if source not in happened:
            happened[source] = _rows(snapshot, source, person)
        told.append(Told(row, duty, tuple(_looked_at(duty, row, happened[source], day))))
    return told


def _version(versions: Sequence[Duty], row: Mapping[str, Any]) -> Duty:
    """The version that judged the row: the one that was law on its last day, or the one that ended before it."""
    on = row["ends"] or row["due"]
    named = [duty for duty in versions if duty.name == row["duty"]]
    bound = [duty for duty in named if duty.force.covers(on) and duty.force.binds(row["case_start"])]
    return next((duty for duty in bound if duty.required == row["required"]), named[0])


def _rows(snapshot: Snapshot, table: str, person: str) -> list[dict[str, Any]]:
    if not table or not snapshot.holds(table):
        return []
    rows = snapshot.table(table)
    found: list[dict[str, Any]] = rows.filter(rows.person == person).to_pyarrow().to_pylist()
    return found


def _looked_at(
    duty: Duty, row: Mapping[str, Any], rows: Sequence[Mapping[str, Any]], day: dt.date
) -> Sequence[Happened]:
    """What happened in the case until the judged day: of what is right in all, as many as the table counted, did."""
    events = [event for each in rows for event in event_of(duty.kind, each) if event.day <= day]
    own = sorted((event for event in events if event.day >= row["case_start"]), key=lambda event: event.day)
    seen: set[dt.date] = set()
    told = []
    for event in own:
        reason = why_not(duty, row, event)
        if not reason and event.day in seen and duty.kind is not Kind.HOURS:
            reason = Reason.SAME_DAY
        if not reason and len(seen) == row["done"] and duty.kind is not Kind.HOURS:
            reason = too_late(duty, row, event)
        if not reason:
            seen.add(event.day)
        told.append(Happened(event.day, event.what, reason))
    return told
