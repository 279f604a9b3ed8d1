"""Every amount of kroner that an item states, in its text and in its tables, so that one can be sought in the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from pejl.calendar.amounts import find_amounts
from pejl.minutes.checks.agreement import Grain, Printed
from pejl.minutes.checks.sums.figures import Figure, Told, Unit
from pejl.minutes.checks.tables.grain import Grains
from pejl.minutes.checks.tables.grid import Grid, grids
from pejl.minutes.checks.tables.labels import LineRole, is_cost, is_income, line_role
from pejl.minutes.document import Item, Lines, Role
from pejl.minutes.passages import passages

_LARGEST = 20_000
"""More cells than this are not sought for an amount that the text states."""
_OWN = (Role.TEXT, Role.PRESENTATION, Role.RECOMMENDATION, Role.ANNOUNCEMENT)


@dataclass(frozen=True, slots=True)
class InText:
    """An amount in the text: the `figure` at place `at` of what was `told`."""

    figure: Figure
    told: Told
    at: int

    @property
    def lines(self) -> Lines:
        """The lines of its passage."""
        return self.told.passage.lines


@dataclass(frozen=True, slots=True)
class InTable:
    """An amount in a table's cell; `total` tells that its row or column calls itself a total."""

    printed: Printed
    text: str
    grid: Grid
    row: int
    column: int
    total: bool

    @property
    def lines(self) -> Lines:
        """The lines of its row."""
        return self.grid.row_lines[self.row]

    @property
    def side(self) -> str:
        """Whether its row is of money that goes out or comes in, where the label says so."""
        label = self.grid.rows[self.row]
        return "income" if is_income(label) else "cost" if is_cost(label) else ""


@dataclass
class Stated:
    """The amounts of one item. `texts` are those of the case and its recommendation, not of the decision.

    `cells` are of tables that say what they count; `unnamed` are large whole figures of tables that do not. `counts`
    and `counted` are the same of people and cases.
    """

    item: Item
    read: list[Told]
    texts: list[InText] = field(default_factory=list)
    cells: list[InTable] = field(default_factory=list)
    unnamed: list[InTable] = field(default_factory=list)
    counts: list[InText] = field(default_factory=list)
    counted: list[InTable] = field(default_factory=list)

    def in_a_cell(self, figure: Figure) -> bool:
        """Whether some cell prints the figure, as far as the rounding of either goes; signs count for nothing."""
        if figure.unit is Unit.COUNT:
            return any(cell.printed.value == figure.value for cell in self.counted)
        return any(
            abs(abs(cell.printed.value) - abs(figure.value)) <= max(cell.printed.step, figure.step) / 2
            for cell in self.cells
        )


def stated(item: Item) -> Stated:
    """The amounts that the item states."""
    read = [Told(passage) for passage in passages(item)]
    found = Stated(item, read)
    for told in read:
        if told.passage.role in _OWN:
            figures = [InText(figure, told, at) for at, figure in enumerate(told.figures)]
            found.texts += [each for each in figures if each.figure.unit is Unit.KRONER]
            found.counts += [each for each in figures if each.figure.unit is Unit.COUNT]
    in_text = frozenset(amount.kroner for told in read for amount in find_amounts(told.text))
    for grid in grids(item.tables):
        if len(grid.rows) * len(grid.columns) + len(found.cells) <= _LARGEST:
            grains = Grains(grid, in_text)
            found.cells += _cells(grid, grains.kroner)
            found.unnamed += _cells(grid, partial(_as_printed, grid, grains))
            found.counted += _cells(grid, partial(_as_count, grid, grains))
    return found


def _as_printed(grid: Grid, grains: Grains, row: int, column: int) -> Printed | None:
    cell = grid.cells[row][column]
    return Printed(cell.value, cell.step) if grains.may_be_kroner(row, column) else None


def _as_count(grid: Grid, grains: Grains, row: int, column: int) -> Printed | None:
    cell = grid.cells[row][column]
    return Printed(cell.value, cell.step) if cell.is_figure and grains.at(row, column) is Grain.COUNT else None


def _cells(grid: Grid, read: Callable[[int, int], Printed | None]) -> list[InTable]:
    totals = (LineRole.TOTAL, LineRole.WEAK_TOTAL)
    rows = [line_role(label) in totals for label in grid.rows]
    columns = [line_role(label) in totals for label in grid.columns]
    return [
        InTable(printed, cell.text, grid, row, column, rows[row] or columns[column])
        for row, cells in enumerate(grid.cells)
        for column, cell in enumerate(cells)
        if (printed := read(row, column)) is not None
    ]
