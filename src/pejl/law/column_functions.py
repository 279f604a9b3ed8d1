"""The functions that a rule may call, over columns: each with the one meaning that `pejl.law.arithmetic` gives it.

Numbers with a comma are written as text and made doubles by the engine: DuckDB would take 0.1 for an exact decimal, and
count with it in another way. A day plus a length of time is a moment in SQL, and is made a day again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

import ibis

from pejl.law.arithmetic import HAIR
from pejl.law.parameters import Scalar

_TYPES: Mapping[type, str] = {bool: "boolean", int: "int64", float: "float64", str: "string", dt.date: "date"}


def constant(value: Scalar | None, kind: type) -> Any:
    """A value that is the same for each row."""
    if value is None:
        return ibis.null(_TYPES[kind])
    if isinstance(value, float):
        return ibis.literal(repr(value)).cast("float64")
    if isinstance(value, int) and not isinstance(value, bool):
        return ibis.literal(value, "int64")
    return ibis.literal(value)


def as_kind(value: Any, kind: type) -> Any:
    """The column as its kind; what already is, stays."""
    return value if value.type() == ibis.dtype(_TYPES[kind]) else value.cast(_TYPES[kind])


def _float(value: Any) -> Any:
    return as_kind(value, float)


def _floor(value: Any) -> Any:
    return value.floor().cast("float64")


def _day(moment: Any) -> Any:
    """The day of a moment. Ibis takes it for a day already, so it must be told that it is not."""
    return moment.cast("timestamp").cast("date")


def _hair() -> Any:
    return constant(HAIR, float)


def _half() -> Any:
    return constant(0.5, float)


def whole_kroner(amount: Any) -> Any:
    """See `arithmetic.whole_kroner`."""
    return _floor(_float(amount) + _half() + _hair())


def oere(amount: Any) -> Any:
    """See `arithmetic.oere`."""
    hundred = constant(100.0, float)
    return _floor(_float(amount) * hundred + _half() + _hair()) / hundred


def down_to(amount: Any, step: Any) -> Any:
    """See `arithmetic.down_to`; to a step of nought it is unknown."""
    return _floor(_float(amount) / _float(step).nullif(constant(0.0, float)) + _hair()) * _float(step)


def months_after(day: Any, count: Any) -> Any:
    """See `arithmetic.months_after`. Engines clamp as the law does."""
    return _day(day + _interval(count, "M"))


def weeks_after(day: Any, count: Any) -> Any:
    """See `arithmetic.weeks_after`."""
    return _day(day + _interval(count * 7, "D"))


def days_after(day: Any, count: Any) -> Any:
    """See `arithmetic.days_after`."""
    return _day(day + _interval(count, "D"))


def days_between(first: Any, last: Any) -> Any:
    """See `arithmetic.days_between`."""
    return last.delta(first, unit="day")


def weeks_between(first: Any, last: Any) -> Any:
    """See `arithmetic.weeks_between`: towards nought."""
    days = days_between(first, last)
    return ibis.cases((days >= 0, days // 7), (days < 0, -(-days // 7)))


def years_between(first: Any, last: Any) -> Any:
    """See `arithmetic.years_between`."""
    before = _place(last) < _place(first)
    return last.year().cast("int64") - first.year().cast("int64") - before.cast("int64")


def last_of_month(day: Any) -> Any:
    """See `arithmetic.last_of_month`."""
    return _day(day.truncate("M") + ibis.interval(months=1) - ibis.interval(days=1))


def least(*values: Any) -> Any:
    """The smallest; unknown where one is. (SQL would leave the unknown one out.)"""
    return _among(values, ibis.least)


def greatest(*values: Any) -> Any:
    """The largest; unknown where one is."""
    return _among(values, ibis.greatest)


def _among(values: tuple[Any, ...], function: Callable[..., Any]) -> Any:
    alike = [_float(value) for value in values] if any(value.type().is_floating() for value in values) else values
    found = function(*alike)
    unknown = ibis.or_(*(value.isnull() for value in alike))
    return ibis.ifelse(unknown, ibis.null(found.type()), found)


def _place(day: Any) -> Any:
    """A day's place in the year, for comparing days of different years."""
    return day.month() * 32 + day.day()


def _interval(count: Any, unit: str) -> Any:
    return count.as_interval(unit)


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
}
