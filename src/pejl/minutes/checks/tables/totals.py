"""Equations of totals: which lines a total may be the sum of, and whether the table bears that out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from pejl.minutes.checks.misprint import one_slip_apart
from pejl.minutes.checks.tables.equations import Equation, Law, Place, View, holds
from pejl.minutes.checks.tables.labels import LineRole, is_income, year_of

Reading = tuple[tuple[int, int], ...]
"""The lines that a total may be the sum of, each with its sign."""

_TOTALS = (LineRole.TOTAL, LineRole.WEAK_TOTAL)
_MOST_WORK = 20_000
_NEAR, _WITHIN_REACH = Decimal("0.1"), Decimal("0.5")
_LONGEST_NEST = 12
_FEWEST_DIGITS = 4
"""With fewer digits, totals that have nothing to do with each other are often one slip apart."""


def total_equations(view: View) -> Iterator[Equation]:
    """The equations of every line that calls itself a total, in each cross that can be added."""
    lines = [line for line in range(len(view.lines)) if view.has_figures(line)]
    totals = [line for line in lines if view.roles[line] in _TOTALS]
    if len(totals) > 1 and len(totals) * len(lines) > _MOST_WORK:
        return
    crosses = [cross for cross in range(len(view.crosses)) if view.cross_roles[cross] is not LineRole.APART]
    for total in totals:
        yield from _borne_out(view, total, _readings(view, lines, total), crosses)


def _readings(view: View, lines: list[int], total: int) -> list[Reading]:
    """The sets of lines that the total may add, the most likely first; income may be taken off."""
    roles, with_figures = view.roles, set(lines)
    above = [line for line in range(total) if line in with_figures or roles[line] is LineRole.DETAIL]
    found: list[tuple[int, ...]] = []
    for weak_are_parts in (False, True):
        is_part = (LineRole.PART, LineRole.WEAK_TOTAL) if weak_are_parts else (LineRole.PART,)
        is_total = (LineRole.TOTAL,) if weak_are_parts else _TOTALS
        subtotals = [line for line in above if roles[line] in is_total]
        since = [line for line in above if not subtotals or line > subtotals[-1]]
        parts = [line for line in since if roles[line] in is_part]
        found += [
            tuple(parts),
            tuple(line for line in above if roles[line] in is_part),
            (*subtotals, *parts),
            (*subtotals[-1:], *parts),
            tuple(_before_details(since, view, is_part)),
            tuple(line for line in since if roles[line] in (*is_part, LineRole.DETAIL)),
            tuple(line for line in since if roles[line] in (*is_part, LineRole.APART)),
            tuple(line for line in since if roles[line] in (*is_part, LineRole.DIFFERENCE)),
        ]
        if not parts:
            found.append(tuple(_below(view, lines, total, is_part, is_total)))
    kept = (tuple(line for line in reading if line in with_figures) for reading in found)
    added_up = [tuple((1, line) for line in reading) for reading in dict.fromkeys(kept) if len(reading) > 1]
    taken_off = [tuple((-1 if is_income(view.lines[line]) else 1, line) for _, line in reading) for reading in added_up]
    return list(dict.fromkeys((*added_up, *taken_off)))


def _before_details(since: list[int], view: View, is_part: tuple[LineRole, ...]) -> Iterator[int]:
    """The parts up to a line that says "heraf": what follows it may be parts of that line."""
    for line in since:
        if view.roles[line] is LineRole.DETAIL:
            return
        if view.roles[line] in is_part:
            yield line


def _below(
    view: View, lines: list[int], total: int, is_part: tuple[LineRole, ...], is_total: tuple[LineRole, ...]
) -> Iterator[int]:
    """The parts under a total that stands above them, as far as the next total."""
    for line in lines:
        if line > total and view.roles[line] in is_total:
            return
        if line > total and view.roles[line] in (*is_part, LineRole.DETAIL):
            yield line


def _borne_out(view: View, total: int, readings: list[Reading], crosses: list[int]) -> Iterator[Equation]:
    """The equations of the reading that holds in most crosses; none where the table does not bear it out."""
    tried = [_tried(view, total, reading, crosses) for reading in readings]
    if not tried:
        return
    best = max(tried, key=lambda equations: sum(_is_evidence(view, each) for each in equations.values()))
    good = {cross: each for cross, each in best.items() if holds(each)}
    evidence = sum(_is_evidence(view, each) for each in good.values())
    yield from good.values()
    if evidence:
        elsewhere = {cross for equations in tried for cross, each in equations.items() if holds(each)}
        failing = {cross: each for cross, each in best.items() if each.found and cross not in good}
        told = {cross: each for cross, each in failing.items() if cross not in elsewhere or _is_full(view, each)}
        bad = [each for cross, each in told.items() if not _is_mean(view, each) or _has_sibling(view, cross, good)]
        yield from (each for each in best.values() if each.found is None)
        yield from (replace(each, soft=True) for each in told.values() if each not in bad)
        if _is_borne_out(view, total, evidence, len(bad)):
            yield from (each for each in bad if evidence > 1 or _within(view, each, _WITHIN_REACH))
    elif len(readings) == 1 and view.roles[total] is LineRole.TOTAL and not good:
        lone = [(cross, each) for cross, each in best.items() if each.found and not _is_mean(view, each)]
        if len(lone) == 1 and _is_misprint(view, lone[0][1]) and not _nested(view, readings[0], lone[0][0]):
            yield replace(lone[0][1], alone=True)


def _is_borne_out(view: View, total: int, evidence: int, bad: int) -> bool:
    """Whether enough crosses hold for the others to be wrong; a line that only may be a total needs more of them."""
    if view.roles[total] is LineRole.TOTAL:
        return evidence >= bad
    return evidence >= max(2, 2 * bad)


def _tried(view: View, total: int, reading: Reading, crosses: list[int]) -> dict[int, Equation]:
    """The reading's equation in each cross where it can be told."""
    found = {}
    for cross in crosses:
        soft = view.cross_roles[cross] is LineRole.DIFFERENCE
        equation = view.equation(Law.TOTAL, total, reading, cross, soft=soft)
        if equation is not None:
            found[cross] = equation
    return found


