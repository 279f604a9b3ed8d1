"""The record as lists to leaf through and rows to look up: bodies, meetings, items, documents, for API and command.

Every list has a total order, so that two requests for neighbouring stretches neither repeat nor lose a row.
Nothing here can reach a closed item's text: the tables do not hold it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import Count, F, Max, Min, Model, Prefetch, Q, QuerySet
from django.db.models.fields.json import KT

from pejl.minutes.keys import case_key
from pejl.record.models import Attendance, Body, Document, Item, Meeting
from pejl.record.queries.bodies import came
from pejl.record.queries.stretch import Stretch

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True)
class Wanted:
    """What a reader wants to see; None wants everything. Municipalities and bodies are named as in their addresses.

    `case` is a case number in any spacing. `subject` is a KLE subject or its first parts: "15" is everything under 15,
    "15.00" everything under that. `year` is the meeting's year.
    """

    municipality: str | None = None
    body: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    year: int | None = None
    outcome: str | None = None
    subject: str | None = None
    case: str | None = None


@dataclass(frozen=True)
class Place:
    """The address of a meeting, in slugs."""

    municipality: str
    body: str
    meeting: str


def bodies(wanted: Wanted, limit: int, offset: int) -> Stretch[Body]:
    """Bodies by municipality and name. Each row has `meetings_held`, `first_day` and `last_day`."""
    rows = _bodies().filter(came())
    if wanted.municipality is not None:
        rows = rows.filter(municipality__slug=wanted.municipality)
    return _stretch(rows.order_by("municipality__name", "municipality__slug", "name", "slug"), limit, offset)


def body_at(municipality: str, body: str) -> Body | None:
    """The body at an address, with the counts that the list has."""
    return _bodies().filter(municipality__slug=municipality, slug=body).first()


def meetings(wanted: Wanted, limit: int, offset: int) -> Stretch[Meeting]:
    """Meetings, latest first and those without a date last. Each row has `items_held`."""
    rows = _meetings().filter(_of_meeting(wanted, ""))
    return _stretch(rows.order_by(*_latest_first("")), limit, offset)


def meeting_at(place: Place) -> Meeting | None:
    """The meeting at an address, with its items, documents and attendance fetched along."""
    return (
        _meetings()
        .filter(_at(place, ""))
        .prefetch_related(
            Prefetch("items", _item_rows().order_by("position")),
            Prefetch("documents", _documents().defer("content").order_by("-kind", "-version")),
            Prefetch("attendances", Attendance.objects.select_related("person").order_by("position")),
        )
        .first()
    )


def items(wanted: Wanted, limit: int, offset: int) -> Stretch[Item]:
    """Items with `case_printed`, those of the latest meeting first, and within a meeting in the agenda's order."""
    rows = _item_rows().filter(_of_meeting(wanted, "meeting__"))
    if wanted.outcome is not None:
        rows = rows.filter(outcome=wanted.outcome)
    if wanted.subject is not None:
        rows = rows.filter(Q(case__subject=wanted.subject) | Q(case__subject__startswith=f"{wanted.subject}."))
    if wanted.case is not None:
        rows = rows.filter(case__number=case_key(wanted.case))
    return _stretch(rows.order_by(*_latest_first("meeting__"), "position"), limit, offset)


def item_at(place: Place, item: str) -> Item | None:
    """The item at an address."""
    return _items().filter(_at(place, "meeting__"), slug=item).first()


def document_shown(place: Place) -> Document | None:
    """The document that stands for the meeting: its current minutes, else its current agenda."""
    return _documents().filter(_at(place, "meeting__"), shown=True).first()


def document_of(sha256: str) -> Document | None:
    """The document that was read from the file with this hash."""
    return _documents().filter(sha256=sha256).first()


def _bodies() -> QuerySet[Body]:
    return Body.objects.select_related("municipality").annotate(
        meetings_held=Count("meetings"), first_day=Min("meetings__date"), last_day=Max("meetings__date")
    )


def _meetings() -> QuerySet[Meeting]:
    return Meeting.objects.select_related("body__municipality").annotate(items_held=Count("items"))


def _items() -> QuerySet[Item]:
    return Item.objects.select_related("meeting__body__municipality", "document").annotate(
        case_printed=KT("detail__case_number__raw")
    )


def _item_rows() -> QuerySet[Item]:
    """Items as rows of a list: without what they say, which may be long."""
    return _items().defer("detail", "document__content")


def _documents() -> QuerySet[Document]:
    return Document.objects.select_related("meeting__body__municipality")


def _of_meeting(wanted: Wanted, to_meeting: str) -> Q:
    """The filters that are about the meeting, from a table that reaches it by the prefix `to_meeting`."""
    asked = {
        "body__municipality__slug": wanted.municipality,
        "body__slug": wanted.body,
        "date__gte": wanted.since,
        "date__lte": wanted.until,
        "date__year": wanted.year,
    }
    return Q(**{to_meeting + field: value for field, value in asked.items() if value is not None})


def _at(place: Place, to_meeting: str) -> Q:
    """The meeting at `place`, from a table that reaches it by the prefix `to_meeting`."""
    return Q(
        **{
            f"{to_meeting}body__municipality__slug": place.municipality,
            f"{to_meeting}body__slug": place.body,
            f"{to_meeting}slug": place.meeting,
        }
    )


def _latest_first(to_meeting: str) -> list[Any]:
    """An order of meetings that stays the same when the record is derived anew, those without a date last."""
    places = ("body__municipality__slug", "body__slug", "slug")
    return [F(f"{to_meeting}date").desc(nulls_last=True), *(to_meeting + place for place in places)]


def _stretch(rows: QuerySet[Row], limit: int, offset: int) -> Stretch[Row]:
    return Stretch(list(rows[offset : offset + limit]), rows.count(), limit, offset)
