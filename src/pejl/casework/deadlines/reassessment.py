"""The reassessment of sickness benefit: when the paid weeks pass the limit, and whether it was done.

Paid days of the last nine months are counted up to each day of the leave. The first days do not count: those that the
employer pays, or the first two weeks of the self-employed (`revurdering_taeller_fra` in the law). Earlier leaves of the
person are those in the register; where it has none, the weeks that the source says were paid before are taken to lie
right before this leave, where they count the longest.
"""

from __future__ import annotations

from collections.abc import Sequence

import ibis

from pejl.casework.deadlines.asked import Asked
from pejl.casework.deadlines.counting import KEY, counted, with_window
from pejl.casework.deadlines.evidence import ACT_ON_SICK_PAY, SECTIONS_OF_REASSESSMENT
from pejl.casework.deadlines.rules import answer, answered
from pejl.casework.deadlines.spans import after, days_after, days_between
from pejl.casework.deadlines.versions import Version, called
from pejl.casework.givens import OF_SICK_LEAVE
from pejl.law.duty import Span

_PAID_FROM = "revurdering_taeller_fra"


def with_passing(rows: ibis.Table, asked: Asked) -> ibis.Table:
    """The sick leaves with `passes`, the day on which the paid weeks pass the limit: empty where they never do.

    A leave that goes on is followed into the future as if it went on being paid.
    """
    limit = 7 * asked.of_the_law("revurdering_uger")
    paid = _paid(rows, asked)
    alone = days_after(paid.paid_from, ibis.literal(limit))
    sooner = _sooner(paid, asked, limit)
    joined = paid.mutate(alone=alone).left_join(sooner, "spell").drop("spell_right")
    passes = joined.sooner.fill_null(joined.alone)
    goes_on = joined.row_end.isnull() | (joined.row_end > asked.day) | (joined.row_end >= passes)
    return joined.mutate(passes=ibis.ifelse(goes_on, passes, ibis.null("date"))).drop("alone", "sooner", "paid_from")


def _paid(rows: ibis.Table, asked: Asked) -> ibis.Table:
    """Sick leaves with `paid_from`, the first day that counts."""
    found = answered(rows, asked.law_day, [_PAID_FROM], asked, OF_SICK_LEAVE)
    column = answer((_PAID_FROM, asked.law_day.day))
    return found.mutate(paid_from=found[column].fill_null(found.first_day)).drop(column)


def _sooner(paid: ibis.Table, asked: Asked, limit: int) -> ibis.Table:
    """For each leave with earlier paid days: the first day on which all of them together pass the limit."""
    months = asked.of_the_law("revurdering_maaneder")
    earlier = _earlier(paid, asked, months)
    total = earlier.group_by("spell").agg(
        paid=(days_between(earlier.paid_first, earlier.paid_last) + 1).cast("float64").sum(),
        paid_from=earlier.own_from.min(),
    )
    most = ibis.least(total.paid, ibis.literal(float(limit))).cast("int64")
    turned = total.mutate(turn=ibis.range(0, most + 1)).unnest("turn")
    days = turned.select("spell", "paid_from", on=days_after(turned.paid_from, limit - turned.turn))
    pairs = days.join(earlier, days.spell == earlier.spell).select(
        days.spell, days.on, days.paid_from, earlier.paid_first, earlier.paid_last
    )
    first = ibis.greatest(pairs.paid_first, after(after(pairs.on, Span(months=-months)), Span(days=1)))
    inside = ibis.greatest(days_between(first, pairs.paid_last) + 1, ibis.literal(0))
    summed = (
        pairs.mutate(inside=inside)
        .group_by("spell", "on", "paid_from")
        .agg(lambda each: each.inside.sum().name("before"))
    )
    passed = summed.filter(summed.before + days_between(summed.paid_from, summed.on) + 1 > limit)
    return passed.group_by("spell").agg(sooner=passed.on.min())


def _earlier(paid: ibis.Table, asked: Asked, months: int) -> ibis.Table:
    """Pairs of a leave (`spell`, `own_from`) and paid days before it, from `paid_first` to `paid_last`."""
    leaves = asked.table("sick_leave_spells")
    all_paid = _paid(leaves.filter(leaves.first_day <= asked.day), asked)
    following = all_paid.first_day.lead().over(ibis.window(group_by="person", order_by=["first_day", "id"]))
    bounded = all_paid.mutate(
        paid_last=ibis.least(
            all_paid.last_day.fill_null(asked.day), after(following, Span(days=-1)).fill_null(asked.day)
        )
    )
    before = bounded.filter(bounded.paid_last >= bounded.paid_from).select(
        before_person=bounded.person,
        before_first=bounded.first_day,
        paid_first=bounded.paid_from,
        paid_last=bounded.paid_last,
    )
    own = paid.select("spell", "person", "first_day", "weeks_paid_9_months", own_from=paid.paid_from)
    found = own.join(
        before,
        [
            own.person == before.before_person,
            before.before_first < own.first_day,
            before.paid_last > after(own.own_from, Span(months=-months)),
        ],
    ).select("spell", "own_from", "paid_first", "paid_last")
    told = own.filter(own.weeks_paid_9_months.fill_null(0) > 0).anti_join(found, "spell")
    whole = (told.weeks_paid_9_months.cast("float64") * 7).floor().cast("int64")
    elsewhere = told.select(
        "spell",
        "own_from",
        paid_first=days_after(told.first_day, -whole),
        paid_last=after(told.first_day, Span(days=-1)),
    )
    return found.union(elsewhere.filter(elsewhere.paid_last >= elsewhere.paid_first))


def with_reassessments(rows: ibis.Table, versions: Sequence[Version], asked: Asked) -> ibis.Table:
    """The deadlines with what was decided: from the first day of absence on, since it may be done early."""
    open_rows = with_window(rows, versions, asked).alias(called("reassessments", versions))
    decisions = asked.table("decisions")
    section = decisions.section.fill_null("")
    named = section.startswith(SECTIONS_OF_REASSESSMENT[0])
    for prefix in SECTIONS_OF_REASSESSMENT[1:]:
        named = named | section.startswith(prefix)
    own = decisions.filter((decisions.act == ACT_ON_SICK_PAY) & named & (decisions.decided <= asked.day))
    done = open_rows.join(
        own,
        [
            open_rows.person == own.person,
            own.decided >= open_rows.case_start,
            own.decided <= open_rows.upto,
        ],
    ).select(*(open_rows[name] for name in KEY), open_rows.required, day=own.decided)
    return counted(open_rows, done).mutate(booked=ibis.null("date")).drop("upto", "counts")
