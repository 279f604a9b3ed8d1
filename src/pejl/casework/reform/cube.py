"""The judged caseload counted once, by everything that is shown together: all figures of a reform are sums of these.

One question to the engine, and what is shown are sums over the same cells, so no two figures can disagree.
"""

from __future__ import annotations

from dataclasses import dataclass

import ibis

from pejl.casework.reform.both_laws import AFTER, BEFORE, GROUP, PARTS, RATE

EDGES = (-5000, -4000, -3000, -2000, -1000, -500, 0, 500, 1000, 2000, 3000, 4000, 5000)
"""Where a band of change ends and the next begins, in kroner a month. Nought itself is no change, and in no band."""

AGES = (25, 30, 40, 50, 60)
"""Where age groups begin: the first two are the law's own."""

MANY_CHILDREN = 3
"""From so many children on, a household is counted as of that many or more: fritidstillæg is given for three."""

DIMENSIONS = ("band", "maalgruppe", "familie", "satsgruppe", "alder", "boern")


@dataclass(frozen=True, slots=True)
class Cell:
    """Persons who are alike in everything that is shown, whose change is known. Sums are kroner a month.

    `band` is the place of the change among `EDGES`, None where nothing changes. `net_known` counts those whose change
    after tax is known too; `net` sums it.
    """

    band: int | None
    maalgruppe: str
    familie: str
    satsgruppe: str
    alder: int
    boern: int
    persons: int
    change: float
    gross: float
    beside: float
    net: float
    net_known: int


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a month over all who are judged: how many have it before and after, and what it comes to."""

    name: str
    had: int
    has: int
    before: float
    after: float


def cells(judged: ibis.Table) -> list[Cell]:
    """The cells of those whose change is known."""
    rows = judged.filter(judged.change.notnull())
    rows = rows.mutate(
        band=_band(rows.change),
        maalgruppe=rows.maalgruppe.fill_null("-"),
        familie=rows.familie.fill_null("-"),
        satsgruppe=ibis.coalesce(rows[AFTER + GROUP], rows[BEFORE + GROUP], rows.ydelse),
        alder=_beginning(rows.alder, AGES),
        boern=ibis.least(rows.boern.fill_null(0), MANY_CHILDREN),
    )
    found = rows.group_by(*DIMENSIONS).aggregate(
        persons=rows.count(),
        change=rows.change.sum(),
        gross=rows.change_gross.sum(),
        beside=rows.change_beside.sum(),
        net=rows.change_net.sum().fill_null(0.0),
        net_known=rows.change_net.count(),
    )
    return [Cell(**row) for row in found.order_by(*DIMENSIONS).to_pyarrow().to_pylist()]


def parts(judged: ibis.Table) -> list[Part]:
    """The parts that anybody has on either day, over those whose change is known."""
    rows = judged.filter(judged.change.notnull())
    sums: dict[str, ibis.Value] = {}
    for name in PARTS:
        before, after = rows[BEFORE + name], rows[AFTER + name]
        sums |= {f"{name}__had": (before != 0).sum(), f"{name}__has": (after != 0).sum()}
        sums |= {f"{name}__before": before.sum(), f"{name}__after": after.sum()}
    found = rows.aggregate(**sums).to_pyarrow().to_pylist()[0]
    told = [
        Part(name, *(found[f"{name}__{what}"] or 0 for what in ("had", "has", "before", "after"))) for name in PARTS
    ]
    return [each for each in told if each.had or each.has]


def unanswered(judged: ibis.Table, facts: tuple[str, ...]) -> tuple[dict[str, int], dict[str, int]]:
    """Of those whose change is unknown: how many by the first reason, and how many lack each of the facts.

    The reasons are `oplysninger` (a fact that decides the rate is unknown), `foer` and `efter` (the rate is decided,
    and its amount that day is not settled), and `andet` (a supplement, wages or what else is on the way).
    """
    rows = judged.filter(judged.change.isnull())
    lacks = {name: rows[name].isnull() for name in facts if name in rows.columns}
    lacking = ibis.or_(*lacks.values()) if lacks else ibis.literal(False)
    before, after = (rows[mark + RATE].isnull() for mark in (BEFORE, AFTER))
    reason = ibis.cases(((before | after) & lacking, "oplysninger"), (before, "foer"), (after, "efter"), else_="andet")
    counted = rows.mutate(reason=reason).group_by("reason").aggregate(persons=lambda each: each.count())
    reasons = {row["reason"]: row["persons"] for row in counted.order_by("reason").to_pyarrow().to_pylist()}
    if not lacks:
        return reasons, {}
    sums = rows.aggregate(**{name: lacks[name].sum() for name in lacks}).to_pyarrow().to_pylist()[0]
    return reasons, {name: number for name, number in sums.items() if number}


def _band(change: ibis.FloatingValue) -> ibis.IntegerValue:
    """The band of a change: band p goes from edge p - 1 to edge p, the first and the last without an outer end.

    A loss of exactly an edge is in the band nearer nought, and so is a gain; no band holds both signs.
    """
    branches = [(change == 0, ibis.null("int64"))]
    for place, edge in enumerate(EDGES):
        branches.append((change < edge if edge <= 0 else change <= edge, ibis.literal(place, type="int64")))
    return ibis.cases(*branches, else_=ibis.literal(len(EDGES), type="int64"))


def _beginning(age: ibis.IntegerValue, begins: tuple[int, ...]) -> ibis.IntegerValue:
    """The age at which the person's age group begins; 0 for the youngest, -1 where the age is unknown."""
    branches = [(age.isnull(), -1), *((age >= begin, begin) for begin in reversed(begins))]
    return ibis.cases(*branches, else_=0)
