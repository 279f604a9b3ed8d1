"""The rows that were not accepted, some at a time, and all of a table as a delivery that can be mended and loaded."""

from __future__ import annotations

from contextlib import ExitStack

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from pejl.access.purposes import Purpose
from pejl.calendar.personal_numbers import masked
from pejl.intake.contract import Table
from pejl.register.deliveries import made
from pejl.register.mending import NothingToMend, as_delivery
from pejl.register.quarantined import Leaf, NoSuchRows, Row, persons_in_quarantine, quarantined
from pejl.web.access.look_forms import take_out
from pejl.web.register.quarantine_form import QuarantineForm

PER_PAGE = 50


def quarantine(request: HttpRequest, snapshot: str, table: str) -> HttpResponse:
    """Which rows were not accepted, and why?"""
    form = QuarantineForm.of(request.GET)
    leaf = _leaf(snapshot, table, form)
    told = made(settings.HOME, snapshot)
    context = {
        "snapshot": snapshot,
        "table": leaf.table,
        "told": told,
        "leaf": leaf,
        "reason": form.reason,
        "columns": _columns(leaf),
        "rows": [(row, _cells(row, _columns(leaf))) for row in leaf.rows],
        **form.leafing(leaf.pages),
        "purposes": list(Purpose),
        "trail": _trail(told),
    }
    return render(request, "register/quarantine.html", context)


def quarantine_file(request: HttpRequest) -> HttpResponseBase:
    """All of a table's rows as a delivery. Each person in it is a look, and the taking out is an act."""
    snapshot, table = request.POST.get("snapshot", ""), request.POST.get("table", "")
    try:
        persons = persons_in_quarantine(settings.HOME, snapshot, table)
        delivery = as_delivery(settings.HOME, snapshot, (table,))
    except (NoSuchRows, NothingToMend) as missing:
        raise Http404 from missing
    with ExitStack() as until_logged:
        until_logged.callback(delivery.close)
        take_out(request, f"quarantine:{snapshot}/{table}", persons)
        until_logged.pop_all()
    name = f"karantaene-{snapshot}-{table}.zip"
    return FileResponse(delivery, as_attachment=True, filename=name, content_type="application/zip")


def _leaf(snapshot: str, table: str, form: QuarantineForm) -> Leaf:
    first = (form.page - 1) * PER_PAGE
    try:
        return quarantined(settings.HOME, snapshot, table, reason=form.reason, first=first, limit=PER_PAGE)
    except NoSuchRows as missing:
        raise Http404 from missing


def _columns(leaf: Leaf) -> list[tuple[str, str]]:
    """The columns that some row on the page has something in, by name and Danish label; those with faults first."""
    table: Table = leaf.table
    faulty = {name for row in leaf.rows for name in row.faulty}
    used = [
        (column.name, column.danish)
        for column in table.columns
        if column.name != table.person and (column.name in faulty or any(row.cells[column.name] for row in leaf.rows))
    ]
    return sorted(used, key=lambda each: each[0] not in faulty)


def _cells(row: Row, columns: list[tuple[str, str]]) -> list[tuple[str, str, bool]]:
    """The row's cells by label, each with whether it is one that is wrong."""
    return [(label, masked(row.cells[name]), name in row.faulty) for name, label in columns]


def _trail(told: object) -> list[tuple[str, str]]:
    report = getattr(told, "report", None)
    steps = [("Register", reverse("register"))]
    return [*steps, ("Leverancen", reverse("register-delivery", args=[report.id]))] if report else steps
