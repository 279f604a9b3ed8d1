"""Calendars as iCalendar (RFC 5545): the one writer of the site. Times are told in UTC, days without a time as days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpResponse
from icalendar import Calendar, Component, Event, Timezone, TimezoneDaylight, TimezoneStandard, vText

from pejl.web.page.signs import printable

MEDIA_TYPE = "text/calendar"


@dataclass(frozen=True)
class CalendarEntry:
    """An entry. `uid` stays when the entry changes; `stamp` is when it last did. `end` of a day is the day itself.

    `tentative` is what is only announced, `cancelled` what was called off.
    """

    uid: str
    title: str
    start: dt.date | dt.datetime
    stamp: dt.datetime
    end: dt.date | dt.datetime | None = None
    text: str = ""
    place: str = ""
    link: str = ""
    tentative: bool = False
    cancelled: bool = False


def calendar_file(name: str, entries: Iterable[CalendarEntry]) -> bytes:
    """The calendar as a file, with its lines folded and ended as the standard has it.

    It has no METHOD: that is for messages between calendars, which name an organizer. The standard knows no calendar
    without a component, so one without entries says what Danish time is.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Pejl//Pejl//DA")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", vText(printable(name)))
    components: list[Component] = [_event(entry) for entry in entries]
    for component in components or [_danish_time()]:
        calendar.add_component(component)
    return bytes(calendar.to_ical())


def calendar_answer(name: str, file_name: str, entries: Iterable[CalendarEntry]) -> HttpResponse:
    """The calendar as an answer that a calendar programme can follow or a person keep."""
    answer = HttpResponse(calendar_file(name, entries), content_type=f"{MEDIA_TYPE}; charset=utf-8")
    answer.headers["Content-Disposition"] = f'inline; filename="{file_name}"'
    return answer


def _event(entry: CalendarEntry) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", entry.stamp.astimezone(dt.UTC))
    event.add("last-modified", entry.stamp.astimezone(dt.UTC))
    event.add("summary", printable(entry.title))
    event.add("dtstart", _told(entry.start))
    if (end := _end(entry)) is not None:
        event.add("dtend", end)
    for name, value in (("description", entry.text), ("location", entry.place)):
        if value:
            event.add(name, printable(value))
    if entry.link:
        event.add("url", entry.link)
    event.add("status", "CANCELLED" if entry.cancelled else "TENTATIVE" if entry.tentative else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if _is_day(entry.start) else "OPAQUE")
    return event


def _danish_time() -> Timezone:
    """Summer time from the last Sunday of March to that of October, as it has been since 1996."""
    summer, winter = dt.timedelta(hours=2), dt.timedelta(hours=1)
    zone = Timezone()
    zone.add("tzid", "Europe/Copenhagen")
    turns = (
        (TimezoneDaylight(), "CEST", winter, summer, "1996-03-31T02:00:00"),
        (TimezoneStandard(), "CET", summer, winter, "1996-10-27T03:00:00"),
    )
    for turn, name, before, after, since in turns:
        first = dt.datetime.fromisoformat(since)  # by the clock on the wall: the standard has it so
        turn.add("tzname", name)
        turn.add("tzoffsetfrom", before)
        turn.add("tzoffsetto", after)
        turn.add("dtstart", first)
        turn.add("rrule", {"freq": "yearly", "bymonth": first.month, "byday": "-1su"})
        zone.add_component(turn)
    return zone


def _end(entry: CalendarEntry) -> dt.date | dt.datetime | None:
    """The end as the standard has it: the day after the last day. An end that is no end is left out."""
    if entry.end is None or _is_day(entry.end) != _is_day(entry.start) or _told(entry.end) <= _told(entry.start):
        return None
    return entry.end + dt.timedelta(days=1) if _is_day(entry.end) else _told(entry.end)


def _told(moment: dt.date | dt.datetime) -> dt.date | dt.datetime:
    return moment.astimezone(dt.UTC) if isinstance(moment, dt.datetime) else moment


def _is_day(moment: dt.date | dt.datetime) -> bool:
    return not isinstance(moment, dt.datetime)
