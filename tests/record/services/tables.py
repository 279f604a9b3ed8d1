"""The record's tables as plain values, without what may differ between two databases that say the same."""

from __future__ import annotations

from typing import Any

from django.db.models import Model

from pejl.record.models import (
    Absence,
    Appropriation,
    Attendance,
    Ballot,
    Body,
    Case,
    Document,
    Gist,
    HeldDocument,
    Item,
    ListedMeeting,
    Meeting,
    Municipality,
    Notice,
    Person,
    Pointer,
    Promise,
    PromiseMatch,
    Publication,
    Trace,
    Withdrawn,
)

Rows = dict[str, list[tuple[Any, ...]]]

MEETING = ("body__municipality__slug", "body__slug", "slug")
ITEM = (*(f"item__meeting__{name}" for name in MEETING), "item__slug")
FIELDS: dict[type[Model], tuple[str, ...]] = {
    Municipality: ("name", "slug"),
    Body: ("municipality__slug", "name", "key", "slug"),
    Meeting: (*MEETING, "body__name", "date", "time", "end_time", "place", "term"),
    Document: (
        *(f"meeting__{name}" for name in MEETING),
        "sha256",
        "name",
        "media_type",
        "family",
        "kind",
        "body_name",
        "current",
        "shown",
        "content",
        "lines_total",
        "lines_unread",
        "order",
        "version",
        "received_at",
    ),
    Case: ("municipality__slug", "number", "slug", "subject", "year"),
    Item: (
        *(f"meeting__{name}" for name in MEETING),
        "document__sha256",
        "position",
        "number",
        "label",
        "slug",
        "title",
        "closed",
        "case__number",
        "outcome",
        "detail",
    ),
    Person: ("municipality__slug", "name", "slug"),
    Attendance: (*(f"meeting__{name}" for name in MEETING), "person__slug", "party", "role", "status", "position"),
    Absence: (*ITEM, "person__slug"),
    Ballot: (*ITEM, "vote", "person__slug", "option"),
    Pointer: (*ITEM, "kind", "body_name", "body_key", "date", "number", "line", "text", "same_meeting", "position"),
    Gist: (*ITEM, "body__key", "date", "says"),
    Promise: (
        *ITEM,
        *(
            "key",
            "body__key",
            "made_on",
            "position",
            "occurrence",
            "by",
            "by_name",
            "to_name",
            "to_key",
            "kind",
            "what",
        ),
        *("sentence", "line", "clause", "first", "last", "words", "recurring", "standing", "search_first"),
        *("search_last", "wishes"),
    ),
    ListedMeeting: ("body__municipality__slug", "body__key", "date", "title"),
    Withdrawn: (
        *("body__municipality__slug", "body__slug", "slug", "sha256", "date", "kind", "at", "marks"),
        *("order", "version"),
    ),
    Notice: ("sha256", "name", "kind", "municipality", "says", "order", "received_at"),
    PromiseMatch: ("promise__key", *ITEM, "date", "score", "strong", "reasons"),
    Appropriation: (
        *ITEM,
        *("body__key", "date", "position", "clause", "kind", "side", "amount", "text"),
        *("years", "yearly", "period", "to_name", "to_key", "frame", "purpose", "financing", "source", "balanced"),
        *("repeats", "from_table", "onward", "outcome", "first_line", "last_line"),
    ),
}
TOLD_BY_ARRIVAL: dict[type[Model], tuple[str, ...]] = {
    HeldDocument: ("sha256", "order", "received_at", "body__key", "day", "minutes", "time", "treats", "says", "size"),
    Trace: ("body__key", "day", "path", "first", "changed", "gone", "breaks"),
    Publication: ("path", "kind", "municipality__slug", "created", "modified", "deleted", "name"),
}
"""What there is of these follows from when files came."""

OF_ARRIVAL = {"order", "version", "received_at"}


def tables(*, arrival: bool = True) -> Rows:
    """Every row of the record by table, in an order of its own, without primary keys and the index's marks.

    Without `arrival` the rows say nothing about when and in which order files came.
    """
    found: Rows = {}
    for model, fields in (FIELDS | TOLD_BY_ARRIVAL if arrival else FIELDS).items():
        asked = [field for field in fields if arrival or field not in OF_ARRIVAL]
        found[model.__name__] = sorted(model._default_manager.values_list(*asked), key=repr)
    return found
