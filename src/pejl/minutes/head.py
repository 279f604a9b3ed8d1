"""The head of a set of minutes: kind, body, term, day, time, place, and who was there.

A label's value stands on the same line, glued to it, or on the next lines. What no label announces is known by its
form: a line that names a body, a day or the word *referat*. A field that the head does not hold stays None.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field

from pejl.calendar.clock import find_time as find_clock
from pejl.calendar.days import find_days
from pejl.minutes.absence import absent_in_sentence
from pejl.minutes.bodies import body_name, find_bodies
from pejl.minutes.contents import is_contents_heading
from pejl.minutes.document import Kind, Member, SourceLine, Status
from pejl.minutes.groups import is_group_heading
from pejl.minutes.lines import Line, split_mark
from pejl.minutes.people import Named, read_people, read_person, says_nobody
from pejl.minutes.statements import sentences

_LABELS = [
    ("end_time", r"Sluttidspunkt|SLUTTIDSPUNKT|Mødet slut|Mødet hævet(?=\s+kl)|Mødet sluttede"),
    (
        "date",
        r"Mødedato|MØDEDATO|Mødetidspunkt|Mødetid|Starttidspunkt|STARTTIDSPUNKT|Tidspunkt|Dato(?= ?:|$)|Tid(?= ?:|$)",
    ),
    ("place", r"Mødested|MØDESTED|Mødelokale(?= ?:)|Lokale(?= ?:|$)|Lokation(?= ?:|$)|Sted(?= ?:|$)|STED"),
    (
        "members",
        r"Mødedeltagere|(?:Deltagere|Tilstedeværende|Til ?stede|Medlemmer|Mødte)(?= ?:|$)|Deltog(?= ?:)",
    ),
    ("absent", r"Afbud ?/ ?Fraværende|Fraværende|Afbud(?!\s+fra)|Ikke til stede|Fravær(?= ?:|$)"),
    ("body", r"Udvalg(?=[ :]|$|[A-ZÆØÅ])|UDVALG|Møde(?= ?:|$)|MØDE"),
    ("note", r"Bemærkninger|Sekretær(?= ?:|$)|Sluttet(?= ?:)|Protokolfører(?= ?:|$)|PUNKTER$"),
]
_LABEL_FORMS = [
    (name, re.compile(rf"^(?:{words})(?P<gap>\s*:\s*|\s+|(?=[A-ZÆØÅ\d])|$)(?P<value>.*)$")) for name, words in _LABELS
]
_KIND = re.compile(
    r"\b(?:(?P<minutes>[Rr]eferat|REFERAT|[Bb]eslutningsprotokol|BESLUTNINGSPROTOKOL)|(?P<agenda>[Dd]agsorden|DAGSORDEN))(?!\w)"
)
_UNTIL = re.compile(r"\d[.:]\d{2}\s*(?:[-–]|til)\s*(?:kl\.?\s*)?(?P<time>\d{1,2}[.:]\d{2})\s*\.?$")
_TERM = re.compile(r"\b(20\d\d|19\d\d)\s*[-–]\s*(20\d\d|19\d\d)\b")
_PLACE_AFTER = re.compile(r"\s(?:i|på)\s+(?P<place>[A-ZÆØÅ\d].{2,})$")
_PLACE_LINE = re.compile(
    r"^(?:i\s+(?P<place>[A-ZÆØÅ].{2,})|(?P<room>(?:Mødelokale|Mødesal|Byrådssal|Udvalgsværelse)\w*\b.*))$"
)
_ROOM_AFTER_TIME = re.compile(r"^(?P<time>\d{1,2}[.:]\d{2})\s+(?P<place>[A-ZÆØÅ].*)$")
_ITEM_RANGE = re.compile(
    r",?\s*\(?(?:sag|punkt|pkt\.?|dagsordenspunkt)\s*(?:nr\.?\s*)?(?P<first>\d{1,4})(?:\s*[-–]\s*(?P<last>\d{1,4}))?\)?\s*$",
    re.IGNORECASE,
)
_ITEMS_IN_NOTE = re.compile(
    r"\b(?:sag|punkt|pkt\.?)\s*(?:nr\.?\s*)?(?P<first>\d{1,4})(?:\s*[-–]\s*(?P<last>\d{1,4}))?", re.IGNORECASE
)
_ATTENDANCE_NOTE = re.compile(
    r"^[A-ZÆØÅ].{3,80}?\s(?:var\s+til\s+stede|kom\s+til\s+stede|ankom|forlod|deltog|mødte|måtte\s+forlade)\b"
)
_COLUMNS = re.compile(r"(?<=\([A-ZÆØÅ]\))\s+(?=[A-ZÆØÅ][a-zæøå])")
_FULL_LINE = 70
_MOST_WRAPPED = 12
_ABSENT_SENTENCE = re.compile(r"^(?:Der (?:er|var)\s+)?[Aa]fbud\s+fra\s+(?P<who>.+?)\.?$")
_BODY_BEFORE_DAY = re.compile(
    r"^(?:Referat|Dagsorden)\s+(?:for|fra|af)\s+(?:møde(?:t)?\s+i\s+)?(?P<body>[A-ZÆØÅ][^\d]{2,80}?),?\s+"
    r"(?:(?:man|tirs|ons|tors|fre|lør|søn)dag\s+)?(?:den|d\.)\s*\d"
)
_FILLER = re.compile(
    r"^(?:REFERAT|DAGSORDEN|Referat|Dagsorden|til|fra mødet i|for|møde|Transkript|Dagsordener og referater|Bilag|"
    r"Møde nr\.?\s*\d+|[A-ZÆØÅ][\w-]+(?: [A-ZÆØÅ][\w-]+)? Kommune)$"
)


def find_time(text: str) -> str | None:
    """The first time of day that a text names, as HH:MM."""
    found = find_clock(text)
    return found.time if found else None


@dataclass
class Head:
    """What the head told, and the lines that told it. `absent_ranges` are absences from a range of items only."""

    kind: Kind | None = None
    body: str | None = None
    term: str | None = None
    date: dt.date | None = None
    time: str | None = None
    end_time: str | None = None
    place: str | None = None
    members: list[Member] = field(default_factory=list)
    absent_ranges: dict[str, range] = field(default_factory=dict)
    lines: list[SourceLine] = field(default_factory=list)

    def take(self, line: Line, name: str) -> None:
        """Note that the line told the field `name`."""
        self.lines.append(SourceLine(line=line.number, text=line.raw.strip(), field=name))


def read_head(lines: list[Line], taken: set[int]) -> Head:
    """The head that stands in `lines`, the lines before the first item; `taken` are lines that the contents hold."""
    head = Head()
    current = ""
    wrapped: set[int] = set()
    for index, line in enumerate(lines):
        if line.blank or line.number in wrapped:
            continue
        if line.number in taken:
            current = ""
            continue
        if index and lines[index - 1].number in taken and line.text[:1].islower():
            head.take(line, "contents")  # the end of a contents line that the page broke
            continue
        if is_contents_heading(line.text) or is_group_heading(line.text):
            head.take(line, "contents")
            current = ""
            continue
        label = _label(line.text)
        if label:
            current, value = label
            for more in _continuation(lines, index, current, taken):
                value = f"{value} {more.text}"
                head.take(more, current)
                wrapped.add(more.number)
            if _apply(head, current, value, line):
                current = current if current in {"members", "absent"} else ""
            continue
        if current and _apply(head, current, line.text, line, list_line=True):
            current = current if current in {"members", "absent", "note"} else ""
            continue
        if _take_unlabelled(head, line):
            current = ""
    return head


def _continuation(lines: list[Line], index: int, name: str, taken: set[int]) -> list[Line]:
    """The lines that a list of names or a note after its label runs on over."""
    if name not in {"members", "absent", "note"}:
        return []
    more: list[Line] = []
    text, full = lines[index].text, len(lines[index].text) >= _FULL_LINE
    for line in lines[index + 1 : index + 1 + _MOST_WRAPPED]:
        broken = text.endswith((",", " og")) or text.count("(") > text.count(")") or line.text.startswith("(")
        if (
            not (broken or full)
            or line.blank
            or line.number in taken
            or _label(line.text)
            or is_contents_heading(line.text)
        ):
            break
        more.append(line)
        text, full = f"{text} {line.text}", len(line.text) >= _FULL_LINE
    return more


def _label(text: str) -> tuple[str, str] | None:
    for name, form in _LABEL_FORMS:
        if found := form.match(text):
            return name, found["value"].strip()
    return None


def _apply(head: Head, name: str, value: str, line: Line, list_line: bool = False) -> bool:
    """Read `value` as the field `name`; True when it was such a value (an empty one only takes the label's line)."""
    if not value:
        head.take(line, name)
        return name in {"members", "absent"}
    match name:
        case "date":
            return _take_day(head, value, line, labelled=True)
        case "end_time":
            head.end_time = find_time(value) or head.end_time
            head.take(line, name)
            return True
        case "place":
            head.place = head.place or value.rstrip(" .")
            head.take(line, name)
            return True
        case "members":
            return _take_members(head, value, line, Status.PRESENT)
        case "absent":
            return _take_members(head, value, line, Status.ABSENT)
        case "body":
            return _take_body(head, value, line)
        case _:
            if list_line and not read_person(value):
                return False
            _take_absence_from_items(head, value)
            head.take(line, name)
            return True


def _take_absence_from_items(head: Head, note: str) -> None:
    """Note who took no part in single items ("X deltog ikke i behandlingen af punkt 3-5")."""
    for sentence in sentences(note):
        items = _ITEMS_IN_NOTE.search(sentence)
        if items and "deltog ikke" in sentence:
            first = int(items["first"])
            for person in absent_in_sentence(sentence):
                head.absent_ranges[person.name] = range(first, int(items["last"] or first) + 1)


def _take_day(head: Head, value: str, line: Line, labelled: bool = False) -> bool:
    days, time = find_days(value), find_time(value)
    if not days and not time and not labelled:
        return False
    if days and head.date is None:
        head.date = days[0].day
    head.time = head.time or time
    if labelled and (until := _UNTIL.search(value)):
        head.end_time = head.end_time or find_time(f"kl. {until['time']}")
    if days and (place := _PLACE_AFTER.search(value[days[0].end :])):
        head.place = head.place or place["place"].rstrip(" .")
    head.take(line, "date" if days else "time")
    return True


def _take_body(head: Head, value: str, line: Line) -> bool:
    if _KIND.match(value):
        head.kind = head.kind or _kind(value)
        head.take(line, "kind")
        return True
    head.body = head.body or body_name(value.rstrip(" ."))
    head.take(line, "body")
    return True


def _take_members(head: Head, value: str, line: Line, status: Status) -> bool:
    if says_nobody(value):
        head.take(line, "members" if status is Status.PRESENT else "absent")
        return True
    _, entry = split_mark(Line(line.number, line.raw, value, 0, "", 0))
    items = _ITEM_RANGE.search(entry)
    if items:
        entry = entry[: items.start()]
    columns = _COLUMNS.split(entry)
    single = read_person(entry) if len(columns) == 1 else None
    people = [single] if single else [person for column in columns for person in read_people(column)]
    if not people:
        return False
    for person in people:
        if items and status is Status.ABSENT:
            first = int(items["first"])
            head.absent_ranges[person.name] = range(first, int(items["last"] or first) + 1)
        _add_member(head, person, status, line.number)
    head.take(line, "members" if status is Status.PRESENT else "absent")
    return True


def _add_member(head: Head, person: Named, status: Status, line: int) -> None:
    own = Status.SUBSTITUTE if person.substitute and status is Status.PRESENT else status
    known = next((i for i, member in enumerate(head.members) if member.name == person.name), None)
    if known is not None:
        head.members[known] = head.members[known].model_copy(update={"status": own})
        return
    head.members.append(
        Member(
            name=person.name,
            party=person.party,
            status=own,
            role=person.role,
            substitute_for=person.substitute_for,
            line=line,
        )
    )


def _take_unlabelled(head: Head, line: Line) -> bool:
    text = line.text
    if _ATTENDANCE_NOTE.match(text):
        _take_absence_from_items(head, text)
        head.take(line, "note")
        return True
    if absent := _ABSENT_SENTENCE.match(text):
        return _take_members(head, absent["who"], line, Status.ABSENT)
    if _FILLER.match(text):
        head.kind = head.kind or _kind(text)
        head.take(line, "title")
        return True
    kind, bodies, days, term = _kind(text), find_bodies(text), find_days(text), _TERM.search(text)
    if ((kind or days) and len(text) < 250) or (bodies and len(text) < 120):
        head.kind = head.kind or kind
        head.term = head.term or (f"{term[1]}-{term[2]}" if term else None)
        if days or find_time(text):
            _read_title_day(head, text)
        if bodies or kind:
            head.body = head.body or _title_body(text, bodies)
        head.take(line, "title")
        return True
    if room := _ROOM_AFTER_TIME.match(text):
        head.time, head.place = head.time or find_time(room["time"]), head.place or room["place"]
        head.take(line, "time")
        return True
    if place := _PLACE_LINE.match(text):
        head.place = head.place or (place["place"] or place["room"]).rstrip(" .")
        head.take(line, "place")
        return True
    return _take_day(head, text, line) if find_time(text) and len(text) < 40 else False


def _read_title_day(head: Head, text: str) -> None:
    days = find_days(text)
    if days:
        head.date = head.date or days[0].day
        if place := _PLACE_AFTER.search(text[days[0].end :]):
            head.place = head.place or place["place"].rstrip(" .")
    head.time = head.time or find_time(text)


def _kind(text: str) -> Kind | None:
    found = _KIND.search(text)
    if not found:
        return None
    return Kind.MINUTES if found["minutes"] else Kind.AGENDA


def _title_body(text: str, bodies: list[tuple[int, int, str]]) -> str | None:
    """The body of a title line; a word before "Byråd" that is part of its name goes with it
    ("Referat X Byråd 11-09-2019").
    """
    if not bodies:
        named = _BODY_BEFORE_DAY.match(text)
        return named["body"] if named else None
    start, _, name = bodies[0]
    before = re.search(r"(?:^|[Rr]eferat |[Dd]agsorden )([A-ZÆØÅ][\wæøå-]+) $", text[:start])
    if before and name in {"Byråd", "Kommunalbestyrelse"} and not _KIND.match(before[1]):
        return f"{before[1]} {name}"
    return name
