"""Days as whole numbers (days since 1970), a column at a time: months, ages, working days."""

from __future__ import annotations

import datetime as dt
from functools import cache

import numpy as np

from pejl.calendar.holidays import is_working_day
from pejl.register.simulation.draws import Ints

NONE = -(2**31)
"""Stands for no day and no number."""

_EPOCH = dt.date(1970, 1, 1).toordinal()


def number(day: dt.date) -> int:
    """The day as a number."""
    return day.toordinal() - _EPOCH


def day(number: int) -> dt.date:
    """The number as a day."""
    return dt.date.fromordinal(int(number) + _EPOCH)


def on(year: int, month: int, of_month: int) -> int:
    """The number of a day of the calendar."""
    return number(dt.date(year, month, of_month))


def months_of(days: Ints) -> Ints:
    """The month that each day lies in, counted from January 1970."""
    return days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)


def first_of(months: Ints) -> Ints:
    """The first day of each month."""
    return months.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)


def years_of(days: Ints) -> Ints:
    """The year that each day lies in."""
    return months_of(days) // 12 + 1970


def working(days: Ints) -> Ints:
    """Each day, or the next working day where it is none."""
    if not len(days):
        return days
    first, last = int(days.min()), int(days.max())
    return _next_working(first, last)[days - first]


@cache
def _next_working(first: int, last: int) -> Ints:
    found = np.empty(last - first + 1, np.int64)
    following = last + 1
    while not is_working_day(day(following)):
        following += 1
    for place in range(last - first, -1, -1):
        if is_working_day(day(first + place)):
            following = first + place
        found[place] = following
    return found
