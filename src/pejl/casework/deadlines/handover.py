"""The day on which the a-kasse hands over to the municipality: the end of the month in which 410 hours are passed.

Hours are taken to be paid evenly from the case's first day, at the pace of what the spell has been paid; where no hours
are delivered, at 37 a week. So the day is an estimate until the source counts the hours itself.
"""

from __future__ import annotations

import ibis

from pejl.casework.deadlines.asked import Asked
from pejl.casework.deadlines.spans import days_after, days_between, last_of_month

HOURS_OF_THE_FUND = 410
"""More than so many hours of dagpenge, counted at the month's end, and the municipality takes over (LAB § 31)."""
FULL_TIME = 37
_NEVER = 36_500


def handover(rows: ibis.Table, asked: Asked) -> ibis.Column:
    """The day for each benefit spell; empty where no hours were paid at all."""
    seen = ibis.least(rows.row_end.fill_null(asked.snapshot.known), ibis.literal(asked.snapshot.known))
    days = ibis.greatest(days_between(rows.row_start, seen) + 1, ibis.literal(1))
    hours = rows.hours_paid.cast("float64").nullif(0.0)
    paced = (HOURS_OF_THE_FUND * days / hours).floor() + 1
    unknown = rows.hours_paid.isnull()
    needed = ibis.ifelse(unknown, HOURS_OF_THE_FUND * 7 // FULL_TIME + 1, paced)
    whole = ibis.least(needed, ibis.literal(_NEVER)).cast("int64")
    return last_of_month(days_after(rows.case_start, whole - 1))
