"""`pejl record money`: what money was asked for, as lines, JSON or a file for spreadsheets."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from pejl.calendar.numbers import danish_amount
from pejl.cli import django_ready as django_ready
from pejl.cli.console import UNUSABLE, AsJson, answer, answer_json, remark
from pejl.cli.nothing import nothing_found
from pejl.cli.opening import opened
from pejl.record.queries.addresses import item_address
from pejl.record.queries.money import Asked, BodySum, MoneyList, MoneyView, money
from pejl.record.spreadsheet import as_csv
from pejl.web.page.money_words import COLUMNS, money_cells

BodySlug = Annotated[
    str | None, typer.Option("--body", help="Only money that counts under this body, as its address names it.")
]
Year = Annotated[int | None, typer.Option("--year", min=1800, max=2200, help="Only money for this year.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Print the lines as a file for spreadsheets.")]


def money_asked_for(body: BodySlug = None, year: Year = None, as_json: AsJson = False, csv: AsCsv = False) -> None:
    """List the money that recommendations ask for, each amount once, with sums by body and year.

    A line that another has the money of, or that was withdrawn, postponed or rejected, is listed and not added.
    """
    if as_json and csv:
        remark("--json and --csv are two forms of the same answer: choose one.")
        raise typer.Exit(UNUSABLE)
    with opened():
        found = money(Asked(body=body, year=year))
        if csv:
            answer(as_csv([COLUMNS, *(money_cells(view, item_address(view.row.item)) for view in found.rows)]).rstrip())
        elif as_json:
            answer_json({"lines": [_entry(view) for view in found.rows], "sums": [_sum(each) for each in found.bodies]})
        elif found.rows:
            answer(_in_words(found))
    if not found.rows:
        raise nothing_found("The record holds no such money.")


def _entry(view: MoneyView) -> dict[str, Any]:
    row = view.row
    return {
        "address": item_address(view.row.item),
        "clause": row.clause,
        "line": row.first_line,
        "amount": str(row.amount),
        "text": row.text,
        "years": row.years,
        "yearly": row.yearly,
        "kind": row.kind,
        "side": row.side,
        "body": view.home.name,
        "body_named": view.named,
        "purpose": row.purpose or None,
        "frame": row.frame or None,
        "financing": row.financing or None,
        "source": row.source,
        "balanced": row.balanced,
        "repeats": row.repeats,
        "outcome": row.outcome,
        "counts": view.counts,
    }


def _sum(each: BodySum) -> dict[str, Any]:
    return {
        "body": each.home.name,
        "municipality": each.home.municipality.name,
        "years": {str(year or "none"): str(amount) for year, amount in each.sums.by_year.items()},
        "total": str(each.sums.total),
    }


def _in_words(found: MoneyList) -> str:
    lines = []
    for view in found.rows:
        row = view.row
        years = f"{row.years[0]}-{row.years[-1]}" if len(row.years) > 1 else "".join(map(str, row.years)) or "no year"
        counted = "" if view.counts else ", not added"
        lines.append(f"{danish_amount(row.amount):>18}  {years:9}  {row.kind} ({row.source}), {row.outcome}{counted}")
        lines.append(f"{'':20}{view.home.name}; {item_address(view.row.item)}")
    lines.append("")
    for each in found.bodies:
        told = [f"{year or 'no year'}: {danish_amount(amount)}" for year, amount in each.sums.by_year.items()]
        lines.append(f"{each.home.name}: {'; '.join(told)}")
    return "\n".join(lines)
