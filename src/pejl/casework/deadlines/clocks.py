"""The days of each deadline: from when its clock runs, from when something counts, and the last day in time."""

from __future__ import annotations

from collections.abc import Sequence

import ibis

from pejl.casework.deadlines.asked import Asked
from pejl.casework.deadlines.handover import handover
from pejl.casework.deadlines.spans import after, by_version, days_after, days_between, last_of_month, months_after
from pejl.casework.deadlines.versions import Version
from pejl.law.duty import Clock, Span, Starts


def clocked(rows: ibis.Table, versions: Sequence[Version], asked: Asked) -> ibis.Table:
    """The rows with `starts`, `opens`, `due` and `round`: one for each round that has begun by the judged day."""
    clocks = [version.duty.clock for version in versions]
    begun = rows.mutate(
        starts=by_version(rows.version, [clock.starts for clock in clocks], lambda at: _day(rows, at, asked), "date"),
        round=ibis.literal(1, "int64"),
    )
    if any(clock.repeats for clock in clocks):
        begun = _in_rounds(begun, clocks, asked)
    timed = begun.mutate(
        opens=by_version(
            begun.version,
            [(clock.opens_at, clock.opens) for clock in clocks],
            lambda at: after(begun.starts if at[0] is None else _day(begun, at[0], asked), at[1]),
            "date",
        ),
        due=by_version(
            begun.version,
            [(clock.due, clock.end_of_month) for clock in clocks],
            lambda at: last_of_month(after(begun.starts, at[0])) if at[1] else after(begun.starts, at[0]),
            "date",
        ),
    )
    return timed.filter(timed.opens <= timed.due)


def _day(rows: ibis.Table, at: Starts, asked: Asked) -> ibis.Column | None:
    """The day of the register that a clock runs from."""
    if at is Starts.CASE:
        return rows.case_start
    if at is Starts.SPELL:
        return rows.row_start
    if at is Starts.HANDOVER:
        return handover(rows, asked)
    if at is Starts.ABSENCE:
        return rows.case_start
    return rows.passes if at is Starts.PAID_WEEKS else rows.latest


def _in_rounds(rows: ibis.Table, clocks: Sequence[Clock], asked: Asked) -> ibis.Table:
    """Where the clock repeats, a row for each round that began by the judged day while the spell lasted.

    Rounds are counted from the first start, so that the 31st stays the 31st where a month has one.
    """
    repeats = [clock.repeats for clock in clocks]
    last = ibis.least(rows.row_end.fill_null(asked.day), asked.today)
    reach = rows.mutate(
        _until=last, _most=by_version(rows.version, repeats, lambda span: _most(rows, last, span), "int64")
    )
    each = reach.mutate(_turn=ibis.range(0, reach._most.fill_null(0) + 1)).unnest("_turn")
    turned = each.mutate(
        starts=by_version(each.version, repeats, lambda span: _turned(each, span), "date"),
        round=(each._turn + 1).cast("int64"),
    )
    return turned.filter((turned._turn == 0) | (turned.starts <= turned._until)).drop("_until", "_most", "_turn")


def _most(rows: ibis.Table, last: ibis.Column, span: Span | None) -> ibis.Column:
    """At least as many rounds as have begun; 28 days are the shortest month."""
    if span is None:
        return ibis.literal(0)
    shortest = 28 * span.months + 7 * span.weeks + span.days
    return ibis.greatest(days_between(rows.starts, last) // shortest, ibis.literal(0)).cast("int64")


def _turned(rows: ibis.Table, span: Span | None) -> ibis.Column:
    if span is None:
        return rows.starts
    moved = months_after(rows.starts, rows._turn * span.months) if span.months else rows.starts
    days = 7 * span.weeks + span.days
    return days_after(moved, rows._turn * days) if days else moved
