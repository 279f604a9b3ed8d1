"""An item read from its segment: title, case number, openness, sections, and everything that the sections tell."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from pejl.calendar.days import short_day
from pejl.minutes.absence import absent_in_sentence
from pejl.minutes.blocks import read_blocks
from pejl.minutes.case_number import is_case_line, is_only_case_number, parse_case_number
from pejl.minutes.decision import DecisionReading, read_decision
from pejl.minutes.document import (
    Attachment,
    Block,
    CaseNumber,
    Decision,
    Item,
    Lines,
    Outcome,
    Participant,
    Recommendation,
    Reference,
    Role,
    Section,
    SourceLine,
    Stop,
    Table,
)
from pejl.minutes.groups import is_group_heading
from pejl.minutes.keys import body_key
from pejl.minutes.labels import Labels
from pejl.minutes.lines import Line
from pejl.minutes.lists import names_files_only, read_attachments, read_participants, read_related, read_route
from pejl.minutes.openness import closes_file, closes_group, is_closing_line, is_closing_mark, title_and_openness
from pejl.minutes.passages import leads_in
from pejl.minutes.people import Named, is_people_only
from pejl.minutes.recommendation import read_recommendation
from pejl.minutes.references import find_references
from pejl.minutes.sections import RawSection, split_sections
from pejl.minutes.segments import Segment
from pejl.minutes.statements import Statement, sentences

_OPEN_ONLY = re.compile(r"^Åbent?(?:\s+(?:punkt|sag))?$")
_KINDS = {"B": "beslutning", "O": "orientering", "D": "drøftelse"}


@dataclass(frozen=True)
class Setting:
    """What an item needs to know of the meeting it belongs to: body and day, as far as the document states them."""

    body: str | None
    day: dt.date | None


@dataclass(frozen=True)
class ItemReading:
    """An item, who took part by its decision, and what its decision says of other items."""

    item: Item
    absent: list[Named]
    substitutes: list[Named]
    other_items: dict[int, tuple[Outcome, Statement]]


@dataclass(frozen=True)
class Particulars:
    """What is known of an item beside its sections: as its first lines, or an export, tell it."""

    number: int | None
    label: str | None
    title: str | None
    closed: bool
    lines: Lines
    case_number: CaseNumber | None = None
    kind: str | None = None
    group: str | None = None
    heading: tuple[SourceLine, ...] = ()


def read_item(lines: list[Line], segment: Segment, position: int, labels: Labels, setting: Setting) -> ItemReading:
    """The item whose lines `segment` marks. Items without a printed number are counted: `position` from 1."""
    title, closed = _openness(segment)
    body_lines = lines[segment.body : segment.end]
    preamble, rest = _preamble(body_lines, labels)
    case_number, closed_line = _case_number(lines[segment.start : segment.body] + preamble)
    last = max((line.number for line in lines[segment.start : segment.end] if not line.blank), default=1)
    told = Particulars(
        number=segment.number if segment.number is not None else position,
        label=str(segment.number) if segment.number is not None else None,
        title=title or None,
        closed=closed or closed_line,
        lines=Lines(first=lines[segment.start].number, last=last),
        case_number=case_number,
        kind=_KINDS.get(segment.kind or ""),
        group=segment.group,
        heading=tuple(_heading(lines[segment.start : segment.body], preamble)),
    )
    return item_of(told, split_sections(_unplaced(preamble) + rest, labels), setting)


def item_of(told: Particulars, raw: list[RawSection], setting: Setting) -> ItemReading:
    """The item that these particulars and sections make, with everything that the sections tell."""
    _tell_decisions_apart(raw, setting)
    tables: list[Table] = []
    sections = [_section(section, tables) for section in raw]
    reading = _decision(raw, told.number if told.label is not None else None)
    item = Item(
        number=told.number,
        label=told.label,
        title=told.title,
        case_number=told.case_number,
        closed=told.closed,
        kind=told.kind,
        group=told.group,
        heading=list(told.heading),
        recommendation=_recommendation(raw),
        decision=reading.decision if reading else None,
        votes=reading.votes if reading else [],
        absent=_names(reading.absent if reading else [], _listed_absent(raw)),
        sections=sections,
        tables=tables,
        route=_route(raw, setting),
        related=_related(raw, setting),
        references=_references(sections, setting),
        participants=_participants(raw),
        attachments=_attachments(raw),
        lines=told.lines,
    )
    return ItemReading(
        item,
        [*(reading.absent if reading else []), *_listed_absent(raw)],
        reading.substitutes if reading else [],
        reading.other_items if reading else {},
    )


def _openness(segment: Segment) -> tuple[str, bool]:
    """The title as published, and whether the item is closed by its title or its group."""
    title, closed = title_and_openness(segment.title)
    return title, closed or segment.closed or (segment.group is not None and closes_group(segment.group))


def _preamble(lines: list[Line], labels: Labels) -> tuple[list[Line], list[Line]]:
    end = preamble_end(lines, labels)
    return lines[:end], lines[end:]


def preamble_end(lines: Sequence[Line], labels: Labels) -> int:
    """How many of an item's lines stand between its title and its first label: case number, openness, group. Long text
    is no part of that.
    """
    for index, line in enumerate(lines):
        if not line.blank and (labels.of(line) or len(line.text) > 200 or index > 25):
            return index
    return len(lines)


def _case_number(lines: list[Line]) -> tuple[CaseNumber | None, bool]:
    number, closed = None, False
    for line in lines:
        if number is None and (is_case_line(line.text) or "/" in line.text):
            number = parse_case_number(line.text)
        closed = closed or is_closing_line(line.text)
    return number, closed


def _unplaced(preamble: list[Line]) -> list[Line]:
    """The preamble without the lines that a field holds whole."""
    return [
        line
        for line in preamble
        if not (
            is_only_case_number(line.text)
            or _OPEN_ONLY.match(line.text)
            or is_closing_mark(line.text)
            or is_group_heading(line.text)
        )
    ]


def _heading(title_lines: list[Line], preamble: list[Line]) -> list[SourceLine]:
    placed = [line for line in preamble if line not in _unplaced(preamble)]
    return [
        SourceLine(line=line.number, text=line.raw.strip(), field="heading")
        for line in (*title_lines, *placed)
        if not line.blank
    ]


def _tell_decisions_apart(raw: list[RawSection], setting: Setting) -> None:
    """Of several decision blocks only that of this meeting is the decision; those of other days
    or bodies are history.
    """
    decisions = [section for section in raw if section.role is Role.DECISION and section.heading is not None]
    if not decisions:
        return
    own = _of_own_body([section for section in decisions if not _is_earlier(section, setting)], setting)
    kept = next((section for section in own if section.day is not None and section.day == setting.day), None)
    kept = kept or next((section for section in own if section.filled), own[0] if own else None)
    for section in decisions:
        if section is not kept:
            section.role = Role.EARLIER_DECISION
    role = None
    for section in raw:  # a decision that a list of absent persons interrupts goes on after it
        if section.heading is not None and section.role is not Role.ABSENT:
            role = section.role
        elif section.heading is None and section.role is Role.DECISION and role is Role.EARLIER_DECISION:
            section.role = Role.EARLIER_DECISION


def _of_own_body(decisions: list[RawSection], setting: Setting) -> list[RawSection]:
    """Without those of other bodies, where one names the body that met ("Økonomiudvalgets beslutning" in the council's
    minutes).
    """
    key = body_key(setting.body or "")
    if not any(section.body and body_key(section.body) == key for section in decisions):
        return decisions
    return [section for section in decisions if section.body is None or body_key(section.body) == key]


def _is_earlier(section: RawSection, setting: Setting) -> bool:
    return section.day is not None and setting.day is not None and section.day != setting.day


def _section(raw: RawSection, tables: list[Table]) -> Section:
    filled = [line for line in raw.lines if not line.blank]
    lines = ([raw.heading_line] if raw.heading_line else []) + filled
    return Section(
        heading=raw.heading,
        role=raw.role,
        level=raw.level,
        blocks=read_blocks(raw.lines, raw.heading, tables),
        lines=Lines(first=lines[0].number, last=max(line.number for line in lines)),
    )


def _of_role(raw: list[RawSection], role: Role) -> list[Line]:
    return [line for section in raw if section.role is role for line in section.lines]


def _recommendation(raw: list[RawSection]) -> Recommendation | None:
    for section in raw:
        if section.role is Role.RECOMMENDATION and section.filled:
            recommendation = read_recommendation(section.lines)
            if recommendation and recommendation.by is None and section.heading:
                by = re.match(r"^(\S+) (?:foreslår|indstiller)$", section.heading)
                return recommendation.model_copy(update={"by": by[1]}) if by else recommendation
            return recommendation
    return None


def _decision(raw: list[RawSection], number: int | None) -> DecisionReading | None:
    return read_decision(_of_role(raw, Role.DECISION), number)


def _listed_absent(raw: list[RawSection]) -> list[Named]:
    absent: list[Named] = []
    for line in _of_role(raw, Role.ABSENT):
        for place, sentence in enumerate(sentences(line.text.lstrip("0123456789. "))):
            if place == 0 or is_people_only(sentence):
                absent += absent_in_sentence(f"Fraværende: {sentence}")
    return absent


def _names(*groups: list[Named]) -> list[str]:
    return list(dict.fromkeys(person.name for group in groups for person in group))


def _route(raw: list[RawSection], setting: Setting) -> list[Stop]:
    """Stations ahead only: a chain that tells what has been is history."""
    stops = read_route(_of_role(raw, Role.ROUTE))
    return [stop for stop in stops if (stop.date is None and stop.body != setting.body) or _is_ahead(stop, setting)]


def _is_ahead(stop: Stop, setting: Setting) -> bool:
    return stop.date is not None and (setting.day is None or stop.date > setting.day)


def _related(raw: list[RawSection], setting: Setting) -> list[Reference]:
    """Listed earlier treatments, and the stations of the case's course that lie behind."""
    behind = [stop for stop in read_route(_of_role(raw, Role.ROUTE)) if stop.date and not _is_ahead(stop, setting)]
    told = [
        Reference(body=stop.body, date=stop.date, line=stop.line, text=f"{stop.body} {short_day(stop.date)}")
        for stop in behind
        if stop.date and stop.date != setting.day
    ]
    return read_related(_of_role(raw, Role.RELATED), setting.body) + told


