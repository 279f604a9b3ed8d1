"""Personal numbers in cells that are to hold something else: seen, and hidden from what is kept and shown.

A cell is not running text: what has the form and the day of a personal number is taken for one (`stray_numbers`).
"""

from __future__ import annotations

from pejl.calendar.cpr import birth_day, ten_digits
from pejl.calendar.personal_numbers import MASK
from pejl.calendar.stray_numbers import without_numbers
from pejl.intake.contract import Kind

_MAY_BE_NINE_DIGITS = (Kind.KEY, Kind.NAME, Kind.KRONER, Kind.NUMBER)
"""What may well be written as nine digits. Elsewhere nine digits are a personal number without its first nought."""


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
    return without_numbers(text) if _may_hold_number(text) else text


def _may_hold_number(text: str) -> bool:
    """Whether there are so many digits."""
    return len(text) > 9 and sum(map(str.isdecimal, text)) > 9


def _is_number(text: str, *, digits: int) -> bool:
    """Whether the whole cell is a number of at least so many digits."""
    if len(text) < digits or not text[:1].isdecimal() or sum(map(str.isdecimal, text)) < digits:
        return False
    number = ten_digits(text)
    return number is not None and birth_day(number) is not None
