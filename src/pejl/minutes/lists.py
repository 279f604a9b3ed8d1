"""The listed parts of an item: announced route, related treatments, participants, attachments."""

from __future__ import annotations

import re

from pejl.calendar.days import find_days
from pejl.minutes.bodies import first_body
from pejl.minutes.closing_words import MANY
from pejl.minutes.document import Attachment, Participant, Reference, Stop
from pejl.minutes.lines import Line, split_mark
from pejl.minutes.openness import closes_file
from pejl.minutes.people import looks_like_name, says_nobody
from pejl.minutes.references import find_references

_ATTACHMENT = re.compile(
    r"^(?:Bilag|Bilag nr\.?)\s*(?P<number>\d+(?:\.\d+)*[a-z]?)\s*(?:[.:)–-]\s*|\s+)(?P<title>\S.*)$", re.IGNORECASE
)
_MARKED_ATTACHMENT = re.compile(
    r"^(?P<number>\d+)\s+(?:Åbent?|Lukket|Fortroligt?|(?:Ikke[ -])?[Oo]ffentligt?)\s+(?P<title>\S.*)$"
)
_FILES_HEADING = re.compile(rf"^(?:(?P<closed>{MANY})|åbne|offentlige) bilag ?:?$", re.IGNORECASE)
_FILE = re.compile(r"(?<!\S)\S+\.(?:pdf|docx?|xlsx?|pptx?|zip)\b", re.IGNORECASE)
_ACTION = re.compile(r"\s+(?:påtegning|indstilling|erklæring|udtalelse)$")
_PREPOSITIONS = {"af", "for", "i", "på", "ved", "fra", "til"}
_NOTHING = re.compile(r"^(?:ingen(?: bilag)?|-|–)\.?$", re.IGNORECASE)


def read_route(lines: list[Line]) -> list[Stop]:
    """The stations of a route: a body on each line, with its day where one is given. Undated lines among dated ones
    tell what happened at a station and are none themselves.
    """
    stops: list[Stop] = []
    for line in lines:
        if line.blank:
            continue
        days = find_days(line.text)
        if days:
            start = 0
            for day in days:
                body = first_body(line.text[start : day.start]) or _bare_body(line.text[start : day.start])
                if body := body or _bare_body(line.text[day.end :]):
                    stops.append(Stop(body=body, date=day.day, line=line.number))
                start = day.end
        elif len(line.text) < 160 and not line.text.endswith("."):
            stops += [Stop(body=body, line=line.number) for part in line.text.split(", ") if (body := first_body(part))]
    dated = [stop for stop in stops if stop.date]
    return dated or stops


def _bare_body(text: str) -> str | None:
    """A short capitalised phrase before a day, where the list names a body of an unusual form."""
    bare = _ACTION.sub("", text.strip(" ,.:–-"))
    return bare if 2 <= len(bare) <= 60 and bare[0].isupper() and not re.search(r"\d", bare) else None


def read_related(lines: list[Line], own_body: str | None) -> list[Reference]:
    """The earlier treatments that a list names; prose between them is read for references all the same."""
    return [
        reference for line in lines if not line.blank for reference in find_references(line.text, line.number, own_body)
    ]


def read_participants(lines: list[Line]) -> list[Participant]:
    """Those who take part without being members, with title before or after the name."""
    participants: list[Participant] = []
    for line in lines:
        text = split_mark(line)[1].strip()
        if line.blank or says_nobody(text):
            continue
        for entry in _people_entries(text):
            if participant := _participant(entry, line.number):
                participants.append(participant)
    return participants


def _people_entries(text: str) -> list[str]:
    if ";" in text:
        return [part.strip() for part in text.split(";")]
    parts = [part.strip() for part in re.split(r"\s+og\s+|,\s*", text.rstrip("."))]
    if len(parts) > 1 and all(_trailing_name(part.split()) for part in parts):
        return parts
    names = [part for part in parts if looks_like_name(part)]
    if len(names) <= 1:
        return [text]
    if len(names) == len(parts):
        return names
    return _paired(text)


def _paired(text: str) -> list[str]:
    """Several persons with titles in one sentence: cut at " og " where both halves hold a name of their own."""
    halves = re.split(r"\s+(?:og|samt)\s+(?=[A-ZÆØÅ])", text.rstrip("."))
    entries: list[str] = []
    for half in halves:
        if entries and not any(looks_like_name(part.strip()) for part in half.split(",")):
            entries[-1] += f" og {half}"
        else:
            entries.append(half)
    return entries


def _participant(entry: str, line: int) -> Participant | None:
    parts = [part.strip(" .") for part in entry.split(",")]
    for index, part in enumerate(parts):
        if looks_like_name(part):
            title = ", ".join(other for other in parts[:index] + parts[index + 1 :] if other)
            return Participant(name=part, title=title or None, line=line)
    words = entry.strip(" .").split()
    if size := _trailing_name(words):
        title = " ".join(words[:-size]).strip(" ,")
        return Participant(name=" ".join(words[-size:]), title=title or None, line=line)
    return None


def _trailing_name(words: list[str]) -> int:
    """How many of the last words are a person's name; what a preposition leads is part of the title before it."""
    size = 0
    while size < min(4, len(words)) and looks_like_name(f"Navn {words[-size - 1]}"):
        size += 1
    if len(words) > size > 2 and words[-size - 1].lower() in _PREPOSITIONS:
        size -= 1
    return size if size >= 2 else 0


def names_files_only(text: str) -> bool:
    """Whether a line is a row of file names ("kort.pdf notat.docx")."""
    return bool(_FILE.search(text)) and not _FILE.sub("", text).strip(" ,;")


def is_marked_attachment(text: str) -> bool:
    """Whether a line lists an attachment with its openness between number and title ("2 Lukket Navneliste 24/13")."""
    return bool(_MARKED_ATTACHMENT.match(text))


def read_attachments(lines: list[Line], *, closed: bool = False) -> list[Attachment]:
    """The attachments listed, with the printed numbers; a gap in them is not closed. Those are closed that say so, or
    stand under a line that says it of them all (`closed`: the list's own heading does).
    """
    attachments: list[Attachment] = []
    for line in lines:
        if line.blank or _NOTHING.match(line.text):
            continue
        if opened := _FILES_HEADING.match(line.text):
            closed = opened["closed"] is not None
        files, shut = _FILE.findall(line.text), closed or closes_file(line.text)
        if (found := _ATTACHMENT.match(line.text)) or (found := _MARKED_ATTACHMENT.match(line.text)):
            listed = {"number": found["number"], "title": found["title"], "closed": shut}
            attachments.append(Attachment(**listed, line=line.number))
        elif len(files) > 1:
            attachments += [Attachment(title=file, closed=shut, line=line.number) for file in files]
        else:
            mark, text = split_mark(line)
            number = mark.strip(".)( ") if mark[:1].isdigit() else None
            attachments.append(Attachment(number=number, title=text, closed=shut, line=line.number))
    return _with_wrapped_titles(attachments, lines)


def _with_wrapped_titles(attachments: list[Attachment], lines: list[Line]) -> list[Attachment]:
    """A line that begins with a small letter right under an attachment goes on with its title."""
    blank_before = {line.number + 1 for line in lines if line.blank}
    joined: list[Attachment] = []
    for attachment in attachments:
        wrapped = joined and attachment.number is None and attachment.title[:1].islower()
        if wrapped and attachment.line not in blank_before:
            last = joined.pop()
            joined.append(last.model_copy(update={"title": f"{last.title} {attachment.title}"}))
        else:
            joined.append(attachment)
    return joined
