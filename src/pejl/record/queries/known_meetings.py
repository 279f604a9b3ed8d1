"""What the record knows of other meetings, for checks of references (`minutes.checks.known.Known`)."""

from __future__ import annotations

import datetime as dt
from collections import OrderedDict
from collections.abc import Callable, Iterable
from typing import Any

from django.db.models.fields.json import KT

from pejl.minutes.checks.known import KnownItem, KnownMeeting
from pejl.minutes.document import Item as ReadItem
from pejl.minutes.document import Minutes, Outcome
from pejl.minutes.keys import body_key
from pejl.record.models import Item, ListedMeeting, Meeting

BodyDay = tuple[str, dt.date]
"""A body's key and a day."""

KEPT = 500
"""How many bodies' days are kept at hand: a walk through the whole record needs no more memory than this."""


class KnownMeetings:
    """The meetings of one municipality as checks ask for them. What was asked for once is kept for a while."""

    def __init__(self, municipality: int, ahead: Iterable[BodyDay] = ()) -> None:
        """`ahead` are bodies and days that will be asked for: they are fetched in two database queries."""
        self._municipality = municipality
        self._meetings: OrderedDict[BodyDay, list[KnownMeeting]] = OrderedDict()
        self._days: dict[str, list[dt.date]] = {}
        self._listed: dict[str, list[dt.date]] = {}
        self._fetch(set(ahead))

    def look_ahead(self, wanted: Iterable[BodyDay]) -> None:
        """Fetch what will be asked for and is not at hand, in two database queries at most."""
        self._fetch({key for key in wanted if key not in self._meetings})

    def meetings(self, body: str, date: dt.date) -> list[KnownMeeting]:
        """The body's meetings of that day that are in the record."""
        key = (body, date)
        if key not in self._meetings:
            self._fetch({key})
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

    def _fetch(self, wanted: set[BodyDay]) -> None:
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
        items: dict[int, list[KnownItem]] = {}
        rows_of_items = Item.objects.filter(meeting__in=found).defer("detail").annotate(printed=KT("detail__label"))
        for item in rows_of_items.order_by("position"):
            items.setdefault(item.meeting_id, []).append(_known(item))
        for pk, row in found.items():
            if row.date is not None:
                meeting = KnownMeeting(row.body.name, row.date, tuple(items.get(pk, ())))
                self._meetings[row.body.key, row.date].append(meeting)
        while len(self._meetings) > max(KEPT, len(wanted)):
            self._meetings.popitem(last=False)


def named_days(minutes: Minutes, items: Iterable[ReadItem]) -> set[BodyDay]:
    """The bodies and days that the items' references name."""
    found = set()
    for item in items:
        for reference in (*item.references, *item.related):
            day = minutes.date if reference.same_meeting else reference.date
            body = reference.body or minutes.body
            if day and body:
                found.add((body_key(body), day))
    return found


def _known(item: Item) -> KnownItem:
    told: Any = item  # the printed label is an annotation of the query
    return KnownItem(
        number=item.number,
        title=item.title or None,
        closed=item.closed,
        outcome=Outcome(item.outcome),
        printed=told.printed is not None,
        tell=_teller(item.pk),
    )


def _teller(pk: int) -> Callable[[], ReadItem | None]:
    """Fetch the item's text when it is asked for."""

    def tell() -> ReadItem | None:
        detail = Item.objects.filter(pk=pk).values_list("detail", flat=True).first()
        return ReadItem.model_validate(detail) if detail else None

    return tell
