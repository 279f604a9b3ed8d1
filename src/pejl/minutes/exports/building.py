"""An export as the document `Minutes`: laid out as lines, and read by the pieces that read printed minutes.

What the export states as data (which items are closed, numbers, case numbers, who came, attachments, the way through
bodies) is taken from it and never read out of the text. A field that the export calls the decision is the decision:
the same word inside another field is a quotation.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from pejl.calendar.days import short_day
from pejl.minutes.between_items import kind_by_decisions, with_told_elsewhere
from pejl.minutes.case_number import parse_case_number
from pejl.minutes.document import (
    Attachment,
    CaseNumber,
    Item,
    Lines,
    Member,
    Minutes,
    Participant,
    Reference,
    Source,
    SourceLine,
    Status,
    Stop,
)
from pejl.minutes.exports.exported import ExportedItem, ExportedMeeting, ExportedPerson
from pejl.minutes.exports.layout import LONGEST_CASE_NUMBER, LaidField, LaidItem, Layout, case_line, lay_out
from pejl.minutes.exports.pages import page_furniture, read_pages
from pejl.minutes.exports.roles import FieldSections, label_of, role_of, settle_roles
from pejl.minutes.head import Head
from pejl.minutes.item import ItemReading, Particulars, Setting, item_of
from pejl.minutes.labels import Labels
from pejl.minutes.lines import Line, read_line, read_lines
from pejl.minutes.members import members_of
from pejl.minutes.sections import RawSection, split_sections
from pejl.minutes.sources.source_text import SourceText
from pejl.minutes.spelling import tied_to_members


def source_of(meeting: ExportedMeeting, name: str, data: bytes, media_type: str) -> SourceText:
    """The export as numbered lines, as they are shown for its source."""
    return _source(lay_out(meeting), name, data, media_type)


def minutes_of(meeting: ExportedMeeting, name: str, data: bytes, media_type: str) -> Minutes:
    """The document that an export holds; `data` are the bytes that it was read from."""
    layout = lay_out(meeting)
    source = _source(layout, name, data, media_type)
    lines = read_lines(source.lines)
    skipped = page_furniture(lines, layout.items)
    kept = [line if line.number not in skipped else read_line(line.number, "") for line in lines]
    setting = Setting(meeting.body, meeting.date)
    readings = [_item(kept, laid, place, setting) for place, laid in enumerate(layout.items, start=1)]
    members = _members(layout, readings)
    items = [tied_to_members(item, members) for item in with_told_elsewhere(readings)]
    return Minutes(
        kind=meeting.kind or kind_by_decisions(items),
        body=meeting.body,
        term=meeting.term,
        date=meeting.date,
        time=meeting.time,
        end_time=meeting.end_time,
        place=meeting.place,
        members=members,
        items=items,
        head=[_told(lines, number, field) for number, field in layout.head],
        furniture=[_told(lines, number, "furniture") for number in sorted(skipped)],
        source=Source(
            name=source.name,
            sha256=source.sha256,
            media_type=source.media_type,
            family=meeting.system,
            lines=len(source.lines),
        ),
        unread=_unread(lines, layout),
    )


def _source(layout: Layout, name: str, data: bytes, media_type: str) -> SourceText:
    return SourceText(name, hashlib.sha256(data).hexdigest(), media_type, layout.lines)


def _told(lines: Sequence[Line], number: int, field: str) -> SourceLine:
    return SourceLine(line=number, text=lines[number - 1].raw.strip(), field=field)


def _unread(lines: Sequence[Line], layout: Layout) -> list[SourceLine]:
    of_items = [number for laid in layout.items for number in laid.unread]
    return [_told(lines, number, "item") for number in of_items] + [
        _told(lines, number, "export") for number in layout.unread
    ]


def _item(lines: list[Line], laid: LaidItem, place: int, setting: Setting) -> ItemReading:
    """The item with its sections read, and in it what the export states as data."""
    has_pages = laid.pages[0] < laid.pages[1]
    reading = read_pages(lines, laid, place, setting) if has_pages else _of_fields(lines, laid, place, setting)
    item = reading.item.model_copy(update=_stated(lines, laid, place, reading.item, setting))
    return ItemReading(item, reading.absent, reading.substitutes, reading.other_items)


def _of_fields(lines: list[Line], laid: LaidItem, place: int, setting: Setting) -> ItemReading:
    labels = Labels()
    fields = [_sections(lines, each, labels) for each in laid.fields]
    sections = settle_roles(fields, laid.item.fields, setting, labels)
    number, label = _number(laid.item, place)
    told = Particulars(
        number=number,
        label=label,
        title=laid.title,
        closed=laid.closed,
        lines=Lines(first=laid.first, last=laid.last),
    )
    return item_of(told, sections, setting)


def _sections(lines: list[Line], laid: LaidField, labels: Labels) -> FieldSections:
    """The sections of a field: the field itself under its name, and what headings inside it begin."""
    content = lines[laid.first - 1 : laid.end - 1]
    role = role_of(laid.field, labels)
    first: RawSection | None = None
    if laid.label is not None:
        line = lines[laid.label - 1]
        label = label_of(line, labels)
        heading = label.heading if label else line.text.rstrip(" :")
        level = 1 if label or laid.field.role else 2
        first = RawSection(role, heading, line, level, body=label.body if label else None)
        first.day = label.day if label else None
    elif laid.field.role:
        first = RawSection(role, None, None, 1)
    return FieldSections(role, split_sections(content, labels, first))


def _number(item: ExportedItem, place: int) -> tuple[int | None, str | None]:
    """Number and label: a label such as "1.1" is no number, and an item without either is counted."""
    if item.label is None:
        return place, None
    return (int(item.label) if item.label.isdecimal() and len(item.label) < 9 else None), item.label


def _stated(lines: list[Line], laid: LaidItem, place: int, read: Item, setting: Setting) -> dict[str, object]:
    """What the export states as data. A closed item's case number is not told to be public, so it has none."""
    number, label = _number(laid.item, place)
    stated: dict[str, object] = {
        "number": number,
        "label": label,
        "title": laid.title,
        "closed": laid.closed,
        "case_number": None if laid.closed else _case_number(laid.item) or read.case_number,
        "kind": laid.item.kind,
        "group": None if laid.closed else laid.item.group,
        "heading": read.heading or [_told(lines, number, "heading") for number in laid.heading],
        "lines": Lines(first=laid.first, last=laid.last),
        "absent": list(dict.fromkeys([*(each.name for each in laid.item.absent), *read.absent])),
        "participants": _participants(laid) or read.participants,
    }
    if laid.files:
        stated["attachments"] = _attachments(laid)
    if laid.route:
        listed = {line for _, line in laid.route}
        stated["route"] = _ahead(laid, setting) + [each for each in read.route if each.line not in listed]
        stated["related"] = _behind(laid, setting) + [each for each in read.related if each.line not in listed]
    return stated


