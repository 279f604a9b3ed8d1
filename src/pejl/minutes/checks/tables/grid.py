"""A table as numbers: its cells read, its labels told from its figures, its page breaks mended.

A cell that is no plain figure ("ca. 12", "under 5", "12 (8)") is text: whoever counts leaves the line alone that it
stands in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from pejl.calendar.amounts import find_amounts, find_percents
from pejl.calendar.counts import find_counts
from pejl.calendar.numbers import parse_number
from pejl.minutes.document import Lines, Table


class CellKind(StrEnum):
    """What a cell holds. `NUMBER` is a bare figure, `KRONER` an amount with its unit, `NIL` a lone dash."""

    NUMBER = "number"
    KRONER = "kroner"
    PERCENT = "percent"
    NIL = "nil"
    EMPTY = "empty"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. `step` is what the last printed digit of its value counts; empty cells count as nought."""

    text: str
    kind: CellKind
    value: Decimal = Decimal(0)
    step: Decimal = Decimal(0)

    @property
    def is_figure(self) -> bool:
        """Whether the cell prints a figure of its own."""
        return self.kind in _FIGURES


_FIGURES = (CellKind.NUMBER, CellKind.KRONER, CellKind.PERCENT)
EMPTY = Cell("", CellKind.EMPTY)


@dataclass(frozen=True)
class Grid:
    """A table of figures: `cells[row][column]`, without the column and the rows that hold labels.

    `named` is all that is printed above the figures: caption, section and corner. `lines` are those of the whole
    table, `row_lines` those of each row as far as they can be told.
    """

    named: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[str, ...]
    cells: tuple[tuple[Cell, ...], ...]
    lines: Lines
    row_lines: tuple[Lines, ...]
    caption: str | None = None


_LONGEST_FIGURE = 60
_NOTE_MARK = re.compile(r"\s?(?:\*{1,3}|[¹²³⁴⁵⁶⁷⁸⁹]|\)\s?\*)\Z")
_DASHES = re.compile(r"[-–—−]{1,3}")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?:\s?[-–/]\s?(?:19|20)?[0-9]{2})?")


def read_cell(text: str) -> Cell:
    """The cell that prints `text`."""
    printed = text.strip()
    if not printed:
        return EMPTY
    if _DASHES.fullmatch(printed):
        return Cell(printed, CellKind.NIL)
    if len(printed) > _LONGEST_FIGURE:
        return Cell(printed, CellKind.TEXT)
    figure = _NOTE_MARK.sub("", printed)
    number = parse_number(figure)
    if number is not None:
        return Cell(printed, CellKind.NUMBER, number, _step(number))
    for percent in find_percents(figure):
        if percent.text == figure and not percent.points:
            return Cell(printed, CellKind.PERCENT, percent.value, _step(percent.value))
    for amount in find_amounts(figure):
        if amount.text == figure:
            return Cell(printed, CellKind.KRONER, amount.kroner, amount.step)
    for count in find_counts(figure):
        if count.start == 0 and re.fullmatch(r"\s[^\W\d_]+(?:\s[^\W\d_]+)?", figure[count.end :]):
            return Cell(printed, CellKind.NUMBER, count.value, _step(count.value))
    return Cell(printed, CellKind.TEXT)


def grids(tables: Iterable[Table]) -> list[Grid]:
    """The tables that hold figures, in order. A table that a page break cut in two is one again."""
    whole: list[Table] = []
    for table in tables:
        if whole and (rows := _rest_of(whole[-1], table)) is not None:
            before = whole.pop()
            lines = Lines(first=before.lines.first, last=table.lines.last)
            whole.append(before.model_copy(update={"rows": before.rows + rows, "lines": lines}))
        else:
            whole.append(table)
    return [grid for table in whole if (grid := _grid(table)) is not None]


def _step(number: Decimal) -> Decimal:
    return Decimal(1).scaleb(min(0, int(number.as_tuple().exponent)))


def _rest_of(before: Table, table: Table) -> list[list[str]] | None:
    """The rows by which `table` goes on with the one before it: its header is a row of figures, or the same header."""
    if len(before.header) != len(table.header) or table.lines.first - before.lines.last > _PAGE_BREAK:
        return None
    if _without_header(table):
        return [table.header, *table.rows]
    return table.rows if table.header == before.header and table.caption == before.caption else None


_PAGE_BREAK = 12
"""More lines than this between two tables are text, not the foot and head of a page."""


def _without_header(table: Table) -> bool:
    figures = [cell for cell in table.header[1:] if read_cell(cell).is_figure]
    return bool(figures) and not all(_YEAR.fullmatch(cell.strip()) for cell in figures)


def _grid(table: Table) -> Grid | None:
    if _without_header(table):
        return None
    header, rows = table.header, table.rows
    lines = _row_lines(table)
    while rows and _is_more_header(rows[0]):
        header = [" ".join(filter(None, pair)) for pair in zip(header, rows[0], strict=True)]
        rows, lines = rows[1:], lines[1:]
    first = _first_column_of_figures(rows)
    if first is None:
        return None
    kept = [(row, where) for row, where in zip(rows, lines, strict=True) if row != table.header]
    labels = _row_labels([row[:first] for row, _ in kept], [row[first:] for row, _ in kept])
    return Grid(
        named=tuple(filter(None, (table.caption, table.section, *header[:first]))),
        columns=tuple(header[first:]),
        rows=tuple(labels),
        cells=tuple(tuple(read_cell(cell) for cell in row[first:]) for row, _ in kept),
        lines=table.lines,
        row_lines=tuple(where for _, where in kept),
        caption=table.caption,
    )


def _is_more_header(row: list[str]) -> bool:
    """A second row of headings: years or words under an empty corner."""
    filled = [cell.strip() for cell in row[1:] if cell.strip()]
    return (
        not row[0].strip()
        and bool(filled)
        and all(_YEAR.fullmatch(cell) or not read_cell(cell).is_figure for cell in filled)
        and any(_YEAR.fullmatch(cell) for cell in filled)
    )


def _first_column_of_figures(rows: list[list[str]]) -> int | None:
    """The first column after the labels: the first that holds figures, but never the table's first column."""
    width = len(rows[0]) if rows else 0
    return next((at for at in range(1, width) if any(read_cell(row[at]).is_figure for row in rows)), None)


def _row_labels(labels: list[list[str]], figures: list[list[str]]) -> list[str]:
    """A label that was broken over two rows belongs to the row that has the figures."""
    told: list[str] = []
    waiting = ""
    for parts, cells in zip(labels, figures, strict=True):
        label = " ".join(filter(None, (part.strip() for part in parts)))
        if any(cell.strip() for cell in cells):
            told.append(label or waiting)
            waiting = ""
        else:
            told.append(label)
            waiting = label
    return told


def _row_lines(table: Table) -> list[Lines]:
    """The line of each row where the table has as many lines as rows, else the lines of the whole table."""
    above = table.lines.last - table.lines.first - len(table.rows)
    if above not in (0, 1):
        return [table.lines] * len(table.rows)
    first = table.lines.first + above + 1
    return [Lines(first=first + at, last=first + at) for at in range(len(table.rows))]
