"""Announced against actual: where the minutes said a case would go, where it went, and how long that took."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pejl.record.threads.station import Station, StopAt


class Came(StrEnum):
    """What came of an announced stop."""

    AS_ANNOUNCED = "as_announced"
    OTHER_DAY = "other_day"
    """The body treated the case, on another day than announced."""
    NOT_TREATED = "not_treated"
    """The meeting announced is in the record without the case, and no later meeting of the body has it."""
    WAITING = "waiting"
    """The meeting announced is not in the record."""
    WITHDRAWN = "withdrawn"
    """The meeting announced was in the record and is withdrawn."""


@dataclass(frozen=True, slots=True)
class StopMet:
    """An announced stop with what came of it. `met` is the treatment there, if any."""

    announced_by: Station
    stop: StopAt
    met: Station | None
    came: Came

    @property
    def waited(self) -> int | None:
        """Days from the meeting that announced the stop until the treatment there; None where either is not known."""
        if self.met is None or self.met.day is None or self.announced_by.day is None:
            return None
        return (self.met.day - self.announced_by.day).days

    @property
    def late(self) -> int | None:
        """Days from the day announced until the treatment; negative when it came before. None where not known."""
        if self.met is None or self.met.day is None or self.stop.day is None:
            return None
        return (self.met.day - self.stop.day).days

    @property
    def late_days(self) -> int:
        """How many days lie between the day announced and the treatment, either way; 0 where not known."""
        return abs(self.late or 0)


BodyOnDay = tuple[str, dt.date]
"""A body's key and a day."""


def stops_met(
    run: Sequence[Station], held: Container[BodyOnDay], withdrawn: Container[BodyOnDay] = ()
) -> tuple[StopMet, ...]:
    """Every stop that the run's stations announced, with what came of it.

    A stop announced twice is told once, by the first to announce it, or by that body's last announcement of it.
    `held` has the bodies and days of which the record has minutes, `withdrawn` those whose meeting is withdrawn.
    """
    found: dict[tuple[str, dt.date | None], StopMet] = {}
    for station in run:
        for stop in station.stops:
            key = (stop.body, stop.day)
            if key not in found or found[key].announced_by.body == station.body:
                found[key] = _met(station, stop, run, held, withdrawn)
    return tuple(found.values())


def _met(
    station: Station,
    stop: StopAt,
    run: Sequence[Station],
    held: Container[BodyOnDay],
    withdrawn: Container[BodyOnDay],
) -> StopMet:
    there = [other for other in run if other.body == stop.body and other.key != station.key and _after(other, station)]
    on_day = next((other for other in there if other.day == stop.day), None)
    if on_day:
        return StopMet(station, stop, on_day, Came.AS_ANNOUNCED)
    if there:
        return StopMet(station, stop, there[0], Came.AS_ANNOUNCED if stop.day is None else Came.OTHER_DAY)
    if stop.day is not None and (stop.body, stop.day) in held:
        return StopMet(station, stop, None, Came.NOT_TREATED)
    gone = stop.day is not None and (stop.body, stop.day) in withdrawn
    return StopMet(station, stop, None, Came.WITHDRAWN if gone else Came.WAITING)


def _after(other: Station, station: Station) -> bool:
    return other.day is not None and station.day is not None and other.day >= station.day
