"""What is told of a table whose figures do not follow from each other."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pejl.calendar.amounts import find_amounts
from pejl.minutes.checks.agreement import Agreement, worth_a_look
from pejl.minutes.checks.flag import Certainty, Flag, FlagKind
from pejl.minutes.checks.tables.differences import difference_equations
from pejl.minutes.checks.tables.equations import Axis, Equation, Law, Place, View, holds
from pejl.minutes.checks.tables.grain import Grains
from pejl.minutes.checks.tables.grid import CellKind, Grid, grids
from pejl.minutes.checks.tables.labels import LineRole, line_role, speaks_of_persons, year_of
from pejl.minutes.checks.tables.repair import Suspect, suspects
from pejl.minutes.checks.tables.totals import total_equations
from pejl.minutes.checks.tables.words import ROUNDING, TableWords
from pejl.minutes.document import Item, Minutes
from pejl.minutes.passages import passages

MISSING = "table-missing-cell"
_LARGEST = 200_000
"""More cells than this are no table that a person has added up."""


def sums_in_tables(minutes: Minutes, item: Item) -> Iterator[Flag]:
    """The figures of the item's tables that do not follow from the figures beside them."""
    if not item.tables:
        return
    in_text = frozenset(found.kroner for passage in passages(item) for found in find_amounts(passage.text))
    for grid in grids(item.tables):
        if len(grid.rows) * len(grid.columns) <= _LARGEST:
            yield from _flags(grid, in_text)


def _flags(grid: Grid, in_text: frozenset[Decimal]) -> Iterator[Flag]:
    grains = Grains(grid, in_text)
    views = [View(grid, axis, grains) for axis in Axis]
    equations = [each for view in views for each in (*total_equations(view), *difference_equations(view))]
    holding = [each for each in equations if holds(each)]
    failing = [
        each for each in equations if each.found is None or (each.found and worth_a_look(each.found, each.grain))
    ]
    words = TableWords(grid)
    explained: set[int] = set()
    for suspect in suspects(grid, failing, holding):
        explained.update(id(each) for each in suspect.equations)
        yield _of_suspect(grid, suspect, words)
    left = [each for each in failing if id(each) not in explained and not each.soft]
    yield from _of_roundings([each for each in left if each.found is Agreement.ROUNDING], words)
    for each in left:
        if each.found is Agreement.DIFFERS:
            yield _of_equation(grid, each, words)
        elif each.found is None and _is_missed(grid, each, equations):
            yield _missing(each.stated, each, each.computed.value, words, Certainty.POSSIBLE)


def _of_suspect(grid: Grid, suspect: Suspect, words: TableWords) -> Flag:
    row, column = suspect.place
    rule = Law.DIFFERENCE if all(each.law is Law.DIFFERENCE for each in suspect.equations) else Law.TOTAL
    return Flag(
        kind=FlagKind.SUM,
        rule=rule if grid.cells[row][column].is_figure else MISSING,
        sentence=words.of_suspect(suspect) + (ROUNDING if suspect.rounding else ""),
        stated=words.printed(suspect.place),
        computed=words.figure(suspect.value, suspect.equations[0]),
        certainty=Certainty.CERTAIN,
        rounding=suspect.rounding,
        lines=words.lines([suspect.place, *(each.stated for each in suspect.equations)]),
    )


def _of_equation(grid: Grid, equation: Equation, words: TableWords) -> Flag:
    """A total or difference that is off by more than rounding; an empty cell among its parts may be why."""
    row, column = equation.stated
    missing = grid.cells[row][column].value - equation.computed.value
    empty = [place for sign, place in equation.parts if grid.cells[place[0]][place[1]].kind is CellKind.EMPTY]
    if equation.law is Law.TOTAL and len(empty) == 1 and missing > 0 and not equation.alone:
        return _missing(empty[0], equation, missing, words, Certainty.LIKELY)
    return Flag(
        kind=FlagKind.SUM,
        rule=equation.law,
        sentence=words.of_equation(equation),
        stated=words.printed(equation.stated),
        computed=words.figure(equation.computed.value, equation),
        certainty=_certainty(grid, equation),
        lines=words.lines([equation.stated]),
    )


def _of_roundings(equations: list[Equation], words: TableWords) -> Iterator[Flag]:
    """One flag for all differences of a table that rounding explains."""
    if not equations:
        return
    first, others = equations[0], len(equations) - 1
    more = f" Det samme gælder {others} {'andet sted' if others == 1 else 'andre steder'} i tabellen." if others else ""
    yield Flag(
        kind=FlagKind.SUM,
        rule=first.law,
        sentence=words.of_equation(first) + ROUNDING + more,
        stated=words.printed(first.stated),
        computed=words.figure(first.computed.value, first),
        certainty=Certainty.CERTAIN,
        rounding=True,
        lines=words.lines([each.stated for each in equations]),
    )


def _missing(place: Place, equation: Equation, value: Decimal, words: TableWords, certainty: Certainty) -> Flag:
    return Flag(
        kind=FlagKind.SUM,
        rule=MISSING,
        sentence=words.of_missing(place, equation, value),
        stated="tomt felt",
        computed=words.figure(value, equation),
        certainty=certainty,
        lines=words.lines([place, equation.stated]),
    )


def _certainty(grid: Grid, equation: Equation) -> Certainty:
    row, column = equation.stated
    stated = grid.cells[row][column].value
    label = grid.columns[column] if equation.axis is Axis.ROW else grid.rows[row]
    counted = (grid.rows[row], grid.columns[column], *grid.named)
    if stated == -equation.computed.value or (
        stated < equation.computed.value and any(map(speaks_of_persons, counted))
    ):
        return Certainty.POSSIBLE
    sure = equation.law is Law.TOTAL and line_role(label) is LineRole.TOTAL and not equation.alone
    return Certainty.CERTAIN if sure else Certainty.LIKELY


def _is_missed(grid: Grid, equation: Equation, equations: list[Equation]) -> bool:
    """Whether an empty total is missed: the same line has one for two other years, and for every year but this."""
    if equation.law is not Law.TOTAL or not equation.computed.value:
        return False
    labels = grid.rows if equation.axis is Axis.ROW else grid.columns
    across = 0 if equation.axis is Axis.ROW else 1
    line = equation.stated[1 - across]
    filled = {
        each.stated[across]
        for each in equations
        if each.law is Law.TOTAL and each.axis is equation.axis and each.stated[1 - across] == line and holds(each)
    }
    years = {at for at, label in enumerate(labels) if year_of(label)}
    return equation.stated[across] in years and len(filled & years) > 1 and years - filled == {equation.stated[across]}
