"""One PDF page: its printed lines with their places, table rows among them.

PDFium gives a page's signs in the order they were set, with a line break where the next sign stands on another line.
Here each line also gets its place on the page, from which paragraphs are told. Places are points (1/72 inch) from the
page's lower left corner.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import closing
from typing import NamedTuple

import pypdfium2 as pdfium  # type: ignore[import-untyped]

from pejl.minutes.sources.characters import fold
from pejl.minutes.sources.pdf_grids import Grid, find_grids
from pejl.minutes.sources.pdf_signs import Place, Signs, Span, joined

_HYPHEN_AT_LINE_END = "\ufffe"

_GAP_PER_HEIGHT = 1.5
"""A blank this many times as wide as its line is high parts two columns; no justified line has blanks as wide."""

_SPREAD_SIGN = 0.55
"""Signs that take more than this part of the line's height in width, on average, are wide or stand apart."""

_APART = 2.0
"""Points between two signs that cannot belong to one word: cells of a table keep at least this much padding."""

_LIST_MARK = re.compile(r"\(?\w{1,3}[.)]|[•▪◦·*o–-]")
"""A list mark may stand far from its text without being a column of its own."""

_TAB = "\t"

_LINE = re.compile("[^\r\n\ufffe]+\ufffe?|\ufffe")
_WORD = re.compile(r"\S+")


class PrintedLine(NamedTuple):
    """One line as printed: where it begins and ends, how high its font is, and where its first word ends.

    A line that was parted into columns has tabs between them and is a `row`, never part of a paragraph.
    """

    text: str
    left: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    height: float = 0.0
    first_word_ends: float = 0.0
    row: bool = False


def page_lines(page: pdfium.PdfPage) -> list[PrintedLine]:
    """The lines of a page, in the order in which the page sets them."""
    with closing(page.get_textpage()) as text_page:
        signs = Signs(text_page)
        spans = list(_spans(signs.text))
        if not spans:
            return []
        grids = find_grids(page)
        if grids:
            return _side_by_side(_with_tables(signs, spans, grids))
        return _side_by_side(line for span in spans for line in _lines(signs, span))


def _spans(text: str) -> Iterator[Span]:
    """Where each line that is not blank begins and ends.

    PDFium ends lines with CR LF, except after a hyphen, which it gives as a sign of its own without a line end.
    """
    for found in _LINE.finditer(text):
        line = found[0]
        stripped = line.strip()
        if stripped:
            first = found.start() + line.index(stripped)
            yield Span(first, first + len(stripped))


def _text(signs: Signs, span: Span) -> str:
    units = signs.text[span.first : span.end]
    if units.isprintable():
        # Nearly every line: neither a hyphen of PDFium's own, a tab nor half a pair would print.
        return fold(units)
    return fold(joined(units.replace(_HYPHEN_AT_LINE_END, "-").replace("\t", " ")))


def _lines(signs: Signs, span: Span) -> list[PrintedLine]:
    """The line; or two or more where PDFium took short lines, one under the other, for one."""
    start, stop = signs.body(span.first), signs.ink(span.end - 1)
    if _on_one_level(start, stop):
        return [_line(signs, span, start, stop)]
    return [_line(signs, level, signs.body(level.first), signs.ink(level.end - 1)) for level in _levels(signs, span)]


def _on_one_level(start: Place, stop: Place) -> bool:
    """Whether a line's last sign stands as high as its first one."""
    return abs(start.bottom + start.top - stop.bottom - stop.top) <= start.top - start.bottom


def _levels(signs: Signs, span: Span) -> Iterator[Span]:
    """The line's stretches of signs that stand at one height."""
    first = span.first
    place = signs.body(first)
    if _on_one_level(place, signs.ink(span.end - 1)):
        yield span
        return
    for index in range(span.first + 1, span.end):
        body = signs.body(index)
        if not signs.text[index].isspace() and abs(body.bottom - place.bottom) > (place.top - place.bottom) / 2:
            yield _stripped(signs, first, index)
            first, place = index, body
    yield Span(first, span.end)


def _stripped(signs: Signs, first: int, end: int) -> Span:
    return Span(first, first + len(signs.text[first:end].rstrip()))


def _line(signs: Signs, span: Span, start: Place, stop: Place) -> PrintedLine:
    text = _text(signs, span)
    height = start.top - start.bottom
    if " " in text and stop.right - start.left > _SPREAD_SIGN * height * (span.end - span.first):
        columns = _columns(signs, span, height)
        if len(columns) > 1:
            text = "\t".join(_text(signs, column) for column in columns)
            return PrintedLine(text, start.left, stop.right, start.bottom, height, row=True)
    word = _WORD.match(signs.text, span.first, span.end)
    first_word_ends = signs.ink_ends(word.end() - 1) if word else start.right
    return PrintedLine(text, start.left, stop.right, start.bottom, height, first_word_ends)


