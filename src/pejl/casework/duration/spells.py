"""The spells of a benefit that became part of a year, and how many days each had lasted by two ways of counting weeks.

Rows of the register that follow each other without a day between them are one spell: a new visitation begins a new row
and no new spell.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import ibis
import numpy as np

from pejl.register.snapshot import Snapshot

Days = np.ndarray[Any, np.dtype[np.int64]]

NOT_PUBLIC = ("uddannelse",)
"""What stands among the spells and is no benefit of the scale: school allowance."""

LOOKS_BACK = 3 * 52 * 7
"""The three years within which weeks without a benefit are counted, in days."""

_FAR = dt.date(9999, 12, 31)


class Which(StrEnum):
    """Which spells become longer: those that ended within the year, or those that ran on its last day."""

    ENDED = "ended"
    RUNNING = "running"


@dataclass(frozen=True, slots=True)
class Spells:
    """One place for each spell. `own` are its days, `counted` the days that its weeks are counted from.

    The two are the same where weeks are counted from the spell's first day. Of a running spell both end with the day.
    """

    own: Days
    counted: Days

    def __len__(self) -> int:
        return len(self.own)


def spells_of(
    snapshot: Snapshot, benefit: str, year: int, *, which: Which = Which.ENDED, anew_after: int | None = None
) -> Spells:
    """The spells of a benefit in a year, as the snapshot knows them.

    With `anew_after`, weeks on all benefits count, and they are counted anew after so many weeks without any within
    three years; without, each spell's weeks are its own.
    """
    rows = snapshot.table("benefit_spells")
    own = _chosen(unbroken(rows.filter(rows.benefit == benefit)), year, which).order_by("person", "end")
    days = _numbers((own.end.delta(own.start, unit="day") + 1).name("days"))
    if anew_after is None:
        return Spells(days, days)
    public = rows.filter(rows.benefit.notin(NOT_PUBLIC))
    of_whom = unbroken(public.semi_join(own, "person")).order_by("person", "start")
    return Spells(days, _counted(own, of_whom, 7 * anew_after))


def _chosen(spells: ibis.Table, year: int, which: Which) -> ibis.Table:
    first, last = ibis.date(dt.date(year, 1, 1)), ibis.date(dt.date(year, 12, 31))
    if which is Which.ENDED:
        return spells.filter(spells.end >= first, spells.end <= last)
    return spells.filter(spells.start <= last, spells.end >= last).mutate(end=last)


def unbroken(rows: ibis.Table) -> ibis.Table:
    """Person, start and end of each unbroken time that the rows cover; a time that still runs ends in the year 9999."""
    ends = rows.mutate(last=rows.end.fill_null(ibis.date(_FAR)))
    before = ends.mutate(until=ends["last"].max().over(group_by="person", order_by=["start", "last"], rows=(None, -1)))
    follows = before.until.notnull() & (before.start <= before.until + ibis.interval(days=1))
    begins = before.mutate(begins=ibis.ifelse(follows, 0, 1))
    numbered = begins.mutate(
        number=begins.begins.sum().over(group_by="person", order_by=["start", "last"], rows=(None, 0))
    )
    return numbered.group_by("person", "number").aggregate(start=numbered.start.min(), end=numbered["last"].max())


def _counted(own: ibis.Table, public: ibis.Table, anew_after: int) -> Days:
    """For each ended spell the days on any benefit up to its end, back to where they are counted from."""
    times: dict[str, tuple[list[int], list[int]]] = {}
    for row in public.select("person", "start", "end").to_pyarrow().to_pylist():
        starts, ends = times.setdefault(row["person"], ([], []))
        starts.append(row["start"].toordinal())
        ends.append(row["end"].toordinal())
    rows = own.select("person", "end").to_pyarrow().to_pylist()
    return np.array(
        [days_counted(*times[row["person"]], row["end"].toordinal(), anew_after) for row in rows], dtype=np.int64
    )


def days_counted(starts: Sequence[int], ends: Sequence[int], day: int, anew_after: int) -> int:
    """The benefit days up to a day, gone back over until `anew_after` days without a benefit lie within three years.

    Times are in order and do not touch; `ends` may lie after the day.
    """
    counted, free, since = 0, 0, day - LOOKS_BACK
    for place in range(bisect_right(starts, day) - 1, -1, -1):
        counted += min(ends[place], day) - starts[place] + 1
        before = ends[place - 1] if place else since
        free += max(starts[place] - 1 - max(before, since), 0)
        if free >= anew_after:
            break
    return counted


def _numbers(column: ibis.IntegerColumn) -> Days:
    return np.asarray(column.to_pyarrow().to_numpy(zero_copy_only=False), dtype=np.int64)
