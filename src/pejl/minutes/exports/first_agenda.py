"""FirstAgenda Publication: the JSON of one meeting, and the list of bodies with their meetings.

`Moede.Id` is a zero id and is left alone; most fields may be null. An item's texts stand in `Felter[].Html` with their
own headings inside. Attachments have no flag of their own: what is listed under an open item is published.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pejl.minutes.contents import folded
from pejl.minutes.document import Kind, Role
from pejl.minutes.exports.exported import (
    ExportedField,
    ExportedFile,
    ExportedItem,
    ExportedMeeting,
    ExportedParticipant,
    ListedDay,
    MeetingList,
)
from pejl.minutes.exports.json_tree import Object, is_true, object_in, objects_in, text_in, whole_in
from pejl.minutes.exports.moments import Moment, moment, moment_in_utc
from pejl.minutes.exports.persons import person
from pejl.minutes.exports.texts import html_lines, one_line, text_lines

SYSTEM = "firstagenda"


def knows(tree: Any) -> bool:
    """Whether the JSON is a meeting or a list of meetings of this system."""
    return isinstance(tree, dict) and bool(_is_meeting(tree) or _is_list(tree))


def read(tree: Any) -> ExportedMeeting | MeetingList:
    """The meeting, or the list of meetings, that the JSON holds."""
    return _meeting(tree) if _is_meeting(tree) else MeetingList(SYSTEM, tuple(dict.fromkeys(_listed(tree))))


def _is_meeting(tree: Object) -> bool:
    return "Dagsordenpunkter" in tree and ("Moede" in tree or "Udvalg" in tree)


def _is_list(tree: Object) -> bool:
    if isinstance(tree.get("Dagsordner"), list):
        return True
    bodies = tree.get("Udvalg")
    return isinstance(bodies, dict) and "Navn" not in bodies and all(isinstance(told, list) for told in bodies.values())


def _listed(tree: Object) -> Iterator[ListedDay]:
    """The meetings by body, of both forms that the list has: by period, and as found by a search."""
    for period in object_in(tree, "Udvalg"):
        for body in objects_in(object_in(tree, "Udvalg"), period):
            for meeting in objects_in(body, "Moeder"):
                yield from _listed_day(text_in(body, "Navn"), meeting)
    for found in objects_in(tree, "Dagsordner"):
        yield from _listed_day(text_in(object_in(found, "Udvalg"), "Navn"), object_in(found, "Moede"))


def _listed_day(body: str, meeting: Object) -> Iterator[ListedDay]:
    if body and (day := _when(meeting).day):
        yield ListedDay(one_line(body), day, one_line(text_in(meeting, "Navn")))


def _meeting(tree: Object) -> ExportedMeeting:
    meeting = object_in(tree, "Moede")
    named = one_line(text_in(meeting, "Navn"))
    when = _when(meeting)
    shut = named.casefold().startswith("lukket")
    points = list(objects_in(tree, "Dagsordenpunkter"))
    if all(whole_in(point, "Sorting") is not None for point in points):
        points.sort(key=lambda point: whole_in(point, "Sorting") or 0)
    return ExportedMeeting(
        system=SYSTEM,
        kind=_kind(named, is_true(tree, "TillaegsDagsorden") or is_true(meeting, "IsSupplementaryAgenda")),
        body=one_line(text_in(object_in(tree, "Udvalg"), "Navn")) or None,
        date=when.day,
        time=when.time,
        place=one_line(text_in(meeting, "Sted")) or None,
        items=tuple(_item(point, shut) for point in points),
    )


def _when(meeting: Object) -> Moment:
    """The meeting's start in Danish time."""
    stated = moment(text_in(meeting, "Dato"))
    return stated if stated.day else moment_in_utc(text_in(meeting, "MeetingBeginUtc"))


def _kind(named: str, supplementary: bool) -> Kind | None:
    word = named.casefold()
    if "referat" in word or "beslutning" in word:
        return Kind.MINUTES
    return Kind.AGENDA if "dagsorden" in word or supplementary else None


def _item(point: Object, shut: bool) -> ExportedItem:
    fields = tuple(_field(field) for field in objects_in(point, "Felter"))
    return ExportedItem(
        label=text_in(point, "Number", "Punktnummer") or None,
        title=one_line(text_in(point, "Caption", "Navn")) or None,
        open=is_true(point, "IsOpen") and not shut,
        case_number=text_in(point, "CaseNumber", "SagsNummer") or None,
        fields=(*fields, *_decision_apart(point, fields)),
        files=tuple(_file(file) for file in sorted(objects_in(point, "Bilag"), key=_order)),
        participants=tuple(_participants(point)),
    )


def _field(field: Object) -> ExportedField:
    """A text with the label that it bears itself, else with the field's name."""
    lines = html_lines(text_in(field, "Html")) or text_lines(text_in(field, "Tekst"))
    labelled_inside = bool(lines) and lines[0].startswith("#")
    return ExportedField(None if labelled_inside else one_line(text_in(field, "Navn")) or None, lines)


def _decision_apart(point: Object, fields: tuple[ExportedField, ...]) -> Iterator[ExportedField]:
    """The decision that stands apart from the texts, unless it stands in them as well."""
    lines = html_lines(text_in(point, "ItemDecision"))
    told = folded(" ".join(line for field in fields for line in field.lines))
    if lines and folded(" ".join(lines)) not in told:
        yield ExportedField("Beslutning", lines, Role.DECISION)


def _order(file: Object) -> int:
    return whole_in(file, "Order") or 0


def _file(file: Object) -> ExportedFile:
    return ExportedFile(one_line(text_in(file, "Navn", "Name")))


def _participants(point: Object) -> Iterator[ExportedParticipant]:
    for attendee in objects_in(point, "ExternalAgendaItemAttendees"):
        if named := person(text_in(attendee, "Name", "Navn")):
            yield ExportedParticipant(named.name, one_line(text_in(attendee, "Title", "Titel")) or None)
