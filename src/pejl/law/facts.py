"""Facts as people and machines write them, made into what the law can be told: JSON, and the fields of a form.

What cannot be is refused with a sentence that says what the fact means. Nothing of what is told is kept.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal

from pejl.calendar.days import parse_day
from pejl.calendar.numbers import parse_number
from pejl.law import refusals
from pejl.law.given import LARGEST, Given
from pejl.law.person import checked
from pejl.law.refusals import Contradiction
from pejl.law.rulebook import Rulebook

YES, NO = "ja", "nej"
_LONGEST = 60
"""As much of what was sent as a sentence quotes."""
_YES = frozenset({"ja", "j", "true", "1"})
_NO = frozenset({"nej", "n", "false", "0"})

Facts = dict[str, object]


def from_json(book: Rulebook, told: Mapping[str, object]) -> Facts:
    """A JSON object's values: days are written 2025-07-01, null is unknown. Refuses names and values that cannot be."""
    return {name: _plain(_given(book, name), value) for name, value in told.items()}


def from_form(given: Given, written: str) -> object:
    """What a field says: "10.000", "2½", "1.7.2025", "ja"; None (unknown) where nothing is written."""
    text = " ".join(written.split())
    if not text:
        return None
    found = _read(given, text)
    if found is None:
        raise refusals.wrong_given(given, text[:_LONGEST])
    return checked(given, found)


def as_json(value: object) -> object:
    """A value as JSON can hold it: days as 2025-07-01."""
    return value.isoformat() if isinstance(value, dt.date) else value


def example(givens: Iterable[Given]) -> dict[str, object]:
    """The facts with plausible values, as JSON can hold them: what an input may look like."""
    return {given.name: as_json(given.example) for given in givens}


def _given(book: Rulebook, name: str) -> Given:
    if name not in book.givens:
        raise refusals.not_asked(name[:_LONGEST])
    return book.givens[name]


def _plain(given: Given, value: object) -> object:
    if value is None:
        return None
    if given.kind is dt.date and isinstance(value, str):
        day = _iso_day(value)
        if day is None:
            raise refusals.wrong_given(given, value[:_LONGEST])
        return checked(given, day)
    if isinstance(value, bool | int | float | str) and not _too_large(value):
        return checked(given, value)
    raise _unreadable(given, value)


def _unreadable(given: Given, value: object) -> Contradiction:
    shown = "en liste" if isinstance(value, list) else "et objekt" if isinstance(value, dict) else "et meget stort tal"
    return refusals.wrong_given(given, shown)


def _too_large(value: bool | float | str) -> bool:
    return not isinstance(value, str) and not abs(value) < LARGEST


def _iso_day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def _read(given: Given, text: str) -> object:
    if given.kind is bool:
        word = text.casefold()
        return True if word in _YES else False if word in _NO else None
    if given.kind is dt.date:
        return _iso_day(text) or parse_day(text)
    if given.kind is str:
        return text
    number = parse_number(text)
    return None if number is None else _number(given, number)


def _number(given: Given, number: Decimal) -> object:
    if given.kind is int:
        return int(number) if number == number.to_integral_value() else None
    return float(number)
