"""Days that one slip of the hand makes of each other."""

from __future__ import annotations

import datetime as dt

from pejl.calendar.days import short_day


def one_slip_apart(one: dt.date, other: dt.date) -> bool:
    """Whether two different days differ by one digit as written, by two digits swapped, or by day and month swapped.

    >>> one_slip_apart(dt.date(2024, 9, 6), dt.date(2024, 9, 9))
    True
    >>> one_slip_apart(dt.date(2024, 9, 6), dt.date(2024, 6, 9))
    True
    >>> one_slip_apart(dt.date(2024, 9, 6), dt.date(2024, 10, 7))
    False
    """
    if one == other:
        return False
    if (one.year, one.month, one.day) == (other.year, other.day, other.month):
        return True
    written, meant = short_day(one), short_day(other)
    differing = [place for place, pair in enumerate(zip(written, meant, strict=True)) if pair[0] != pair[1]]
    if len(differing) == 1:
        return True
    first, *rest = differing
    return rest == [first + 1] and (written[first], written[first + 1]) == (meant[first + 1], meant[first])
