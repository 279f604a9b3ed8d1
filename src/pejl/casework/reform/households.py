"""The households of the judged caseload: what a change comes to for those who share a home.

A household is counted by those of it who are on a benefit that the law sets here. A member on another benefit, or at
work, is no loss and no gain, and one whose change is unknown leaves the whole household out.
"""

from __future__ import annotations

from dataclasses import dataclass

import ibis

from pejl.casework.reform.both_laws import SAME

SEVERAL = "flere"
"""The rate of a household whose members have different ones."""


@dataclass(frozen=True, slots=True)
class Households:
    """Households that are alike and lose together. Sums are kroner a month; `net` None where not all is known.

    `members` is how many of each are on the benefit, `boern` the children of the one who has most.
    """

    familie: str
    boern: int
    members: int
    satsgruppe: str
    households: int
    change: float
    gross: float
    beside: float
    net: float | None


def losing(rows: ibis.Table) -> tuple[Households, ...]:
    """The households that get less in all, by kind. `rows` are those of `cube.marked`."""
    homes = _homes(rows)
    kinds = homes.filter(homes.known & (homes.change <= -SAME)).group_by("familie", "boern", "members", "satsgruppe")
    found = kinds.aggregate(
        households=lambda each: each.count(),
        change=lambda each: each.change.sum(),
        gross=lambda each: each.gross.sum(),
        beside=lambda each: each.beside.sum(),
        net=lambda each: ibis.ifelse(each.net.count() == each.count(), each.net.sum(), ibis.null("float64")),
    )
    ordered = found.order_by("familie", "boern", "members", "satsgruppe").to_pyarrow().to_pylist()
    return tuple(Households(**row) for row in ordered)


def _homes(rows: ibis.Table) -> ibis.Table:
    """One row for each household. Who shares a number with nobody, or has none, is one alone.

    The family words of a home's members differ only in whether a child is at home: the later word says that one is.
    """
    one_rate = rows.satsgruppe.min() == rows.satsgruppe.max()
    all_net = rows.change_net.count() == rows.count()
    return rows.group_by(home=ibis.coalesce(rows.household, rows.person)).aggregate(
        familie=rows.familie.max(),
        boern=rows.boern.max(),
        members=rows.count(),
        satsgruppe=ibis.ifelse(one_rate, rows.satsgruppe.max(), SEVERAL),
        known=rows.change.count() == rows.count(),
        change=rows.change.sum(),
        gross=rows.change_gross.sum(),
        beside=rows.change_beside.sum(),
        net=ibis.ifelse(all_net, rows.change_net.sum(), ibis.null("float64")),
    )
