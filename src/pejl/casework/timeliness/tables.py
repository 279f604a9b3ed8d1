"""The parts of a duty's deadlines as tables that must not give each other away: what is the sum of what."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from pejl import when_used
from pejl.casework.duty_book import DutyBook
from pejl.casework.timeliness.counted import Counted
from pejl.casework.timeliness.counting import By, counted, units_of_teams
from pejl.casework.timeliness.hiding import Place, sum_of
from pejl.casework.timeliness.told import Told, told

if TYPE_CHECKING:
    import ibis
else:
    ibis = when_used.module("ibis")


def parts_told(
    fallen: ibis.Table, totals: Iterable[Counted], by: By, book: DutyBook, excuses: Collection[str]
) -> dict[str, tuple[Told, ...]]:
    """The parts of each duty as they may be told, in the order of their words."""
    if by not in (By.UNIT, By.TEAM):
        parts = _by_duty(counted(fallen, by, excuses))
        changes = {duty: _changes(duty, book) if by is By.MONTH else () for duty in parts}
        wholes = {total.duty: _months(total, parts[total.duty], changes[total.duty]) for total in totals}
        return {duty: told(whole, _last(whole)) for duty, whole in wholes.items()}
    units, teams = (_by_duty(counted(fallen, each, excuses)) for each in (By.UNIT, By.TEAM))
    unit_of = units_of_teams(fallen)
    wholes = {total.duty: _units(total, units[total.duty], teams[total.duty], unit_of) for total in totals}
    return {duty: told(whole, whole.parts if by is By.UNIT else _last(whole)) for duty, whole in wholes.items()}


def _units(total: Counted, units: Sequence[Counted], teams: Sequence[Counted], unit_of: Mapping[str, str]) -> Place:
    """A unit is the total of its teams: a hidden team would follow from it, and a hidden unit from its teams."""
    heaps = {unit.part: [Place(team) for team in teams if unit_of[team.part] == unit.part] for unit in units}
    return Place(total, [Place(unit, heaps[unit.part]) for unit in units])


def _months(total: Counted, parts: Sequence[Counted], changes: Sequence[str]) -> Place:
    """Parts, in heaps before and since each of the changes: what a group is told of is the total since one of them."""
    heaps: dict[int, list[Counted]] = {}
    for part in parts:
        heaps.setdefault(sum(change <= part.part for change in changes), []).append(part)
    if len(heaps) == 1:
        return Place(total, [Place(part) for part in parts])
    return Place(total, [Place(sum_of(heap), [Place(part) for part in heap]) for heap in heaps.values()])


def _changes(duty: str, book: DutyBook) -> tuple[str, ...]:
    """The months in which a share became enough."""
    return tuple(f"{each.force.since:%Y-%m}" for each in book.versions(duty) if each.group_share is not None)


def _last(whole: Place) -> list[Place]:
    """What is the sum of nothing else."""
    found = [each for each in whole.all_of() if not each.parts and each is not whole]
    return sorted(found, key=lambda each: each.counted.part)


def _by_duty(counts: Sequence[Counted]) -> dict[str, list[Counted]]:
    found: dict[str, list[Counted]] = {}
    for each in counts:
        found.setdefault(each.duty, []).append(each)
    return found
