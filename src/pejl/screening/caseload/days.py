"""Days as whole numbers since 1970, as columns hold them."""

from __future__ import annotations

import datetime as dt

_EPOCH = dt.date(1970, 1, 1).toordinal()
SPAN = 2**21
"""More days than any: a person's place times this, plus a day, is one number that can be searched for."""


def day_number(day: dt.date) -> int:
    """Days since 1970."""
    return day.toordinal() - _EPOCH


def day_of(number: int) -> dt.date:
    """The day of a number."""
    return dt.date.fromordinal(_EPOCH + number)