def _participants(raw: list[RawSection]) -> list[Participant]:
    return read_participants(_of_role(raw, Role.PARTICIPANTS))


def _attachments(raw: list[RawSection]) -> list[Attachment]:
    """The listed attachments, and files named under the title before any label."""
    particulars = raw[0].lines if raw and raw[0].heading is None and raw[0].role is Role.TEXT else []
    files = [line for line in particulars if names_files_only(line.text)]
    listed = [section for section in raw if section.role is Role.ATTACHMENTS]
    of_sections = [
        each for part in listed for each in read_attachments(part.lines, closed=closes_file(part.heading or ""))
    ]
    return read_attachments(files) + of_sections


def _references(sections: list[Section], setting: Setting) -> list[Reference]:
    """References in running text: everything but the lists of related treatments, attachments and the route."""
    listed = {Role.RELATED, Role.ROUTE, Role.ATTACHMENTS, Role.ABSENT}
    found: list[Reference] = []
    for section in sections:
        if section.role in listed:
            continue
        if section.role is Role.TEXT and section.heading and leads_in(section.heading):
            found += find_references(section.heading, section.lines.first, setting.body)
        for block in section.blocks:
            for text, line in _texts(block):
                found += find_references(text, line, setting.body)
    return found


def _texts(block: Block) -> list[tuple[str, int]]:
    if block.kind == "list":
        return [(entry.text, entry.lines.first) for entry in block.entries]
    return [(block.text, block.lines.first)] if block.text else []


def withdrawn_elsewhere(item: Item, outcome: Outcome, told: Statement) -> Item:
    """An item whose fate another item's decision tells ("Pkt. 105 er taget af dagsordenen")."""
    decision = Decision(text=told.text, outcome=outcome, lines=Lines(first=told.line, last=told.line))
    return item.model_copy(update={"decision": decision})
