"""The names of months and weekdays as they are written, and as exports and tired fingers abbreviate them.

The names are written out here, so that the machine's locale can change neither what is read nor what is printed.
English names are read because some Danish systems print them ("Torsdag, September 10, 2020"); they are never written.
"""

from __future__ import annotations

from collections.abc import Iterable

MONTHS = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")

_ABBREVIATED_MONTHS = {
    "jan": 1,
    "feb": 2,
    "febr": 2,
    "mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "okt": 10,
    "nov": 11,
    "dec": 12,
}
_ENGLISH_MONTHS = {
    "january": 1,
    "february": 2,
    "march": 3,
    "may": 5,
    "june": 6,
    "july": 7,
    "october": 10,
    "oct": 10,
}
_ABBREVIATED_WEEKDAYS = {
    "man": 0,
    "tir": 1,
    "tirs": 1,
    "ons": 2,
    "tor": 3,
    "tors": 3,
    "fre": 4,
    "lør": 5,
    "søn": 6,
}
_ENGLISH_WEEKDAYS = {
    "monday": 0,
    "tuesday": 1,
    "wednesday": 2,
    "thursday": 3,
    "friday": 4,
    "saturday": 5,
    "sunday": 6,
}

_FULL_MONTHS = {name: number for number, name in enumerate(MONTHS, start=1)}
_MONTH_NUMBERS = _FULL_MONTHS | _ABBREVIATED_MONTHS | _ENGLISH_MONTHS
_WEEKDAY_NUMBERS = {name: number for number, name in enumerate(WEEKDAYS)} | _ABBREVIATED_WEEKDAYS | _ENGLISH_WEEKDAYS


def one_of(names: Iterable[str]) -> str:
    """A pattern for any of the names, the longest first, so that "marts" is never read as "mar"."""
    return "|".join(sorted(names, key=len, reverse=True))


ANY_MONTH = one_of(_MONTH_NUMBERS)
"""Pattern for a month's name in any form that is read. Use it with `re.IGNORECASE`."""

DANISH_MONTH = one_of(_FULL_MONTHS)
"""Pattern for a month's full Danish name."""

SHORT_MONTH = one_of(_ABBREVIATED_MONTHS)
"""Pattern for an abbreviated month, without its full stop."""

FULL_WEEKDAY = one_of((*WEEKDAYS, *_ENGLISH_WEEKDAYS))
"""Pattern for a weekday's full name."""

SHORT_WEEKDAY = one_of(_ABBREVIATED_WEEKDAYS)
"""Pattern for an abbreviated weekday. "man" is also a pronoun: ask for its full stop."""


def month_number(name: str) -> int | None:
    """1 to 12 for a month's name in any form that is read, with or without its full stop; None for anything else."""
    return _MONTH_NUMBERS.get(name.rstrip(".").casefold())


def weekday_number(name: str) -> int | None:
    """0 (Monday) to 6 (Sunday) for a weekday's name, with or without its full stop; None for anything else."""
    return _WEEKDAY_NUMBERS.get(name.rstrip(".").casefold())
