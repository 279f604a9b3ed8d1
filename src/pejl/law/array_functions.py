"""The functions that a rule may call, over arrays of NumPy: each with the meaning that `pejl.law.arithmetic` gives it.

Days are datetime64[D], words small whole numbers. Nothing is unknown here.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from functools import lru_cache
from typing import Any

import numpy as np

from pejl.law.arithmetic import HAIR


def whole_kroner(amount: Any) -> Any:
    """See `arithmetic.whole_kroner`."""
    return np.floor(amount + 0.5 + HAIR)


def oere(amount: Any) -> Any:
    """See `arithmetic.oere`."""
    return np.floor(amount * 100 + 0.5 + HAIR) / 100


def down_to(amount: Any, step: Any) -> Any:
    """See `arithmetic.down_to`."""
    return np.floor(divided(amount, step) + HAIR) * step


def divided(number: Any, by: Any) -> Any:
    """No number where it is divided by nought: infinity would be lost again in the smallest of two."""
    return np.true_divide(number, np.where(np.equal(by, 0), np.nan, by) if isinstance(by, np.ndarray) else by)


def months_after(day: Any, count: Any) -> Any:
    """See `arithmetic.months_after`: the last day of the month where it has no such day."""
    if not isinstance(count, np.ndarray):
        return _once_for_each_day(_months_after, day, count)
    return _months_after(day, count)


def _months_after(day: Any, count: Any) -> Any:
    day = np.asarray(day, "datetime64[D]")
    month = day.astype("datetime64[M]")
    nights = day - month.astype("datetime64[D]")
    target = month + _length(count, "M")
    last = (target + np.timedelta64(1, "M")).astype("datetime64[D]") - np.timedelta64(1, "D")
    return np.minimum(target.astype("datetime64[D]") + nights, last)


def weeks_after(day: Any, count: Any) -> Any:
    """See `arithmetic.weeks_after`."""
    return day + _length(count * 7, "D")


def days_after(day: Any, count: Any) -> Any:
    """See `arithmetic.days_after`."""
    return day + _length(count, "D")


def days_between(first: Any, last: Any) -> Any:
    """See `arithmetic.days_between`."""
    return (last - first).astype("int64")


def weeks_between(first: Any, last: Any) -> Any:
    """See `arithmetic.weeks_between`: towards nought."""
    days = days_between(first, last)
    return np.where(days >= 0, days // 7, -(-days // 7))


def years_between(first: Any, last: Any) -> Any:
    """See `arithmetic.years_between`."""
    if not isinstance(last, np.ndarray):
        return _once_for_each_day(_years_between, first, last)
    return _years_between(first, last)


def _years_between(first: Any, last: Any) -> Any:
    first_year, first_place = _year_and_place(first)
    last_year, last_place = _year_and_place(last)
    return last_year - first_year - (last_place < first_place)


def last_of_month(day: Any) -> Any:
    """See `arithmetic.last_of_month`."""
    return _once_for_each_day(_last_of_month, day)


def _last_of_month(day: Any) -> Any:
    after = day.astype("datetime64[M]") + np.timedelta64(1, "M")
    return after.astype("datetime64[D]") - np.timedelta64(1, "D")


def choice(test: Any, yes: Any, no: Any) -> Any:
    """Where the test holds the one, else the other: by bits, since a processor that guesses is wrong half the time."""
    kind = np.result_type(yes, no)
    bits = _BITS.get(kind.itemsize)
    if bits is None or not isinstance(test, np.ndarray):
        return np.where(test, yes, no)
    one, other = (np.asarray(each, kind).view(bits) for each in (yes, no))
    found = np.negative(test.view(np.int8), dtype=bits)
    found &= one ^ other
    found ^= other
    return found.view(kind)


def looked_up(word: Any, *values: Any) -> Any:
    """What each word comes to; the values stand in the order of the words' numbers."""
    return np.array(values).take(word)


_BITS: Mapping[int, Any] = {1: np.int8, 2: np.int16, 8: np.int64}
"""Whole numbers of as many bytes as a value has."""


def within(of: Any, *constants: Any) -> Any:
    """Whether each value is one of the constants."""
    found = of == constants[0]
    for constant in constants[1:]:
        found |= of == constant
    return found


def least(*values: Any) -> Any:
    """The smallest of several."""
    return _folded(np.minimum, values)


def greatest(*values: Any) -> Any:
    """The largest of several."""
    return _folded(np.maximum, values)


def _folded(function: Callable[[Any, Any], Any], values: tuple[Any, ...]) -> Any:
    found = values[0]
    for value in values[1:]:
        found = function(found, value)
    return found


def _once_for_each_day(function: Callable[..., Any], day: Any, *more: Hashable) -> Any:
    """A function of days, asked once for each day that there may be: many rows share few days."""
    if not isinstance(day, np.ndarray) or not day.size:
        return function(day, *more)
    number = day.view("int64")
    first, last = int(number.min()) // _YEARS * _YEARS, int(number.max()) // _YEARS * _YEARS + _YEARS
    if last - first > _MOST:
        return function(day, *more)
    return _for_days(function, first, last, *more).take(number - first)


@lru_cache(maxsize=64)
def _for_days(function: Callable[..., Any], first: int, last: int, *more: Hashable) -> Any:
    """What a function comes to for each day of a stretch, which is kept: the next block of rows has the same days."""
    return function(np.arange(first, last).astype("datetime64[D]"), *more)


_YEARS = 1024
"""Stretches begin at multiples of so many days, so that blocks of rows share them."""
_MOST = 32 * _YEARS
"""No stretch is longer: some ninety years."""


def _length(count: Any, unit: str) -> Any:
    return np.asarray(count, "int64").astype(f"timedelta64[{unit}]")


def _year_and_place(day: Any) -> tuple[Any, Any]:
    """The year, and a day's place in it, for comparing days of different years."""
    day = np.asarray(day, "datetime64[D]")
    month = day.astype("datetime64[M]")
    number = month.astype("int64")
    nights = (day - month.astype("datetime64[D]")).astype("int64")
    return number // 12, number % 12 * 32 + nights


PASSING_ON = frozenset(("+", "-", "*", "/", "-x", "min", "max", "choice", "whole_kroner", "oere", "down_to"))
"""The functions whose answer is no number where one of their operands is none. Others would take it for something."""

FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "whole_kroner": whole_kroner,
    "oere": oere,
    "down_to": down_to,
    "months_after": months_after,
    "weeks_after": weeks_after,
    "days_after": days_after,
    "days_between": days_between,
    "weeks_between": weeks_between,
    "years_between": years_between,
    "last_of_month": last_of_month,
    "min": least,
    "max": greatest,
    "within": within,
    "and": np.logical_and,
    "or": np.logical_or,
    "not": np.logical_not,
    "choice": choice,
    "looked_up": looked_up,
    "-x": np.negative,
    "+": np.add,
    "-": np.subtract,
    "*": np.multiply,
    "/": divided,
    "==": np.equal,
    "!=": np.not_equal,
    "<": np.less,
    "<=": np.less_equal,
    ">": np.greater,
    ">=": np.greater_equal,
}
