"""What has been decided lately, by when it was published: for those who follow, what is published late is new too."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from pejl.minutes.document import Decision, Kind, Outcome
from pejl.record.models import Document, Item
from pejl.record.oparl.ground import Stamp
from pejl.record.published.paths import Kind as ThingKind
from pejl.record.published.paths import name_part, path
from pejl.record.queries.published import stamps

MEETINGS = 20
"""How many of the sets of minutes that came last are told of."""

NEVER = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


@dataclass(frozen=True)
class Decided:
    """An item that was decided, with the words of its decision."""

    item: Item
    text: str
    stamp: Stamp


def newly_decided(municipality: str | None = None, body: str | None = None) -> list[Decided]:
    """The decided items of the minutes that came last, those that were published last first. Three database queries."""
    wanted = {"meeting__body__municipality__slug": municipality, "meeting__body__slug": body}
    documents = Document.objects.filter(
        shown=True, kind=Kind.MINUTES.value, **{name: value for name, value in wanted.items() if value is not None}
    )
    newest = list(documents.order_by("-received_at", "-order").values_list("pk", flat=True)[:MEETINGS])
    rows = list(
        Item.objects.filter(document__in=newest, closed=False)
        .exclude(outcome=Outcome.NONE.value)
        .select_related("meeting__body__municipality")
    )
    told = stamps_of(rows)
    decided = [Decided(row, _text(row), told.get(row.pk, Stamp(NEVER, NEVER))) for row in rows]
    return sorted(
        decided,
        key=lambda each: (
            -each.stamp.created.timestamp(),
            str(each.item.meeting.date),
            each.item.meeting.slug,
            each.item.position,
        ),
    )


def stamps_of(items: Iterable[Item]) -> dict[int, Stamp]:
    """The times of these items, which have their meetings at hand, by primary key. One database query."""
    paths = {row.pk: _path(row) for row in items}
    told = stamps(paths.values())
    return {pk: told[each] for pk, each in paths.items() if each in told}


def _path(row: Item) -> str:
    body = row.meeting.body
    return path(ThingKind.ITEM, body.municipality.slug, name_part(body.key), row.meeting.slug, row.slug)


def _text(row: Item) -> str:
    decision = row.detail.get("decision")
    return Decision.model_validate(decision).text if decision else ""
