"""Danish public holidays and working days.

A working day is here Monday to Friday outside the public holidays. Saturday is NOT one, though the word *hverdag* takes
it in; a law that counts Saturdays, or that closes on 1 May, 5 June (*Grundlovsdag*), 24 or 31 December, must say so
itself: those days are no public holidays. Store bededag counts up to and including 2023, its last year.

Names and days come from the `holidays` package. It knows a bounded run of years; outside it we refuse rather than count
Christmas Day as a day of work.
"""

from __future__ import annotations

import datetime as dt
from functools import cache

import holidays

FIRST_YEAR, LAST_YEAR = 1900, 2100
"""The years whose holidays are known here."""

_DAY = dt.timedelta(days=1)


@cache
def public_holidays(year: int) -> tuple[tuple[dt.date, str], ...]:
    """The public holidays of a year with their Danish names, in their order. `ValueError` outside the known years."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"The public holidays of {year} are not known, only those of {FIRST_YEAR}-{LAST_YEAR}.")
    return tuple(sorted(holidays.country_holidays("DK", years=year, language="da", expand=False).items()))


def holiday_name(day: dt.date) -> str | None:
    """The Danish name of the public holiday that `day` is, None where it is none."""
    return dict(public_holidays(day.year)).get(day)


def is_working_day(day: dt.date) -> bool:
    """Whether `day` is Monday to Friday and no public holiday."""
    return day.weekday() < 5 and holiday_name(day) is None


def add_working_days(day: dt.date, count: int) -> dt.date:
    """The working day that lies `count` working days after `day` (before it, where `count` is negative).

    `day` itself is never counted, and nought working days after `day` is `day`, whatever day it is.
    """
    step = _DAY if count >= 0 else -_DAY
    reached, left = day, abs(count)
    while left:
        reached += step
        left -= is_working_day(reached)
    return reached


def working_days_before(day: dt.date, count: int) -> dt.date:
    """The working day that lies `count` working days before `day`, as in "senest fire hverdage før mødet"."""
    if count < 0:
        raise ValueError(f"{count} working days before a day makes no sense: use add_working_days to go forward.")
    return add_working_days(day, -count)
