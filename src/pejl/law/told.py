"""What a person wrote in a form or a file, as what the law asks for: ja and nej, Danish numbers, days in any form."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

from pejl.calendar.days import parse_day
from pejl.calendar.numbers import parse_number
from pejl.law import refusals
from pejl.law.given import Given
from pejl.law.person import checked

UNKNOWN_WORDS = frozenset({"", "ukendt", "ved ikke", "null"})
_YES_OR_NO = {"ja": True, "nej": False, "true": True, "false": False}


def told(givens: Mapping[str, Given], written: Mapping[str, object]) -> dict[str, object]:
    """The facts as values of the right kind; None is unknown. What cannot be read is a `Contradiction`."""
    facts: dict[str, object] = {}
    for name, value in written.items():
        if name not in givens:
            raise refusals.not_asked(name)
        facts[name] = told_value(givens[name], value)
    return facts


def told_value(asked: Given, written: object) -> object:
    """One fact."""
    value = _read(asked, written.strip()) if isinstance(written, str) else written
    if asked.kind is int and isinstance(value, float) and value == int(value):
        value = int(value)
    return None if value is None else checked(asked, value)


def _read(asked: Given, text: str) -> object:
    if text.casefold() in UNKNOWN_WORDS:
        return None
    if asked.kind is bool:
        return _YES_OR_NO.get(text.casefold(), text)
    if asked.kind is dt.date:
        return parse_day(text) or text
    if asked.kind in (int, float):
        return _number(text)
    return text


def _number(text: str) -> object:
    """A Danish number; one with a full stop before its decimals, as files have it, where that is the only reading."""
    number = parse_number(text)
    if number is None:
        try:
            number = Decimal(text)
        except ArithmeticError:
            return text
    return int(number) if number == number.to_integral_value() else float(number)
