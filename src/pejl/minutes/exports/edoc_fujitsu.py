"""eDoc by Fujitsu: `Root` with elements of its own namespace, and notices that a document is published or no longer is.

A closed item has a neutral title for the public. `HandlingPlan` is the case's way through bodies, with each body's
decision once it is released.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from pejl.calendar.days import short_day
from pejl.minutes.document import Kind, Role, Status
from pejl.minutes.exports.exported import (
    ExportedField,
    ExportedFile,
    ExportedItem,
    ExportedMeeting,
    ExportedPerson,
    ExportedStop,
    PublicationNotice,
)
from pejl.minutes.exports.files import file_name
from pejl.minutes.exports.moments import Moment, moment
from pejl.minutes.exports.persons import person
from pejl.minutes.exports.texts import html_lines, one_line
from pejl.minutes.exports.xml_tree import Element, children, parse_xml, says_yes, text_of
from pejl.minutes.keys import body_key
from pejl.minutes.people import read_people, says_nobody
from pejl.minutes.sources.xml_parts import child, local_name

SYSTEM = "edoc-fujitsu"

_NAMESPACE = "fujitsu.dk/agenda"


def knows(root: Element) -> bool:
    """Whether the XML is an agenda of this system."""
    return _is_ours(root) and child(root, "Committee", "Meeting") is not None


def is_notice(root: Element) -> bool:
    """Whether the XML is a notice of this system."""
    return _is_ours(root) and child(root, "Notification") is not None


def _is_ours(root: Element) -> bool:
    if local_name(root) != "Root":
        return False
    return any(_NAMESPACE in str(each.tag) for each in root.iter()) or any(
        local_name(each) in ("Notification", "OutputTypeEnumName") for each in root
    )


def content_files(root: Element) -> list[str]:
    """Where the file lies that a notice speaks of."""
    path = text_of(root, "Notification", "PathToXml")
    return [path] if path else []


def read_notice(root: Element, beside: Callable[[str], bytes | None]) -> ExportedMeeting | PublicationNotice:
    """What a notice tells: the published meeting where its file came with it, else the notice itself."""
    notice = child(root, "Notification")
    published = says_yes(text_of(notice, "Publish"))
    file = next((file_name(path) for path in content_files(root)), "")
    data = beside(file) if file else None
    content = read(parse_xml(data)) if data else None
    if content is not None and published:
        return content
    told = {local_name(each): each for each in root.iter() if local_name(each)}
    body = next((one_line(text_of(told[name])) for name in ("CommitteeName", "Committee") if name in told), "")
    if "Committee" in told and len(told["Committee"]):
        body = one_line(text_of(told["Committee"], "Name"))
    days = (moment(text_of(told[name])).day for name in ("MeetingDateTime", "MeetingDate") if name in told)
    return PublicationNotice(
        SYSTEM,
        published=published,
        body=(content.body if content else None) or body or None,
        date=(content.date if content else None) or next(days, None),
        kind=content.kind if content else _kind(root),
        file=file,
    )


def read(root: Element) -> ExportedMeeting:
    """The meeting that the export holds."""
    committee = child(root, "Committee")
    meeting = child(committee, "Meeting")
    agenda = child(meeting, "Agenda")
    start, end = moment(text_of(meeting, "MeetingDateTime")), moment(text_of(meeting, "EndDateTime"))
    body = one_line(text_of(committee, "Name")) or None
    elements = [each for each in children(agenda, "AgendaElements", "AgendaElement") if _is_item(each)]
    items = tuple(_item(each, body, start) for each in sorted(elements, key=_order))
    return ExportedMeeting(
        system=SYSTEM,
        kind=_kind(root) or _kind_of(text_of(agenda, "Type")),
        body=body,
        date=start.day,
        time=start.time,
        end_time=end.time if end.day == start.day else None,
        place=one_line(text_of(meeting, "MeetingLocation")) or None,
        people=tuple(_people(children(meeting, "MeetingParticipants", "MeetingParticipant"))),
        others=tuple(_others(meeting)),
        items=items,
    )


def _kind(root: Element) -> Kind | None:
    return _kind_of(text_of(root, "OutputTypeEnumName"))


def _kind_of(told: str) -> Kind | None:
    word = told.casefold()
    if "agenda" in word or "dagsorden" in word:
        return Kind.AGENDA
    return Kind.MINUTES if word else None


def _people(participants: Iterator[Element]) -> Iterator[ExportedPerson]:
    for each in participants:
        came = text_of(each, "Participate")
        role = one_line(text_of(each, "RoleInMeeting"))
        known = person(
            text_of(each, "Name"),
            party=text_of(each, "PoliticalPartyList") or text_of(each, "PoliticalParty"),
            role="" if role.casefold() == "medlem" else role,
            status=None if not came else Status.PRESENT if says_yes(came) else Status.ABSENT,
        )
        if known:
            yield known


def _others(meeting: Element | None) -> Iterator[str]:
    """Those who are there without being members, by name alone."""
    externals = child(meeting, "MeetingParticipantExternals")
    for each in externals if externals is not None else ():
        if known := person(text_of(each, "Name")):
            yield known.name


def _is_item(element: Element) -> bool:
    return child(element, "HandlingItem") is not None


def _order(element: Element) -> int:
    told = text_of(element, "SortOrder")
    return int(told) if told.isdecimal() and len(told) < 9 else 0


def _item(element: Element, body: str | None, start: Moment) -> ExportedItem:
    item = child(element, "HandlingItem")
    public = says_yes(text_of(element, "AccessIsPublic"))
    title = one_line(text_of(item, "Title")) or None
    handlings = list(children(item, "HandlingPlan", "Handling"))
    return ExportedItem(
        label=text_of(item, "SerialNo") or None,
        title=title if public else one_line(text_of(item, "NeutralTitle")) or None,
        inner_title=None if public else title,
        open=public,
        case_number=text_of(item, "CaseNumber") or None,
        group=one_line(text_of(element, "Category")) or None,
        fields=tuple(_fields(item, handlings, body, start)),
        files=tuple(_file(each) for each in children(item, "Attachments", "Attachment")),
        absent=tuple(_absent(child(element, "Absences"))),
        route=tuple(_stops(handlings, body, start)),
    )


def _fields(item: Element | None, handlings: list[Element], body: str | None, start: Moment) -> Iterator[ExportedField]:
    """The case's texts; its decision here, where that stands in the plan alone; what other bodies decided before."""
    decided = False
    for each in children(item, "CasePresentations", "CasePresentation"):
        lines = html_lines(text_of(each, "Content"))
        is_decision = says_yes(text_of(each, "IsDecision"))
        decided = decided or (is_decision and bool(lines))
        yield ExportedField(one_line(text_of(each, "Title")) or None, lines, Role.DECISION if is_decision else None)
    for each in handlings:
        lines = html_lines(text_of(each, "Decision"))
        if not lines:
            continue
        there, day = one_line(text_of(each, "CommitteeName")), _day(each)
        if not _is_here(each, body, start):
            label = f"Beslutning i {there} den {short_day(day)}" if day else f"Beslutning i {there}"
            yield ExportedField(label, lines, Role.EARLIER_DECISION)
        elif not decided:
            yield ExportedField("Beslutning", lines, Role.DECISION)


