"""Personal numbers that have strayed to where no running text is: into a cell, a name of a file, a line of a log.

There are no words around them that tell of other kinds of numbers, so what has the form and the day of a personal
number is taken for one: beside letters, before the number of a row (`010180-1234-02`, as sources make keys of it), with
any sign between its parts, and administrative numbers, whose day is sixty too high.
"""

from __future__ import annotations

import re

from pejl.calendar.cpr import birth_day
from pejl.calendar.personal_numbers import MASK, find_personal_numbers, masked

_SIGN = r"(?:[^\w]|_)"
_PARTS = re.compile(rf"(?<!\d)\d\d(?P<dot>{_SIGN}?)\d\d(?P=dot)\d\d{_SIGN}{{0,5}}\d{{4}}(?!\d)")
_SPELLED = re.compile(rf"(?<!\d)\d(?P<sign>{_SIGN})\d(?:(?P=sign)\d){{8}}(?!(?P=sign)?\d)")
_DIGIT = re.compile(r"\d")


def without_numbers(text: str) -> str:
    """The text with the mask for every personal number of ten digits.

    >>> without_numbers("ydelser_010180_1234.csv")
    'ydelser_[CPR-nummer skjult].csv'
    """
    if find_personal_numbers(text):
        text = masked(text)
    return _SPELLED.sub(_masked, _PARTS.sub(_masked, text))


def _masked(found: re.Match[str]) -> str:
    number = "".join(str(int(digit)) for digit in _DIGIT.findall(found[0]))
    return found[0] if birth_day(number) is None else MASK
