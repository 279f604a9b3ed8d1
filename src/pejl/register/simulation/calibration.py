"""The published levels, counted in a loaded snapshot, as anybody would count them: through the register, not from what
the simulation remembers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import ibis
from ibis.expr.types import Table

from pejl.register.simulation.levels import (
    COMPLAINTS_YEAR,
    LEVELS,
    LONG_SHARE,
    LONG_WEEKS,
    TOLERANCE,
    Level,
)
from pejl.register.snapshot import Snapshot

_UNEMPLOYED = ("dagpenge", "kontanthjaelp")
_COUNTED = (*_UNEMPLOYED, "uddannelseshjaelp", "shydelse")
_ACTIVE = ("aktivitetsparat", "aktivitetsparat_uddannelse")


@dataclass(frozen=True)
class Measured:
    """A level as published for this many inhabitants, and as counted."""

    level: Level
    published: float
    counted: float

    @property
    def deviation(self) -> float:
        """How far the count is from the level, as a part of it."""
        return self.counted / self.published - 1

    @property
    def holds(self) -> bool:
        """Whether it is within the tolerance."""
        return abs(self.deviation) <= TOLERANCE


def measured(snapshot: Snapshot, inhabitants: int, first: dt.date) -> list[Measured]:
    """Every level whose day the snapshot covers; `first` is the first day of which it knows."""
    return [
        Measured(each, each.for_inhabitants(inhabitants), _COUNTS[each.name](snapshot, each.day))
        for each in LEVELS
        if first <= _needs(each) and each.day <= snapshot.known
    ]


def _needs(level: Level) -> dt.date:
    """The first day that the level counts."""
    if level.name == "long_term":
        return level.day - dt.timedelta(weeks=LONG_WEEKS)
    return dt.date(COMPLAINTS_YEAR, 1, 1) if level.name in _COMPLAINTS else level.day


def _persons(rows: Table) -> float:
    return float(rows.person.nunique().execute())


def _on(snapshot: Snapshot, day: dt.date, *benefits: str) -> Table:
    held = snapshot.on(day).table("benefit_spells")
    return held.filter(held.benefit.isin(benefits))


def _recent_share(snapshot: Snapshot, day: dt.date) -> float:
    """The share of those on dagpenge whose spell began less than three months before, in percent."""
    all_ = _on(snapshot, day, "dagpenge")
    since = day.replace(month=day.month - 3)
    recent = _persons(all_.filter(all_.start > ibis.date(since)))
    return 100 * recent / max(_persons(all_), 1)


def _of_group(*groups: str) -> Callable[[Snapshot, dt.date], float]:
    def counted(snapshot: Snapshot, day: dt.date) -> float:
        rows = _on(snapshot, day, "kontanthjaelp")
        return _persons(rows.filter(rows.target_group.isin(groups)))

    return counted


def _on_least_rate(snapshot: Snapshot, day: dt.date) -> float:
    rows = _on(snapshot, day, "kontanthjaelp")
    return _persons(rows.filter(rows.rate == "mindstesats"))


def _long_term(snapshot: Snapshot, day: dt.date) -> float:
    """Long-term unemployed, as `levels` defines them."""
    spells = snapshot.table("benefit_spells")
    counted = spells.filter(spells.benefit.isin(_COUNTED))
    since = ibis.date(day - dt.timedelta(weeks=LONG_WEEKS) + dt.timedelta(days=1))
    today = ibis.date(day)
    last = ibis.least(ibis.coalesce(counted.end, today), today)
    days = (last.delta(ibis.greatest(counted.start, since), unit="day") + 1).clip(lower=0)
    total = counted.mutate(days=days).group_by("person").aggregate(days=lambda t: t.days.sum())
    long_ = total.filter(total.days >= LONG_SHARE * LONG_WEEKS * 7)
    now = _on(snapshot, day, *_UNEMPLOYED)
    return _persons(now.semi_join(long_, "person"))


def _in_programme(programme: str, *, aftercare: bool = False) -> Callable[[Snapshot, dt.date], float]:
    def counted(snapshot: Snapshot, day: dt.date) -> float:
        held = snapshot.on(day).table("programme_courses")
        rows = held.filter(held.programme == programme)
        return _persons(rows.filter(rows.aftercare <= ibis.date(day)) if aftercare else rows)

    return counted


def _with_transport(snapshot: Snapshot, day: dt.date) -> float:
    held = snapshot.on(day).table("transport_grants")
    return _persons(held.filter(held.purpose == "stu"))


def _complaints(*outcomes: str) -> Callable[[Snapshot, dt.date], float]:
    def counted(snapshot: Snapshot, day: dt.date) -> float:
        rows = snapshot.table("decisions")
        decided = (rows.answered >= ibis.date(dt.date(day.year, 1, 1))) & (rows.answered <= ibis.date(day))
        ours = decided & (rows.authority == "ankestyrelsen") & rows.outcome.isin(outcomes)
        return float(rows.filter(ours).count().execute())

    return counted


_COMPLAINTS = ("complaints", "upheld", "changed", "sent_back")
_COUNTS: Mapping[str, Callable[[Snapshot, dt.date], float]] = {
    "dagpenge": lambda snapshot, day: _persons(_on(snapshot, day, "dagpenge")),
    "dagpenge_under_3": _recent_share,
    "jobparat": _of_group("jobparat"),
    "kontanthjaelp": lambda snapshot, day: _persons(_on(snapshot, day, "kontanthjaelp")),
    "aktivitetsparat": _of_group(*_ACTIVE),
    "mindstesats": _on_least_rate,
    "dagpenge_sygedagpenge": lambda snapshot, day: _persons(_on(snapshot, day, "dagpenge", "sygedagpenge")),
    "long_term": _long_term,
    "ips": _in_programme("ips"),
    "ips_aftercare": _in_programme("ips", aftercare=True),
    "complaints": _complaints("stadfaestet", "aendret", "hjemvist"),
    "upheld": _complaints("stadfaestet"),
    "changed": _complaints("aendret"),
    "sent_back": _complaints("hjemvist"),
    "stu": _in_programme("stu"),
    "stu_transport": _with_transport,
}
