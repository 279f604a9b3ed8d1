"""Rows taken out as files. Each person in them is a look with a purpose, and the taking out is an act besides."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from pejl.calendar.days import short_day
from pejl.casework.deadlines.state import State
from pejl.casework.duty_book import DutyBook
from pejl.casework.explained import explained
from pejl.casework.worklists.asked import Narrowed
from pejl.casework.worklists.lists import ALL, worklist_named
from pejl.casework.worklists.opened import Opened
from pejl.casework.worklists.row import Row
from pejl.register.kept import NothingKnown
from pejl.web.access.look_forms import take_out
from pejl.web.casework.list_form import ListForm
from pejl.web.casework.reading import opened_for, own_number, scope_of, the_duties
from pejl.web.page.calendar_file import CalendarEntry, calendar_answer
from pejl.web.page.casework_words import mark_told, mark_word, target_group_word
from pejl.web.page.register_words import short_pseudonym
from pejl.web.page.spreadsheet_answer import spreadsheet_answer

HEADINGS = (
    *("Borger", "Pligt", "Lov", "Tilstand", "Sidste dag", "Dage tilbage", "Kræves", "Talt med", "Mangler"),
    *("Booket i registeret", "Målgruppe", "Enhed", "Team", "Sagsbehandler", "Sag fra", "Uret går fra"),
    *("Markering", "Markeret af", "Grund"),
)


def list_file(request: HttpRequest) -> HttpResponse:
    """A worklist as a file for spreadsheets: all its rows, with whole pseudonyms."""
    asked, form = worklist_named(request.POST.get("liste", "")), ListForm.of(request.POST)
    if asked is None:
        raise Http404
    with _found(request) as found:
        rows = found.page(asked, form.narrowed_for(own_number(request)), limit=None)
        day = found.judged.day
    take_out(request, f"worklist:{asked.name}", (row.person for row in rows))
    book = the_duties()
    return spreadsheet_answer(f"{asked.name}-{day}.csv", [HEADINGS, *(_cells(row, book) for row in rows)])


def calendar(request: HttpRequest) -> HttpResponse:
    """The reader's own open deadlines as a calendar: the duty and the beginning of a pseudonym, on the last day."""
    own = own_number(request)
    if not own:
        return HttpResponseRedirect(reverse("casework"))
    with _found(request) as found:
        rows = [row for row in found.page(ALL, Narrowed(caseworker=own), limit=None) if _is_ahead(row)]
    take_out(request, f"calendar:{own}", (row.person for row in rows))
    book, now = the_duties(), timezone.now()
    return calendar_answer("Mine frister", "mine-frister.ics", [_entry(row, book, now) for row in rows])


@contextmanager
def _found(request: HttpRequest) -> Iterator[Opened]:
    try:
        with opened_for(scope_of(request)) as found:
            yield found
    except NothingKnown as missing:
        raise Http404 from missing


def _is_ahead(row: Row) -> bool:
    return row.state is State.AHEAD and row.running and not row.settled


def _cells(row: Row, book: DutyBook) -> list[str]:
    version = book.version_of(row)
    numbers = (row.days_left, row.required, row.done, row.missing)
    return [
        *(row.person, book.danish(row.duty), version.cites if version else "", row.state.danish),
        *(short_day(row.due), *(str(number) for number in numbers)),
        *(_day(row.booked), target_group_word(row.target_group), row.now_unit or "", row.now_team or ""),
        *(row.now_caseworker or "", _day(row.case_start), _day(row.starts)),
        *(mark_word(row), mark_told(row), row.mark_why or ""),
    ]


def _entry(row: Row, book: DutyBook, now: dt.datetime) -> CalendarEntry:
    """An entry without a name. Its id stays the same and does not tell whom it is about."""
    about = explained(row, book)
    cites = f" {about.duty.cites}." if about.duty else ""
    return CalendarEntry(
        uid=f"{hashlib.sha256(str(row.key).encode()).hexdigest()[:32]}@pejl",
        title=f"Frist: {about.danish} ({short_pseudonym(row.person)})",
        start=row.due,
        stamp=now,
        text=f"{' '.join(about.steps)}{cites}",
        tentative=row.arranged,
    )


def _day(day: dt.date | None) -> str:
    return short_day(day) if day else ""
