"""What has been decided lately, and what comes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from pejl.minutes.document import Kind, Outcome
from pejl.record.models import Body, Document, Item, Meeting, Pointer


@dataclass(frozen=True)
class MeetingDecisions:
    """A meeting with what it decided. `more` counts the decided items that are not among `items`."""

    meeting: Meeting
    items: tuple[Item, ...]
    more: int


@dataclass(frozen=True)
class ComingMeeting:
    """A meeting ahead: one whose agenda is here, or a day that cases announce as their next station.

    `meeting` is None while only announcements tell of it. `cases` are the items that announce it.
    """

    date: dt.date
    body_name: str
    municipality_name: str
    meeting: Meeting | None
    cases: tuple[Item, ...]


def latest_decisions(meetings: int = 4, items: int = 5) -> list[MeetingDecisions]:
    """The newest meetings that decided something, each with its first decided items. Two database queries.

    Items with a case number go before the others, among which are the formalities that every meeting has.
    """
    decided = Item.objects.filter(closed=False, document__kind=Kind.MINUTES).exclude(outcome=Outcome.NONE)
    newest = list(
        Meeting.objects.filter(Exists(decided.filter(meeting=OuterRef("pk"))), date__isnull=False)
        .select_related("body__municipality")
        .order_by("-date", "-slug", "body__name")[:meetings]
    )
    by_meeting: dict[int, list[Item]] = {meeting.pk: [] for meeting in newest}
    here = {meeting.pk: meeting for meeting in newest}
    for row in decided.filter(meeting__in=newest).defer("detail").order_by("position"):
        row.meeting = here[row.meeting_id]
        by_meeting[row.meeting_id].append(row)
    for rows in by_meeting.values():
        rows.sort(key=lambda row: row.case_id is None)
    return [
        MeetingDecisions(meeting, tuple(by_meeting[meeting.pk][:items]), max(0, len(by_meeting[meeting.pk]) - items))
        for meeting in newest
    ]


def coming_meetings(today: dt.date, limit: int = 5) -> list[ComingMeeting]:
    """Meetings from `today` on, soonest first. Three database queries."""
    minutes = Document.objects.filter(meeting=OuterRef("pk"), kind=Kind.MINUTES, current=True)
    with_agenda = list(
        Meeting.objects.filter(~Exists(minutes), date__gte=today).select_related("body__municipality").order_by("date")
    )
    stops = list(
        Pointer.objects.filter(Q(kind=Pointer.ROUTE), date__gte=today, item__closed=False)
        .select_related("item__meeting__body__municipality")
        .defer("item__detail")
        .order_by("date", "item__meeting__date", "item__position")
    )
    names = {
        (body.municipality_id, body.key): body.name
        for body in Body.objects.filter(key__in={stop.body_key for stop in stops})
    }
    agendas = {(meeting.body.municipality_id, meeting.body.key, meeting.date): meeting for meeting in with_agenda}
    cases: dict[tuple[int, str, dt.date | None], list[Item]] = {key: [] for key in agendas}
    told: dict[tuple[int, str, dt.date | None], tuple[str, str]] = {
        key: (meeting.body.name, meeting.body.municipality.name) for key, meeting in agendas.items()
    }
    for stop in stops:
        municipality = stop.item.meeting.body.municipality
        key = (municipality.pk, stop.body_key, stop.date)
        told.setdefault(key, (names.get((municipality.pk, stop.body_key), stop.body_name), municipality.name))
        cases.setdefault(key, []).append(stop.item)
    ahead = [
        ComingMeeting(day, told[key][0], told[key][1], agendas.get(key), tuple(announced))
        for key, announced in cases.items()
        if (day := key[2]) is not None
    ]
    return sorted(ahead, key=lambda coming: (coming.date, coming.body_name))[:limit]
