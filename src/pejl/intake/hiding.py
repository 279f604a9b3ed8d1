"""Personal numbers in cells that are to hold something else: seen, and hidden from what is kept and shown.

A cell is not running text. What has the form and the day of a personal number is taken for one also where
`calendar.personal_numbers` would ask for more, for there the words around it tell of other kinds of numbers: beside
letters, before the number of a row (`010180-1234-02`, as sources make keys of it), with any sign between its parts,
and administrative numbers, whose day is sixty too high.
"""

from __future__ import annotations

import re

from pejl.calendar.cpr import birth_day, ten_digits
from pejl.calendar.personal_numbers import MASK, find_personal_numbers, masked
from pejl.intake.contract import Kind

_MAY_BE_NINE_DIGITS = (Kind.KEY, Kind.NAME, Kind.KRONER, Kind.NUMBER)
"""What may well be written as nine digits. Elsewhere nine digits are a personal number without its first nought."""

_SIGN = r"(?:[^\w]|_)"
_PARTS = re.compile(rf"(?<!\d)\d\d(?P<dot>{_SIGN}?)\d\d(?P=dot)\d\d{_SIGN}{{0,5}}\d{{4}}(?!\d)")
_SPELLED = re.compile(rf"(?<!\d)\d(?P<sign>{_SIGN})\d(?:(?P=sign)\d){{8}}(?!(?P=sign)?\d)")
_DIGIT = re.compile(r"\d")


def holds_number(text: str) -> bool:
    """Whether a key or a name holds a personal number."""
    return MASK in hidden(text, Kind.KEY)


def hidden(text: str, kind: Kind) -> str:
    """The cell with the mask for every personal number.

    >>> hidden("101801234", Kind.DAY), hidden("101801234", Kind.KEY), hidden("se 010180-1234", Kind.NAME)
    ('[CPR-nummer skjult]', '101801234', 'se [CPR-nummer skjult]')
    >>> hidden("S010180-1234-02", Kind.KEY)
    'S[CPR-nummer skjult]-02'
    """
    fewest = 10 if kind in _MAY_BE_NINE_DIGITS else 9
    if _is_number(text, digits=fewest):
        return MASK
    return without_numbers(text) if may_hold_number(text) else text


def without_numbers(text: str) -> str:
    """A cell or the name of a file or a column with the mask for every personal number of ten digits.

    >>> without_numbers("ydelser_010180_1234.csv")
    'ydelser_[CPR-nummer skjult].csv'
    """
    if find_personal_numbers(text):
        text = masked(text)
    return _SPELLED.sub(_masked, _PARTS.sub(_masked, text))


def may_hold_number(text: str) -> bool:
    """Whether there are so many digits."""
    return len(text) > 9 and sum(map(str.isdecimal, text)) > 9


def _masked(found: re.Match[str]) -> str:
    number = "".join(str(int(digit)) for digit in _DIGIT.findall(found[0]))
    return found[0] if birth_day(number) is None else MASK


def _is_number(text: str, *, digits: int) -> bool:
    """Whether the whole cell is a number of at least so many digits."""
    if len(text) < digits or not text[:1].isdecimal() or sum(map(str.isdecimal, text)) < digits:
        return False
    number = ten_digits(text)
    return number is not None and birth_day(number) is not None
