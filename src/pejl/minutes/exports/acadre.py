"""Acadre: a manifest of what is published (`XML_<id>.xml`) and a file of content (`<id>.xml`).

Both write `field`, in two dialects: in the manifest the attribute is the field (`<field sysid="57"/>`), in the content
an attribute names it and the text is the value (`<field name="sysid">57</field>`). The manifest has one block for each
document that was produced; the newest one that is published counts. A manifest with none withdraws the meeting.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from pejl.minutes.document import Kind, Status
from pejl.minutes.exports.exported import (
    ExportedField,
    ExportedFile,
    ExportedItem,
    ExportedMeeting,
    ExportedPerson,
    PublicationNotice,
)
from pejl.minutes.exports.files import file_name
from pejl.minutes.exports.moments import moment
from pejl.minutes.exports.persons import person, without_marks
from pejl.minutes.exports.texts import html_lines, one_line
from pejl.minutes.exports.xml_tree import Element, attribute_of, children, parse_xml, says_yes, text_of
from pejl.minutes.people import read_people, says_nobody
from pejl.minutes.sources.unreadable import Refusal, Words
from pejl.minutes.sources.xml_parts import local_name

SYSTEM = "acadre"

_OPEN = "1"
_KINDS = {"1": Kind.AGENDA, "2": Kind.MINUTES}


def knows(root: Element) -> bool:
    """Whether the XML is a content file of this system."""
    return local_name(root) == "root" and _anywhere(root, "agenda") is not None and not is_manifest(root)


def is_manifest(root: Element) -> bool:
    """Whether the XML is a manifest of this system."""
    return local_name(root) == "root" and _anywhere(root, "producedAgenda") is not None


@dataclass(frozen=True, slots=True)
class Produced:
    """A document that the system has produced: its content's file, and whether it is published, and to whom."""

    file: str
    kind: Kind | None
    published: bool
    open: bool
    when: tuple[str, str]


def produced(root: Element) -> Produced | None:
    """The document of a manifest that counts: the newest published one, an open one before one that is not."""
    blocks = [_produced(block) for block in _blocks(root)]
    published = [(each.open, each.when, place) for place, each in enumerate(blocks) if each.published and each.file]
    return blocks[max(published)[2]] if published else None


def content_files(root: Element) -> list[str]:
    """Where the files of content lie that a manifest needs: the one that counts, or all where nothing is published."""
    told = produced(root)
    paths = ((_flag(block, "filesfolder"), _flag(block, "xmlfilename")) for block in _blocks(root))
    return [f"{folder}/{file}" for folder, file in paths if file and (told is None or file_name(file) == told.file)]


def read_manifest(root: Element, beside: Callable[[str], bytes | None]) -> ExportedMeeting | PublicationNotice:
    """The published meeting that a manifest names, or the word that nothing of it is published any longer."""
    told = produced(root)
    if told is None:
        return _withdrawn(root, beside)
    data = beside(told.file)
    if data is None:
        raise Refusal(_without_content(told.file))
    meeting = read(parse_xml(data))
    items = meeting.items if told.open else tuple(replace(item, open=False) for item in meeting.items)
    return replace(meeting, kind=told.kind or meeting.kind, items=items, takes_back=_taken_back(root))


def _taken_back(root: Element) -> Kind | None:
    """Minutes that were produced and of which none is published, beside an agenda that is: they may have been."""
    of_minutes = [each for each in map(_produced, _blocks(root)) if each.kind is Kind.MINUTES]
    return Kind.MINUTES if of_minutes and not any(each.published for each in of_minutes) else None


def read(root: Element) -> ExportedMeeting:
    """The meeting that a content file holds."""
    agenda = _anywhere(root, "agenda")
    meeting, committee = _first(agenda, "meeting"), _first(agenda, "committee")
    start, end = moment(_field(meeting, "date")), moment(_field(meeting, "finish"))
    items = tuple(_item(parent) for parent in _tables(agenda, "agendaitemparents"))
    return ExportedMeeting(
        system=SYSTEM,
        kind=_KINDS.get(_field(agenda, "type")),
        body=one_line(_field(committee, "name")) or None,
        date=start.day,
        time=start.time,
        end_time=end.time if end.day in (None, start.day) else None,
        place=one_line(_field(meeting, "location")) or None,
        people=tuple(_people(meeting, committee)),
        items=items,
    )


def _withdrawn(root: Element, beside: Callable[[str], bytes | None]) -> PublicationNotice:
    """What the manifest withdraws: as it tells itself, else as a content file that it names does."""
    body = one_line(_flag_of_any(_anywhere(root, "committee"), "name")) or None
    day = moment(_flag_of_any(_anywhere(root, "meeting"), "date")).day
    if body is None or day is None:
        for block in _blocks(root):
            data = beside(_flag(block, "xmlfilename"))
            content = read(parse_xml(data)) if data else None
            body, day = body or (content.body if content else None), day or (content.date if content else None)
    return PublicationNotice(SYSTEM, published=False, body=body, date=day)


