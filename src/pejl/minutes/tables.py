"""Tables as data: tab aligned, pipe (Markdown), space aligned, and the tagged cells that PDF tools leave.

Cells keep their printed text. Rows shorter than the widest are filled with empty cells; a blank line between rows, as
page breaks leave it, does not end a table of the same width.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pejl.minutes.document import Lines, Table
from pejl.minutes.lines import Line, without_markup

_PIPE_RULE = re.compile(r"^\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$")
_GAP = re.compile(r"\s{2,}")
_TAG_CELL = re.compile(r"<t[dh]\b[^<>]*>(.*?)(?:</t[dh]>|(?=<t[dh]\b)|(?=</?tr\b)|$)", re.IGNORECASE)
_TAG_ROW = re.compile(r"<tr\b[^<>]*>(.*?)(?=</tr>|<tr\b|$)", re.IGNORECASE)
_FIGURE = re.compile(r"^[-–−+]?\s?\d[\d.,\s]*(?:%|pct\.?|kr\.?)?$")
_CAPTION = re.compile(r"^(?:Tabel|Oversigt|Figur)\s+\w+[.:]?\s", re.IGNORECASE)


@dataclass(frozen=True)
class FoundTable:
    """A table and the index of the first line after it."""

    table: Table
    end: int


def find_table(lines: list[Line], start: int, section: str | None, caption: str | None) -> FoundTable | None:
    """The table that begins on `lines[start]`, or None when none does."""
    form = _form_of(lines, start)
    if form is None:
        return None
    rows: list[tuple[Line, list[str]]] = []
    index = last = start
    while index < len(lines):
        line = lines[index]
        if line.blank and not _PIPE_RULE.match(line.raw.strip()):
            if index - last > 2 or _next_form(lines, index) != form:
                break
        elif form == "pipe" and _PIPE_RULE.match(line.raw.strip()):
            last = index
        elif cells := _cells(line, form):
            rows += [(line, row) for row in cells]
            last = index
        else:
            break
        index += 1
    if not _is_table(form, rows):
        return None
    width = max(len(row) for _, row in rows)
    filled = [row + [""] * (width - len(row)) for _, row in rows]
    table = Table(
        caption=caption if caption and _CAPTION.match(caption) else None,
        header=filled[0],
        rows=filled[1:],
        section=section,
        lines=Lines(first=lines[start].number, last=lines[last].number),
    )
    return FoundTable(table, last + 1)


def is_caption(text: str) -> bool:
    """Whether a line names the table after it ("Tabel 1. ...")."""
    return bool(_CAPTION.match(text)) and len(text) < 200


def _form_of(lines: list[Line], index: int) -> str | None:
    line = lines[index]
    if "<td" in line.raw.lower() or "<th" in line.raw.lower():
        return "tags"
    if "\t" in line.raw.strip("\n") and line.text:
        return "tabs"
    if line.text.startswith("|") and line.text.count("|") >= 2:
        return "pipe"
    if len(_spaced(line)) >= 2 and _spaced_run(lines, index) >= 3:
        return "spaces"
    return None


def _next_form(lines: list[Line], index: int) -> str | None:
    while index < len(lines) and lines[index].blank:
        index += 1
    return _form_of(lines, index) if index < len(lines) else None


def _spaced_run(lines: list[Line], index: int) -> int:
    """How many lines from `index` stand in the same number of columns, with figures in all but the first of them."""
    columns = len(_spaced(lines[index]))
    run, figures = 0, 0
    while index < len(lines) and len(_spaced(lines[index])) == columns:
        figures += any(_FIGURE.match(cell) for cell in _spaced(lines[index])[1:])
        run, index = run + 1, index + 1
    return run if figures >= run - 1 else 0


def _spaced(line: Line) -> list[str]:
    return [without_markup(cell) for cell in _GAP.split(line.raw.strip()) if cell] if "  " in line.raw.strip() else []


def _cells(line: Line, form: str) -> list[list[str]]:
    """The rows that one source line holds (tagged tables may put several on a line)."""
    if form == "tags":
        rows = [
            [without_markup(cell) for cell in _TAG_CELL.findall(row)]
            for row in _TAG_ROW.findall(line.raw) or [line.raw]
        ]
        return [row for row in rows if row]
    if form == "tabs":
        return [[without_markup(cell) for cell in line.raw.strip("\r\n").split("\t")]] if "\t" in line.raw else []
    if form == "pipe":
        if not line.text.startswith("|"):
            return []
        return [[without_markup(cell) for cell in line.raw.strip().strip("|").split("|")]]
    cells = _spaced(line)
    return [cells] if len(cells) >= 2 else []


def _is_table(form: str, rows: list[tuple[Line, list[str]]]) -> bool:
    if not rows:
        return False
    width = max(len(row) for _, row in rows)
    return width >= 2 and (len(rows) >= 2 or form == "tags")
