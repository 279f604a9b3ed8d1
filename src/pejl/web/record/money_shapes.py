"""What the API answers with about money that was asked for."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from pydantic import Field

from pejl.minutes.appropriations.appropriation import AppropriationKind, MoneySource, Side
from pejl.minutes.document import Outcome
from pejl.web.page.shapes import Listing, Resource, Shape
from pejl.web.record.shapes import BodyName, MunicipalityName


class MoneyItem(Resource):
    """An item whose recommendation asks for the money, and what its decision says of the clause."""

    title: str | None
    date: dt.date | None = Field(description="The day of its meeting.")
    body: BodyName
    clause: int | None = Field(description="The number of the recommendation's clause.")
    line: int = Field(description="The source line that the amount was read from.")
    outcome: Outcome


class MoneyHome(Shape):
    """The body that money counts under: the one that gets it where the clause names one, else the one that treated it
    first. It need not have minutes in the record.
    """

    name: str
    slug: str
    municipality: MunicipalityName
    named: bool = Field(description="Whether the clause names it.")


class AppropriationEntry(Shape):
    """One amount that a recommendation asks for, once for all the bodies that treated it."""

    amount: Decimal = Field(description="Kroner; negative where a budget is lowered.")
    text: str = Field(description="The amount as printed.")
    kind: AppropriationKind
    side: Side
    years: list[int]
    yearly: bool = Field(description="Whether the amount is for each of the years, or for each year without end.")
    home: MoneyHome
    purpose: str | None
    frame: str | None = Field(description="The budget area as printed.")
    financing: str | None = Field(description="What pays for it, as printed.")
    source: MoneySource
    balanced: bool = Field(description="Whether an income of the same size comes with it.")
    repeats: bool = Field(description="Whether another line of the item has the same money.")
    from_table: bool = Field(description="Whether it was read in a table that the clause points at.")
    onward: str | None = Field(description="What is said of later years without an amount.")
    counts: bool = Field(description="Whether it is part of the sums.")
    item: MoneyItem = Field(description="Where it was treated last.")
    earlier: list[MoneyItem] = Field(description="Where it was treated before, first to last.")


class AppropriationListing(Listing):
    """Appropriations, those of the latest meeting first."""

    sums: str = Field(description="The same added up by body and year.")
    results: list[AppropriationEntry]


class YearSum(Shape):
    """What counts in one year; `year` is null for what has no year of its own."""

    year: int | None
    amount: Decimal


class BodySumEntry(Shape):
    """What counts under one body."""

    name: str
    slug: str
    municipality: MunicipalityName
    years: list[YearSum]
    total: Decimal


class SumListing(Shape):
    """What counts, body by body and year by year."""

    results: list[BodySumEntry]
    total: Decimal
