"""The page of money that was asked for, the same as a file, and any table of an item as a file."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from pejl.access.rights import PUBLIC_RECORD, may_see
from pejl.record.queries.money import BodySum, MoneyList, MoneyView, money
from pejl.record.queries.stretch import stretch_of
from pejl.record.queries.tables import table_of
from pejl.web.base_address import base_address
from pejl.web.page.money_words import COLUMNS, decimals_of, money_cells
from pejl.web.page.spreadsheet_answer import spreadsheet_answer
from pejl.web.record.addresses import item_address
from pejl.web.record.money_form import MoneyForm
from pejl.web.record.views import asked_meeting

PER_PAGE = 50


@dataclass(frozen=True)
class SumRow:
    """A row of the table of sums: a body's name, what it has in each year, without a year, and in all."""

    name: str
    address: str
    amounts: list[Decimal | None]
    without_year: Decimal | None
    total: Decimal


@may_see(PUBLIC_RECORD)
def money_page(request: HttpRequest) -> HttpResponse:
    """What money was asked for, and what came of it?"""
    form = MoneyForm.of(request.GET)
    found = money(form.asked())
    shown = stretch_of(found.rows, PER_PAGE, (form.page - 1) * PER_PAGE)
    municipalities = {home.municipality.slug: home.municipality.name for home in found.homes}
    context = {
        "form": form,
        "found": found,
        "rows": shown.rows,
        "total": shown.total,
        "any": bool(found.homes),
        "sums": [_sum_row(form, found, each) for each in found.bodies],
        "whole": _amounts(found, found.whole.by_year),
        "whole_without_year": found.whole.by_year.get(None),
        "some_without_year": None in found.whole.by_year,
        "decimals": decimals_of(amount for each in found.bodies for amount in each.sums.by_year.values()),
        "several_columns": len(found.whole.by_year) > 1,
        "municipalities": municipalities.items(),
        "homes": {home.slug: home.name for home in found.homes}.items(),
        **form.leafing(shown.pages),
        "filters": form.address(),
    }
    return render(request, "record/money.html", context)


@may_see(PUBLIC_RECORD)
def money_file(request: HttpRequest) -> HttpResponse:
    """The list as a file for spreadsheets."""
    base = base_address(request)
    rows = money(MoneyForm.of(request.GET).asked()).rows
    return spreadsheet_answer("bevillinger.csv", [COLUMNS, *(_cells(base, view) for view in rows)])


@may_see(PUBLIC_RECORD)
def table_file(
    request: HttpRequest, municipality: str, body: str, meeting: str, item: str, number: int
) -> HttpResponse:
    """A table of an item as a file for spreadsheets: its cells as printed."""
    _, _, shown = asked_meeting(request, municipality, body, meeting)
    rows = table_of(shown, item, number)
    if rows is None:
        raise Http404
    return spreadsheet_answer(f"{body}-{meeting}-{item}-tabel-{number}.csv", rows)


def _cells(base: str, view: MoneyView) -> list[str]:
    return money_cells(view, base + item_address(view.row.item))


def _sum_row(form: MoneyForm, found: MoneyList, each: BodySum) -> SumRow:
    home, sums = each.home, each.sums
    return SumRow(
        name=home.name,
        address=form.address(municipality=home.municipality.slug, body=home.slug),
        amounts=_amounts(found, sums.by_year),
        without_year=sums.by_year.get(None),
        total=sums.total,
    )


def _amounts(found: MoneyList, by_year: dict[int | None, Decimal]) -> list[Decimal | None]:
    return [by_year.get(year) for year in found.years]
