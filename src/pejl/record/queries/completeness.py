"""How much the record holds, and how well it was read: counts only, never judgements."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, Max, Min, Q, Sum

from pejl.minutes.document import Kind, Outcome
from pejl.record.models import Body, Document, Item, Meeting, Municipality, Pointer


@dataclass(frozen=True)
class Figures:
    """The size of the record. `first` and `last` are the days of its first and last meeting, None where it is empty."""

    municipalities: int
    bodies: int
    meetings: int
    items: int
    decisions: int
    first: dt.date | None
    last: dt.date | None


@dataclass(frozen=True)
class Completeness:
    """How well the documents were read. `lines` are the files' lines, `unread` those that no field took."""

    documents: int
    versions_replaced: int
    lines: int
    unread: int
    without_date: int
    closed: int
    pointers: int
    families: tuple[tuple[str, int], ...]


def figures() -> Figures:
    """The size of the record, in three database queries."""
    meetings = Meeting.objects.aggregate(count=Count("pk"), first=Min("date"), last=Max("date"))
    items = Item.objects.aggregate(
        count=Count("pk"),
        decisions=Count("pk", filter=Q(closed=False, document__kind=Kind.MINUTES) & ~Q(outcome=Outcome.NONE)),
    )
    return Figures(
        municipalities=Municipality.objects.count(),
        bodies=Body.objects.count(),
        meetings=meetings["count"],
        items=items["count"],
        decisions=items["decisions"],
        first=meetings["first"],
        last=meetings["last"],
    )


def completeness() -> Completeness:
    """How well the record's documents were read."""
    documents = Document.objects.aggregate(
        count=Count("pk"),
        replaced=Count("pk", filter=Q(current=False)),
        lines=Sum("lines_total", default=0),
        unread=Sum("lines_unread", default=0),
    )
    families = (
        Document.objects.order_by().values_list("family").annotate(count=Count("pk")).order_by("-count", "family")
    )
    return Completeness(
        documents=documents["count"],
        versions_replaced=documents["replaced"],
        lines=documents["lines"],
        unread=documents["unread"],
        without_date=Meeting.objects.filter(date=None).count(),
        closed=Item.objects.filter(closed=True).count(),
        pointers=Pointer.objects.count(),
        families=tuple((name, count) for name, count in families),
    )


def least_read(limit: int = 20) -> list[Document]:
    """The current documents with unread lines, most of them first."""
    rows = Document.objects.filter(lines_unread__gt=0, current=True).select_related("meeting__body__municipality")
    return list(rows.defer("content").order_by("-lines_unread", "order")[:limit])
