"""Days and lengths of time as expressions, for any engine. They mean what `pejl.law.arithmetic` means for one day."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

import ibis

from pejl.law.duty import Span

Kept = TypeVar("Kept", bound=Hashable)


def after(day: ibis.Column, span: Span) -> ibis.Column:
    """The day so long after another: months first, clamped to the month's end, then weeks and days."""
    moved = day
    if span.months:
        moved = moved + ibis.interval(months=span.months)
    if span.weeks or span.days:
        moved = moved + ibis.interval(days=7 * span.weeks + span.days)
    return _day(moved)


def days_after(day: ibis.Column, count: ibis.Column) -> ibis.Column:
    """The day so many days after another, where the number is a column."""
    return _day(day + count.as_interval("D"))


def months_after(day: ibis.Column, count: ibis.Column) -> ibis.Column:
    """The day so many months after another, where the number is a column; clamped to the month's end."""
    return _day(day + count.as_interval("M"))


def last_of_month(day: ibis.Column) -> ibis.Column:
    """The last day of the month that a day lies in."""
    return _day(_day(day.truncate("M")) + ibis.interval(months=1) - ibis.interval(days=1))


def _day(moment: ibis.Column) -> ibis.Column:
    """A day, whatever the engine makes of a day plus a length of time; Ibis takes it for a day and would not cast."""
    return moment.cast("timestamp").cast("date")


def days_between(first: ibis.Column, last: ibis.Column) -> ibis.Column:
    """How many nights lie between two days."""
    return last.delta(first, unit="day").cast("int64")


def least(*days: ibis.Column | None) -> ibis.Column:
    """The earliest of days that may be empty; what is None or empty bounds nothing."""
    return ibis.least(*(day for day in days if day is not None))


def longest(spans: Sequence[Span]) -> int:
    """A number of days that none of the spans is longer than."""
    return max((31 * span.months + 7 * span.weeks + span.days for span in spans), default=0)


def by_version(
    version: ibis.Column, values: Sequence[Kept], made: Callable[[Kept], ibis.Value | None], kind: str
) -> ibis.Value:
    """An expression that is another for each version (`values` in their order); versions of one value share it.

    `made` gives None where the version has none: then it is empty.
    """
    numbers: dict[Kept, list[int]] = {}
    for number, value in enumerate(values):
        numbers.setdefault(value, []).append(number)
    arms = [(which, made(value)) for value, which in numbers.items()]
    told = [(which, arm) for which, arm in arms if arm is not None]
    if not told:
        return ibis.null(kind)
    if len(arms) == 1:
        return told[0][1].cast(kind)
    return ibis.cases(*((version.isin(which), arm) for which, arm in told)).cast(kind)
