"""Deadlines and worklists in the shapes that the API answers with."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from pejl.access.purposes import Purpose
from pejl.casework.duty_book import DutyBook
from pejl.casework.explained import explained
from pejl.casework.hub import HubStatus, hub_status
from pejl.casework.worklists.asked import Narrowed
from pejl.casework.worklists.lists import WORKLISTS, worklist_named
from pejl.casework.worklists.opened import Opened
from pejl.casework.worklists.row import Row
from pejl.record.queries.stretch import Stretch
from pejl.register.kept import NothingKnown
from pejl.web.casework import shapes
from pejl.web.casework.api_looks import look_at_all
from pejl.web.casework.api_troubles import or_not_now
from pejl.web.casework.reading import EVERYTHING, opened_for, scope_of, the_duties
from pejl.web.page.listing import extent


@or_not_now
def of_person(person: str) -> shapes.PersonDeadlines:
    """All deadlines of a person. The look is in the log already."""
    try:
        with opened_for(EVERYTHING) as found:
            rows, basis = found.of_person(person), _basis(found)
    except NothingKnown as nothing:
        raise Http404("The register knows nothing yet.") from nothing
    book = the_duties()
    return shapes.PersonDeadlines(
        person=person,
        **basis,
        borgerstatus=_status(hub_status(rows, book)),
        deadlines=[_entry(row, book) for row in rows],
    )


@or_not_now
def lists(request: HttpRequest) -> shapes.Worklists:
    """All worklists with their counts."""
    try:
        with opened_for(scope_of(request)) as found:
            counts, basis = found.counts(Narrowed()), _basis(found)
    except NothingKnown as nothing:
        raise Http404("The register knows nothing yet.") from nothing
    return shapes.Worklists(
        **basis,
        results=[
            shapes.WorklistEntry(
                url=reverse("api:casework_worklist", args=[each.name]),
                page=reverse("casework-list", args=[each.name]),
                name=each.name,
                title=each.danish,
                question=each.asks,
                order=each.order,
                rows=counts[each.name],
            )
            for each in WORKLISTS
        ],
    )


@or_not_now
def rows_of(
    request: HttpRequest, name: str, narrowed: Narrowed, purpose: Purpose, limit: int, offset: int
) -> shapes.WorklistRows | HttpResponse:
    """A stretch of a worklist; each person in it is a look, written before the answer is made."""
    asked = worklist_named(name)
    if asked is None:
        raise Http404("There is no such worklist.")
    try:
        with opened_for(scope_of(request)) as found:
            total, basis = found.counts(narrowed)[name], _basis(found)
            rows = found.page(asked, narrowed, first=offset, limit=limit)
    except NothingKnown as nothing:
        raise Http404("The register knows nothing yet.") from nothing
    if refused := look_at_all(request, {row.person for row in rows}, purpose):
        return refused
    book = the_duties()
    told = Stretch(rows, total, limit, offset)
    return shapes.WorklistRows(**extent(request, told), **basis, results=[_entry(row, book) for row in rows])


def _basis(found: Opened) -> dict[str, Any]:
    return {"day": found.judged.day, "known": found.judged.known, "snapshot": found.judged.snapshot}


def _entry(row: Row, book: DutyBook) -> shapes.DeadlineEntry:
    about = explained(row, book)
    plain = ("person", "duty", "kind", "starts", "opens", "due", "required", "done", "missing", "met_on", "booked")
    return shapes.DeadlineEntry(
        **{name: getattr(row, name) for name in (*plain, "ends", "exempt", "target_group")},
        title=about.danish,
        cites=about.duty.cites if about.duty else None,
        source=about.duty.source if about.duty else None,
        state=row.state.value,
        unit=row.now_unit,
        team=row.now_team,
        caseworker=row.now_caseworker,
        explanation=[*about.steps, *([about.waived] if about.waived else [])],
        mark=_mark(row),
    )


def _mark(row: Row) -> shapes.MarkEntry | None:
    if row.mark is None or row.mark_at is None:
        return None
    return shapes.MarkEntry(
        kind=row.mark.value,
        day=row.mark_day,
        until=row.mark_until,
        reason=row.mark_reason or None,
        why=row.mark_why or None,
        who=row.mark_who or "",
        at=row.mark_at,
    )


def _status(status: HubStatus) -> shapes.Borgerstatus:
    return shapes.Borgerstatus(
        kan_selvbooke=status.kan_selvbooke,
        frister=[
            shapes.Frist(
                friststatus_type=each.friststatus_type,
                samtale_type=each.samtale_type,
                fristdato=each.fristdato,
                sidste_afholdelsesdato=each.sidste_afholdelsesdato,
            )
            for each in status.frister
        ],
        straksbooking_paakraevet=status.straksbooking_paakraevet,
    )
