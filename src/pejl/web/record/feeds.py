"""Calendars of meetings and feeds of decisions: what a reader can follow without coming back to look."""

from __future__ import annotations

import datetime as dt

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from pejl.access.rights import PUBLIC_RECORD, may_see
from pejl.calendar.days import danish_day
from pejl.record.queries import bodies as of_bodies
from pejl.record.queries.calendars import Appointment, appointments
from pejl.record.queries.newly_decided import Decided, newly_decided
from pejl.web.base_address import base_address
from pejl.web.page.atom import Feed, FeedEntry, atom_answer
from pejl.web.page.calendar_file import CalendarEntry, calendar_answer
from pejl.web.page.context import site_name
from pejl.web.page.labels import outcome_word
from pejl.web.record.addresses import body_address, item_address, meeting_address, municipality_address

LONGEST_TEXT = 1000
"""How much of a decision a feed tells; the page has the rest."""

ALL = "alle"


@may_see(PUBLIC_RECORD)
def calendar(request: HttpRequest, municipality: str | None = None, body: str | None = None) -> HttpResponse:
    """When does this body meet, when do all? From the beginning of last year on."""
    name, _ = _whose(municipality, body)
    today = timezone.localdate()
    base = base_address(request)
    found = appointments(dt.date(today.year - 1, 1, 1), today, municipality, body)
    several = municipality is None and len({each.municipality_name for each in found}) > 1
    entries = [_appointment(each, base, several) for each in found]
    return calendar_answer(f"Møder: {name}", f"{body or municipality or ALL}.ics", entries)


@may_see(PUBLIC_RECORD)
def decisions(request: HttpRequest, municipality: str | None = None, body: str | None = None) -> HttpResponse:
    """What has been decided lately?"""
    name, page = _whose(municipality, body)
    base = base_address(request)
    entries = [_decided(each, base) for each in newly_decided(municipality, body)]
    return atom_answer(Feed(f"{base}{request.path}", f"{base}{page}", f"Beslutninger: {name}", site_name(), entries))


def _whose(municipality: str | None, body: str | None) -> tuple[str, str]:
    """Whose meetings these are, in words, and the page that shows them."""
    if municipality is None:
        return "alle udvalg", reverse("front")
    if body is not None:
        row = of_bodies.body(municipality, body)
        if row is None:
            raise Http404
        return row.name, body_address(row)
    here = next((each for each in of_bodies.municipalities() if each.slug == municipality), None)
    if here is None:
        raise Http404
    return here.name, municipality_address(here)


def _appointment(each: Appointment, base: str, several: bool) -> CalendarEntry:
    where = f" ({each.municipality_name})" if several else ""
    said = " – aflyst" if each.cancelled else " – varslet" if each.tentative else ""
    cases = "\n".join(f"- {title}" for title in each.cases)
    return CalendarEntry(
        uid=f"{each.key}@pejl",
        title=f"{each.body_name}{where}{said}",
        start=each.start,
        end=each.end,
        stamp=each.stamp,
        text=f"Sager på vej hertil:\n{cases}" if cases else "",
        place=each.place,
        link=f"{base}{meeting_address(each.meeting)}" if each.meeting else "",
        tentative=each.tentative,
        cancelled=each.cancelled,
    )


def _decided(each: Decided, base: str) -> FeedEntry:
    item, meeting = each.item, each.item.meeting
    address = f"{base}{item_address(item)}"
    word = outcome_word(item.outcome)
    day = danish_day(meeting.date) if meeting.date else "uden dato"
    return FeedEntry(
        id=address,
        link=address,
        title=item.title or "Punkt uden titel",
        text=f"{meeting.body.name}, {day}. {word}.\n{each.text[:LONGEST_TEXT]}".strip(),
        published=each.stamp.created,
        updated=each.stamp.modified,
        categories=(word, meeting.body.name),
    )
