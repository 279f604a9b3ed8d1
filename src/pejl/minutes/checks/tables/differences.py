"""Equations of differences: which two lines a line called "Afvigelse" or "Forskel" lies between.

Either may be taken from the other, and differences may be printed without signs. A line of differences is understood
where one pair of lines explains it in most places, or where only two lines are there to choose from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from pejl.minutes.checks.agreement import Agreement
from pejl.minutes.checks.tables.equations import Equation, Law, View, holds
from pejl.minutes.checks.tables.labels import LineRole

_OPERANDS = (LineRole.PART, LineRole.TOTAL, LineRole.WEAK_TOTAL)
_FARTHEST = 6
_HALF = Decimal("0.5")
_PLAIN_DIFFERENCE = re.compile(r"afvigelse|forskel|\bdifferen|forbrug|mer-?\s?/\s?mindre", re.IGNORECASE)

Pair = tuple[int, int]


def difference_equations(view: View) -> Iterator[Equation]:
    """The equations of every line of differences, in each cross that can be told."""
    crosses = [cross for cross in range(len(view.crosses)) if view.cross_roles[cross] is not LineRole.APART]
    operands: list[int] = []
    for line, role in enumerate(view.roles):
        if role in _OPERANDS and view.has_figures(line):
            operands.append(line)
        elif role is LineRole.DIFFERENCE and len(operands) > 1:
            yield from _borne_out(view, line, list(combinations(operands[-_FARTHEST:], 2)), crosses)


def _borne_out(view: View, line: int, pairs: list[Pair], crosses: list[int]) -> Iterator[Equation]:
    tried = [{cross: each for cross in crosses if (each := _between(view, line, pair, cross))} for pair in pairs]
    best = max(tried, key=lambda equations: sum(_is_evidence(view, each) for each in equations.values()))
    some_hold = {cross for equations in tried for cross, each in equations.items() if holds(each)}
    good = [each for each in best.values() if holds(each)]
    bad = [each for cross, each in best.items() if each.found and cross not in some_hold]
    evidence = sum(_is_evidence(view, each) for each in good)
    yield from _with_signs(view, good)
    yield from (each for each in best.values() if each.found is None and evidence)
    if evidence >= max(len(bad), 1 if len(pairs) == 1 else 2):
        yield from (_taken_like(good, view, each) for each in bad)
    elif len(best) == len(bad) == len(pairs) == 1 and _PLAIN_DIFFERENCE.search(view.lines[line]):
        lone = _signed_as_stated(view, bad[0])
        if abs(_stated(view, lone) - lone.computed.value) <= _HALF * abs(lone.computed.value):
            yield replace(lone, alone=True)


def _between(view: View, line: int, pair: Pair, cross: int) -> Equation | None:
    """The difference of the pair, taken the way that agrees with what is stated, if one does."""
    first, second = pair
    if not all(view.cell(operand, cross).is_figure for operand in pair):
        return None
    ways = [view.equation(Law.DIFFERENCE, line, ((sign, first), (-sign, second)), cross) for sign in (1, -1)]
    told = [way for way in ways if way is not None]
    return next((way for way in told if holds(way)), told[0] if told else None)


def _is_evidence(view: View, equation: Equation) -> bool:
    return holds(equation) and _stated(view, equation) != 0


def _stated(view: View, equation: Equation) -> Decimal:
    row, column = equation.stated
    return view.grid.cells[row][column].value


def _turned(equation: Equation) -> Equation:
    """The same difference, taken the other way."""
    computed = replace(equation.computed, value=-equation.computed.value)
    return replace(equation, parts=tuple((-sign, place) for sign, place in equation.parts), computed=computed)


def _taken_like(good: list[Equation], view: View, equation: Equation) -> Equation:
    """The difference taken the way that all others are; where they differ, signs are not printed."""
    ways = {each.parts[0][0] for each in good if _stated(view, each)}
    if len(ways) > 1:
        return _signed_as_stated(view, equation)
    return equation if equation.parts[0][0] in ways else _turned(equation)


def _signed_as_stated(view: View, equation: Equation) -> Equation:
    stated = _stated(view, equation)
    return _turned(equation) if stated * equation.computed.value < 0 else equation


def _with_signs(view: View, good: list[Equation]) -> Iterator[Equation]:
    """What holds; but where signs are printed, the one difference whose sign is unlike all the others' does not."""
    telling = [each for each in good if abs(_stated(view, each)) > each.computed.slack + each.computed.step]
    ways = [each for each in telling if each.parts[0][0] > 0], [each for each in telling if each.parts[0][0] < 0]
    odd = min(ways, key=len)
    uses_signs = any(_stated(view, each) < 0 for each in telling)
    slip = odd[0] if uses_signs and len(odd) == 1 and len(telling) > len(odd) * 2 else None
    yield from (each for each in good if each is not slip)
    if slip is not None:
        yield replace(_turned(slip), found=Agreement.DIFFERS)
