"""Days and clock times as exports write them. Null dates ("01-01-0001", "1899-12-30") and midnight are not stated."""

from __future__ import annotations

import datetime as dt
import zoneinfo
from dataclasses import dataclass

from pejl.calendar.clock import find_time, parse_time
from pejl.calendar.days import find_days

_COPENHAGEN = "Europe/Copenhagen"
_LONGEST = 80
_MIDNIGHT = "00:00"


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, a clock time "HH:MM", or both; None for what is not stated."""

    day: dt.date | None = None
    time: str | None = None


def moment(text: str, clock: str = "") -> Moment:
    """The moment that `text` states, with the clock time that stands apart in `clock` where the export has it so.

    >>> moment("2026-03-16T15:00:00+01:00")
    Moment(day=datetime.date(2026, 3, 16), time='15:00')
    """
    days = find_days(text[:_LONGEST])
    found = find_time(text[:_LONGEST]) if days else None
    time = parse_time(clock[:_LONGEST]) or (found.time if found else None)
    return Moment(days[0].day if days else None, time if time != _MIDNIGHT else None)


def moment_in_utc(text: str) -> Moment:
    """The moment in Danish time of one that is stated in universal time ("2026-03-16T14:00:00Z")."""
    try:
        stated = dt.datetime.fromisoformat(text.strip()[:_LONGEST])
        danish = zoneinfo.ZoneInfo(_COPENHAGEN)
        there = (stated if stated.tzinfo else stated.replace(tzinfo=dt.UTC)).astimezone(danish)
    except (ValueError, OverflowError, zoneinfo.ZoneInfoNotFoundError):
        return Moment()
    return moment(there.isoformat())
