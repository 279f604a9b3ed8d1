"""eDoc, the older export (`eDocAgendaPublishing.xml`): an item's words stand only as the text of its printed pages.

What is to be published says so in words. A closed item has a neutral title for the public. `AgendaItems` lists every
meeting that the document was on, which is the case's way through bodies.
"""

from __future__ import annotations

from collections.abc import Iterator

from pejl.minutes.document import Kind
from pejl.minutes.exports.exported import (
    ExportedField,
    ExportedFile,
    ExportedItem,
    ExportedMeeting,
    ExportedPerson,
    ExportedStop,
)
from pejl.minutes.exports.files import file_name
from pejl.minutes.exports.moments import Moment, moment
from pejl.minutes.exports.persons import person
from pejl.minutes.exports.stretches import stretches
from pejl.minutes.exports.texts import one_line, text_lines
from pejl.minutes.exports.xml_tree import Element, children, text_of
from pejl.minutes.head import Head, read_head
from pejl.minutes.keys import body_key
from pejl.minutes.lines import read_lines
from pejl.minutes.sources.xml_parts import child, local_name

SYSTEM = "edoc"

_PUBLISHED = "skal publiceres"
_KINDS = {
    "til orientering": "orientering",
    "til drøftelse": "drøftelse",
    "til godkendelse": "beslutning",
    "til beslutning": "beslutning",
}


def knows(root: Element) -> bool:
    """Whether the XML is an agenda of this system."""
    return local_name(root) == "Meeting" and child(root, "MeetingAgendaTypes") is not None


def read(root: Element) -> ExportedMeeting:
    """The meeting that the export holds."""
    start = moment(text_of(root, "MeetingDate"))
    body = one_line(text_of(root, "Committee")) or None
    parts = list(children(root, "MeetingAgendaTypes", "MeetingAgendaType"))
    items = _by_number([item for part in parts for item in _items(part, body, start)])
    head = _head(parts, items)
    state = text_of(root, "MeetingState").casefold()
    return ExportedMeeting(
        system=SYSTEM,
        kind=(Kind.MINUTES if "referat" in state else Kind.AGENDA) if state else None,
        body=body,
        date=start.day,
        time=start.time or head.time,
        place=head.place,
        people=tuple(_people(head)),
        items=items,
    )


def _by_number(items: list[ExportedItem]) -> tuple[ExportedItem, ...]:
    """The items of the open and the closed agenda together, in the order in which they were treated."""
    numbers = [item.label for item in items if item.label and item.label.isdecimal() and len(item.label) < 9]
    if len(set(numbers)) < len(items):
        return tuple(items)
    return tuple(sorted(items, key=lambda item: int(item.label or 0)))


def _items(part: Element, body: str | None, start: Moment) -> Iterator[ExportedItem]:
    group = one_line(text_of(part, "AgendaType"))
    for item in children(part, "MeetingAgendaItems", "MeetingAgendaItem"):
        yield _item(item, group, body, start)


def _item(item: Element, group: str, body: str | None, start: Moment) -> ExportedItem:
    document = child(item, "Document")
    public = _is_published(document) and "lukket" not in group.casefold()
    title = one_line(text_of(document, "Title")) or None
    treatments = list(children(document, "AgendaItems", "AgendaItem"))
    pages = text_lines(text_of(item, "FullText"))
    summary = text_lines(text_of(document, "Summary"))
    return ExportedItem(
        label=text_of(item, "AgendaItemNumber") or None,
        title=title if public else one_line(text_of(document, "NeutralTitle")) or None,
        inner_title=None if public else title,
        open=public,
        case_number=next(
            (told for name in ("CaseNumber", "Number") if (told := text_of(document, "Case", name))), None
        ),
        kind=_kind(treatments, body, start),
        group=group or None,
        fields=() if pages or not summary else (ExportedField("Resumé", summary),),
        pages=pages,
        files=tuple(_file(file) for file in children(document, "Attachments", "Attachment")),
        route=tuple(_stops(treatments, body, start)),
    )


def _is_published(place: Element | None) -> bool:
    return " ".join(text_of(place, "PublishingType").split()).casefold() == _PUBLISHED


def _kind(treatments: list[Element], body: str | None, start: Moment) -> str | None:
    own = (each for each in treatments if _is_here(each, body, start))
    return next((_KINDS.get(text_of(each, "AgendaItemType").casefold()) for each in own), None)


def _is_here(treatment: Element, body: str | None, start: Moment) -> bool:
    same_body = body_key(text_of(treatment, "Committee")) == body_key(body or "")
    return same_body and moment(text_of(treatment, "MeetingDate")).day == start.day


def _stops(treatments: list[Element], body: str | None, start: Moment) -> Iterator[ExportedStop]:
    for treatment in treatments:
        there = one_line(text_of(treatment, "Committee"))
        if there and not _is_here(treatment, body, start):
            yield ExportedStop(there, moment(text_of(treatment, "MeetingDate")).day)


def _file(file: Element) -> ExportedFile:
    """An attachment. Only one that says of itself that it is not to be published is closed in an open item."""
    told = text_of(file, "PublishingType")
    name = file_name(text_of(file, "PDFDocument"))
    return ExportedFile(title=one_line(text_of(file, "Title")) or name, open=not told or _is_published(file))


def _head(parts: list[Element], items: tuple[ExportedItem, ...]) -> Head:
    """What stands above the first item on the printed pages of the open part: the only place that tells who came."""
    for part in parts:
        if "lukket" not in text_of(part, "AgendaType").casefold():
            cut = stretches(text_lines(text_of(part, "FullText")), items)
            return read_head(read_lines(cut.before), set()) if cut.by_item or cut.doubtful else Head()
    return Head()


def _people(head: Head) -> Iterator[ExportedPerson]:
    for member in head.members:
        known = person(
            member.name,
            party=member.party or "",
            role=member.role or "",
            status=member.status,
            substitute_for=member.substitute_for or "",
        )
        if known:
            yield known
