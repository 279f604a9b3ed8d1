"""The record's rows in the shapes that the API answers with."""

from __future__ import annotations

from typing import Any

from pejl.minutes.document import Item as MinutesItem
from pejl.minutes.document import Kind, Outcome, Status
from pejl.record.queries.item_links import ItemLinks
from pejl.record.queries.pointers import Resolved
from pejl.record.queries.rows import Attendance, Body, Document, Item, Meeting
from pejl.record.search import Hit, Result
from pejl.web.record.links import (
    body_links,
    document_links,
    hit_links,
    item_links,
    meeting_links,
    meetings_url,
    shown_document_url,
)
from pejl.web.record.shapes import (
    AttendanceEntry,
    BodyEntry,
    BodyName,
    DerivedVotersEntry,
    DocumentEntry,
    ItemEntry,
    ItemName,
    ItemResource,
    MeetingEntry,
    MeetingName,
    MeetingResource,
    MunicipalityName,
    NamedIn,
    PointerEntry,
    SearchHit,
    SearchListing,
    Target,
    TextPart,
)


def body_entry(body: Body) -> BodyEntry:
    """A body as counted by `catalogue.bodies`."""
    counts: Any = body  # the counts are annotations of the query
    return BodyEntry(
        **_named(body),
        meetings=counts.meetings_held,
        first=counts.first_day,
        last=counts.last_day,
        meetings_url=meetings_url(body),
    )


def body_name(body: Body) -> BodyName:
    """A body by its name and addresses."""
    return BodyName(**_named(body))


def meeting_name(meeting: Meeting) -> MeetingName:
    """A meeting by its body, its day and its addresses."""
    return MeetingName(**meeting_links(meeting), date=meeting.date, body=body_name(meeting.body))


def meeting_entry(meeting: Meeting) -> MeetingEntry:
    """A meeting as counted by `catalogue.meetings`."""
    return MeetingEntry(**_meeting(meeting))


def meeting_resource(meeting: Meeting) -> MeetingResource:
    """A meeting with what `catalogue.meeting_at` fetches along."""
    return MeetingResource(
        **_meeting(meeting),
        agenda=[ItemName(**_item(item)) for item in meeting.items.all()],
        attendance=[attendance_entry(row) for row in meeting.attendances.all()],
        documents=[document_entry(row) for row in meeting.documents.all()],
    )


def item_entry(item: Item) -> ItemEntry:
    """An item in a list."""
    return ItemEntry(**_item(item), meeting=meeting_name(item.meeting))


def item_resource(links: ItemLinks) -> ItemResource:
    """An item with what its document says of it, where it points and what points at it."""
    item = links.item
    return ItemResource(
        **_item(item),
        meeting=meeting_name(item.meeting),
        content=MinutesItem.model_validate(item.detail),
        points_at=[_pointer(each) for each in links.points_at],
        named_in=[_named_in(each) for each in links.named_in],
        derived_voters=_derived_voters(links),
        flags=list(links.flags),
        document_url=document_links(item.document)["url"],
    )


def document_entry(document: Document) -> DocumentEntry:
    """A version of a document, without its content."""
    return DocumentEntry(
        **document_links(document),
        sha256=document.sha256,
        name=document.name,
        media_type=document.media_type,
        kind=Kind(document.kind),
        version=document.version,
        current=document.current,
        received=document.received_at,
        family=document.family,
        lines=document.lines_total,
        lines_unread=document.lines_unread,
    )


def attendance_entry(row: Attendance) -> AttendanceEntry:
    """How a person took part."""
    return AttendanceEntry(
        name=row.person.name, party=row.party or None, role=row.role or None, status=Status(row.status)
    )


def search_listing(result: Result, neighbours: dict[str, str | None]) -> SearchListing:
    """What a search found."""
    return SearchListing(
        **neighbours,
        total=result.total,
        page=result.page,
        per_page=result.per_page,
        pages=result.pages,
        suggestion=result.suggestion.text if result.suggestion else None,
        put_right=result.put_right,
        holding_all=result.holding_all,
        by_meaning=result.by_meaning,
        results=[_hit(hit) for hit in result.hits],
    )


def _pointer(resolved: Resolved) -> PointerEntry:
    pointer = resolved.pointer
    return PointerEntry(
        kind=pointer.kind,
        body=resolved.body_name,
        date=resolved.date,
        item=pointer.number,
        text=pointer.text,
        line=pointer.line,
        resolution=resolved.resolution,
        target=_target(resolved),
    )


def _target(resolved: Resolved) -> Target | None:
    if resolved.item is not None:
        title = None if resolved.item.closed else resolved.item.title or None
        return Target(**item_links(resolved.item), title=title)
    if resolved.meeting is not None:
        return Target(**meeting_links(resolved.meeting), title=None)
    return None


def _named_in(resolved: Resolved) -> NamedIn:
    item = resolved.stands_in
    return NamedIn(
        **item_links(item),
        kind=resolved.pointer.kind,
        title=item.title or None,
        body=item.meeting.body.name,
        date=item.meeting.date,
    )


def _derived_voters(links: ItemLinks) -> DerivedVotersEntry | None:
    if links.unanimity is None:
        return None
    return DerivedVotersEntry(stated=links.unanimity.words, names=list(links.derived.names) if links.derived else [])


def _hit(hit: Hit) -> SearchHit:
    return SearchHit(
        **hit_links(hit),
        title=hit.title,
        body=hit.body,
        date=hit.date,
        outcome=Outcome(hit.outcome),
        case_number=hit.case_number,
        snippet=[TextPart(text=part.text, marked=part.marked) for part in hit.snippet],
        by_meaning=hit.by_meaning,
    )


def _named(body: Body) -> dict[str, Any]:
    municipality = MunicipalityName(name=body.municipality.name, slug=body.municipality.slug)
    return {**body_links(body), "name": body.name, "slug": body.slug, "municipality": municipality}


def _meeting(meeting: Meeting) -> dict[str, Any]:
    counts: Any = meeting  # the count is an annotation of the query
    return {
        **dict(meeting_name(meeting)),
        "time": meeting.time or None,
        "end_time": meeting.end_time or None,
        "place": meeting.place or None,
        "term": meeting.term or None,
        "items": counts.items_held,
        "document_url": shown_document_url(meeting),
    }


def _item(item: Item) -> dict[str, Any]:
    told: Any = item  # the case number as printed is an annotation of the query
    return {
        **item_links(item),
        "number": item.number,
        "label": item.label or None,
        "title": item.title or None,
        "closed": item.closed,
        "outcome": Outcome(item.outcome),
        "case_number": told.case_printed,
    }
