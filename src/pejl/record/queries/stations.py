"""The treatments of cases as stations of a thread, read with as little as a thread needs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import QuerySet
from django.db.models.fields.json import KT, KeyTransform

from pejl.minutes.document import Decision, Kind, Outcome, Recommendation
from pejl.minutes.keys import item_key
from pejl.record.models import Case, Item, Meeting, Pointer
from pejl.record.threads.station import Station, StopAt, clauses_at

BodyOnDay = tuple[str, dt.date]
"""A body's key and a day."""


def items_of(case: Case) -> list[Item]:
    """The case's items in the order of their days, without their text but with recommendation and decision."""
    rows: QuerySet[Item] = (
        Item.objects.filter(case=case)
        .select_related("meeting__body__municipality", "document", "case__municipality")
        .defer("detail", "document__content")
        .annotate(
            put=KeyTransform("recommendation", "detail"),
            decided=KeyTransform("decision", "detail"),
            case_printed=KT("detail__case_number__raw"),
        )
        .order_by("meeting__date", "meeting__slug", "position")
    )
    return list(rows)


def stations_of(items: Sequence[Item]) -> dict[int, Station]:
    """Each item as a station, by its primary key. One database query."""
    pointers: dict[int, list[Pointer]] = {}
    for pointer in Pointer.objects.filter(item__in=items, item__closed=False).order_by("position"):
        pointers.setdefault(pointer.item_id, []).append(pointer)
    return {item.pk: _station(item, pointers.get(item.pk, [])) for item in items}


def held(municipality: int, wanted: Iterable[BodyOnDay]) -> dict[BodyOnDay, Meeting]:
    """The meetings on those of the days of which the record has minutes. One database query."""
    days = set(wanted)
    if not days:
        return {}
    rows = Meeting.objects.filter(
        body__municipality=municipality,
        body__key__in={key for key, _ in days},
        date__in={day for _, day in days},
        documents__shown=True,
        documents__kind=Kind.MINUTES.value,
    ).select_related("body__municipality")
    return {(row.body.key, row.date): row for row in rows if row.date is not None}


def _station(item: Item, pointers: Sequence[Pointer]) -> Station:
    told: Any = item  # recommendation and decision are annotations of the query
    meeting = item.meeting
    own = meeting.body.key
    put, decided = _read(Recommendation, told.put), _read(Decision, told.decided)
    return Station(
        key=item.pk,
        body=own,
        body_name=meeting.body.name,
        day=meeting.date,
        meeting=meeting.pk,
        number=item.number,
        title=item_key(item.title),
        closed=item.closed,
        decided=item.document.kind == Kind.MINUTES.value,
        outcome=Outcome(item.outcome),
        clauses=() if item.closed else clauses_at(put, decided),
        stops=tuple(
            StopAt(pointer.body_key or own, pointer.body_name, pointer.date)
            for pointer in pointers
            if pointer.kind == Pointer.ROUTE
        ),
        names=frozenset(
            (pointer.body_key or own, pointer.date, pointer.number)
            for pointer in pointers
            if pointer.kind != Pointer.ROUTE and pointer.date is not None
        ),
    )


def _read(shape: Any, value: Any) -> Any:
    return shape.model_validate(value) if value else None
