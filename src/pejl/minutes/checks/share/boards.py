"""A table as variables over cases, read both ways: percentages may stand in a column or in a row.

A variable is a column (or a row) with one label; its cases are the rows (or the columns). A cell such as
"144 (88 pct.)" belongs to two variables, the counts and the percentages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from pejl.minutes.checks.share.bounds import Bounds, counted, rounded
from pejl.minutes.checks.share.figures import Figure, Kind, find_figures
from pejl.minutes.checks.tables.grid import Cell, CellKind, Grid, grids, read_cell
from pejl.minutes.checks.tables.labels import LineRole, line_role, speaks_of_money, speaks_of_rounded_counts
from pejl.minutes.document import Item, Lines, Table

_HUNDREDTHS = re.compile(r"%|\bpct\b|procent(?!point)|\bandel", re.IGNORECASE)
_POINTS = re.compile(r"point", re.IGNORECASE)
_HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure of a table: as printed, and what it may have been rounded from."""

    text: str
    value: Fraction
    bounds: Bounds
    step: Fraction


@dataclass(frozen=True)
class Variable:
    """Line `at` of a table, or a half of it. `role` says what it is to its neighbours: percentages are `APART`."""

    at: int
    label: str
    role: LineRole
    percent: bool
    entries: tuple[Entry | None, ...]


@dataclass(frozen=True)
class Board:
    """The variables of a table, the labels of their cases, and the lines that each case rests on."""

    variables: tuple[Variable, ...]
    cases: tuple[str, ...]
    lines: tuple[tuple[Lines, ...], ...]
    table: Lines
    by_rows: bool

    def cell(self, variable: int, case: int) -> tuple[int, int, int]:
        """Where a figure stands, whichever way the table is read: the table's first line, row and column."""
        at = self.variables[variable].at
        return (self.table.first, at, case) if self.by_rows else (self.table.first, case, at)

    @property
    def total_case(self) -> int | None:
        """The one case that is the total of the others."""
        totals = [at for at, label in enumerate(self.cases) if line_role(label) is LineRole.TOTAL]
        return totals[0] if len(totals) == 1 else None

    def is_part(self, case: int) -> bool:
        """Whether a case is one of those that a total sums."""
        return line_role(self.cases[case]) is LineRole.PART

    def is_apart(self, case: int) -> bool:
        """Whether the case holds figures of another kind, such as the percentages below a column of counts."""
        return line_role(self.cases[case]) is LineRole.APART


def boards(item: Item) -> Iterator[Board]:
    """The item's tables, each by columns and by rows."""
    for grid in (*grids(item.tables), *_of_pairs(item.tables)):
        yield _board(grid, by_rows=False)
        yield _board(grid, by_rows=True)


def _of_pairs(tables: list[Table]) -> Iterator[Grid]:
    """Tables in which every figure has a percentage beside it in its cell: no grid of plain figures is made of them."""
    for table in tables:
        cells = [[read_cell(cell) for cell in row[1:]] for row in table.rows]
        paired = any(_pair(cell.text) for row in cells for cell in row)
        if paired and not any(cell.is_figure for row in cells for cell in row):
            yield Grid(
                named=tuple(filter(None, (table.caption, table.section, table.header[0]))),
                columns=tuple(table.header[1:]),
                rows=tuple(row[0] for row in table.rows),
                cells=tuple(tuple(row) for row in cells),
                lines=table.lines,
                row_lines=(table.lines,) * len(table.rows),
                caption=table.caption,
            )


def _board(grid: Grid, *, by_rows: bool) -> Board:
    labels, cases = (grid.rows, grid.columns) if by_rows else (grid.columns, grid.rows)
    cells = grid.cells if by_rows else tuple(zip(*grid.cells, strict=True))
    named = " ".join(grid.named)
    variables = tuple(
        variable
        for at, (label, line) in enumerate(zip(labels, cells, strict=True))
        for variable in _variables(at, label, line, named)
    )
    lines = tuple((grid.lines,) for _ in cases) if by_rows else tuple((where,) for where in grid.row_lines)
    return Board(variables, cases, lines, grid.lines, by_rows)


def _variables(at: int, label: str, cells: tuple[Cell, ...], named: str) -> Iterator[Variable]:
    pairs = [_pair(cell.text) if cell.kind is CellKind.TEXT else None for cell in cells]
    if any(pairs):
        plain = _entries(label, cells, named, percent=False)
        counts = [_entry(pair[0]) if pair else one for pair, one in zip(pairs, plain, strict=True)]
        yield _variable(at, label, counts, False)
        yield _variable(at, f"{label}, pct.", [_entry(pair[1]) if pair else None for pair in pairs], True)
        return
    printed = sum(cell.kind is CellKind.PERCENT for cell in cells)
    figures = sum(cell.is_figure for cell in cells)
    percent = printed * 2 > figures or (bool(_HUNDREDTHS.search(label)) and not _POINTS.search(label))
    yield _variable(at, label, _entries(label, cells, named, percent=percent), percent)


def _variable(at: int, label: str, entries: list[Entry | None], percent: bool) -> Variable:
    return Variable(at, label, LineRole.APART if percent else line_role(label), percent, tuple(entries))


def _entries(label: str, cells: tuple[Cell, ...], named: str, *, percent: bool) -> list[Entry | None]:
    decimals = any(cell.is_figure and cell.step < 1 for cell in cells)
    measured = decimals or any(tell(f"{named} {label}") for tell in (speaks_of_money, speaks_of_rounded_counts))
    return [_of_cell(cell, percent=percent, measured=measured) for cell in cells]


def _of_cell(cell: Cell, *, percent: bool, measured: bool) -> Entry | None:
    if not cell.is_figure or (cell.kind is CellKind.PERCENT) > percent:
        return None
    value, step = Fraction(cell.value), Fraction(cell.step)
    bounds = rounded(value, step) if percent or measured else counted(value)
    return Entry(cell.text, value, bounds, step)


def _entry(figure: Figure) -> Entry:
    return Entry(figure.text, figure.value, figure.bounds, figure.step)


def _pair(text: str) -> tuple[Figure, Figure] | None:
    """The count and the percentage of a cell such as "144 (88 pct.)"."""
    figures = find_figures(text) if "(" in text and len(text) < _LONGEST_PAIR else []
    if len(figures) == 2 and (figures[0].kind, figures[1].kind) == (Kind.COUNT, Kind.PERCENT):
        return figures[0], figures[1]
    return None


_LONGEST_PAIR = 40
