"""Days that no calendar has, as a text states them: "31.06.2026", "den 30. februar 2027"."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass

from pejl.calendar.names import MONTHS

_NAMES = "|".join(MONTHS)
_NUMBERS = re.compile(
    r"(?<![0-9./-])(?P<day>[0-3]?[0-9])(?P<sign>[./-])(?P<month>[01]?[0-9])(?P=sign)(?P<year>20[0-9]{2})(?![0-9./-]*[0-9])"
)
_NAMED = re.compile(
    rf"(?<![0-9.])(?P<day>[1-3]?[0-9])\.?\s(?P<name>{_NAMES})(?:\s(?P<year>20[0-9]{{2}}))?(?![^\W_])", re.IGNORECASE
)
_LEAP_YEAR = 2024
_LAST_DAY, _LAST_MONTH = 31, 12


@dataclass(frozen=True, slots=True)
class ImpossibleDay:
    """A day that its month does not have, as printed, and the last day that the month has."""

    text: str
    last: int


def find_impossible_days(text: str) -> list[ImpossibleDay]:
    """The days of the text that are in no calendar; only those that no month has room for, never a wrong order.

    >>> [each.text for each in find_impossible_days("Loven gælder fra 31.06.2026, og mødet er den 30. april 2026.")]
    ['31.06.2026']
    """
    found = [(match, int(match["month"])) for match in _NUMBERS.finditer(text)]
    names = [name.casefold() for name in MONTHS]
    found += [(match, names.index(match["name"].casefold()) + 1) for match in _NAMED.finditer(text)]
    days = []
    for match, month in found:
        day, year = int(match["day"]), int(match["year"] or _LEAP_YEAR)
        if not 1 <= month <= _LAST_MONTH or not 1 <= day <= _LAST_DAY:
            continue  # a number of a case or a version rather than a day
        last = calendar.monthrange(year, month)[1]
        if day > last:
            days.append(ImpossibleDay(match.group(), last))
    return days
