"""Duties of hours: how many hours a week the offers that count give together, on the last day of each round.

Before the last day the hours of the judged day are told, and nothing is decided. Hours that are not delivered are none.
"""

from __future__ import annotations

from collections.abc import Sequence

import ibis

from pejl.casework.deadlines.asked import Asked
from pejl.casework.deadlines.counting import KEY, beside, bits, with_window
from pejl.casework.deadlines.evidence import BEGUN
from pejl.casework.deadlines.versions import Version, called, ways_of_counting


def with_hours(rows: ibis.Table, versions: Sequence[Version], asked: Asked) -> ibis.Table:
    """The deadlines with `done`, whole hours a week, and `met_on`, the last day where the hours were enough."""
    ways = ways_of_counting(versions)
    windowed = with_window(rows, versions, asked)
    open_rows = windowed.mutate(upto=ibis.least(windowed.upto, windowed.due)).alias(called("hours", versions))
    offers = asked.table("offers")
    running = offers.filter(offers.status.isin(BEGUN) & (offers.start <= asked.day)).select(
        "person",
        "start",
        "end",
        hours=offers.hours_a_week.cast("float64").fill_null(0.0),
        counts_for=bits([offers.kind.isin(way.kinds) if way.kinds else ibis.literal(True) for way in ways]),
    )
    found = open_rows.join(
        running,
        [
            open_rows.person == running.person,
            running.start <= open_rows.upto,
            running.end.isnull() | (running.end >= open_rows.upto),
            (running.counts_for & open_rows.counts) != 0,
        ],
    )
    summed = found.group_by(*KEY).agg(hours=found.hours.sum())
    joined = beside(open_rows, summed)
    hours = joined.hours.fill_null(0.0).floor().cast("int64")
    met = (joined.upto == joined.due) & (hours >= joined.required)
    return joined.mutate(
        done=hours,
        met_on=ibis.ifelse(met, joined.due, ibis.null("date")),
        last_done=ibis.null("date"),
        booked=ibis.null("date"),
    ).drop("hours", "counts", "upto")
