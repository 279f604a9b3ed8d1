"""When a text says that something is: an exact day, or a quarter at the most ("i september 2026", "primo 2027")."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from pejl.calendar.days import find_days, short_day
from pejl.calendar.periods import find_periods

_LONGEST = dt.timedelta(days=93)
"""A half-year and more tells when to look, not when something is."""

_ITEM_AFTER = re.compile(r"\s*,?\s*\(?\s*(?:punkt|pkt|sag)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Moment:
    """The days from `first` to `last`, one day where they are the same, as the text says from `start` to `end`."""

    first: dt.date
    last: dt.date
    start: int
    end: int
    text: str
    names_item: bool = False

    @property
    def exact(self) -> bool:
        """Whether it is one day."""
        return self.first == self.last

    @property
    def said(self) -> str:
        """The day in numbers, or the period in the text's own words."""
        return short_day(self.first) if self.exact else self.text

    def meets(self, other: Moment) -> bool:
        """Whether both may be the same time: they have a day in common."""
        return self.first <= other.last and other.first <= self.last

    def gap(self, other: Moment) -> dt.timedelta:
        """How far the two lie from each other; nothing where they meet."""
        return max(self.first - other.last, other.first - self.last, dt.timedelta(0))


def find_moments(text: str, seen_from: dt.date | None) -> list[Moment]:
    """The moments of a text in their order. One that names a treatment by its item is marked: it is a reference."""
    days = [
        Moment(day.day, day.day, day.start, day.end, day.text, bool(_ITEM_AFTER.match(text, day.end)))
        for day in find_days(text)
    ]
    periods = [
        Moment(found.period.first, found.period.last, found.start, found.end, found.period.text)
        for found in find_periods(text, seen_from)
        if dt.timedelta(0) < found.period.last - found.period.first <= _LONGEST
    ]
    apart = [each for each in periods if not any(day.start < each.end and each.start < day.end for day in days)]
    return sorted([*days, *apart], key=lambda each: each.start)
