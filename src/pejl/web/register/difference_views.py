"""Two snapshots against each other: counts for all who may see them, rows for those who may look at persons."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from pejl.access.purposes import Purpose, purpose_named
from pejl.access.rights import REGISTER_PERSON
from pejl.intake.contract import Column, Kind, Table
from pejl.register.changed_rows import ChangedRow, ChangedRows, Compared, compared
from pejl.register.changed_rows import changed_rows as rows_between
from pejl.register.deliveries import snapshots as snapshots_of
from pejl.register.differences import What
from pejl.register.kept import NothingKnown
from pejl.web.access.look_forms import look_at
from pejl.web.access.readers import has
from pejl.web.page.form import page_asked
from pejl.web.page.register_words import cell_word, short_pseudonym

PER_PAGE = 100
LAST_PAGE = 100_000
LONGEST = 40
WHATS = {What.NEW: "Ny", What.CHANGED: "Ændret", What.GONE: "Væk"}


def differences(request: HttpRequest) -> HttpResponse:
    """What is different between two snapshots?"""
    snapshots = snapshots_of(settings.HOME)
    newest = snapshots[0] if snapshots else None
    now = request.GET.get("til", "")[:LONGEST] or (newest.id if newest else "")
    base = next((each.base for each in snapshots if each.id == now), "")
    before = request.GET.get("fra", "")[:LONGEST] or base
    found, nothing = _compared(before, now) if before and now else (None, "")
    context = {
        "snapshots": snapshots,
        "before": before,
        "now": now,
        "found": found,
        "nothing": nothing,
        "chosen": request.GET.get("tabel", "")[:LONGEST],
        "may_look": has(request, REGISTER_PERSON),
        "purposes": list(Purpose),
        "trail": [("Register", reverse("register"))],
    }
    return render(request, "register/differences.html", context)


def changed_rows(request: HttpRequest) -> HttpResponse:
    """Which rows are different? Each person among them is a look, written down before anything is shown."""
    asked = {name: request.POST.get(name, "")[:LONGEST] for name in ("fra", "til", "tabel")}
    page = page_asked(request.POST.get("side", ""), LAST_PAGE)
    try:
        found = rows_between(
            settings.HOME, asked["fra"], asked["til"], asked["tabel"], first=(page - 1) * PER_PAGE, limit=PER_PAGE
        )
    except NothingKnown as missing:
        raise Http404 from missing
    look_at(request, found.persons)
    context = {
        "asked": asked,
        "table": found.table,
        "rows": _shown(found),
        "persons": len(found.persons),
        "page": page,
        "next": page + 1 if found.more else 0,
        "purpose": purpose_named(request.POST.get("formaal", "")),
        "trail": [
            ("Register", reverse("register")),
            ("Forskelle", f"{reverse('register-differences')}?fra={asked['fra']}&til={asked['til']}"),
        ],
    }
    return render(request, "register/changed_rows.html", context)


def _compared(before: str, now: str) -> tuple[Compared | None, str]:
    try:
        return compared(settings.HOME, before, now), ""
    except NothingKnown as missing:
        return None, str(missing)


def _shown(found: ChangedRows) -> list[dict[str, str]]:
    columns = {column.name: column for column in found.table.columns}
    return [_row(each, found.table, columns) for each in found.rows]


def _row(each: ChangedRow, table: Table, columns: dict[str, Column]) -> dict[str, str]:
    difference = each.difference
    parts = [
        (part, columns[name]) for name, part in zip(table.key, difference.key, strict=True) if name != table.person
    ]
    key = ", ".join(_cell(part, column) for part, column in parts if part)
    column = columns.get(difference.column)
    return {
        "person": short_pseudonym(each.person),
        "key": key,
        "what": WHATS[difference.what],
        "column": column.danish if column else "",
        "before": _cell(difference.before, column),
        "now": _cell(difference.now, column),
    }


def _cell(text: str | None, column: Column | None) -> str:
    """A cell that was kept as text: days, numbers, yes and no, and words of codes in Danish."""
    if text is None or column is None:
        return ""
    match column.kind:
        case Kind.DAY | Kind.MONTH:
            return cell_word(dt.date.fromisoformat(text), column)
        case Kind.COUNT | Kind.NUMBER | Kind.KRONER:
            return cell_word(Decimal(text), column)
        case Kind.FLAG:
            return cell_word(text == "true", column)
        case _:
            return cell_word(text, column)