def _produced(block: Element) -> Produced:
    when = moment(_flag(block, "publishDate"))
    return Produced(
        file=file_name(_flag(block, "xmlfilename")),
        kind=_KINDS.get(_flag(block, "type")),
        published=says_yes(_flag(block, "publish")),
        open=(_flag(block, "access") or _flag(block, "accessid") or _OPEN) == _OPEN,
        when=(str(when.day or ""), when.time or ""),
    )


def _people(meeting: Element | None, committee: Element | None) -> Iterator[ExportedPerson]:
    """Those listed for the meeting, else those of the committee, of whom it is not told whether they came."""
    listed = [member for place in _tables(meeting, "meetmember") for member in _tables(place, "member")]
    if not listed:
        listed = [member for place in _tables(committee, "commember") for member in _tables(place, "member")]
    for member in sorted(listed, key=lambda each: _number(_either(each, "sort"))):
        absent = _either(member, "absent")
        status = None if not absent else Status.ABSENT if says_yes(absent) else Status.PRESENT
        role = one_line(_either(member, "role"))
        known = person(_either(member, "name"), role="" if role.casefold() == "medlem" else role, status=status)
        if known:
            yield known


def _item(parent: Element) -> ExportedItem:
    item = _first(parent, "agendaitem")
    bullets = sorted(_tables(item, "bullet"), key=lambda each: _number(_field(each, "bulletsortorder")))
    files = sorted(_tables(item, "enclosure"), key=lambda each: _number(_field(each, "sort")))
    return ExportedItem(
        label=_field(parent, "sort") or None,
        title=one_line(_field(item, "name")) or None,
        open=_field(item, "access") == _OPEN,
        case_number=_field(item, "caseno") or None,
        fields=tuple(
            ExportedField(one_line(_field(each, "bulletname")) or None, html_lines(_field(each, "bulletcontent")))
            for each in bullets
        ),
        files=tuple(_file(each) for each in files),
        absent=tuple(_named(f"{_field(item, 'absent')}, {_field(item, 'excuse')}")),
    )


def _file(enclosure: Element) -> ExportedFile:
    name = file_name(_field(enclosure, "filename"))
    return ExportedFile(
        title=one_line(_field(enclosure, "name")) or name,
        number=_field(enclosure, "sort") or None,
        open=_field(enclosure, "access") == _OPEN,
    )


def _named(text: str) -> Iterator[ExportedPerson]:
    """The persons that a text lists ("Anne Prøve (A), Bo Holm (V)")."""
    parts = [part for part in one_line(text).split(",") if not says_nobody(part)]
    for named in read_people(without_marks(",".join(parts))):
        if known := person(named.name, party=named.party or "", status=Status.ABSENT):
            yield known


def _blocks(root: Element) -> Iterator[Element]:
    """The manifest's blocks, one for each document that was produced."""
    for table in root.iter():
        if local_name(table) == "table" and attribute_of(table, "name") == "producedAgenda":
            yield from children(table, "fields")


def _anywhere(root: Element, name: str) -> Element | None:
    """The first table of that name, however deep it lies."""
    tables = (each for each in root.iter() if local_name(each) == "table")
    return next((table for table in tables if attribute_of(table, "name") == name), None)


def _tables(place: Element | None, name: str) -> Iterator[Element]:
    """The tables of that name that stand directly in another."""
    yield from (table for table in children(place, "table") if attribute_of(table, "name") == name)


def _first(place: Element | None, name: str) -> Element | None:
    return next(_tables(place, name), None)


def _flag(block: Element, name: str) -> str:
    """A field in the manifest's dialect: the attribute of that name."""
    return next((attribute_of(field, name) for field in children(block, "field") if name in field.attrib), "")


def _flag_of_any(table: Element | None, name: str) -> str:
    return next((told for block in children(table, "fields") if (told := _flag(block, name))), "")


def _field(table: Element | None, name: str) -> str:
    """A field in the content's dialect: the text of the one with that name."""
    for fields in children(table, "fields"):
        for field in children(fields, "field"):
            if attribute_of(field, "name") == name:
                return text_of(field)
    return ""


def _either(member: Element, name: str) -> str:
    """A field of the member, else of the place at the meeting that the member stands in."""
    return _field(member, name) or _field(member.getparent(), name)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 9 else 0


def _without_content(file: str) -> Words:
    return Words(
        f"it only tells what is published; the content, {file}, must come with it: deliver the whole folder",
        f"den fortæller kun, hvad der er offentliggjort; indholdet, {file}, skal følge med: aflever hele mappen",
    )
