"""Offers: how many that count began within the clock.

One counts by its kind and its length: from its first to its last day as delivered, planned or real, and one without a
last day is long enough. Of some kinds it is enough that they were offered by the last day and began a little later.
"""

from __future__ import annotations

from collections.abc import Sequence

import ibis

from pejl.casework.deadlines.asked import Asked
from pejl.casework.deadlines.counting import KEY, beside, bits, counted, with_window
from pejl.casework.deadlines.evidence import BEGUN, PLANNED
from pejl.casework.deadlines.spans import after, by_version, days_between
from pejl.casework.deadlines.subjects import earliest
from pejl.casework.deadlines.versions import Version, called, ways_of_counting
from pejl.law.duty import Counts


def with_offers(rows: ibis.Table, versions: Sequence[Version], asked: Asked) -> ibis.Table:
    """The deadlines with what was done, `booked` (the next planned first day), `in_time` and `waits`.

    `in_time`: enough began by the last day or so little later that it is allowed. `waits`: one of those was offered in
    time, has not begun, and may still.
    """
    ways = ways_of_counting(versions)
    windowed = with_window(rows, versions, asked)
    begins_by = by_version(
        windowed.version,
        [version.duty.counts.begins_later for version in versions],
        lambda span: after(windowed.due, span),
        "date",
    )
    open_rows = windowed.mutate(begins_by=begins_by).alias(called("offers", versions))
    offers = _offers(asked, versions, ways)
    met = _with_later(_begun(open_rows, offers, asked), offers, asked, ways)
    return _with_planned(met, offers, asked).drop("counts", "upto", "begins_by")


def _offers(asked: Asked, versions: Sequence[Version], ways: Sequence[Counts]) -> ibis.Table:
    """The offers that count for anything, with the ways of counting as bits: `counts_for`, and `later_for`."""
    offers = asked.table("offers")
    recent = offers.start.isnull() | (offers.start >= earliest(asked, versions))
    wanted = offers.filter(recent & offers.status.isin([*BEGUN, PLANNED]))
    marked = wanted.select(
        "person",
        "start",
        "offered",
        "status",
        counts_for=bits([counts_for(wanted, counts) for counts in ways]),
        later_for=bits([wanted.kind.isin(counts.begins_later_kinds) for counts in ways]),
    )
    return marked.filter(marked.counts_for != 0)


def counts_for(offers: ibis.Table, counts: Counts) -> ibis.Column:
    """Whether an offer is of a kind that the duty counts, and long enough."""
    found = offers.kind.isin(counts.kinds) if counts.kinds else ibis.literal(True)
    if counts.least_days > 1:
        length = days_between(offers.start, offers.end) + 1
        found = found & (offers.end.isnull() | offers.start.isnull() | (length >= counts.least_days))
    return found


def _begun(rows: ibis.Table, offers: ibis.Table, asked: Asked) -> ibis.Table:
    """The rows with `done`, `met_on` and `last_done`."""
    begun = offers.filter(offers.status.isin(BEGUN) & (offers.start <= asked.day))
    done = rows.join(
        begun,
        [
            rows.person == begun.person,
            begun.start >= rows.opens,
            begun.start <= rows.upto,
            (begun.counts_for & rows.counts) != 0,
        ],
    ).select(*(rows[name] for name in KEY), rows.required, day=begun.start)
    return counted(rows, done)


def _with_later(rows: ibis.Table, offers: ibis.Table, asked: Asked, ways: Sequence[Counts]) -> ibis.Table:
    """Marks what a later beginning makes timely, or may yet make so."""
    if not any(counts.begins_later_kinds for counts in ways):
        return rows.mutate(in_time=ibis.literal(False), waits=ibis.literal(False))
    late = rows.filter(rows.due < asked.day)
    found = late.join(
        offers,
        [
            late.person == offers.person,
            (offers.counts_for & late.counts) != 0,
            offers.offered.fill_null(asked.day) <= late.due,
            offers.start.isnull() | ((offers.start >= late.opens) & (offers.start <= late.begins_by)),
        ],
    )
    later = (found.later_for & found.counts) != 0
    has_begun = (found.status.isin(BEGUN) & (found.start <= found.upto)).fill_null(False)
    timely = has_begun & (later | (found.start <= found.due).fill_null(False))
    waiting = later & ~(found.start <= asked.day).fill_null(False) & (found.begins_by >= asked.day)
    summed = found.group_by(*KEY).agg(
        timely=found.start.nunique(where=timely),
        waits=waiting.cast("int8").max(),
    )
    joined = beside(rows, summed)
    return joined.mutate(
        in_time=joined.timely.fill_null(0) >= joined.required, waits=joined.waits.fill_null(0) == 1
    ).drop("timely")


def _with_planned(rows: ibis.Table, offers: ibis.Table, asked: Asked) -> ibis.Table:
    """The next first day that is planned from the judged day on."""
    planned = offers.filter((offers.status == PLANNED) & (offers.start >= asked.day))
    coming = rows.join(
        planned,
        [
            rows.person == planned.person,
            planned.start >= rows.opens,
            (planned.counts_for & rows.counts) != 0,
        ],
    )
    first = coming.group_by(*KEY).agg(booked=coming.start.min())
    return beside(rows, first)
