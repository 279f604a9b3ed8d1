"""The log reviewed: who looked at how many and when, without deciding anything, and decided without having looked.

A log that nobody reads protects nobody. What is told of teams hides few; what is told of one user is for those who may
review the log, and is a reason to ask and no finding.
"""

from __future__ import annotations

import datetime as dt
import statistics
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from pejl.calendar.holidays import is_working_day
from pejl.register.small_counts import Count, without_few
from pejl.screening.assessments.entry import Entry
from pejl.screening.assessments.events import DECISIONS, Event

ACTED = (*DECISIONS, Event.EGEN, Event.GENTJEK, Event.SPURGT, Event.RETTET, Event.INDSIGELSE, Event.INDSIGELSE_TRUKKET)
ACTED_TOO = (Event.UNDERRETTET, Event.FORKLARET, Event.HOERT, Event.LINK_TRUKKET)
REVIEWED = (*ACTED, *ACTED_TOO, Event.VIST)
FIRST_HOUR, LAST_HOUR = 6, 20
"""Looks before and after these hours, and on days that are no working days, are told of."""
FEWEST_USERS = 4
"""Of fewer in a team nobody is far from the others."""
FAR = 3.5
"""So many median deviations above the team's median is far (Iglewicz and Hoaglin 1993)."""


@dataclass(frozen=True, slots=True)
class Looked:
    """A look at a person's sick leave: by whom, at whom, when (local time)."""

    who: str
    person: str
    at: dt.datetime


@dataclass(frozen=True)
class OfUser:
    """What one user did. `idle` are persons looked at with whom nothing was done, `unseen` decisions on advice that the
    log does not say was shown to them, `odd_hours` looks outside ordinary hours. `far` is whether the number of persons
    is far above that of the others in the team."""

    who: str
    team: str
    looks: int
    persons: int
    odd_hours: int
    idle: int
    decisions: int
    unseen: int
    far: bool = False


@dataclass(frozen=True)
class OfTeam:
    """The same of a team, with few hidden. `users` and `far` are users; the others looks, persons and decisions."""

    team: str
    users: Count
    looks: Count
    persons: Count
    odd_hours: Count
    idle: Count
    decisions: Count
    unseen: Count
    far: Count


@dataclass(frozen=True)
class Review:
    """A stretch of the log, by team and by user."""

    teams: tuple[OfTeam, ...]
    users: tuple[OfUser, ...]


def reviewed(looks: Iterable[Looked], entries: Iterable[Entry]) -> Review:
    """What happened, from the looks and the entries of the same time (`REVIEWED` of them)."""
    found: dict[str, _Tally] = defaultdict(_Tally)
    for look in looks:
        found[look.who].look(look)
    for entry in entries:
        found[user_of(entry.who)].take(entry)
    users = _with_far([tally.told(who) for who, tally in sorted(found.items()) if tally.looks])
    teams = sorted({each.team for each in users})
    return Review(tuple(_team(name, [each for each in users if each.team == name]) for name in teams), tuple(users))


def user_of(who: str) -> str:
    """The user whose looks an entry belongs to: a case system's names its caseworker, and itself in parentheses.

    >>> user_of("SB012 (fagsystem)"), user_of("lise")
    ('fagsystem', 'lise')
    """
    return who[:-1].rpartition(" (")[2] if who.endswith(")") else who


@dataclass
class _Tally:
    looks: int = 0
    odd_hours: int = 0
    persons: set[str] = field(default_factory=set)
    acted: set[str] = field(default_factory=set)
    seen: set[tuple[str, str]] = field(default_factory=set)
    decisions: int = 0
    unseen: int = 0
    teams: Counter[str] = field(default_factory=Counter)

    def look(self, look: Looked) -> None:
        self.looks += 1
        self.persons.add(look.person)
        ordinary = FIRST_HOUR <= look.at.hour < LAST_HOUR and is_working_day(look.at.date())
        self.odd_hours += not ordinary

    def take(self, entry: Entry) -> None:
        if entry.emptied:
            return
        self.teams[entry.detail.get("team", "")] += 1
        if entry.event is Event.VIST:
            self.seen.update((entry.about, kind) for kind in entry.detail["kinds"])
        if entry.event in (*ACTED, *ACTED_TOO):
            self.acted.add(entry.person)
        if entry.event in DECISIONS:
            self.decisions += 1
            self.unseen += (entry.about, entry.detail["kind"]) not in self.seen

    def told(self, who: str) -> OfUser:
        self.teams.pop("", None)
        team = self.teams.most_common(1)[0][0] if self.teams else ""
        idle = len(self.persons - self.acted)
        return OfUser(who, team, self.looks, len(self.persons), self.odd_hours, idle, self.decisions, self.unseen)


def _with_far(users: Sequence[OfUser]) -> list[OfUser]:
    by_team: dict[str, list[int]] = defaultdict(list)
    for each in users:
        by_team[each.team].append(each.persons)
    return [_judged(each, by_team[each.team]) for each in users]


def _judged(user: OfUser, persons: Sequence[int]) -> OfUser:
    if len(persons) < FEWEST_USERS:
        return user
    middle = statistics.median(persons)
    spread = max(1.0, 1.4826 * statistics.median(abs(each - middle) for each in persons))
    values: dict[str, Any] = {name: getattr(user, name) for name in OfUser.__dataclass_fields__}
    return OfUser(**{**values, "far": user.persons > middle + FAR * spread})


def _team(name: str, users: Sequence[OfUser]) -> OfTeam:
    def total(of: str) -> Count:
        return without_few(sum(getattr(each, of) for each in users))

    parts = {of: total(of) for of in ("looks", "persons", "odd_hours", "idle", "decisions", "unseen", "far")}
    return OfTeam(name, without_few(len(users)), **parts)
