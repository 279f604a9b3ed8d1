"""The runs of a case: which of its treatments are one matter on its way between bodies.

A case number is no key of a matter: standing cases (a budget follow-up every quarter) come again under one number, and
one meeting may treat several matters under it. So treatments are tied by what the minutes say: an announced stop that
was met, an earlier treatment that is named, or the same title in another body soon after.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from pejl.minutes.document import Outcome
from pejl.record.threads.station import Station

SOON = dt.timedelta(days=92)
"""Between two bodies that treat one matter without saying so: the longest that the next meeting of a council is off."""

NAMED_WITHIN = dt.timedelta(days=184)
"""How far back an earlier treatment in another body may lie to be the same matter when it is named."""

_UNFINISHED = frozenset({Outcome.POSTPONED, Outcome.WITHDRAWN, Outcome.SENT_ON})


def runs(stations: Iterable[Station]) -> list[tuple[Station, ...]]:
    """The stations as runs, each in the order of its days: the run that began last first, those without a day last."""
    ordered = sorted(stations, key=lambda station: station.place)
    leader = {station.key: station.key for station in ordered}
    for later_place, later in enumerate(ordered):
        for earlier in ordered[:later_place]:
            if _one_matter(earlier, later, ordered):
                _join(leader, earlier.key, later.key)
    found: dict[int, list[Station]] = {}
    for station in ordered:
        found.setdefault(_head(leader, station.key), []).append(station)
    dated = [tuple(run) for run in found.values() if run[0].day is not None]
    return [*reversed(dated), *(tuple(run) for run in found.values() if run[0].day is None)]


def _one_matter(earlier: Station, later: Station, everyone: Sequence[Station]) -> bool:
    if earlier.meeting == later.meeting or earlier.day is None or later.day is None:
        return False
    same_title = bool(earlier.title) and earlier.title == later.title
    if any((stop.body, stop.day) == (later.body, later.day) for stop in earlier.stops):
        return same_title or _alone(later, everyone)
    apart = later.day - earlier.day
    named = (earlier.body, earlier.day, earlier.number) in later.names
    if earlier.body == later.body:
        return (same_title or named) and earlier.outcome in _UNFINISHED and apart <= NAMED_WITHIN
    return (named and apart <= NAMED_WITHIN) or (same_title and apart <= SOON)


def _alone(station: Station, everyone: Sequence[Station]) -> bool:
    """Whether its meeting treats nothing else of the case."""
    return sum(other.meeting == station.meeting for other in everyone) == 1


def _head(leader: dict[int, int], key: int) -> int:
    while leader[key] != key:
        leader[key] = leader[leader[key]]
        key = leader[key]
    return key


def _join(leader: dict[int, int], one: int, other: int) -> None:
    leader[_head(leader, other)] = _head(leader, one)
