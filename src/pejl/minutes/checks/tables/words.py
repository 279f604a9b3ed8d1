"""What is said of a table that does not add up, in Danish."""

from __future__ import annotations

from decimal import Decimal

from pejl.calendar.numbers import danish_amount, danish_number, danish_percent
from pejl.calendar.rows import in_a_row
from pejl.minutes.checks.flag import LEAD_IN
from pejl.minutes.checks.tables.equations import Axis, Equation, Law, Place
from pejl.minutes.checks.tables.grid import Cell, CellKind, Grid
from pejl.minutes.checks.tables.repair import Suspect
from pejl.minutes.document import Lines

ROUNDING = " Forskellen er ikke større, end at den kan skyldes afrunding."
_LONGEST_LABEL = 60


class TableWords:
    """Sentences about one table."""

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        self._table = f"I {quoted(grid.caption)}" if grid.caption else "I tabellen"

    def printed(self, place: Place) -> str:
        """What stands in a cell."""
        return self._cell(place).text or "tomt felt"

    def figure(self, value: Decimal, equation: Equation) -> str:
        """A computed value, with as many decimals and the unit that the equation's cells have."""
        steps = [cell.step for place in equation.places if (cell := self._cell(place)).is_figure]
        decimals = max(0, -int(min(steps).adjusted())) if steps else 0
        kinds = {self._cell(place).kind for place in equation.places}
        if CellKind.KRONER in kinds:
            return danish_amount(value, decimals)
        return danish_percent(value, decimals) if CellKind.PERCENT in kinds else danish_number(value, decimals)

    def lines(self, places: list[Place]) -> list[Lines]:
        """The source lines of the cells' rows, in order; those of the whole table where rows cannot be told."""
        rows = sorted({row for row, _ in places})
        found = list(dict.fromkeys((line.first, line.last) for line in (self._grid.row_lines[row] for row in rows)))
        return [Lines(first=first, last=last) for first, last in found] or [self._grid.lines]

    def of_equation(self, equation: Equation) -> str:
        """What is wrong with a total or a difference."""
        total, line = self._stated_line(equation), self._shared_line(equation)
        stated, computed = self.printed(equation.stated), self.figure(equation.computed.value, equation)
        if equation.law is Law.DIFFERENCE:
            first, second = (f"{self._other_line(equation, each)} ({self.printed(each)})" for _, each in equation.parts)
            return (
                f"{LEAD_IN}{self._table} er forskellen mellem {first} og {second} {computed} {line}, "
                f"men {total} siger {stated}."
            )
        return f"{LEAD_IN}{self._table} giver tallene {line} {computed} lagt sammen, men {total} siger {stated}."

    def of_suspect(self, suspect: Suspect) -> str:
        """What is wrong around one cell."""
        value = self.figure(suspect.value, suspect.equations[0])
        if not self._cell(suspect.place).is_figure:
            return f"{LEAD_IN}{self._table} er feltet {self.where(suspect.place)} tomt; de andre tal giver {value}."
        return (
            f"{LEAD_IN}{self._table} passer tallet {self.printed(suspect.place)} {self.where(suspect.place)} ikke med "
            f"{_both(suspect.equations)}; {value} ville passe."
        )

    def of_missing(self, place: Place, equation: Equation, missing: Decimal) -> str:
        """What is missing where a cell is empty."""
        value = self.figure(missing, equation)
        if place == equation.stated:
            return f"{LEAD_IN}{self._table} er feltet {self.where(place)} tomt; de andre tal giver {value}."
        stated, total = self.printed(equation.stated), self._stated_line(equation)
        return (
            f"{LEAD_IN}{self._table} er feltet {self.where(place)} tomt; der mangler {value}, før tallene giver de "
            f"{stated}, som {total} siger."
        )

    def where(self, place: Place) -> str:
        """The row and the column of a cell."""
        row, column = place
        return f"i {_named('rækken', self._grid.rows[row])}, {_named('kolonnen', self._grid.columns[column])}"

    def _cell(self, place: Place) -> Cell:
        return self._grid.cells[place[0]][place[1]]

    def _stated_line(self, equation: Equation) -> str:
        return self._other_line(equation, equation.stated)

    def _other_line(self, equation: Equation, place: Place) -> str:
        """The label that tells a cell from the others of its equation."""
        row, column = place
        along_row = equation.axis is Axis.ROW
        label = self._grid.columns[column] if along_row else self._grid.rows[row]
        return quoted(label) if label.strip() else ("sidste kolonne" if along_row else "sidste række")

    def _shared_line(self, equation: Equation) -> str:
        row, column = equation.stated
        if equation.axis is Axis.ROW:
            return f"i {_named('rækken', self._grid.rows[row])}"
        return f"i {_named('kolonnen', self._grid.columns[column])}"


def quoted(label: str) -> str:
    """A label as it is quoted: short, and without line breaks."""
    told = " ".join(label.split())
    return f"»{told if len(told) <= _LONGEST_LABEL else told[: _LONGEST_LABEL - 1].rstrip() + '…'}«"


def _named(what: str, label: str) -> str:
    return f"{what} {quoted(label)}" if label.strip() else f"{what} uden overskrift"


def _both(equations: tuple[Equation, ...]) -> str:
    told = []
    for equation in equations:
        line = "rækkens" if equation.axis is Axis.ROW else "kolonnens"
        told.append(f"{line} {'sum' if equation.law is Law.TOTAL else 'forskel'}")
    words = list(dict.fromkeys(told))
    return in_a_row(words, "eller")
