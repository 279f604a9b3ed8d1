"""The page of promises, and the same as a calendar and as a feed."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from pejl.access.rights import PUBLIC_RECORD, may_see
from pejl.record.promises.state import OPEN, State
from pejl.record.queries import bodies as of_bodies
from pejl.record.queries.promise_view import PromiseView
from pejl.record.queries.promises import latest_promises, promises
from pejl.web.base_address import base_address
from pejl.web.page.atom import Feed, FeedEntry, atom_answer
from pejl.web.page.calendar_file import CalendarEntry, calendar_answer
from pejl.web.page.context import site_name
from pejl.web.page.days import unread_days
from pejl.web.page.promise_words import (
    KINDS,
    MEANINGS,
    STATES,
    promise_days,
    promise_kind_word,
    promise_state_word,
    promise_words,
)
from pejl.web.record.addresses import promise_address
from pejl.web.record.promise_form import PromiseForm

PER_PAGE = 25
IN_CALENDAR = 1_000
IN_FEED = 100


@dataclass(frozen=True)
class StateLink:
    """A state with how many promises are in it, and the address that shows them."""

    state: str
    word: str
    meaning: str
    count: int
    address: str
    chosen: bool


@dataclass(frozen=True)
class Choice:
    """One value of a filter."""

    value: str
    word: str


@may_see(PUBLIC_RECORD)
def promises_page(request: HttpRequest) -> HttpResponse:
    """What was promised, and did it come?"""
    form = PromiseForm.of(request.GET)
    asked = form.asked(timezone.localdate())
    found = promises(asked, PER_PAGE, (form.page - 1) * PER_PAGE)
    bodies = list(of_bodies.bodies(None))
    municipalities = {body.municipality.slug: body.municipality.name for body in bodies}
    context = {
        "form": form,
        "found": found,
        "as_of": asked.as_of,
        "unread_days": unread_days(request.GET, "dag"),
        "today": timezone.localdate(),
        "all_count": sum(found.counts.values()),
        "all_address": form.address(state=""),
        "states": [_state(form, state, found.counts[state]) for state in State],
        "kinds": [Choice(kind.value, word) for kind, word in KINDS.items()],
        "bodies": [Choice(slug, name) for slug, name in sorted({(body.slug, body.name) for body in bodies})],
        "municipalities": [Choice(slug, name) for slug, name in municipalities.items()],
        **form.leafing(found.pages),
        "filters": form.address(),
    }
    return render(request, "record/promises.html", context)


@may_see(PUBLIC_RECORD)
def promises_calendar(request: HttpRequest) -> HttpResponse:
    """The promises that somebody waits for, each on its last day, for a calendar program."""
    form = PromiseForm.of(request.GET)
    found = promises(form.asked(timezone.localdate(), OPEN), IN_CALENDAR, 0)
    entries = [_calendar_entry(request, view) for view in found.rows if view.row.last]
    return calendar_answer(f"Løfter – {site_name()}", "loefter.ics", entries)


@may_see(PUBLIC_RECORD)
def promises_feed(request: HttpRequest) -> HttpResponse:
    """The promises that were made last."""
    form = PromiseForm.of(request.GET)
    found = latest_promises(form.asked(timezone.localdate()), IN_FEED)
    base, name = base_address(request), site_name()
    feed = Feed(
        address=base + reverse("promises_feed") + (form.address() if form.narrowed else ""),
        page=base + reverse("promises") + (form.address() if form.narrowed else ""),
        title=f"Løfter – {name}",
        author=name,
        entries=[_feed_entry(base, view) for view in found],
    )
    return atom_answer(feed)


def _state(form: PromiseForm, state: State, count: int) -> StateLink:
    return StateLink(
        state.value, STATES[state], MEANINGS[state], count, form.address(state=state.value), form.state == state
    )


def _calendar_entry(request: HttpRequest, view: PromiseView) -> CalendarEntry:
    """A promise on its last day. Its stamp is told by the record: the file stays the same until something changes."""
    row = view.row
    day = row.last or row.made_on or view.as_of
    return CalendarEntry(
        uid=f"loefte-{row.key}@pejl",
        title=f"Løfte: {row.what}" + (f" ({row.to_name})" if row.to_name else ""),
        start=day,
        stamp=view.changed_at,
        text=_text(view),
        link=base_address(request) + promise_address(view),
        cancelled=view.state in {State.DROPPED, State.VOID},
    )


def _feed_entry(base: str, view: PromiseView) -> FeedEntry:
    """A promise with what the record tells of it. What the passing of days alone changes is left out: nothing would
    tell that the entry has changed.
    """
    row = view.row
    told = view.state in {State.KEPT, State.DROPPED, State.VOID}
    return FeedEntry(
        id=f"{base}{reverse('promises')}#loefte-{row.key}",
        link=base + promise_address(view),
        title=f"{row.what} ({promise_state_word(view)})" if told else row.what,
        text=_text(view),
        published=row.item.document.received_at,
        updated=view.changed_at,
        categories=(promise_kind_word(row.kind), STATES[view.state] if told else ""),
    )


def _text(view: PromiseView) -> str:
    """The promise in a few lines of plain text."""
    row = view.row
    time = ", ".join(filter(None, (promise_words(row), promise_days(row))))
    lines = [f"”{row.sentence}”", f"Tid: {time}", f"Lovet af {row.by_name} i {row.body.name}"]
    if view.keeping and view.keeping.item and view.keeping.item.title:
        lines.append(f"{promise_state_word(view)}: {view.keeping.item.title}")
    return "\n".join(lines)
