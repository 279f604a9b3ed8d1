"""What holds of a rule on one day: which version, for a case that began when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from pejl.law import refusals
from pejl.law.label import heading
from pejl.law.refusals import Days, Refusal
from pejl.law.status import Status
from pejl.law.version import Version


@dataclass(frozen=True, slots=True)
class Chosen:
    """The versions of one name that may be used on a day, those of a scenario first, and those that may not.

    Where several may be used, each is the law for cases that began on certain days.
    """

    name: str
    day: dt.date
    usable: tuple[Version, ...]
    unsettled: tuple[Version, ...]
    danish: str

    @property
    def by_case(self) -> bool:
        """Whether it takes the first day of the case to say which version holds."""
        return any(version.bound_by_case for version in (*self.usable, *self.unsettled))

    @property
    def arguments(self) -> tuple[str, ...]:
        """What any of the usable versions rests on."""
        return tuple(dict.fromkeys(name for version in self.usable for name in version.text.arguments))

    @property
    def edges(self) -> tuple[dt.date | None, ...]:
        """First days of cases that between them meet every version: each edge, the day after it, and none known."""
        forces = [version.force for version in (*self.usable, *self.unsettled)]
        days = {day for force in forces for day in (force.cases_from, force.cases_until) if day is not None}
        beside = {day + dt.timedelta(days=step) for day in days for step in (-1, 0, 1)}
        return (None, dt.date(1800, 1, 1), *sorted(beside))

    @property
    def has_holes(self) -> bool:
        """Whether a case can have begun on a day for which no version may be used."""
        return any(isinstance(self.version(start), Refusal) for start in self.edges if start is not None)

    def version(self, case_start: dt.date | None) -> Version | Refusal:
        """The version for a case; why there is none."""
        for version in self.usable:
            if version.force.binds(case_start):
                return version
        for version in self.unsettled:
            if version.force.binds(case_start):
                return unsettled_version(version, self.day)
        return refusals.unbound(self.name, self.danish, self.day, case_start)


def choose(
    name: str, versions: Sequence[Version], day: dt.date, known: dt.date | None, accepted: bool
) -> Chosen | Refusal:
    """What of a rule's versions holds on a day; a refusal where none may be used."""
    covering = [version.as_known(known) for version in versions if version.force.covers(day, known)]
    danish = heading(name)
    usable = [version for version in covering if version.status.usable or accepted]
    if not usable:
        if covering:
            return unsettled_version(covering[0], day)
        return refusals.gap(name, danish, day, covered(versions, known))
    usable.sort(key=lambda version: version.status is not Status.PROPOSED)
    rest = tuple(version for version in covering if version not in usable)
    return Chosen(name, day, tuple(usable), rest, danish)


def unsettled_version(version: Version, day: dt.date) -> Refusal:
    """Why a version is not used without a scenario."""
    word, source = version.status.danish, version.rule.source
    return refusals.unsettled_value(version.name, heading(version.name), day, word, source)


def covered(versions: Sequence[Version], known: dt.date | None) -> list[Days]:
    """The days on which some version is law, joined where one follows another."""
    known_of = [version.force for version in versions if version.force.known_at(known)]
    return joined([(force.since, force.last_day(known)) for force in known_of])


def joined(stretches: Sequence[Days]) -> list[Days]:
    """Stretches in order, with those that touch made one."""
    found: list[Days] = []
    for first, last in sorted(stretches, key=lambda days: days[0]):
        if found and (found[-1][1] is None or first <= found[-1][1] + dt.timedelta(days=1)):
            before = found[-1][1]
            found[-1] = (found[-1][0], None if before is None or last is None else max(before, last))
        else:
            found.append((first, last))
    return found
