"""What money has been asked for, and what came of it?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from pejl.minutes.appropriations.appropriation import AppropriationKind, Side, adds_money
from pejl.minutes.document import Outcome
from pejl.record.models import Appropriation, Body, Municipality
from pejl.record.money.ledger import Line, Money, Sums, all_of, standing, sums_by_body
from pejl.record.names import address


@dataclass(frozen=True)
class Asked:
    """Which money a reader wants to see; None wants everything. `body` is the body that it counts under."""

    municipality: str | None = None
    body: str | None = None
    year: int | None = None


@dataclass(frozen=True)
class Home:
    """The body that money counts under. It may be one that is only named and has no minutes in the record."""

    municipality: Municipality
    name: str
    slug: str


@dataclass(frozen=True)
class MoneyView:
    """A line of money with what stands around it. `earlier` are the lines of the same money in earlier items.

    `named` tells that the clause names the body it counts under; `counts` that it is part of the sums.
    """

    row: Appropriation
    home: Home
    earlier: tuple[Appropriation, ...]
    named: bool
    counts: bool


@dataclass(frozen=True)
class BodySum:
    """What counts under one body."""

    home: Home
    sums: Sums


@dataclass(frozen=True)
class MoneyList:
    """The lines asked for, those of the latest meeting first, with their sums; and what there is to ask for."""

    rows: list[MoneyView]
    bodies: list[BodySum]
    whole: Sums
    years: list[int]
    homes: list[Home]
    all_years: list[int]


def money(asked: Asked) -> MoneyList:
    """The money asked for. Two database queries.

    All of a municipality's lines are read, whichever of them are shown: which line stands for its money, and under whom
    it counts, follows from the case's other lines, and the sums are of all that stand. So the database cannot page it.
    """
    every = {row.pk: row for row in _rows(asked.municipality)}
    names = _Names(every.values())
    stand = standing(_line(row) for row in every.values())
    homes = {one.home: names.home(every[one.line.key], one.home) for one in stand}
    wanted = [one for one in stand if _is_wanted(one, homes[one.home], asked)]
    sums = sums_by_body(wanted, asked.year)
    told = [BodySum(homes[home], each) for home, each in sums.items()]
    return MoneyList(
        rows=[_view(one, homes[one.home], every) for one in wanted],
        bodies=sorted(told, key=lambda each: (each.home.municipality.name, each.home.name)),
        whole=all_of(sums.values()),
        years=sorted({year for each in sums.values() for year in each.by_year if year is not None}),
        homes=sorted(set(homes.values()), key=lambda home: (home.name, home.slug)),
        all_years=sorted({year for row in every.values() for year in row.years}),
    )


def _rows(municipality: str | None) -> QuerySet[Appropriation]:
    """The rows, those of the latest meeting first, in an order that stays when the record is derived anew."""
    rows = Appropriation.objects.select_related("item__meeting__body__municipality", "item__case", "item__document")
    rows = rows.defer("item__detail", "item__document__content")
    if municipality is not None:
        rows = rows.filter(body__municipality__slug=municipality)
    places = ("body__municipality__slug", "body__slug", "item__meeting__slug")
    return rows.order_by("-date", *places, "item__position", "position")


def _line(row: Appropriation) -> Line:
    meeting = row.item.meeting
    municipality = meeting.body.municipality
    return Line(
        key=row.pk,
        item=row.item_id,
        case=row.item.case_id,
        order=((row.date or dt.date.min).isoformat(), meeting.body.slug, meeting.slug, f"{row.item.position:06}"),
        amount=row.amount,
        years=tuple(row.years),
        yearly=row.yearly,
        adds=adds_money(AppropriationKind(row.kind), Side(row.side), repeats=row.repeats),
        outcome=Outcome(row.outcome),
        body=_home_key(municipality.slug, meeting.body.key),
        to=_home_key(municipality.slug, row.to_key) if row.to_key else "",
    )


def _home_key(municipality: str, body: str) -> str:
    return f"{municipality}/{body}"


class _Names:
    """What bodies are called, those of the record as there, and others as printed."""

    def __init__(self, rows: Iterable[Appropriation]) -> None:
        municipalities = {row.item.meeting.body.municipality_id for row in rows}
        bodies = Body.objects.filter(municipality__in=municipalities).select_related("municipality")
        self._bodies = {_home_key(body.municipality.slug, body.key): body for body in bodies}

    def home(self, row: Appropriation, key: str) -> Home:
        """The body with this key; `row` is a line that counts under it."""
        body = self._bodies.get(key)
        if body is not None:
            return Home(body.municipality, body.name, body.slug)
        return Home(row.item.meeting.body.municipality, row.to_name, address(row.to_key, 200))


def _is_wanted(one: Money, home: Home, asked: Asked) -> bool:
    of_year = asked.year is None or asked.year in one.line.years
    return of_year and asked.body in (None, home.slug)


def _view(one: Money, home: Home, every: dict[int, Appropriation]) -> MoneyView:
    earlier = tuple(every[key] for key in one.earlier)
    return MoneyView(every[one.line.key], home, earlier, named=bool(one.line.to), counts=one.counts)
