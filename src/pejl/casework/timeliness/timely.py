"""The shares of all duties of a time, parted as somebody asks, and the group duties beside them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pejl import when_used
from pejl.casework.duty_book import DutyBook
from pejl.casework.timeliness.counted import Counted
from pejl.casework.timeliness.counting import By, Time, counted, fallen_due, units_of_teams
from pejl.casework.timeliness.group_share import GroupTold, group_told, groups_judged
from pejl.casework.timeliness.told import Told, told, total_told

if TYPE_CHECKING:
    import ibis
else:
    ibis = when_used.module("ibis")


@dataclass(frozen=True, slots=True)
class DutyShare:
    """One duty: the share of all its deadlines in the time, and of each part. `duty` is a word, `danish` its name.

    `of_a_group` says that, at the end of the time, the duty is owed to a share of a group: then a single deadline that
    was not kept is no breach by itself, and `Timely.groups` says whether the group's mark is met.
    """

    duty: str
    danish: str
    cites: str
    of_a_group: bool
    total: Told
    parts: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Timely:
    """How timely the work was: `day` is the judged day, `time` the last days that are counted."""

    day: dt.date
    time: Time
    by: By | None
    duties: tuple[DutyShare, ...]
    groups: tuple[GroupTold, ...]


def timely(
    deadlines: ibis.Table, book: DutyBook, day: dt.date, *, time: Time | None = None, by: By | None = None
) -> Timely:
    """The shares that a table of deadlines judged on `day` gives. `book` has the duties that it speaks of.

    Without a time the twelve months up to the day are counted.
    """
    time = time or Time.year_up_to(day)
    fallen = fallen_due(deadlines, day, time)
    excuses = excuses_of(book)
    totals = counted(fallen, None, excuses)
    parts = _by_duty(counted(fallen, by, excuses)) if by else {}
    units = _by_duty(counted(fallen, By.UNIT, excuses)) if by is By.TEAM else {}
    unit_of = units_of_teams(fallen) if by is By.TEAM else {}
    shares = []
    for total in totals:
        own = parts.get(total.duty, [])
        shown = _teams(own, units[total.duty], unit_of) if by is By.TEAM else _strata(own, by, book)
        shares.append(_share(total, shown, book, min(day, time.last)))
    groups = [group_told(each) for each in groups_judged(fallen, book.duties, excuses)]
    return Timely(day, time, by, tuple(shares), tuple(groups))


def excuses_of(book: DutyBook) -> frozenset[str]:
    """The names of the exceptions that the law itself makes; what else exempts somebody, a person recorded."""
    return frozenset(each.name for duty in book.duties for each in duty.exceptions if each.rule)


def _by_duty(counts: Sequence[Counted]) -> dict[str, list[Counted]]:
    found: dict[str, list[Counted]] = {}
    for each in counts:
        found.setdefault(each.duty, []).append(each)
    return found


def _teams(parts: Sequence[Counted], units: Sequence[Counted], unit_of: Mapping[str, str]) -> list[Told]:
    """The teams of a duty, so that the table of units and that of teams give nothing away held against each other.

    A unit is the total of its teams: one hidden team of it would follow from it, and a hidden unit from its teams.
    """
    hidden = {each.part for each in told(units) if each.blurred}
    heaps: dict[str, list[Counted]] = {}
    for part in parts:
        heaps.setdefault(unit_of[part.part], []).append(part)
    shown = [each for unit, heap in heaps.items() for each in told(heap, hidden=unit in hidden)]
    return sorted(shown, key=lambda each: each.part)


def _strata(parts: Sequence[Counted], by: By | None, book: DutyBook) -> list[Told]:
    """The parts as they may be told, in heaps whose totals are told somewhere: months before and since a share became
    enough.

    What the group is told of is the total of the months since then, so nothing may follow from it by subtracting.
    """
    if by is not By.MONTH or not parts:
        return list(told(parts))
    changes = [f"{each.force.since:%Y-%m}" for each in book.versions(parts[0].duty) if each.group_share is not None]
    heaps: dict[int, list[Counted]] = {}
    for part in parts:
        heaps.setdefault(sum(change <= part.part for change in changes), []).append(part)
    return [each for heap in heaps.values() for each in told(heap)]


def _share(total: Counted, parts: Sequence[Told], book: DutyBook, day: dt.date) -> DutyShare:
    duty = book.version(total.duty, day)
    return DutyShare(
        total.duty,
        duty.danish if duty else total.duty,
        duty.cites if duty else "",
        duty is not None and duty.group_share is not None,
        total_told(total),
        tuple(parts),
    )
