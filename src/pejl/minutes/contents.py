"""The table of contents, as printed: its titles may be cut or differ from the items'."""

from __future__ import annotations

import re

from pejl.minutes.document import ContentsEntry
from pejl.minutes.lines import Line
from pejl.minutes.openness import title_and_openness

_WITH_PAGE = re.compile(r"^(?P<title>\S.*?)(?:\s*\.{2,}\s*|\s*\t\s*|\s{3,})(?P<page>\d{1,4})\s*$")
_AFTER_GAP = re.compile(r"^(?P<title>\S+(?: {1,4}\S+)+) {5,}(?P<page>\d{1,3})$")
_NUMBERED = re.compile(r"^(?P<number>\d{1,4})\.?\s+(?P<title>\S.*)$")
_HEADING = re.compile(
    r"^(?:Indholdsfortegnelse(?:\s+Side)?|Indhold|Punkter|Punkter på dagsordenen|Dagsordens?punkter|Dagsorden|"
    r"Sager(?: \d+ ?[-–] ?\d+)?)\s*:?$",
    re.IGNORECASE,
)
_INLINE_CUT = re.compile(r"\s+(?=\d{1,3}\.\s+[A-ZÆØÅ])")


def is_contents_heading(text: str) -> bool:
    """Whether a line heads the table of contents."""
    return bool(_HEADING.match(text))


def has_page_number(line: Line) -> bool:
    """Whether a line ends as contents lines do: a row of dots, a tab or a wide gap, then a page."""
    return _with_page(line) is not None


def _with_page(line: Line) -> re.Match[str] | None:
    """The line's title and page. A gap is wide only in the raw line, and no year stands after one."""
    if not line.text[-1:].isdigit():
        return None
    if ".." in line.text or "\t" in line.text:
        return _WITH_PAGE.match(line.text)
    return _AFTER_GAP.match(line.raw.strip())


def read_contents(head: list[Line], titles: set[str]) -> list[ContentsEntry]:
    """The contents that stand before the first item. `titles` are the items' own titles, folded, to know entries
    without pages by.
    """
    entries: list[ContentsEntry] = []
    inside = False
    for line in head:
        if is_contents_heading(line.text):
            inside = True
        elif line.blank:
            continue
        elif found := _with_page(line):
            entries.append(_entry(line, found))
        elif len(several := split_inline(line.text)) >= 2 and _NUMBERED.match(line.text):
            entries += [_plain(line, part) for part in several]
        elif (inside and _NUMBERED.match(line.text)) or {_bare(line.text), _whole(line.text)} & titles:
            entries.append(_plain(line, line.text))
        elif inside and entries and ":" in line.text[-1:]:
            inside = False
    return entries


def split_inline(text: str) -> list[str]:
    """The entries of a contents list that stands on one line ("1. Dagsorden 2. Budget"); other text is one entry."""
    return _INLINE_CUT.split(text)


def folded(title: str) -> str:
    """A title as compared: without case, marks and spaces."""
    return re.sub(r"[\W_]+", "", title).casefold()


def _bare(text: str) -> str:
    numbered = _NUMBERED.match(text)
    return folded(title_and_openness(numbered["title"] if numbered else text)[0])


def _whole(text: str) -> str:
    """A title as the item itself may print it, its "Lukket:" included."""
    return folded(_NUMBERED.sub(r"\g<title>", text))


def _entry(line: Line, found: re.Match[str] | None) -> ContentsEntry:
    entry = _plain(line, found["title"].rstrip(". ") if found else line.text)
    return entry.model_copy(update={"page": int(found["page"])}) if found else entry


def _plain(line: Line, text: str) -> ContentsEntry:
    numbered = _NUMBERED.match(text)
    title, closed = title_and_openness(numbered["title"] if numbered else text)
    return ContentsEntry(
        number=numbered["number"] if numbered else None,
        title=title,
        closed=closed,
        line=line.number,
    )
