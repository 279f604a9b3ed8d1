"""A Danish personal number (*CPR-nummer*) that somebody says is one: its form, and the day it holds.

Ten digits: day, month, year of birth and four more, of which the first tells the century (CPR-kontoret,
"Personnummeret i CPR"). Persons without a number are given an administrative one, whose day is sixty too high. Numbers
found in running text are another matter: see `calendar.personal_numbers`.
"""

from __future__ import annotations

import datetime as dt
import re

_WRITTEN = re.compile(r"\s*(?P<date>[0-9]{6})\s?[-\u2010\u2011\u2013]?\s?(?P<serial>[0-9]{4})\s*\Z", re.ASCII)
_WITHOUT_ZERO = re.compile(r"\s*[1-9][0-9]{8}\s*\Z", re.ASCII)
WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
"""What each digit counts for in the check of older numbers, whose sum eleven divides."""
ADMINISTRATIVE = 60
"""What is added to the day of an administrative number."""


def ten_digits(text: str) -> str | None:
    """The ten digits of a number written with or without a hyphen; None where the text has another form.

    Nine digits are a number whose first nought a spreadsheet took away; no personal number has nine.

    >>> ten_digits("010170-1234")
    '0101701234'
    >>> ten_digits("101701234")
    '0101701234'
    """
    if match := _WRITTEN.match(text):
        return match["date"] + match["serial"]
    return "0" + text.strip() if _WITHOUT_ZERO.match(text) else None


def birth_day(digits: str) -> dt.date | None:
    """The day of birth that ten digits hold; None where they hold no day, and so are no personal number."""
    day, month, year, seventh = int(digits[:2]), int(digits[2:4]), int(digits[4:6]), int(digits[6])
    if day > ADMINISTRATIVE:
        day -= ADMINISTRATIVE
    try:
        return dt.date(_century(year, seventh) + year, month, day)
    except ValueError:
        return None


def modulus_holds(digits: str) -> bool:
    """Whether the check of numbers issued before October 2007 holds. Newer numbers need not satisfy it: only a hint."""
    return sum(weight * int(digit) for weight, digit in zip(WEIGHTS, digits, strict=True)) % 11 == 0


def _century(year: int, seventh: int) -> int:
    """The century that the seventh digit tells, together with the two digits of the year."""
    if seventh <= 3:
        return 1900
    if seventh in (4, 9):
        return 2000 if year <= 36 else 1900
    return 2000 if year <= 57 else 1800
