"""What must hold between the cells of a table: a total is the sum of its parts, a difference lies between two lines.

Nobody tells which lines a total adds: the lines since the total before it, all lines, subtotals, with or without those
that say "heraf". Every reading that a person could have is tried. An equation is kept only where the same reading holds
elsewhere in the table, or where there is only one; so a table that adds up in no way is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pejl.minutes.checks.agreement import Agreement, Computed, Grain, Printed, added, agreement
from pejl.minutes.checks.tables.grain import Grains
from pejl.minutes.checks.tables.grid import Cell, CellKind, Grid
from pejl.minutes.checks.tables.labels import LineRole, line_role

Place = tuple[int, int]
"""A cell: its row and its column in the grid."""


class Axis(StrEnum):
    """Which way an equation runs: along a row, or down a column."""

    ROW = "row"
    COLUMN = "column"


class Law(StrEnum):
    """What an equation says of its cells."""

    TOTAL = "table-total"
    DIFFERENCE = "table-difference"


@dataclass(frozen=True)
class Equation:
    """`stated` is the sum of `parts`, each with its sign. `found` is None where the stated cell is empty.

    `soft` equations may fail for a good reason (a column of differences without signs). `alone` tells that no other
    line of the table bears the reading out.
    """

    law: Law
    axis: Axis
    stated: Place
    parts: tuple[tuple[int, Place], ...]
    computed: Computed
    found: Agreement | None
    grain: Grain
    soft: bool = False
    alone: bool = False

    @property
    def places(self) -> Iterator[Place]:
        """All cells that the equation is about."""
        yield self.stated
        for _, place in self.parts:
            yield place


class View:
    """A grid seen along one axis: `lines` bear the labels that make totals, `crosses` are what is added in each.

    Seen down its columns, a grid's rows are its lines.
    """

    def __init__(self, grid: Grid, axis: Axis, grains: Grains) -> None:
        self.grid, self.axis, self._grains = grid, axis, grains
        labels = grid.rows, grid.columns
        self.lines, self.crosses = labels if axis is Axis.COLUMN else labels[::-1]
        self.roles = [self._role(at) for at in range(len(self.lines))]
        self.cross_roles = [line_role(label) for label in self.crosses]

    def place(self, line: int, cross: int) -> Place:
        """The cell where a line and a cross meet."""
        return (line, cross) if self.axis is Axis.COLUMN else (cross, line)

    def cell(self, line: int, cross: int) -> Cell:
        """What stands where a line and a cross meet."""
        row, column = self.place(line, cross)
        return self.grid.cells[row][column]

    def has_figures(self, line: int) -> bool:
        """Whether any figure stands in the line: a heading between rows has none."""
        return any(self.cell(line, cross).is_figure for cross in range(len(self.crosses)))

    def equation(
        self, law: Law, stated: int, parts: Sequence[tuple[int, int]], cross: int, *, soft: bool = False
    ) -> Equation | None:
        """The equation of one cross, or None where a cell of it is text or counts something else than the others."""
        told = self.cell(stated, cross)
        cells = [(sign, self.cell(line, cross)) for sign, line in parts]
        kinds = {cell.kind for _, cell in cells if cell.is_figure} | ({told.kind} if told.is_figure else set())
        if len(kinds) != 1 or told.kind is CellKind.TEXT or any(cell.kind is CellKind.TEXT for _, cell in cells):
            return None
        place = self.place(stated, cross)
        computed = added((sign, Printed(cell.value, cell.step)) for sign, cell in cells)
        grain = self._grains.at(*place)
        if grain is Grain.COUNT and told.value == _HUNDRED:
            grain = Grain.ROUNDED
        empty = told.kind is CellKind.EMPTY
        found = None if empty else agreement(Printed(told.value, told.step), computed, grain)
        placed = tuple((sign, self.place(line, cross)) for sign, line in parts)
        return Equation(law, self.axis, place, placed, computed, found, grain, soft=soft)

    def _role(self, line: int) -> LineRole:
        label = self.lines[line]
        if not label.strip() and line == len(self.lines) - 1 and line >= _FEWEST_ABOVE_AN_UNNAMED_TOTAL:
            return LineRole.WEAK_TOTAL
        return line_role(label)


_FEWEST_ABOVE_AN_UNNAMED_TOTAL = 2
_HUNDRED = 100
"""Parts that make a hundred may be percentages that nobody calls so, each of them rounded."""


def holds(equation: Equation) -> bool:
    """Whether the cells agree, as far as rounding goes."""
    return equation.found in (Agreement.AGREES, Agreement.ROUNDING)
