"""How often something was done within a clock, and when the last required time was: the same for talks and offers."""

from __future__ import annotations

from collections.abc import Sequence

import ibis

from pejl.casework.deadlines.asked import Asked
from pejl.casework.deadlines.force import with_terms
from pejl.casework.deadlines.versions import Version

KEY = ("spell", "version", "starts")
"""What tells the rows under work apart."""


def with_window(rows: ibis.Table, versions: Sequence[Version], asked: Asked) -> ibis.Table:
    """The rows with `required`, `late`, `counts` and `upto`: the last day on which what was done counts, late or not.

    Nothing after the judged day, after the duty ended as law, or after the person left the group counts; what comes
    after the last day only where the law says that late mends (`late`).
    """
    own = with_terms(rows, versions, "required", "late", "counts")
    upto = ibis.least(
        ibis.ifelse(own.late, asked.today, own.due),
        asked.today,
        own.ends.fill_null(asked.day),
        own.left_on.fill_null(asked.day),
    )
    return own.mutate(upto=upto)


def counted(rows: ibis.Table, done: ibis.Table) -> ibis.Table:
    """The rows with `done`, `met_on` and `last_done`. `done` has the key, `required` and `day`, a row for each time.

    What happened twice on one day counts once: the same talk is often registered twice.
    """
    order = ibis.dense_rank().over(ibis.window(group_by=[done[name] for name in KEY], order_by=done.day)) + 1
    ranked = done.mutate(times=order)
    summed = ranked.group_by(*KEY).agg(
        done=ranked.times.max().cast("int64"),
        met_on=ranked.day.min(where=ranked.times == ranked.required),
        last_done=ranked.day.max(),
    )
    joined = beside(rows, summed)
    return joined.mutate(done=joined.done.fill_null(0))


def beside(rows: ibis.Table, of_each: ibis.Table) -> ibis.Table:
    """The rows with what was summed for each; empty where there was nothing to sum."""
    return rows.left_join(of_each, KEY).drop(*(f"{name}_right" for name in KEY))


def bits(conditions: Sequence[ibis.Column]) -> ibis.Column:
    """Conditions as one whole number: the first is the lowest bit. What is unknown is not so."""
    marks = [ibis.ifelse(each, ibis.literal(1 << place), ibis.literal(0)) for place, each in enumerate(conditions)]
    return sum(marks[1:], start=marks[0]).cast("int64")
