"""Published things as lines of the export: one JSON object each, in the record's own words.

A line names its thing by `type` and `id` (the path), says when it was published and last changed, and whether it still
is; `data` says what it is, and other things by their ids. `docs/standards.md` lists the types and their data.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from pejl.minutes.document import Item
from pejl.record.oparl.shapes import (
    BodyShape,
    ConsultationShape,
    FileShape,
    ItemShape,
    LocationShape,
    MeetingShape,
    MembershipShape,
    OrganizationShape,
    PaperShape,
    PersonShape,
    TermShape,
)
from pejl.record.popolo import VoteShape, vote_event
from pejl.record.published.paths import Kind

Line = dict[str, Any]

TYPES = {
    Kind.BODY: "municipality",
    Kind.ORGANIZATION: "body",
    Kind.PERSON: "person",
    Kind.MEMBERSHIP: "membership",
    Kind.MEETING: "meeting",
    Kind.ITEM: "item",
    Kind.VOTE: "vote",
    Kind.PAPER: "case",
    Kind.CONSULTATION: "station",
    Kind.FILE: "document",
    Kind.LOCATION: "place",
    Kind.TERM: "term",
}
"""The types of lines, in the record's own words."""

Shape = (
    BodyShape
    | OrganizationShape
    | PersonShape
    | MembershipShape
    | MeetingShape
    | ItemShape
    | VoteShape
    | PaperShape
    | ConsultationShape
    | FileShape
    | LocationShape
    | TermShape
)


@dataclass(frozen=True)
class Entry:
    """A published thing as the export meets it. `shape` is None where it is no longer published."""

    path: str
    kind: Kind
    created: dt.datetime
    modified: dt.datetime
    shape: Shape | None


def line(entry: Entry) -> Line:
    """The line of a thing. Times are in UTC."""
    told: Line = {
        "type": TYPES[entry.kind],
        "id": entry.path,
        "created": entry.created.astimezone(dt.UTC).isoformat(),
        "modified": entry.modified.astimezone(dt.UTC).isoformat(),
        "deleted": entry.shape is None,
    }
    if entry.shape is None:
        return told
    page = getattr(entry.shape, "page", "")
    return {**told, **({"page": page} if page else {}), "data": _data(entry.shape)}


def _data(shape: Shape) -> Line:
    match shape:
        case BodyShape():
            return {"name": shape.name, "terms": [term.path for term in shape.terms]}
        case OrganizationShape():
            return {"name": shape.name, "party": not shape.key, "memberships": list(shape.memberships)}
        case PersonShape():
            return {"name": shape.name, "memberships": [each.path for each in shape.memberships]}
        case MembershipShape():
            return {
                **{"person": shape.person, "body": shape.organization, "party": shape.party or None},
                **{"role": shape.role or None, "substitute": shape.substitute},
                **{"first_meeting": _day(shape.first), "last_meeting": _day(shape.last)},
            }
        case MeetingShape():
            return _meeting(shape)
        case ItemShape():
            return {
                **{"meeting": shape.meeting, "order": shape.order, "label": shape.label or None},
                **{"title": shape.title or None, "closed": shape.item.closed, "station": shape.consultation or None},
                "content": _content(shape.item),
            }
        case VoteShape():
            return vote_event(shape, lambda _page: None)
        case PaperShape():
            return {
                **{"number": shape.number, "title": shape.name or None, "subject": shape.subject or None},
                **{"date": _day(shape.date), "stations": [each.path for each in shape.consultations]},
            }
        case ConsultationShape():
            return {
                **{"case": shape.paper, "body": shape.organization, "date": _day(shape.date), "told": shape.told.value},
                **{"meeting": shape.meeting or None, "item": shape.item or None},
                "outcome": shape.outcome if shape.item else None,
            }
        case FileShape():
            return {
                **{"meeting": shape.meeting, "kind": "minutes" if shape.minutes else "agenda"},
                **{"version": shape.version, "sha256": shape.sha256, "url": f"/api/v1/documents/{shape.sha256}"},
            }
        case LocationShape() | TermShape():
            return {"name": shape.name}


def _meeting(shape: MeetingShape) -> Line:
    return {
        **{"body": shape.organization, "date": _day(shape.date)},
        **{"time": shape.time or None, "end_time": shape.end_time or None},
        **{"place": shape.place.path if shape.place else None, "minutes": shape.minutes},
        **{"cancelled": shape.cancelled, "participants": list(shape.participants)},
        **{"items": [each.path for each in shape.items], "documents": [each.path for each in shape.files]},
    }


def _content(item: Item) -> Line:
    """The item as in the document `pejl.minutes/1`, without fields that say nothing."""
    return item.model_dump(mode="json", by_alias=True, exclude_defaults=True)


def _day(date: dt.date | None) -> str | None:
    return date.isoformat() if date else None
