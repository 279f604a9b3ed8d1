"""An export laid out as numbered lines, the way printed minutes have them: what is shown as the source.

The lines that tell a field are remembered with it, so that the reading says where everything stands. Attachments that
are closed in an open item stand after all items, outside every open item's lines: what shows an item's lines shows none
of theirs.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from pejl.calendar.days import danish_day, short_day, weekday_name
from pejl.minutes.case_number import is_only_case_number
from pejl.minutes.contents import folded
from pejl.minutes.document import Kind, Role, Status
from pejl.minutes.exports.exported import (
    ExportedField,
    ExportedFile,
    ExportedItem,
    ExportedMeeting,
    ExportedParticipant,
    ExportedPerson,
    ExportedStop,
)
from pejl.minutes.labels import Labels
from pejl.minutes.lines import read_line
from pejl.minutes.openness import (
    closes_case,
    closes_field,
    closes_file,
    closes_group,
    is_closing_mark,
    title_and_openness,
)
from pejl.minutes.sources import limits
from pejl.minutes.sources.unreadable import Refusal

_TITLES = {Kind.MINUTES: "REFERAT", Kind.AGENDA: "DAGSORDEN", None: "Møde i"}
_HEAD_REPEATED_WITHIN = 8
_MOST_COMPARED = 1_000_000
"""How many attachments times lines are held against each other: no item comes near it."""

LONGEST_CASE_NUMBER = 100
"""A text that is longer is no case number, whatever field it stands in."""


@dataclass(frozen=True)
class LaidField:
    """A text of an item: the line of its label, if it has one, and the lines of what it says, `end` not included."""

    field: ExportedField
    label: int | None
    first: int
    end: int


@dataclass(frozen=True)
class LaidItem:
    """An item with the numbers of its lines. `closed` is what the export says, or the title or the group does."""

    item: ExportedItem
    title: str | None
    closed: bool
    heading: tuple[int, ...]
    fields: tuple[LaidField, ...]
    pages: tuple[int, int]
    files: tuple[tuple[ExportedFile, int], ...]
    route: tuple[tuple[ExportedStop, int], ...]
    participants: tuple[tuple[ExportedParticipant, int], ...]
    unread: tuple[int, ...]
    first: int
    last: int


@dataclass(frozen=True)
class Layout:
    """The lines, and what each is there for."""

    lines: tuple[str, ...]
    head: tuple[tuple[int, str], ...]
    people: tuple[tuple[ExportedPerson, int], ...]
    items: tuple[LaidItem, ...]
    unread: tuple[int, ...]


def lay_out(meeting: ExportedMeeting) -> Layout:
    """The meeting as lines. Refuses one with more text than a set of minutes can hold."""
    page = _Page()
    head, people = _lay_head(page, meeting)
    items: list[LaidItem] = []
    for place, item in enumerate(map(_as_its_names_say, meeting.items), start=1):
        above = items[-1].item.group if items else None
        items.append(_lay_item(page, item, place, item.group if item.group != above else None))
    items = [_with_closed_files(page, laid) for laid in items]
    unread = tuple(page.add(sentence) for sentence in meeting.unread)
    return Layout(tuple(page.lines), head, people, tuple(items), unread)


@dataclass
class _Page:
    """Lines while they are being laid out. Counts their signs, so that an export cannot unfold without end."""

    lines: list[str] = field(default_factory=list)
    size: int = 0
    last: int = 1
    """The number of the last line with something on it."""

    @property
    def next(self) -> int:
        """The number that the next line gets."""
        return len(self.lines) + 1

    def add(self, line: str) -> int:
        """Write a line; return its number."""
        if len(line) > limits.LINE_CHARACTERS:
            raise Refusal(limits.LONG_LINE)
        self.size += len(line)
        if self.size > limits.TEXT_BYTES:
            raise limits.too_much_text()
        self.lines.append(line)
        if line:
            self.last = len(self.lines)
        return len(self.lines)

    def part(self, line: str) -> int:
        """Write a line that stands apart from the one above."""
        self.blank()
        return self.add(line)

    def blank(self) -> None:
        """Leave a line empty, unless the one above is."""
        if self.lines and self.lines[-1]:
            self.lines.append("")


def _lay_head(
    page: _Page, meeting: ExportedMeeting
) -> tuple[tuple[tuple[int, str], ...], tuple[tuple[ExportedPerson, int], ...]]:
    head: list[tuple[int, str]] = []
    parts = [
        _TITLES[meeting.kind],
        meeting.body,
        meeting.term,
        f"d. {short_day(meeting.date)}" if meeting.date else None,
    ]
    head.append((page.add(" ".join(part for part in parts if part)), "title"))
    if meeting.date or meeting.time:
        head.append((page.part(" ".join(_when(meeting))), "date"))
    if meeting.end_time:
        head.append((page.part(f"Sluttidspunkt kl. {meeting.end_time}"), "end_time"))
    if meeting.place:
        head.append((page.part(f"Mødested {meeting.place}"), "place"))
    people: list[tuple[ExportedPerson, int]] = []
    came = [each for each in meeting.people if each.status is not Status.ABSENT]
    away = [each for each in meeting.people if each.status is Status.ABSENT]
    for label, name, listed in (("Mødedeltagere", "members", came), ("Fraværende", "absent", away)):
        if listed:
            head.append((page.part(label), name))
        for each in listed:
            people.append((each, page.add(_person(each))))
            head.append((people[-1][1], name))
    head += [(page.part(f"Øvrige deltagere: {', '.join(meeting.others)}"), "note")] if meeting.others else []
    return tuple(head), tuple(people)


def _when(meeting: ExportedMeeting) -> Iterable[str]:
    yield "Mødedato"
    if meeting.date:
        yield f"{weekday_name(meeting.date).capitalize()} d. {danish_day(meeting.date)}"
    if meeting.time:
        yield f"kl. {meeting.time}"


def _person(person: ExportedPerson) -> str:
    party = f" ({person.party})" if person.party else ""
    role = f" - {person.role}" if person.role else ""
    stands_for = f", stedfortræder for {person.substitute_for}" if person.substitute_for else ""
    plain = ", stedfortræder" if person.status is Status.SUBSTITUTE and not stands_for else ""
    return f"{person.name}{party}{role}{stands_for}{plain}"


def _lay_item(page: _Page, item: ExportedItem, place: int, group: str | None) -> LaidItem:
    """Lay out an item; `group` is the heading of the items that begin with it."""
    bare, closed_by_title = title_and_openness(item.title or "")
    closed = not item.open or closed_by_title or bool(item.group and closes_group(item.group)) or _begins_closed(item)
    heading = [page.part(group)] if group else []
    heading += _lay_heading(page, item, bare, closed, place)
    first = heading[0]
    repeated, pages = _without_repeated_head(item)
    heading += [page.add(line) for line in repeated if line.strip()]
    fields = [_lay_field(page, each) for each in _texts(item, closed)]
    page.blank()
    start = page.next
    for line in pages:
        page.add(line)
    span = (start, page.next)
    absent = ", ".join(_person(each) for each in item.absent)
    if absent:
        fields.append(_lay_field(page, ExportedField("Fraværende", (absent,), Role.ABSENT)))
    stops = _lay_list(page, "Behandlingsplan", [_stop(each) for each in item.route], Role.ROUTE, fields)
    named = [_participant(each) for each in item.participants]
    people = _lay_list(page, "Deltagere i punktets behandling", named, Role.PARTICIPANTS, fields)
    shown = [each for each in item.files if each.open or closed]
    files = _lay_files(page, shown, fields)
    unread = tuple(page.part(sentence) for sentence in item.unread)
    return LaidItem(
        item=item,
        title=bare or None,
        closed=closed,
        heading=tuple(heading),
        fields=tuple(fields),
        pages=span,
        files=files,
        route=tuple(zip(item.route, stops, strict=True)),
        participants=tuple(zip(item.participants, people, strict=True)),
        unread=unread,
        first=first,
        last=max(page.last, first),
    )


def _as_its_names_say(item: ExportedItem) -> ExportedItem:
    """The item with those attachments closed whose names say so, whatever the export's flag: some have none. An open
    item loses the fields that are called closed ("Lukket sagsfremstilling").
    """
    files = tuple(replace(each, open=each.open and not closes_file(each.title)) for each in item.files)
    fields = tuple(each for each in item.fields if not (item.open and each.label and closes_field(each.label)))
    return replace(item, files=files, fields=fields)


def _begins_closed(item: ExportedItem) -> bool:
    """Whether the first words under the item's title say that it is closed."""
    first = [next((line for line in each.lines if line.strip()), "") for each in item.fields]
    labels = [each.label for each in item.fields if each.label]
    return any(is_closing_mark(line) for line in (*labels, *first)) or any(
        is_closing_mark(line) or closes_case(line) for line in item.pages[:_HEAD_REPEATED_WITHIN]
    )


