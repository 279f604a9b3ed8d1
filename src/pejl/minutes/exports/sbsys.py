"""Agenda Management of SBSYS: `Publication<id>.xml`, older and newer dialect.

A field marked `IsFeedback` is a decision; there may be one for each body that decides. `ItemHistory` holds the
decisions of earlier meetings. The party's letter stands in the name. A draft is not published and is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pejl.calendar.days import short_day
from pejl.minutes.document import Kind, Role, Status
from pejl.minutes.exports.exported import (
    ExportedField,
    ExportedFile,
    ExportedItem,
    ExportedMeeting,
    ExportedPerson,
)
from pejl.minutes.exports.files import file_name
from pejl.minutes.exports.moments import moment
from pejl.minutes.exports.persons import person
from pejl.minutes.exports.texts import html_lines, one_line, text_lines
from pejl.minutes.exports.xml_tree import Element, attribute_of, children, says_yes, text_of
from pejl.minutes.sources.unreadable import Refusal, Words
from pejl.minutes.sources.xml_parts import child, local_name

SYSTEM = "sbsys-agenda-management"

_DRAFT = Words(
    "the export says that it is a draft, and drafts are not published",
    "eksporten siger, at den er en kladde, og kladder offentliggøres ikke",
)
_SEVERAL = Words(
    "it holds agendas of several meetings: have each meeting exported by itself",
    "den rummer dagsordener for flere møder: få hvert møde eksporteret for sig",
)
_CAME = re.compile(r"(?<!not )(?<!ikke )\b(?:present|attend|participat|deltag|til ?stede|mødt|accept)", re.IGNORECASE)
_AWAY = re.compile(r"\b(?:not|ikke|absent|afbud|fravær|declin|excused|forfald)", re.IGNORECASE)
_UNDECIDED = re.compile(r"^(?:not\s?decided|ikke bestemt|undecided|unknown|ukendt|)$", re.IGNORECASE)
_STANDS_IN = re.compile(r"\b(?:stedfortræder|suppleant)\b(?:\s+for\s+(?P<for>[^,;.]+))?", re.IGNORECASE)


def knows(root: Element) -> bool:
    """Whether the XML is a publication of this system."""
    return local_name(root) == "Publication" and child(root, "Agendas") is not None


def read(root: Element) -> ExportedMeeting:
    """The meeting that the publication holds."""
    agendas = list(children(root, "Agendas", "Agenda"))
    first = agendas[0] if agendas else None
    meeting, committee = child(first, "Meeting"), child(first, "Committee")
    starts = [moment(text_of(agenda, "Meeting", "When")) for agenda in agendas]
    if len({start.day for start in starts}) > 1:
        raise Refusal(_SEVERAL)
    start, end = moment(text_of(meeting, "When")), moment(text_of(meeting, "Until"))
    apart = [file for agenda in agendas for file in children(agenda, "Enclosures", "Enclosure")]
    return ExportedMeeting(
        system=SYSTEM,
        kind=_kind(root, first),
        body=one_line(text_of(committee, "Name")) or None,
        term=_term(committee),
        date=start.day,
        time=start.time,
        end_time=end.time if end.day == start.day else None,
        place=one_line(text_of(meeting, "Where")) or None,
        people=tuple(_people(children(meeting, "Members", "MeetingMember"))),
        items=tuple(_item(item, apart) for agenda in agendas for item in children(agenda, "Items", "Item")),
    )


def _kind(root: Element, agenda: Element | None) -> Kind | None:
    told = [
        text_of(place, name)
        for place in (root, agenda)
        for name in ("PublicationTypeAsValue", "PublicationTypeAsEnum", "PublicationType")
    ]
    word = next((text.casefold() for text in told if text), "")
    if word in ("0", "draft", "kladde"):
        raise Refusal(_DRAFT)
    if word == "2" or "minute" in word or "referat" in word:
        return Kind.MINUTES
    return Kind.AGENDA if word else None


def _term(committee: Element | None) -> str | None:
    first, last = (moment(text_of(committee, name)).day for name in ("PeriodStart", "PeriodEnd"))
    return f"{first.year}-{last.year}" if first and last else None


def _people(members: Iterator[Element]) -> Iterator[ExportedPerson]:
    for member in members:
        note = text_of(member, "ParticipationNote")
        stands_in = _STANDS_IN.search(note)
        status = _status(member)
        if stands_in and status is not Status.ABSENT:
            status = Status.SUBSTITUTE
        known = person(
            text_of(member, "Name"),
            role=_role(text_of(member, "Role")),
            status=status,
            substitute_for=(stands_in["for"] or "") if stands_in else "",
        )
        if known:
            yield known


def _role(printed: str) -> str:
    """The role, where it tells more than that the person is a member."""
    return "" if printed.casefold() in ("medlem", "member") else one_line(printed)


def _status(member: Element) -> Status | None:
    """Whether the person came; None where it is not decided or not told."""
    newer = text_of(member, "Participate")
    if newer:
        return Status.PRESENT if says_yes(newer) else Status.ABSENT
    word, number = text_of(member, "ParticipationStatusAsText"), text_of(member, "ParticipationStatusAsValue")
    if _UNDECIDED.match(word):
        return {"1": Status.PRESENT, "4": Status.PRESENT, "0": None, "": None}.get(number, Status.ABSENT)
    if _AWAY.search(word):
        return Status.ABSENT
    return Status.PRESENT if _CAME.search(word) else None


def _item(item: Element, apart: list[Element]) -> ExportedItem:
    label = text_of(item, "Number") or attribute_of(item, "Nummer", "Number")
    own = [*children(item, "Enclosures", "Enclosure"), *children(item, "ExternalFiles", "ExternalFile")]
    listed_apart = [file for file in apart if label and text_of(file, "ItemNumber") == label]
    fields = sorted(children(item, "Fields", "ItemField"), key=_index)
    return ExportedItem(
        label=label or None,
        title=one_line(text_of(item, "Caption")) or None,
        open=says_yes(text_of(item, "IsPublic")),
        case_number=text_of(item, "Case", "Number") or None,
        fields=(*(_field(field) for field in fields), *_history(item)),
        files=tuple(dict.fromkeys(_file(file) for file in (*own, *listed_apart))),
        absent=tuple(
            known for known in _people(children(item, "Members", "ItemMember")) if known.status is Status.ABSENT
        ),
    )


def _index(field: Element) -> int:
    told = text_of(field, "Index")
    return int(told) if told.isdecimal() and len(told) < 9 else 0


def _field(field: Element) -> ExportedField:
    content = text_of(field, "Content")
    empty = text_of(field, "HasContent") and not says_yes(text_of(field, "HasContent"))
    plain = "multiline" in text_of(field, "FieldTypeAsEnum").casefold()
    lines = () if empty else text_lines(content) if plain else html_lines(content)
    role = Role.DECISION if says_yes(text_of(field, "IsFeedback")) else None
    return ExportedField(one_line(text_of(field, "Caption")) or None, lines, role)


def _history(item: Element) -> Iterator[ExportedField]:
    """What earlier meetings decided: each with the body and the day of that meeting."""
    for details in item.iter():
        told = details.getparent()
        if local_name(details) != "MeetingDetails" or told is None:
            continue
        body = one_line(text_of(details, "CommitteeName"))
        day = moment(text_of(details, "MeetingDueDate")).day
        caption = one_line(text_of(told, "Caption")) or "Beslutning"
        label = f"Beslutning i {body} den {short_day(day)}" if body and day else caption
        lines = html_lines(text_of(told, "Content"))
        if lines:
            yield ExportedField(label, lines, Role.EARLIER_DECISION)


def _file(file: Element) -> ExportedFile:
    """An attachment. It is open where the export says so, in either dialect's words."""
    public, protected = text_of(file, "IsPublic"), text_of(file, "IsProtected")
    name = _name_of(file)
    return ExportedFile(
        title=one_line(text_of(file, "Name")) or name.rpartition(".")[0] or name,
        number=text_of(file, "Number") or None,
        open=says_yes(public) if public else bool(protected) and not says_yes(protected),
    )


def _name_of(file: Element) -> str:
    told = (text_of(file, name) for name in ("FileName", "InstantiationFilePathRelative", "EnclosureOutputUri"))
    return next((name for path in told if (name := file_name(path))), "")
