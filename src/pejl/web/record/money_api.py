"""The operations of the API on money that was asked for."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from ninja import Query, Router

from pejl.access.rights import PUBLIC_RECORD, may_see
from pejl.minutes.appropriations.appropriation import AppropriationKind, MoneySource, Side
from pejl.minutes.document import Outcome
from pejl.record.queries.money import Asked, BodySum, Home, MoneyView, money
from pejl.record.queries.rows import Appropriation
from pejl.record.queries.stretch import stretch_of
from pejl.web.page.listing import Limit, Offset, extent
from pejl.web.page.parameters import SLUG
from pejl.web.problems import UNUSABLE
from pejl.web.record import asked
from pejl.web.record.entries import body_name
from pejl.web.record.links import item_links
from pejl.web.record.money_shapes import (
    AppropriationEntry,
    AppropriationListing,
    BodySumEntry,
    MoneyHome,
    MoneyItem,
    SumListing,
    YearSum,
)
from pejl.web.record.shapes import MunicipalityName

router = Router(tags=["money"], by_alias=True)

ForYear = Annotated[int | None, Query(ge=1800, le=2200, description="Only money for this year.")]
AtHome = Annotated[
    str | None,
    Query(pattern=SLUG, max_length=200, description="The `slug` of the body that the money counts under."),
]


@router.get("/appropriations", response={200: AppropriationListing, **UNUSABLE}, summary="Money that was asked for")
@may_see(PUBLIC_RECORD)
def appropriations(
    request: HttpRequest,
    municipality: asked.Municipality = None,
    body: AtHome = None,
    year: ForYear = None,
    limit: Limit = 50,
    offset: Offset = 0,
) -> AppropriationListing:
    """Each amount that recommendations ask for, once, where it was treated last; those of the latest meeting first."""
    rows = money(Asked(municipality, body, year)).rows
    asked_for = {"municipality": municipality, "body": body, "year": year}
    told = {name: value for name, value in asked_for.items() if value is not None}
    found = stretch_of(rows, limit, offset)
    return AppropriationListing(
        **extent(request, found),
        sums=reverse("api:appropriation_sums") + (f"?{urlencode(told)}" if told else ""),
        results=[_entry(view) for view in found.rows],
    )


@router.get(
    "/appropriations/sums", response={200: SumListing, **UNUSABLE}, summary="Money that was asked for, added up"
)
@may_see(PUBLIC_RECORD)
def appropriation_sums(
    request: HttpRequest, municipality: asked.Municipality = None, body: AtHome = None, year: ForYear = None
) -> SumListing:
    """What counts by body and year: new money, each amount once, and none that was withdrawn, postponed or rejected."""
    found = money(Asked(municipality, body, year))
    return SumListing(results=[_sum(each) for each in found.bodies], total=found.whole.total)


def _entry(view: MoneyView) -> AppropriationEntry:
    row = view.row
    return AppropriationEntry(
        amount=row.amount,
        text=row.text,
        kind=AppropriationKind(row.kind),
        side=Side(row.side),
        years=row.years,
        yearly=row.yearly,
        home=MoneyHome(
            name=view.home.name, slug=view.home.slug, municipality=_municipality(view.home), named=view.named
        ),
        purpose=row.purpose or None,
        frame=row.frame or None,
        financing=row.financing or None,
        source=MoneySource(row.source),
        balanced=row.balanced,
        repeats=row.repeats,
        from_table=row.from_table,
        onward=row.onward or None,
        counts=view.counts,
        item=_item(row),
        earlier=[_item(each) for each in view.earlier],
    )


def _item(row: Appropriation) -> MoneyItem:
    item = row.item
    return MoneyItem(
        **item_links(item),
        title=item.title or None,
        date=item.meeting.date,
        body=body_name(item.meeting.body),
        clause=row.clause,
        line=row.first_line,
        outcome=Outcome(row.outcome),
    )


def _sum(each: BodySum) -> BodySumEntry:
    by_year = each.sums.by_year
    ordered = sorted(by_year, key=lambda year: (year is None, year or 0))
    return BodySumEntry(
        name=each.home.name,
        slug=each.home.slug,
        municipality=_municipality(each.home),
        years=[YearSum(year=year, amount=by_year[year]) for year in ordered],
        total=each.sums.total,
    )


def _municipality(home: Home) -> MunicipalityName:
    return MunicipalityName(name=home.municipality.name, slug=home.municipality.slug)
