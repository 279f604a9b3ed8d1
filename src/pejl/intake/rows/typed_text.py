"""Values that a file holds as numbers, days or yes and no, written as the text that a Danish file would have.

So one checker serves every kind of file. Numbers have no exponent and none of the noise that binary numbers gather:
0.1 + 0.2 is "0,3". The sign before decimals is the one that the description states for the table, else a comma.
"""

from __future__ import annotations

import datetime as dt
import math
from decimal import Decimal

import pyarrow as pa
import pyarrow.compute as pc

LOCAL = "Europe/Copenhagen"
_NOISE = 9
"""Decimals of a binary number that are kept; what a delivery states has fewer, what is beyond them is noise."""
_SURE = r"^-?[0-9]{1,15}(?:\.[0-9]{1,9})?$"
_MIDNIGHT = r"[ T]00:00:00(?:\.0+)?$"


def value_text(value: object, sign: str) -> str:
    """One value of a spreadsheet. Spaces at the ends are taken away."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, (int, float)):
        return number_text(value, sign)
    if isinstance(value, dt.datetime):
        return str(value.date()) if value.time() == dt.time() else value.isoformat(" ", "seconds")
    return str(value)


def number_text(value: int | float, sign: str) -> str:
    """A number with fifteen significant digits, as many as a spreadsheet keeps.

    >>> number_text(37.5, ","), number_text(0.1 + 0.2, ","), number_text(1e20, ",")
    ('37,5', '0,3', '100000000000000000000')
    """
    if isinstance(value, float) and not math.isfinite(value):
        return "" if math.isnan(value) else str(value)
    text = str(value) if isinstance(value, int) else format(Decimal(format(value, ".15g")), "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text.replace(".", sign)


def column_text(column: pa.Array, sign: str) -> pa.StringArray | None:
    """A typed column as text, "" for null; None for values that are no text, number, day or yes and no."""
    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    text = _text(column, sign)
    return None if text is None else pc.utf8_trim_whitespace(pc.fill_null(text, ""))


def _text(column: pa.Array, sign: str) -> pa.StringArray | None:
    kind = column.type
    if pa.types.is_boolean(kind):
        return pc.if_else(column, pa.scalar("ja"), pa.scalar("nej"))
    if pa.types.is_timestamp(kind):
        return _times(column)
    if pa.types.is_decimal(kind):
        return _decimals(column, sign)
    if pa.types.is_floating(kind):
        return _floats(column.cast(pa.float64()), sign)
    if pa.types.is_binary(kind) or pa.types.is_large_binary(kind):
        return _bytes(column)
    as_it_is = pa.types.is_integer(kind) or pa.types.is_date(kind) or pa.types.is_time(kind) or pa.types.is_null(kind)
    texts = pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind)
    return column.cast(pa.string()) if as_it_is or texts else None


def _times(column: pa.Array) -> pa.StringArray:
    """Days where the time is midnight. A moment that names its zone is told in Danish time."""
    if column.type.tz is not None:
        column = pc.local_timestamp(column.cast(pa.timestamp(column.type.unit, LOCAL)))
    return pc.replace_substring_regex(column.cast(pa.string()), _MIDNIGHT, "")


def _decimals(column: pa.Array, sign: str) -> pa.StringArray:
    return _as_plain(column.cast(pa.string()), column, sign)


def _floats(column: pa.Array, sign: str) -> pa.StringArray:
    numbers = pc.if_else(pc.is_nan(column), None, column)
    return _as_plain(pc.round(numbers, _NOISE).cast(pa.string()), numbers, sign)


def _as_plain(text: pa.StringArray, numbers: pa.Array, sign: str) -> pa.StringArray:
    """Numbers without exponent and without noughts at the end. Those that are written otherwise are few."""
    others = pc.fill_null(pc.invert(pc.match_substring_regex(text, _SURE)), False)
    trimmed = pc.replace_substring_regex(pc.replace_substring_regex(text, r"(\.[0-9]*?)0+$", r"\1"), r"\.$", "")
    plain = pc.replace_substring(trimmed, ".", sign)
    if pc.any(others).as_py():
        written = [_one(number, sign) for number in numbers.filter(others).to_pylist()]
        plain = pc.replace_with_mask(plain, others, pa.array(written, pa.string()))
    return pc.if_else(pc.equal(plain, "-0"), "0", plain)


def _one(number: float | Decimal, sign: str) -> str:
    if isinstance(number, float):
        return number_text(number, sign)
    text = format(number, "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", sign)


def _bytes(column: pa.Array) -> pa.StringArray | None:
    """Text that a program wrote as bytes; None where it is none."""
    try:
        return column.cast(pa.string())
    except pa.ArrowInvalid:
        return None
