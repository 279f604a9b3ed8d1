"""The duties behind a table of deadlines: which version of one a row stands on, and what is said of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from pejl import when_used
from pejl.casework.worklists.asked import DutyWords
from pejl.casework.worklists.row import Row
from pejl.law.duty import Duty

if TYPE_CHECKING:
    from pejl.law import law as engine
else:
    engine = when_used.module("pejl.law.law")

MUNICIPALITY = "kommune"


@dataclass(frozen=True)
class DutyBook:
    """All versions of all duties, whether or not they are in force."""

    duties: tuple[Duty, ...]

    def versions(self, name: str) -> tuple[Duty, ...]:
        """The versions of a duty, the oldest first; none for a word that names none."""
        return self._by_name.get(name, ())

    def version_of(self, row: Row) -> Duty | None:
        """The version that a deadline stands on; None where there is no duty of that name."""
        return self.version(row.duty, row.ends or row.due, case_start=row.case_start, target_group=row.target_group)

    def version(
        self, name: str, last: dt.date, *, case_start: dt.date | None = None, target_group: str | None = None
    ) -> Duty | None:
        """The version that is law on a day: for a case that began then and a group, where they are told.

        `last` is the last day of the deadline, or that of the duty where the law ended before it. Of several that fit
        a settled one goes first, then the older, as where deadlines are judged. Where none was law on the day, the
        last one that was before; None where there is no duty of that name.
        """
        named = self.versions(name)
        bound = [each for each in named if case_start is None or each.force.binds(case_start)] or named
        fitting = [each for each in bound if not target_group or _is_owed_to(target_group, each)] or bound
        covering = [each for each in fitting if each.force.covers(last)]
        settled = [each for each in covering if each.status.usable]
        begun = [each for each in fitting if each.force.since <= last]
        return next(iter((*settled, *covering, *reversed(begun), *fitting)), None)

    def danish(self, name: str) -> str:
        """What the duty is called; its own word where nothing is known of it."""
        versions = self.versions(name)
        return versions[-1].danish if versions else name

    def left_out(self, day: dt.date) -> tuple[Duty, ...]:
        """The duties that may be law on a day and are not judged, because nobody has confirmed them."""
        return tuple(duty for duty in self.duties if duty.force.covers(day) and not duty.status.usable)

    @property
    def words(self) -> DutyWords:
        """The duties that worklists tell apart."""
        return DutyWords(self.owed_to_a_share, self.held_by_others)

    @cached_property
    def owed_to_a_share(self) -> tuple[tuple[str, dt.date, dt.date | None], ...]:
        """The duties that are owed to a share of a group, and when: whoever is left out must have a reason."""
        return tuple((each.name, each.force.since, each.force.until) for each in self.duties if each.group_share)

    @cached_property
    def held_by_others(self) -> tuple[str, ...]:
        """The duties that are not the municipality's: it can only watch how they are kept."""
        others = {name: {each.holder for each in all_of} for name, all_of in self._by_name.items()}
        return tuple(name for name, holders in others.items() if MUNICIPALITY not in holders)

    @cached_property
    def _by_name(self) -> dict[str, tuple[Duty, ...]]:
        names = dict.fromkeys(duty.name for duty in self.duties)
        return {name: _in_order([duty for duty in self.duties if duty.name == name]) for name in names}


@cache
def duty_book() -> DutyBook:
    """The duties of the law."""
    return DutyBook(tuple(duty for statute in engine.law().statutes for duty in statute.duties))


def _is_owed_to(target_group: str, duty: Duty) -> bool:
    return not duty.target_groups or target_group in duty.target_groups


def _in_order(versions: Sequence[Duty]) -> tuple[Duty, ...]:
    return tuple(sorted(versions, key=lambda each: each.force.since))