def _case_number(item: ExportedItem) -> CaseNumber | None:
    if item.case_number is None:
        return None
    printed = item.case_number
    if len(printed) > LONGEST_CASE_NUMBER:
        return CaseNumber(raw=printed)
    return parse_case_number(printed) or parse_case_number(case_line(printed)) or CaseNumber(raw=printed)


def _attachments(laid: LaidItem) -> list[Attachment]:
    """The attachments in the export's order; those of a closed item are closed."""
    return [
        Attachment(number=file.number, title=file.title, closed=laid.closed or not file.open, line=line)
        for file, line in laid.files
    ]


def _participants(laid: LaidItem) -> list[Participant]:
    return [Participant(name=each.name, title=each.title, line=line) for each, line in laid.participants]


def _ahead(laid: LaidItem, setting: Setting) -> list[Stop]:
    """The stations to come: those after the meeting's day, and those that no day is known of yet."""
    return [
        Stop(body=stop.body, date=stop.date, line=line)
        for stop, line in laid.route
        if stop.date is None or setting.day is None or stop.date > setting.day
    ]


def _behind(laid: LaidItem, setting: Setting) -> list[Reference]:
    """The stations that lie behind, as related treatments."""
    return [
        Reference(body=stop.body, date=stop.date, line=line, text=f"{stop.body} {short_day(stop.date)}")
        for stop, line in laid.route
        if stop.date and setting.day and stop.date <= setting.day
    ]


def _members(layout: Layout, readings: list[ItemReading]) -> list[Member]:
    """The listed members with what the items tell of them. Whether somebody came is taken from the list, if it says."""
    listed = [_member(person, line) for person, line in layout.people]
    stated = {person.name: person.status for person, _ in layout.people if person.status}
    return [
        member.model_copy(update={"status": stated.get(member.name, member.status)})
        for member in members_of(Head(members=listed), readings)
    ]


def _member(person: ExportedPerson, line: int) -> Member:
    return Member(
        name=person.name,
        party=person.party,
        status=person.status or Status.PRESENT,
        role=person.role,
        substitute_for=person.substitute_for,
        line=line,
    )