def _columns(signs: Signs, span: Span, height: float) -> list[Span]:
    """The line's stretches with a wide blank between them, except between a list mark and its text."""
    words = [Span(found.start(), found.end()) for found in _WORD.finditer(signs.text, span.first, span.end)]
    columns = words[:1]
    for word in words[1:]:
        column = columns[-1]
        blank = signs.ink(word.first).left - signs.ink_ends(column.end - 1)
        mark = len(columns) == 1 and _LIST_MARK.fullmatch(signs.text[column.first : column.end])
        if blank > _GAP_PER_HEIGHT * height and not mark:
            columns.append(word)
        else:
            columns[-1] = Span(column.first, word.end)
    return columns


def _side_by_side(lines: Iterable[PrintedLine]) -> list[PrintedLine]:
    """The lines with those put together that stand at one height: PDFium parts what stands far apart or in pieces."""
    whole: list[PrintedLine] = []
    for line in lines:
        before = whole[-1] if whole else None
        if before is None or not _stands_beside(line, before):
            whole.append(line)
            continue
        far = line.left - before.right > _GAP_PER_HEIGHT * before.height and not _LIST_MARK.fullmatch(before.text)
        whole[-1] = before._replace(
            text=f"{before.text}{_TAB if far else ' '}{line.text}",
            right=line.right,
            row=before.row or line.row or far,
        )
    return whole


def _stands_beside(line: PrintedLine, before: PrintedLine) -> bool:
    """Whether a line stands to the right of the one before, on the same height. Rows of a ruled table have no place."""
    return (
        before.height > 0
        and line.height > 0
        and abs(line.bottom - before.bottom) < before.height * 0.2
        and line.left >= before.right
    )


def _with_tables(signs: Signs, spans: list[Span], grids: list[Grid]) -> Iterator[PrintedLine]:
    """The page's lines, with each ruled table as rows in the place of its first sign.

    Grids that turn out to hold running text (a frame, a page laid out in boxes) are given up and their text is read as
    lines.
    """
    levels = [level for span in spans for level in _levels(signs, span)]
    while True:
        outside: list[Span] = []
        first_signs: dict[int, int] = {}
        for span in levels:
            for piece, number, cell in _pieces(signs, span, grids):
                if number is None:
                    outside.append(piece)
                else:
                    first_signs.setdefault(number, piece.first)
                    grids[number].put(cell, _text(signs, piece))
        tables = [grid for grid in grids if grid.is_table()]
        if len(tables) == len(grids):
            break
        grids = [grid.emptied() for grid in tables]
    places = [(span.first, _lines(signs, span)) for span in outside]
    for number, first in first_signs.items():
        places.append((first, [PrintedLine("\t".join(row), row=True) for row in grids[number].rows()]))
    for _, lines in sorted(places, key=lambda place: place[0]):
        yield from lines


def _pieces(signs: Signs, span: Span, grids: list[Grid]) -> Iterator[tuple[Span, int | None, int]]:
    """The line cut where it passes from cell to cell: each piece with its grid's number (None outside) and its cell."""
    start = signs.body(span.first)
    if not any(grid.spans_height((start.bottom + start.top) / 2) for grid in grids):
        yield span, None, 0
        return
    current: Span | None = None
    home: tuple[int | None, int] = (None, 0)
    for part in _parts(signs, span):
        place = signs.ink(part.first)
        body = signs.body(part.first)
        found = _locate(grids, (place.left + place.right) / 2, (body.bottom + body.top) / 2)
        if current is not None and found == home:
            current = Span(current.first, part.end)
            continue
        if current is not None:
            yield current, *home
        current, home = part, found
    if current is not None:
        yield current, *home


def _locate(grids: list[Grid], x: float, y: float) -> tuple[int | None, int]:
    for number, grid in enumerate(grids):
        cell = grid.cell_at(x, y)
        if cell is not None:
            return number, cell
    return None, 0


def _parts(signs: Signs, span: Span) -> Iterator[Span]:
    """The line's words, cut also where two signs stand apart without a space between them.

    A word that runs over a ruled line stays whole: its signs stand close together.
    """
    for word in _WORD.finditer(signs.text, span.first, span.end):
        first = word.start()
        edge = signs.ink(first).right
        for index in range(first + 1, word.end()):
            place = signs.ink(index)
            if place.left - edge > _APART:
                yield Span(first, index)
                first = index
            edge = place.right
        yield Span(first, word.end())