def _stops(handlings: list[Element], body: str | None, start: Moment) -> Iterator[ExportedStop]:
    for each in handlings:
        there = one_line(text_of(each, "CommitteeName"))
        if there and not _is_here(each, body, start):
            yield ExportedStop(there, _day(each))


def _day(handling: Element) -> dt.date | None:
    """The day on which the body treated the case, or is to."""
    return moment(text_of(handling, "MeetingDate")).day or moment(text_of(handling, "PlannedMeeting")).day


def _is_here(handling: Element, body: str | None, start: Moment) -> bool:
    return body_key(text_of(handling, "CommitteeName")) == body_key(body or "") and _day(handling) in (start.day, None)


def _file(file: Element) -> ExportedFile:
    name = file_name(text_of(file, "Link"))
    return ExportedFile(
        title=one_line(text_of(file, "Title")) or name,
        number=text_of(file, "AttachmentNumber") or None,
        open=text_of(file, "AccessEnumName").casefold() == "public",
    )


def _absent(absences: Element | None) -> Iterator[ExportedPerson]:
    """Who was away from the item: a list of elements with names, or a text with them."""
    if absences is None:
        return
    elements = [name for each in absences if (name := _absent_name(each))]
    plain = [] if len(absences) else [named.name for named in read_people(text_of(absences))]
    for told in elements or plain:
        if not says_nobody(told) and (known := person(told, status=Status.ABSENT)):
            yield known


def _absent_name(element: Element) -> str:
    """The name that an element of absences holds: as a field of it, or as all that it says."""
    if len(element):
        return text_of(element, "Name")
    return text_of(element) if local_name(element) in ("Absence", "Name") else ""