def _lay_heading(page: _Page, item: ExportedItem, title: str, closed: bool, place: int) -> Iterable[int]:
    """The lines of number, title and case number. What of them is not public stands on lines of its own."""
    said = f"Lukket: {title}" if closed and title else title or ("Lukket punkt" if closed else "")
    yield page.part(f"Punkt {item.label or place}: {said}".rstrip(" :"))
    if item.inner_title:
        yield page.add(item.inner_title)
    if item.case_number:
        yield page.part(case_line(item.case_number))


def case_line(number: str) -> str:
    """A case number on its line: with a label where nothing else would tell what it is."""
    plain = len(number) <= LONGEST_CASE_NUMBER and is_only_case_number(number)
    return number if plain else f"Sagsnr.: {number}"


def _lay_field(page: _Page, told: ExportedField) -> LaidField:
    label = page.part(told.label) if told.label else None
    page.blank()
    first = page.next
    for line in told.lines:
        page.add(line)
    return LaidField(told, label, first, page.next)


def _lay_list(page: _Page, label: str, lines: list[str], role: Role, fields: list[LaidField]) -> list[int]:
    """Lay out what the export lists, one entry a line, as a field; return the lines' numbers."""
    if not lines:
        return []
    laid = _lay_field(page, ExportedField(label, tuple(lines), role))
    fields.append(laid)
    return list(range(laid.first, laid.end))


