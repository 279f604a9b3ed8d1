"""Where references lead, and what refers here.

A pointer is kept by what it says: a body, a day, perhaps an item. What it hits is looked up when read, so a target that
is imported later is found, and one that is missing is said to be missing. Where it names no body, it means the body in
whose minutes it stands.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from pejl.minutes.keys import item_key
from pejl.record.models import Item, Meeting, Pointer
from pejl.record.queries.retractions import withdrawn_on
from pejl.record.resolution import Resolution, resolution

BodyDay = tuple[str, dt.date | None]
"""A body's key and a day: what a text points at when it points at a meeting."""


@dataclass(frozen=True)
class Resolved:
    """A pointer with what it hits. `item` None and `meeting` set: the meeting is here, but no item of it is hit.

    `stands_in` is the item whose text points. `withdrawn`: the meeting that it names was here and is withdrawn.
    """

    pointer: Pointer
    stands_in: Item
    meeting: Meeting | None
    item: Item | None
    withdrawn: bool = False

    @property
    def body_name(self) -> str:
        """The body as the pointer prints it, or the body that it stands in."""
        return self.pointer.body_name or self.stands_in.meeting.body.name

    @property
    def date(self) -> dt.date | None:
        """The day that the pointer names; that of its own meeting where it points there."""
        return self.stands_in.meeting.date if self.pointer.same_meeting else self.pointer.date

    @property
    def resolution(self) -> Resolution:
        """What the pointer has come to."""
        return resolution(
            route=self.pointer.kind == Pointer.ROUTE,
            dated=self.date is not None or self.pointer.same_meeting,
            numbered=self.pointer.number is not None,
            meeting_here=self.meeting is not None,
            withdrawn=self.withdrawn,
            item_here=self.item is not None,
            closed=self.item is not None and self.item.closed,
        )


def resolve(item: Item, pointers: Iterable[Pointer]) -> list[Resolved]:
    """Each of `item`'s pointers with what it hits in the same municipality. Three database queries at most."""
    wanted = list(pointers)
    meetings = _meetings_named(item, wanted)
    gone = _withdrawn(item, [pointer for pointer in wanted if pointer.pk not in meetings])
    items = _items_of(meetings.values())
    found = []
    for pointer in wanted:
        meeting = meetings.get(pointer.pk)
        hit = _hit(item, pointer, items.get(meeting.pk, [])) if meeting else None
        found.append(Resolved(pointer, item, meeting, hit, withdrawn=pointer.pk in gone))
    return found


def pointers_to(item: Item) -> list[Resolved]:
    """What names this item: references, related treatments, and routes of the same case or title that lead here."""
    meeting = item.meeting
    here = _points_at(meeting) | Q(same_meeting=True, item__meeting=meeting)
    named = (
        Q(kind__in=[Pointer.REFERENCE, Pointer.RELATED], number=item.number) if item.number is not None else Q(pk=None)
    )
    same_case = Q(item__case=item.case_id) if item.case_id is not None else Q(pk=None)
    same_title = Q(item__title=item.title) if item.title else Q(pk=None)
    announced = Q(kind=Pointer.ROUTE) & (same_case | same_title)
    rows = _open_pointers(meeting).filter(here & (named | announced)).exclude(item=item)
    return [Resolved(pointer, pointer.item, meeting, item) for pointer in rows]


def pointers_to_meeting(meeting: Meeting) -> list[Resolved]:
    """References and related treatments that name the meeting without naming an item."""
    rows = _open_pointers(meeting).filter(
        _points_at(meeting), number=None, kind__in=[Pointer.REFERENCE, Pointer.RELATED]
    )
    return [Resolved(pointer, pointer.item, meeting, None) for pointer in rows]


def meetings_on(municipality: int, wanted: Iterable[BodyDay]) -> dict[BodyDay, Meeting]:
    """The meetings that are here of the bodies (by key) and days wanted. One database query, none where none is wanted.

    Of a body that met twice in one day it is the first meeting of the day.
    """
    days = set(wanted)
    if not days:
        return {}
    rows = (
        Meeting.objects.filter(
            body__municipality=municipality,
            body__key__in={key for key, _ in days},
            date__in={date for _, date in days if date is not None},
        )
        .select_related("body__municipality")
        .order_by("-slug")
    )
    return {(meeting.body.key, meeting.date): meeting for meeting in rows}


def _open_pointers(meeting: Meeting) -> QuerySet[Pointer]:
    return (
        Pointer.objects.filter(item__meeting__body__municipality=meeting.body.municipality_id, item__closed=False)
        .select_related("item__meeting__body__municipality")
        .defer("item__detail")
        .order_by("-item__meeting__date", "item__position", "position")
    )


def _points_at(meeting: Meeting) -> Q:
    if meeting.date is None:
        return Q(pk=None)
    same_body = Q(body_key=meeting.body.key) | Q(body_key="", item__meeting__body=meeting.body_id)
    return same_body & Q(date=meeting.date)


def _meetings_named(item: Item, pointers: list[Pointer]) -> dict[int, Meeting]:
    """The meeting that each pointer names, by the pointer's primary key, where it is here."""
    found = {pointer.pk: item.meeting for pointer in pointers if pointer.same_meeting}
    dated = _days_named(item, pointers)
    here = meetings_on(item.meeting.body.municipality_id, dated.values())
    return found | {pk: here[key] for pk, key in dated.items() if key in here}


def _withdrawn(item: Item, missing: list[Pointer]) -> set[int]:
    """The primary keys of those pointers whose meeting is not here because it is withdrawn."""
    dated = _days_named(item, missing)
    gone = withdrawn_on(item.meeting.body.municipality_id, dated.values())
    return {pk for pk, key in dated.items() if key in gone}


def _days_named(item: Item, pointers: list[Pointer]) -> dict[int, BodyDay]:
    """The body and day that each pointer names, by the pointer's primary key; without those that point at home."""
    return {
        pointer.pk: (pointer.body_key or item.meeting.body.key, pointer.date)
        for pointer in pointers
        if pointer.date is not None and not pointer.same_meeting
    }


def _items_of(meetings: Iterable[Meeting]) -> dict[int, list[Item]]:
    by_key = {meeting.pk: meeting for meeting in meetings}
    found: dict[int, list[Item]] = {}
    if by_key:
        for row in Item.objects.filter(meeting__in=by_key).defer("detail").order_by("position"):
            row.meeting = by_key[row.meeting_id]
            found.setdefault(row.meeting_id, []).append(row)
    return found


def _hit(item: Item, pointer: Pointer, candidates: list[Item]) -> Item | None:
    """The item that is named by number; for an announced stop the item there of the same case, else of the same title.

    The title counts because another administration may give the case a number of its own.
    """
    if pointer.number is not None:
        return next((row for row in candidates if row.number == pointer.number), None)
    if pointer.kind != Pointer.ROUTE:
        return None
    title = item_key(item.title)
    same_case = (row for row in candidates if item.case_id is not None and row.case_id == item.case_id)
    same_title = (row for row in candidates if title and not row.closed and item_key(row.title) == title)
    return next(same_case, None) or next(same_title, None)
