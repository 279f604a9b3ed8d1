"""What the figures of a table count, and how finely: the table must say it, or the text beside it."""

from __future__ import annotations

import re
from decimal import Decimal

from pejl.calendar.amounts import unit_in_kroner
from pejl.minutes.checks.agreement import Grain, Printed
from pejl.minutes.checks.tables.grid import CellKind, Grid
from pejl.minutes.checks.tables.labels import speaks_of_money, speaks_of_persons, speaks_of_rounded_counts

_COUNTED = re.compile(r"\bantal\b|\bsager\b|\bklager\b|afgørelser|stadfæst|hjemvis|omgjort|henvendelser", re.IGNORECASE)
_CERTAINLY_KRONER = 1000
_SMALL = 10_000
_HARDLY_A_COUNT = 100_000
_LONGEST = 300


class Grains:
    """The grain of every cell of one table. `in_text` are the kroner amounts that the item's text names."""

    def __init__(self, grid: Grid, in_text: frozenset[Decimal]) -> None:
        self._grid = grid
        self._columns = [_grain_told(label) for label in grid.columns]
        self._rows = [_grain_told(label) for label in grid.rows]
        self._whole = _grain_told(" · ".join(grid.named)) or _grain_of_figures(grid, in_text)
        self._column_units = [unit_in_kroner(label[:_LONGEST]) for label in grid.columns]
        self._row_units = [unit_in_kroner(label[:_LONGEST]) for label in grid.rows]
        self._unit = unit_in_kroner(" · ".join(grid.named)[:_LONGEST])

    def at(self, row: int, column: int) -> Grain:
        """What the cell counts: by its own unit, its column, its row, the table."""
        cell = self._grid.cells[row][column]
        if cell.kind is CellKind.PERCENT:
            return Grain.ROUNDED
        if cell.kind is CellKind.KRONER:
            return Grain.KRONER if cell.step <= 1 else Grain.ROUNDED
        told = self._columns[column] or self._rows[row] or self._whole
        return Grain.ROUNDED if told is Grain.COUNT and cell.step != 1 and cell.is_figure else told

    def may_be_kroner(self, row: int, column: int) -> bool:
        """Whether the cell is so large a figure that it may be whole kroner though nothing says what it counts."""
        cell = self._grid.cells[row][column]
        plain = cell.kind is CellKind.NUMBER and cell.step <= 1 and cell.value >= _HARDLY_A_COUNT
        return plain and self.kroner(row, column) is None

    def kroner(self, row: int, column: int) -> Printed | None:
        """The cell's figure in kroner, or None where it has none or nothing says that it counts kroner."""
        cell = self._grid.cells[row][column]
        if cell.kind is CellKind.KRONER:
            return Printed(cell.value, cell.step)
        if cell.kind is not CellKind.NUMBER:
            return None
        unit = self._column_units[column] or self._row_units[row] or self._unit
        if unit is None and self.at(row, column) is Grain.KRONER:
            unit = Decimal(1)
        return Printed(cell.value * unit, cell.step * unit) if unit else None


def _grain_told(label: str) -> Grain | None:
    label = label[:_LONGEST]
    unit = unit_in_kroner(label)
    if unit is not None:
        return Grain.KRONER if unit == 1 else Grain.ROUNDED
    if speaks_of_rounded_counts(label):
        return Grain.ROUNDED
    return Grain.COUNT if _COUNTED.search(label) and not speaks_of_money(label) else None


def _grain_of_figures(grid: Grid, in_text: frozenset[Decimal]) -> Grain:
    """Where no heading tells: øre are kroner, as are figures the text calls kroner; small whole ones are counts."""
    figures = [cell for row in grid.cells for cell in row if cell.kind is CellKind.NUMBER]
    if any(cell.step < 1 for cell in figures):
        kroner = any(cell.step == Decimal("0.01") and abs(cell.value) >= _CERTAINLY_KRONER for cell in figures)
        return Grain.KRONER if kroner else Grain.ROUNDED
    if any(abs(cell.value) >= _CERTAINLY_KRONER and cell.value in in_text for cell in figures):
        return Grain.KRONER
    labels = (*grid.rows, *grid.columns, *grid.named)
    if any(map(speaks_of_money, labels)):
        return Grain.ROUNDED
    if all(abs(cell.value) < _SMALL for cell in figures) or any(map(speaks_of_persons, labels)):
        return Grain.COUNT
    return Grain.ROUNDED