def _lay_files(page: _Page, files: list[ExportedFile], fields: list[LaidField]) -> tuple[tuple[ExportedFile, int], ...]:
    """The attachments with their lines: where a text of the item lists them, else in a list of their own."""
    listed = [each for each in fields if _names_attachments(each.field)]
    texts = {number: folded(page.lines[number - 1]) for each in listed for number in range(each.first, each.end)}
    if len(texts) * len(files) > _MOST_COMPARED:
        texts = {}
    placed: dict[int, int] = {}
    for place, file in enumerate(files):
        title = folded(file.title)
        if title and (line := next((number for number, text in texts.items() if title in text), None)):
            placed[place] = line
            texts.pop(line)
    rest = [place for place in range(len(files)) if place not in placed]
    lines = _lay_list(page, "Bilag", [_file(files[place]) for place in rest], Role.ATTACHMENTS, fields)
    placed |= dict(zip(rest, lines, strict=True))
    return tuple((file, placed[place]) for place, file in enumerate(files))


def _names_attachments(told: ExportedField) -> bool:
    named = Labels().of(read_line(1, told.label)) if told.label else None
    return (told.role or (named.role if named else Role.TEXT)) is Role.ATTACHMENTS


def _stop(stop: ExportedStop) -> str:
    return f"{stop.body} {short_day(stop.date)}" if stop.date else stop.body


def _participant(participant: ExportedParticipant) -> str:
    return f"{participant.title} {participant.name}" if participant.title else participant.name


def _file(file: ExportedFile) -> str:
    return f"Bilag {file.number}: {file.title}" if file.number else f"- {file.title}"


def _texts(item: ExportedItem, closed: bool) -> Iterable[ExportedField]:
    """The fields with something in them. In an open item a list of attachments does not name those that are closed."""
    shut = {folded(each.title) for each in item.files if not each.open and folded(each.title)}
    for each in item.fields:
        if each.lines:
            yield each if closed or not shut else _without_files(each, shut)


def _without_files(told: ExportedField, shut: set[str]) -> ExportedField:
    labels = Labels()
    named = labels.of(read_line(1, told.label)) if told.label else None
    role = told.role or (named.role if named else Role.TEXT)
    kept: list[str] = []
    too_many = len(told.lines) * len(shut) > _MOST_COMPARED
    for line in told.lines:
        label = labels.of(read_line(1, line))
        role = label.role if label else role
        if role is Role.ATTACHMENTS and (too_many or any(title in folded(line) for title in shut)):
            continue
        kept.append(line)
    return replace(told, lines=tuple(kept))


def _with_closed_files(page: _Page, laid: LaidItem) -> LaidItem:
    """The closed attachments of an open item, behind all that is open."""
    shut = [] if laid.closed else [each for each in laid.item.files if not each.open]
    placed = tuple((each, page.part(f"Lukket bilag til punkt {laid.item.label}: {each.title}")) for each in shut)
    by_place = {id(each): number for each, number in (*laid.files, *placed)}
    return replace(laid, files=tuple((each, by_place[id(each)]) for each in laid.item.files))


def _without_repeated_head(item: ExportedItem) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The first lines of the pages that only repeat the item's number and title, and the lines after them."""
    titles = [title for title in (item.title, item.inner_title) if title]
    repeats = {folded(title) for title in titles}
    repeats |= {folded(f"{word}{item.label} {title}") for title in titles for word in ("", "punkt ", "pkt ")}
    numbers = {folded(f"{word}{item.label}") for word in ("", "punkt ", "pkt ")}
    for place, line in enumerate(item.pages[:_HEAD_REPEATED_WITHIN]):
        if folded(line) in repeats:
            return item.pages[: place + 1], item.pages[place + 1 :]
        if line.strip() and folded(line) not in numbers:
            break
    return (), item.pages
