"""Talks: how many that count were held within the clock, and the next one that is booked."""

from __future__ import annotations

from collections.abc import Sequence

import ibis

from pejl.casework.deadlines.asked import Asked
from pejl.casework.deadlines.counting import KEY, beside, bits, counted, with_window
from pejl.casework.deadlines.evidence import BOOKED, HELD
from pejl.casework.deadlines.subjects import earliest
from pejl.casework.deadlines.versions import Version, called, ways_of_counting
from pejl.law.duty import Counts


def with_talks(rows: ibis.Table, versions: Sequence[Version], asked: Asked) -> ibis.Table:
    """The deadlines with what was done: `done`, `met_on`, `last_done` and `booked`."""
    ways = ways_of_counting(versions)
    open_rows = with_window(rows, versions, asked).alias(called("talks", versions))
    talks = asked.table("talks")
    recent = talks.day >= earliest(asked, versions)
    held = _marked(talks.filter((talks.status == HELD) & recent & (talks.day <= asked.day)), ways)
    booked = _marked(talks.filter((talks.status == BOOKED) & (talks.day >= asked.day)), ways)
    done = open_rows.join(
        held,
        [
            open_rows.person == held.person,
            held.day >= open_rows.opens,
            held.day <= open_rows.upto,
            (held.counts_for & open_rows.counts) != 0,
        ],
    ).select(*(open_rows[name] for name in KEY), open_rows.required, held.day)
    return _with_bookings(counted(open_rows, done), open_rows, booked).drop("counts", "upto")


def _marked(talks: ibis.Table, ways: Sequence[Counts]) -> ibis.Table:
    """The talks that count for anything, with the duties' ways of counting for which they do as bits."""
    mask = bits([counts_for(talks, counts) for counts in ways])
    marked = talks.select("person", "day", counts_for=mask)
    return marked.filter(marked.counts_for != 0)


def counts_for(talks: ibis.Table, counts: Counts) -> ibis.Column:
    """Whether a talk is of a kind, with an authority and in a form that the duty counts."""
    named = ((talks.type, counts.kinds), (talks.authority, counts.authorities), (talks.form, counts.forms))
    found: ibis.Column = ibis.literal(True)
    for column, words in named:
        if words:
            found = found & column.isin(words).fill_null(False)
    return found


def _with_bookings(rows: ibis.Table, own: ibis.Table, booked: ibis.Table) -> ibis.Table:
    """The first booked day from the judged day on that would count; in time where late does not."""
    coming = own.join(
        booked,
        [
            own.person == booked.person,
            booked.day >= own.opens,
            own.late | (booked.day <= own.due),
            (booked.counts_for & own.counts) != 0,
        ],
    )
    first = coming.group_by(*KEY).agg(booked=coming.day.min())
    return beside(rows, first)
