"""Which cell explains that equations of a table fail: one wrong figure breaks its row and its column alike.

A reader is told of the cell then, once, and not of every sum that it spoils.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from pejl.minutes.checks.agreement import Agreement, Grain
from pejl.minutes.checks.tables.equations import Equation, Place
from pejl.minutes.checks.tables.grid import Grid


@dataclass(frozen=True)
class Suspect:
    """A cell that stands in two or more equations that fail, with the one value that would mend them all."""

    place: Place
    value: Decimal
    equations: tuple[Equation, ...]

    @property
    def rounding(self) -> bool:
        """Whether rounding explains every one of them."""
        return all(equation.found is Agreement.ROUNDING for equation in self.equations)


def suspects(grid: Grid, failing: list[Equation], holding: Iterable[Equation]) -> list[Suspect]:
    """The cells that explain most, each equation explained once. `failing` may hold some whose stated cell is empty."""
    at: dict[Place, list[Equation]] = {}
    for equation in failing:
        for place in _changeable(equation):
            at.setdefault(place, []).append(equation)
    shared = {place: equations for place, equations in at.items() if len(equations) > 1}
    borne = dict.fromkeys(shared, 0)
    for equation in holding:
        for place in equation.places:
            if place in borne:
                borne[place] += 1
    found: list[Suspect] = []
    explained: set[int] = set()
    for place in sorted(shared, key=lambda one: (borne[one] - len(shared[one]), one)):
        left = [equation for equation in shared[place] if id(equation) not in explained]
        suspect = _suspect(grid, place, left) if len(left) > borne[place] else None
        if suspect is not None:
            found.append(suspect)
            explained.update(id(equation) for equation in suspect.equations)
    return found


def _changeable(equation: Equation) -> Iterator[Place]:
    """The cells that a mended equation could have another figure in."""
    if equation.found is None:
        yield equation.stated
    else:
        yield from equation.places


def _suspect(grid: Grid, place: Place, equations: list[Equation]) -> Suspect | None:
    if len(equations) < 2 or not any(equation.found for equation in equations):
        return None
    values = [_mended(grid, place, equation) for equation in equations]
    if max(values) - min(values) > sum(sorted(map(_reach, equations))[-2:]):
        return None
    told = [value for value, equation in zip(values, equations, strict=True) if equation.stated == place] or values
    return Suspect(place, max(told, key=told.count), tuple(equations))


def _mended(grid: Grid, place: Place, equation: Equation) -> Decimal:
    """The value of the cell with which the equation would hold."""
    if place == equation.stated:
        return equation.computed.value
    sign = next(sign for sign, part in equation.parts if part == place)
    row, column = equation.stated
    missing = grid.cells[row][column].value - equation.computed.value
    return grid.cells[place[0]][place[1]].value + sign * missing


def _reach(equation: Equation) -> Decimal:
    """How far the mended value may be off by rounding."""
    if equation.grain is Grain.COUNT or equation.found is Agreement.ROUNDING:
        return Decimal(0)
    return equation.computed.slack + equation.computed.step / 2
