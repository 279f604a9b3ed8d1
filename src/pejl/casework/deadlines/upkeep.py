"""Duties to do something again and again: a plan used, a CV updated, a clarification, a follow-up.

Each time it is done ends a round and begins the next; before the first time the clock runs from the row's first day.
What was done in an earlier case begins no round in this one.
"""

from __future__ import annotations

from collections.abc import Sequence

import ibis

from pejl.casework.deadlines.asked import Asked
from pejl.casework.deadlines.clocks import clocked
from pejl.casework.deadlines.counting import KEY, counted, with_window
from pejl.casework.deadlines.evidence import BEGUN, DAYS_OF_PLANS, HELD, TABLES
from pejl.casework.deadlines.spans import after
from pejl.casework.deadlines.talks import counts_for as talk_counts_for
from pejl.casework.deadlines.versions import Version, called
from pejl.law.duty import Counts, Kind, Span


def in_rounds(rows: ibis.Table, versions: Sequence[Version], asked: Asked) -> ibis.Table:
    """The rows as `clocked` gives them, once for each round, with `next_done`: when the round was ended."""
    done = _done(versions, asked).alias(called("rounds", versions))
    following = done.next_done
    again = rows.join(
        done,
        [
            rows.person == done.done_by,
            rows.version == done.done_for,
            done.done_on >= rows.case_start,
            rows.row_end.isnull() | (done.done_on <= rows.row_end),
        ],
    ).mutate(latest=done.done_on, next_done=following)
    again = again.drop("done_by", "done_for", "done_on")
    rounds = clocked(_first_rounds(rows, done).union(again, distinct=False), versions, asked)
    order = ibis.window(group_by=["person", "version", "case_start"], order_by="starts")
    return rounds.mutate(
        round=(ibis.dense_rank().over(order) + 1).cast("int64"),
        opens=ibis.greatest(rounds.opens, after(rounds.starts, Span(days=1))),
    )


def _first_rounds(rows: ibis.Table, done: ibis.Table) -> ibis.Table:
    """The rows on whose first day nothing had been done in the case, with the first time after it."""
    before = rows.join(
        done,
        [
            rows.person == done.done_by,
            rows.version == done.done_for,
            done.done_on >= rows.case_start,
            done.done_on <= rows.row_start,
        ],
    ).select("spell", "version")
    fresh = rows.anti_join(before, ["spell", "version"])
    later = fresh.join(
        done,
        [
            fresh.person == done.done_by,
            fresh.version == done.done_for,
            done.done_on > fresh.row_start,
        ],
    )
    first = later.group_by("spell", "version").agg(next_done=later.done_on.min())
    joined = fresh.left_join(first, ["spell", "version"]).drop("spell_right", "version_right")
    return joined.mutate(latest=joined.row_start, next_done=joined.next_done).select(
        *rows.columns, "next_done", "latest"
    )


def with_rounds_ended(rows: ibis.Table, versions: Sequence[Version], asked: Asked) -> ibis.Table:
    """The deadlines with `done` and `met_on`: the end of the round, where it came before the judged day ended."""
    windowed = with_window(rows, versions, asked)
    ended = windowed.next_done <= windowed.upto
    return windowed.mutate(
        done=ended.fill_null(False).cast("int64"),
        met_on=ibis.ifelse(ended, windowed.next_done, ibis.null("date")),
        last_done=ibis.null("date"),
        booked=ibis.null("date"),
    ).drop("upto", "next_done", "counts")


def with_times(rows: ibis.Table, versions: Sequence[Version], asked: Asked) -> ibis.Table:
    """The same for a clock that runs once, from another day: how often it was done within it."""
    open_rows = with_window(rows, versions, asked).alias(called("times", versions))
    days = _done(versions, asked)
    done = open_rows.join(
        days,
        [
            open_rows.person == days.done_by,
            open_rows.version == days.done_for,
            days.done_on >= open_rows.opens,
            days.done_on <= open_rows.upto,
        ],
    ).select(*(open_rows[name] for name in KEY), open_rows.required, day=days.done_on)
    return counted(open_rows, done).mutate(booked=ibis.null("date")).drop("upto", "counts")


def _done(versions: Sequence[Version], asked: Asked) -> ibis.Table:
    """Each day on which something that counts for a version was done: `done_by`, `done_for`, `done_on`, `next_done`."""
    parts: list[ibis.Table] = []
    for number, version in enumerate(versions):
        for person, day in _times(version.duty.kind, version.duty.counts, asked):
            parts.append(person.select(done_by=person.person, done_for=ibis.literal(number, "int64"), done_on=day))
    days = parts[0].union(*parts[1:], distinct=False) if len(parts) > 1 else parts[0]
    known = days.filter(days.done_on <= asked.day).distinct()
    order = ibis.window(group_by=["done_by", "done_for"], order_by="done_on")
    return known.mutate(next_done=known.done_on.lead().over(order))


def _times(kind: Kind, counts: Counts, asked: Asked) -> list[tuple[ibis.Table, ibis.Column]]:
    """The rows of the register that say that it was done, with their days."""
    rows = asked.table(TABLES[kind])
    if kind in DAYS_OF_PLANS:
        own = rows.filter(rows.kind.isin(counts.kinds)) if counts.kinds else rows
        return [(own, own[name]) for name in DAYS_OF_PLANS[kind]]
    if kind is Kind.TALK:
        held = rows.filter((rows.status == HELD) & talk_counts_for(rows, counts))
        return [(held, held.day)]
    begun = rows.filter(rows.status.isin(BEGUN) & (rows.kind.isin(counts.kinds) if counts.kinds else True))
    return [(begun, begun.start)]
