"""Who is in the target group when it counts: the benefit spell that each deadline is judged by.

The group is asked on the last day, or on the judged day where that comes first, or on the duty's own last day as law.
The row that covers it and is in the group is the deadline's row. Where none is, the person left the group before, and
the last row that was in it is the deadline's: `left_on` is the day on which it ended. Of several versions of one duty
the one whose own last day holds goes before one that ended, also for whoever left while the former was law: a duty that
goes on has not ended with the law.
"""

from __future__ import annotations

import ibis

from pejl.casework.deadlines.asked import Asked

_COVERS, _LEFT_SINCE, _LAPSES, _LEFT, _LEFT_LAPSED, _LATER = range(6)
"""How well a row fits, the best first; a row that begins after the day of asking only tells that the case goes on."""


def standing(rows: ibis.Table, asked: Asked) -> ibis.Table:
    """One row for each person, duty and start of the clock, with `left_on` and `gone`.

    `gone`: the last day has passed, and the person is no longer in the group on the judged day.
    """
    dated = rows.mutate(asked_on=ibis.least(rows.due, asked.today, rows.ends.fill_null(asked.day)))
    covers = dated.row_end.isnull() | (dated.row_end >= dated.asked_on)
    lapses = dated.ends.notnull()
    fits = ibis.cases(
        (dated.row_start > dated.asked_on, _LATER),
        (covers & ~lapses, _COVERS),
        (~covers & ~lapses & (dated.row_end >= dated.since), _LEFT_SINCE),
        (covers, _LAPSES),
        (~lapses, _LEFT),
        else_=_LEFT_LAPSED,
    ).cast("int8")
    ranked = dated.mutate(
        fits=fits,
        runs=dated.row_end.isnull() | (dated.row_end >= asked.day),
    )
    same = ibis.window(group_by=[ranked.person, ranked.place, ranked.starts])
    best = ibis.window(
        group_by=[ranked.person, ranked.place, ranked.starts],
        order_by=[ranked.fits, ranked.since, ranked.row_start.desc(), ranked.spell, *_last_tie(ranked)],
    )
    placed = ranked.mutate(order=ibis.row_number().over(best), runs=ranked.runs.cast("int8").max().over(same))
    chosen = placed.filter((placed.order == 0) & (placed.fits < _LATER))
    left = chosen.fits.isin((_LEFT_SINCE, _LEFT, _LEFT_LAPSED))
    return chosen.mutate(
        left_on=ibis.ifelse(left, chosen.row_end, ibis.null("date")),
        gone=~left & (chosen.runs == 0) & (chosen.due < asked.day),
    ).drop("order", "fits", "since", "runs", "asked_on", "place")


def _last_tie(rows: ibis.Table) -> list[ibis.Column]:
    """Of two benefit spells under one sick leave the one that began last."""
    return [rows.under_start.desc(), rows.under] if "under" in rows.columns else []
