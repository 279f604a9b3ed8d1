"""Arithmetic with months and weeks, for rules that count in them.

A month after the 31st is the last day of a shorter month: 31 January plus one month is 28 February, in a leap year the
29th. Hence `add_months` cannot be undone by subtracting, and two steps of one month are not always one step of two.
"""

from __future__ import annotations

import calendar
import datetime as dt


def add_months(day: dt.date, months: int) -> dt.date:
    """The day `months` after (or, negative, before) `day`, clamped to the last day of a shorter month."""
    years, month_index = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month_index + 1
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise ValueError(f"{months} months from {day.isoformat()} lies outside the years {dt.MINYEAR}-{dt.MAXYEAR}.")
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def last_of_month(day: dt.date) -> dt.date:
    """The last day of the month that `day` lies in."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def weeks_between(first: dt.date, last: dt.date) -> int:
    """How many whole weeks have passed from `first` to `last`: 7 days are one week, 6 days none.

    Counted towards nought, so that the weeks back from `last` to `first` are as many, with a minus.
    """
    days = (last - first).days
    return days // 7 if days >= 0 else -(-days // 7)
