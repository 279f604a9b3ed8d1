"""The judged caseload counted once, by everything that is shown together: all figures of a reform are sums of these.

One question to the engine, and what is shown are sums over the same cells, so no two figures can disagree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

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


@dataclass(frozen=True, slots=True)
class Counted:
    """The whole caseload. `cells` and `parts` are of those whose change is known.

    Of the others `reasons` counts the first reason: `oplysninger` (a fact that decides the rate is unknown), `foer` and
    `efter` (the rate is decided, and its amount that day is not settled), and `andet` (a supplement, wages or what else
    is on the way). `lacking` counts, for each fact that decides the rate, those of them who lack it.
    """

    cells: tuple[Cell, ...]
    parts: tuple[Part, ...]
    reasons: Mapping[str, int]
    lacking: Mapping[str, int]


def counted(judged: ibis.Table, facts: tuple[str, ...]) -> Counted:
    """Count the judged caseload. `facts` are those that decide the rate. One question to the engine."""
    facts = tuple(name for name in facts if name in judged.columns)
    rows = marked(judged, facts).group_by("reason", *DIMENSIONS).aggregate(**_SUMS, **_part_sums(), **_lacks(facts))
    found = rows.order_by("reason", *DIMENSIONS).to_pyarrow().to_pylist()
    known = [row for row in found if row["reason"] == _KNOWN]
    unknown = [row for row in found if row["reason"] != _KNOWN]
    reasons = Counter[str]()
    for row in unknown:
        reasons[row["reason"]] += row["persons"]
    lacking = {name: sum(row[f"lacks__{name}"] for row in unknown) for name in facts}
    names = [field.name for field in fields(Cell)]
    return Counted(
        tuple(Cell(**{name: row[name] for name in names}) for row in known),
        tuple(each for name in PARTS if (each := _part(name, known)).had or each.has),
        dict(reasons),
        {name: number for name, number in lacking.items() if number},
    )


def marked(judged: ibis.Table, facts: tuple[str, ...]) -> ibis.Table:
    """The rows with what they are counted by."""
    return judged.mutate(
        reason=_reason(judged, facts),
        band=_band(judged.change),
        maalgruppe=judged.maalgruppe.fill_null("-"),
        familie=judged.familie.fill_null("-"),
        satsgruppe=ibis.coalesce(judged[AFTER + GROUP], judged[BEFORE + GROUP], judged.ydelse),
        alder=_beginning(judged.alder, AGES),
        boern=ibis.least(judged.boern.fill_null(0), MANY_CHILDREN),
    )


def _reason(judged: ibis.Table, facts: tuple[str, ...]) -> ibis.StringValue:
    lacking = ibis.or_(*(judged[name].isnull() for name in facts)) if facts else ibis.literal(False)
    before, after = (judged[mark + RATE].isnull() for mark in (BEFORE, AFTER))
    return ibis.cases(
        (judged.change.notnull(), _KNOWN),
        ((before | after) & lacking, "oplysninger"),
        (before, "foer"),
        (after, "efter"),
        else_="andet",
    )


_KNOWN = "-"
_SUMS: Mapping[str, Callable[[ibis.Table], ibis.Value]] = {
    "persons": lambda rows: rows.count(),
    "change": lambda rows: rows.change.sum(),
    "gross": lambda rows: rows.change_gross.sum(),
    "beside": lambda rows: rows.change_beside.sum(),
    "net": lambda rows: rows.change_net.sum().fill_null(0.0),
    "net_known": lambda rows: rows.change_net.count(),
}


def _part_sums() -> dict[str, Any]:
    """For each part: how many have it before and after, and what it comes to."""
    sums: dict[str, Any] = {}
    for name in PARTS:
        for mark in (BEFORE, AFTER):
            column = mark + name
            sums[f"many__{column}"] = lambda rows, column=column: (rows[column] != 0).sum().fill_null(0)
            sums[f"sum__{column}"] = lambda rows, column=column: rows[column].sum().fill_null(0.0)
    return sums


def _lacks(facts: tuple[str, ...]) -> dict[str, Any]:
    return {f"lacks__{name}": (lambda rows, name=name: rows[name].isnull().sum()) for name in facts}


def _part(name: str, known: Sequence[Mapping[str, Any]]) -> Part:
    def total(what: str, mark: str) -> Any:
        return sum(row[f"{what}__{mark}{name}"] for row in known)

    return Part(name, total("many", BEFORE), total("many", AFTER), total("sum", BEFORE), total("sum", AFTER))


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
