"""Counting deadlines: by duty and by part, those whose last day lies in a time and has passed on the judged day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from pejl import when_used
from pejl.calendar.months import add_months
from pejl.casework.deadlines.state import State
from pejl.casework.timeliness.counted import ALL, Counted

if TYPE_CHECKING:
    import ibis
else:
    ibis = when_used.module("ibis")


class By(StrEnum):
    """What deadlines are parted by. The value is the word of the command and of addresses."""

    TEAM = "team"
    UNIT = "unit"
    TARGET_GROUP = "target-group"
    MONTH = "month"

    @property
    def danish(self) -> str:
        """The word on the site."""
        return {
            By.TEAM: "Team",
            By.UNIT: "Enhed",
            By.TARGET_GROUP: "Målgruppe",
            By.MONTH: "Måned, fristen falder i",
        }[self]


@dataclass(frozen=True, slots=True)
class Time:
    """The last days that are counted, both inclusive; those after the judged day never are."""

    first: dt.date
    last: dt.date

    @classmethod
    def year_up_to(cls, day: dt.date) -> Time:
        """The twelve months that end with a day: 30.11.2025 gives from 01.12.2024."""
        return cls(add_months(day, -12) + dt.timedelta(days=1), day)


def fallen_due(deadlines: ibis.Table, day: dt.date, time: Time) -> ibis.Table:
    """The deadlines whose last day lies in the time and has passed on the day: what happens after it mends nothing."""
    last = min(day, time.last)
    return deadlines.filter(deadlines.due >= ibis.date(time.first), deadlines.due <= ibis.date(last))


def counted(deadlines: ibis.Table, by: By | None, excuses: Collection[str]) -> list[Counted]:
    """The counts by duty and part, in the order of their words. `excuses` are the names of the law's own exceptions.

    Where `by` is None there is one part, `ALL`. A row without a team, a unit or a target group is in the part "-".
    A duty that ended as law before the last day has lapsed, also for whoever had it done by then: those who had not are
    no longer counted, so a share of the others would be of the kept alone.
    """
    rows = deadlines.mutate(part=_part(deadlines, by))
    holds = rows.ends.isnull()
    kept = holds & (rows.state == State.MET.value)
    broken = holds & rows.state.isin([each.value for each in State if each.broken])
    exempt = rows.state == State.EXEMPT.value
    by_law = rows.exempt.isin(sorted(excuses)) if excuses else ibis.literal(False)
    lapsed = ~exempt & (~holds | rows.state.isin([State.UNSETTLED.value, State.ENDED.value, State.LEFT.value]))
    found = rows.group_by("duty", "part").aggregate(
        kept=kept.sum(),
        broken=broken.sum(),
        persons=rows.person.nunique(where=kept | broken),
        persons_kept=rows.person.nunique(where=kept),
        persons_broken=rows.person.nunique(where=broken),
        excused=(exempt & by_law).sum(),
        recorded=(exempt & ~by_law).sum(),
        lapsed=lapsed.sum(),
    )
    return [Counted(**row) for row in found.order_by("duty", "part").to_pyarrow().to_pylist()]


def units_of_teams(deadlines: ibis.Table) -> dict[str, str]:
    """The unit of each team, as `counted` calls them; the first by name of a team that is in several."""
    rows = deadlines.select(unit=_part(deadlines, By.UNIT), team=_part(deadlines, By.TEAM)).distinct()
    return {row["team"]: row["unit"] for row in rows.order_by(rows.unit.desc()).to_pyarrow().to_pylist()}


def _part(rows: ibis.Table, by: By | None) -> ibis.Value:
    if by is None:
        return ibis.literal(ALL)
    if by is By.MONTH:
        return rows.due.strftime("%Y-%m")
    column = {By.TEAM: rows.team, By.UNIT: rows.unit, By.TARGET_GROUP: rows.target_group}[by]
    return ibis.coalesce(column.nullif(""), "-")
