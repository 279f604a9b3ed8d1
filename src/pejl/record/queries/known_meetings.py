"""What the record knows of other meetings, for checks of references (`minutes.checks.known.Known`)."""

from __future__ import annotations

import datetime as dt
from collections import OrderedDict
from collections.abc import Iterable
from functools import partial
from typing import Any, NamedTuple

from django.db.models.fields.json import KT

from pejl.minutes.checks.known import KnownItem, KnownMeeting
from pejl.minutes.document import Item as ReadItem
from pejl.minutes.document import Minutes, Outcome
from pejl.minutes.keys import body_key
from pejl.record.models import Item, ListedMeeting, Meeting

BodyDay = tuple[str, dt.date]
"""A body's key and a day."""


class Named(NamedTuple):
    """What a reference names: a body's key, a day and perhaps an item's number."""

    body: str
    day: dt.date
    number: int | None


KEPT = 500
"""How many bodies' days are kept at hand: a walk through the whole record needs no more memory than this."""


class KnownMeetings:
    """The meetings of one municipality as checks ask for them. What was asked for once is kept for a while."""

    def __init__(self, municipality: int, ahead: Iterable[Named] = ()) -> None:
        """`ahead` is what will be asked for: it is fetched in two database queries, and in a third what the items named
        say, once that of one is asked for.
        """
        self._municipality = municipality
        self._meetings: OrderedDict[BodyDay, list[KnownMeeting]] = OrderedDict()
        self._days: dict[str, list[dt.date]] = {}
        self._listed: dict[str, list[dt.date]] = {}
        self.look_ahead(ahead)

    def look_ahead(self, wanted: Iterable[Named]) -> None:
        """Fetch what will be asked for and is not at hand, in two database queries at most."""
        named = set(wanted)
        self._fetch({(each.body, each.day) for each in named} - self._meetings.keys(), named)

    def meetings(self, body: str, date: dt.date) -> list[KnownMeeting]:
        """The body's meetings of that day that are in the record."""
        key = (body, date)
        if key not in self._meetings:
            self._fetch({key}, set())
        self._meetings.move_to_end(key)
        return self._meetings[key]

    def days(self, body: str) -> list[dt.date]:
        """The days of the body's meetings in the record."""
        if body not in self._days:
            rows = Meeting.objects.filter(
                body__municipality=self._municipality, body__key=body, date__isnull=False, documents__shown=True
            )
            self._days[body] = sorted({day for day in rows.values_list("date", flat=True) if day is not None})
        return self._days[body]

    def listed_days(self, body: str) -> list[dt.date]:
        """The days of the body's meetings on lists that were imported."""
        if body not in self._listed:
            rows = ListedMeeting.objects.filter(body__municipality=self._municipality, body__key=body)
            self._listed[body] = sorted(set(rows.values_list("date", flat=True)))
        return self._listed[body]

    def _fetch(self, wanted: set[BodyDay], named: set[Named]) -> None:
        """Find the meetings wanted and their items, without what the items say."""
        if not wanted:
            return
        for key in wanted:
            self._meetings[key] = []
        rows = Meeting.objects.filter(
            body__municipality=self._municipality,
            body__key__in={body for body, _ in wanted},
            date__in={day for _, day in wanted},
        ).select_related("body")
        found = {row.pk: row for row in rows if (row.body.key, row.date) in wanted}
        items = _items(found, named)
        for pk, row in found.items():
            if row.date is not None:
                meeting = KnownMeeting(row.body.name, row.date, tuple(items.get(pk, ())))
                self._meetings[row.body.key, row.date].append(meeting)
        while len(self._meetings) > max(KEPT, len(wanted)):
            self._meetings.popitem(last=False)


def named_by(minutes: Minutes, items: Iterable[ReadItem]) -> set[Named]:
    """What the items' references name."""
    found = set()
    for item in items:
        for reference in (*item.references, *item.related):
            day = minutes.date if reference.same_meeting else reference.date
            body = reference.body or minutes.body
            if day and body:
                found.add(Named(body_key(body), day, reference.item))
    return found


def _items(meetings: dict[int, Meeting], named: set[Named]) -> dict[int, list[KnownItem]]:
    """The items of the meetings by the meeting's primary key. Those that are named tell together what they say."""
    told_together = _Texts()
    found: dict[int, list[KnownItem]] = {}
    rows = Item.objects.filter(meeting__in=meetings).defer("detail").annotate(printed=KT("detail__label"))
    for item in rows.order_by("position"):
        meeting = meetings[item.meeting_id]
        is_named = meeting.date is not None and Named(meeting.body.key, meeting.date, item.number) in named
        found.setdefault(item.meeting_id, []).append(_known(item, told_together if is_named else _Texts()))
    return found


def _known(item: Item, texts: _Texts) -> KnownItem:
    told: Any = item  # the printed label is an annotation of the query
    texts.add(item.pk)
    return KnownItem(
        number=item.number,
        title=item.title or None,
        closed=item.closed,
        outcome=Outcome(item.outcome),
        printed=told.printed is not None,
        tell=partial(texts.of, item.pk),
    )


class _Texts:
    """What some items say, fetched together when the first of them is asked for, and let go when it has been told."""

    def __init__(self) -> None:
        self._wanted: set[int] = set()
        self._held: dict[int, Any] = {}

    def add(self, item: int) -> None:
        """Fetch this item, by its primary key, along with the others."""
        self._wanted.add(item)

    def of(self, item: int) -> ReadItem | None:
        """What the item says, or None where it is not here any longer."""
        if item not in self._held:
            self._held |= dict(Item.objects.filter(pk__in=self._wanted | {item}).values_list("pk", "detail"))
            self._wanted.clear()
        detail = self._held.pop(item, None)
        return ReadItem.model_validate(detail) if detail else None
