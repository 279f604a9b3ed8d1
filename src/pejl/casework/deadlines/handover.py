"""The day on which the a-kasse hands over to the municipality: the end of the month in which 410 hours are passed.

Hours are taken to be paid evenly from the case's first day, at the pace of what the spell has been paid; where no hours
are delivered, at full time. Both numbers are the law's (`overdragelse_timer`, `fuld_arbejdsuge`). So the day is an
estimate until the source counts the hours itself.
"""

from __future__ import annotations

import ibis

from pejl.casework.deadlines.asked import Asked
from pejl.casework.deadlines.spans import days_after, days_between, last_of_month

_NEVER = 36_500
"""Days after which nobody asks any more: who is paid next to nothing is not handed over."""


def handover(rows: ibis.Table, asked: Asked) -> ibis.Column:
    """The day for each benefit spell; empty where no hours were paid at all."""
    limit, full_time = (asked.of_the_law(name) for name in ("overdragelse_timer", "fuld_arbejdsuge"))
    seen = ibis.least(rows.row_end.fill_null(asked.snapshot.known), ibis.literal(asked.snapshot.known))
    days = ibis.greatest(days_between(rows.row_start, seen) + 1, ibis.literal(1))
    hours = rows.hours_paid.cast("float64").nullif(0.0)
    paced = (limit * days / hours).floor() + 1
    unknown = rows.hours_paid.isnull()
    needed = ibis.ifelse(unknown, int(limit * 7 // full_time) + 1, paced)
    whole = ibis.least(needed, ibis.literal(_NEVER)).cast("int64")
    return last_of_month(days_after(rows.case_start, whole - 1))
