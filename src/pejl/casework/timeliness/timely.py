"""The shares of all duties of a time, parted as somebody asks, and the group duties beside them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pejl import when_used
from pejl.casework.duty_book import DutyBook
from pejl.casework.timeliness.counted import Counted
from pejl.casework.timeliness.counting import By, Time, counted, fallen_due
from pejl.casework.timeliness.group_share import GroupTold, group_told, groups_judged
from pejl.casework.timeliness.tables import parts_told
from pejl.casework.timeliness.told import Told, total_told

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
    totals = {each.duty: each for each in counted(fallen, None, excuses)}
    tables = parts_told(fallen, totals.values(), by, book, excuses) if by else {}
    shares = tuple(_share(each, tables.get(each.duty, ()), book, min(day, time.last)) for each in totals.values())
    groups = groups_judged(fallen, book.duties, excuses)
    told_groups = tuple(group_told(each, [totals[duty] for duty in each.duties]) for each in groups)
    return Timely(day, time, by, shares, told_groups)


def excuses_of(book: DutyBook) -> frozenset[str]:
    """The names of the exceptions that the law itself makes; what else exempts somebody, a person recorded."""
    return frozenset(each.name for duty in book.duties for each in duty.exceptions if each.rule)


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