def _is_evidence(view: View, equation: Equation) -> bool:
    """Whether the equation holds of something: nought and nought make nought in any reading."""
    return holds(equation) and _value(view, equation.stated) != 0


def _is_mean(view: View, equation: Equation) -> bool:
    """Whether the total lies among its parts, as means, shares and the longest wait do: then nothing may be added."""
    stated, parts = _value(view, equation.stated), [_value(view, place) * sign for sign, place in equation.parts]
    filled = [part for part in parts if part]
    return len(filled) > 1 and min(filled) > 0 and min(filled) <= stated <= max(filled)


def _is_full(view: View, equation: Equation) -> bool:
    """Whether every cell has a figure: another reading that happens to hold is no excuse then."""
    return all(view.grid.cells[row][column].is_figure for row, column in equation.places)


def _has_sibling(view: View, cross: int, good: dict[int, Equation]) -> bool:
    """Whether the cross is a year beside years that are added."""
    return bool(year_of(view.crosses[cross])) and any(year_of(view.crosses[other]) for other in good)


def _value(view: View, place: Place) -> Decimal:
    return view.grid.cells[place[0]][place[1]].value


def _within(view: View, equation: Equation, reach: Decimal) -> bool:
    difference = abs(_value(view, equation.stated) - equation.computed.value)
    return difference <= reach * abs(equation.computed.value)


def _is_misprint(view: View, equation: Equation) -> bool:
    """Whether a total that nothing else bears out is near its sum, or one slip of the hand from it.

    Where one digit is too large, a part that the table leaves out may be why: only changed places tell then.
    """
    if _within(view, equation, _NEAR):
        return True
    step = view.grid.cells[equation.stated[0]][equation.stated[1]].step
    stated, computed = _value(view, equation.stated) / step, equation.computed.value / step
    digits, meant = (str(int(abs(value))) for value in (stated, computed))
    if computed % 1 or stated * computed <= 0 or min(len(digits.rstrip("0")), len(meant.rstrip("0"))) < _FEWEST_DIGITS:
        return False
    return one_slip_apart(stated, computed) and (sorted(digits) == sorted(meant) or stated < computed)


def _nested(view: View, reading: Reading, cross: int) -> bool:
    """Whether a line is the sum of those right below it: then they are its parts, though none says "heraf"."""
    values = [view.cell(line, cross).value for _, line in reading]
    for at, value in enumerate(values):
        below = Decimal(0)
        for taken, part in enumerate(values[at + 1 : at + 1 + _LONGEST_NEST], start=1):
            below += part
            if taken > 1 and value and below == value:
                return True
    return False
