"""Meetings as a calendar: those that were, those that are called, and the days that cases are announced for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db.models import Q

from pejl.record.models import Body, Document, HeldDocument, ListedMeeting, Meeting, Notice, Pointer
from pejl.record.published.holding import Holding, station_part
from pejl.record.published.hours import begins, ends
from pejl.record.published.paths import Kind, name_part, path
from pejl.record.queries.published import stamps

NEVER = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


@dataclass(frozen=True)
class Appointment:
    """A day, and perhaps an hour, on which a body meets.

    `key` is the same from the first announcement on. `meeting` is None while only announcements, or a list of meetings,
    tell of it. `cases` are the titles of what is announced for a day that no agenda tells of yet; a day that nothing
    but cases tell of is `tentative`. `stamp` is when what is told last changed.
    """

    key: str
    body_name: str
    municipality_name: str
    date: dt.date
    stamp: dt.datetime
    time: str = ""
    end_time: str = ""
    place: str = ""
    meeting: Meeting | None = None
    cases: tuple[str, ...] = ()
    tentative: bool = False
    cancelled: bool = False

    @property
    def start(self) -> dt.date | dt.datetime:
        """When it begins: a moment where an hour is stated, else the day."""
        return begins(self.date, self.time) or self.date

    @property
    def end(self) -> dt.datetime | None:
        """When it ended, where that is stated."""
        return ends(self.date, self.time, self.end_time)


def appointments(
    since: dt.date, today: dt.date, municipality: str | None = None, body: str | None = None
) -> list[Appointment]:
    """The meetings from `since` on, and what is announced from `today` on, by day. Nine database queries at most.

    `municipality` and `body` are slugs; without them it is all of them.
    """
    wanted = Body.objects.select_related("municipality").filter(
        **{name: value for name, value in (("municipality__slug", municipality), ("slug", body)) if value is not None}
    )
    bodies = {row.pk: row for row in wanted}
    found = {each.key: each for each in _met(bodies, since)}
    keys = {row.key for row in bodies.values()} if body is not None else None
    for each in (*_listed(bodies, today), *_announced(municipality, keys, today)):
        found.setdefault(each.key, each)
    return sorted(found.values(), key=lambda each: (each.date, each.time, each.key))


def _key(municipality: str, body_key: str, address: str) -> str:
    return f"{municipality}-{station_part(body_key, address)}"


def _path(meeting: Meeting) -> str:
    return path(Kind.MEETING, meeting.body.municipality.slug, name_part(meeting.body.key), meeting.slug)


def _met(bodies: dict[int, Body], since: dt.date) -> Iterable[Appointment]:
    rows = list(Meeting.objects.filter(body__in=bodies, date__gte=since).order_by("date", "slug"))
    for row in rows:
        row.body = bodies[row.body_id]
    told, called_off = stamps(map(_path, rows)), _called_off(rows)
    for row in rows:
        stamp = told.get(_path(row))
        if row.date is not None:
            yield Appointment(
                key=_key(row.body.municipality.slug, row.body.key, row.slug),
                body_name=row.body.name,
                municipality_name=row.body.municipality.name,
                date=row.date,
                stamp=stamp.modified if stamp else NEVER,
                time=row.time,
                end_time=row.end_time,
                place=row.place,
                meeting=row,
                cancelled=row.pk in called_off,
            )


def _called_off(meetings: list[Meeting]) -> set[int]:
    """The meetings whose document that counts says that they were called off."""
    shown = dict(Document.objects.filter(meeting__in=meetings, shown=True).values_list("sha256", "meeting"))
    held = HeldDocument.objects.filter(sha256__in=shown).values_list("sha256", "says")
    return {shown[sha256] for sha256, says in held if Holding.model_validate(says).cancelled}


def _listed(bodies: dict[int, Body], today: dt.date) -> Iterable[Appointment]:
    """Days ahead that a published list of meetings names."""
    rows = list(ListedMeeting.objects.filter(body__in=bodies, date__gte=today).order_by("date", "title"))
    received = dict(
        Notice.objects.filter(sha256__in={row.listed_in for row in rows}).values_list("sha256", "received_at")
    )
    for row in rows:
        body = bodies[row.body_id]
        yield Appointment(
            key=_key(body.municipality.slug, body.key, row.date.isoformat()),
            body_name=body.name,
            municipality_name=body.municipality.name,
            date=row.date,
            stamp=received.get(row.listed_in, NEVER),
        )


def _announced(municipality: str | None, keys: set[str] | None, today: dt.date) -> Iterable[Appointment]:
    """Days ahead that cases are announced for, each with its cases."""
    rows = Pointer.objects.filter(kind=Pointer.ROUTE, date__gte=today, item__closed=False)
    if municipality is not None:
        rows = rows.filter(item__meeting__body__municipality__slug=municipality)
    if keys is not None:
        rows = rows.filter(Q(body_key__in=keys) | Q(body_key="", item__meeting__body__key__in=keys))
    stops = list(
        rows.select_related("item__meeting__body__municipality")
        .defer("item__detail")
        .order_by("date", "item__meeting__date", "item__meeting__slug", "item__position")
    )
    told = stamps(_path(stop.item.meeting) for stop in stops)
    names = {
        (row.municipality_id, row.key): row.name
        for row in Body.objects.filter(key__in={stop.body_key for stop in stops})
    }
    found: dict[str, Appointment] = {}
    for stop in stops:
        body = stop.item.meeting.body
        stamp = told.get(_path(stop.item.meeting))
        key = _key(body.municipality.slug, stop.body_key or body.key, str(stop.date))
        known = found.get(key) or Appointment(
            key=key,
            body_name=names.get((body.municipality_id, stop.body_key)) or stop.body_name or body.name,
            municipality_name=body.municipality.name,
            date=stop.date or today,
            stamp=NEVER,
            tentative=True,
        )
        found[key] = replace(
            known,
            stamp=max(known.stamp, stamp.modified if stamp else NEVER),
            cases=(*known.cases, stop.item.title) if stop.item.title else known.cases,
        )
    return found.values()
