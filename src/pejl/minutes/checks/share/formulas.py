"""How a table may have reckoned its percentages: which counts, of which counts.

The table itself is the witness. A formula that explains the other percentages of a line is how that line was reckoned,
and what it does not explain is out of line. A formula that the labels name ("omgørelsesprocent", "Andel" beside
"Antal") needs fewer witnesses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, permutations

from pejl.minutes.checks.share.boards import Board, Entry
from pejl.minutes.checks.share.bounds import Bounds, exactly, percent_of
from pejl.minutes.checks.share.labels import DISMISSED, KEPT, REVERSALS, REVERSED, Labels, outcomes, subjects
from pejl.minutes.checks.tables.labels import LineRole

_CHANGE = re.compile(r"ændring|udvikling|vækst|stigning|\bfald\b|afvigelse|forskel", re.IGNORECASE)
_SHARE = re.compile(r"\bandele?\b|fordeling|procentvis|\A\W*(?:i\s)?(?:%|pct\.?|procent)\W*\Z", re.IGNORECASE)
_OF_ELSE = re.compile(
    r"\baf\s(?!alle|i\salt|samtlige|total)|\bandele?\s(?:med|der|som|på|uden|under|over|fra)\b|\bandele?\si\s(?!%|pct|procent)",
    re.IGNORECASE,
)
_WIDEST = 7
"""Lines of counts that are tried beside one line of percentages; of more, the nearest."""


@dataclass(frozen=True, slots=True)
class Formula:
    """The sum of the variables at `parts` as hundredths of the sum of those at `wholes`.

    `of_total`: of the same variable's total instead. `change`: of how much the whole grew to the part. `named`
    tells that the labels say so, `defined` that the words of the trade do.
    """

    parts: tuple[int, ...]
    wholes: tuple[int, ...] = ()
    of_total: bool = False
    change: bool = False
    named: bool = False
    defined: bool = False


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What a formula comes to in one case, and the part and the whole that it took."""

    part: str
    whole: str
    value: Fraction
    bounds: Bounds


def formulas(board: Board, percent: int) -> Iterator[Formula]:
    """The formulas that the line of percentages at `percent` may follow."""
    counts = _counts(board, percent)
    label = board.variables[percent].label
    yield from defined_formulas(board, outcomes(label))
    own = subjects(label)
    hundred = _makes_hundred(board, percent)
    for at in counts if hundred or board.total_case is not None else ():
        together = board.variables[at].at == board.variables[percent].at
        yield Formula((at,), of_total=True, named=hundred and at == percent - 1 and (together or is_share(label)))
    for part, whole in permutations(counts, 2):
        tied = bool(own & subjects(board.variables[part].label)) and not own & subjects(board.variables[whole].label)
        total = board.variables[whole].role is LineRole.TOTAL
        yield Formula((part,), (whole,), named=tied or (total and part == percent - 1))
        yield Formula((part,), (whole,), change=True, named=bool(_CHANGE.search(label)))
    plain = tuple(at for at in counts if board.variables[at].role is LineRole.PART)
    if len(plain) > 2:
        for one in plain:
            yield Formula((one,), plain)
    for pair in combinations(plain, 2):
        for whole in (at for at in counts if at not in pair):
            yield Formula(pair, (whole,))


def is_share(label: str) -> bool:
    """Whether a label says that what stands under it is a share of a whole, and not how often something happens."""
    return bool(_SHARE.search(label)) and not _OF_ELSE.search(label)


def reckon(board: Board, formula: Formula, case: int) -> Reckoned | None:
    """What the formula comes to in a case; None where a figure is lacking or the whole may be nothing."""
    parts = _of_case(board, formula.parts, case)
    wholes = _total(board, formula.parts, case) if formula.of_total else _of_case(board, formula.wholes, case)
    if not parts or not wholes:
        return None
    part, whole = _sum(parts), _sum(wholes)
    value = sum((entry.value for entry in wholes), Fraction(0))
    bounds = _share(part, whole)
    if bounds is None or value == 0:
        return None
    share = 100 * abs(sum((entry.value for entry in parts), Fraction(0)) / value)
    if formula.change:
        share, bounds = abs(share - 100), _apart_from_hundred(bounds)
    return Reckoned(" + ".join(entry.text for entry in parts), _told(wholes), share, bounds)


def _counts(board: Board, percent: int) -> list[int]:
    """The lines of counts, the nearest to the percentages where there are many."""
    wanted = [
        at
        for at, variable in enumerate(board.variables)
        if not variable.percent and variable.role is not LineRole.APART and any(variable.entries)
    ]
    return sorted(sorted(wanted, key=lambda at: abs(at - percent))[:_WIDEST])


def defined_formulas(board: Board, asked: Labels) -> Iterator[Formula]:
    """Rates of complaints, which the labels of the counts define: those reversed, of all that were decided."""
    counts = _counts(board, len(board.variables))
    groups = {at: found for at in counts if (found := outcomes(board.variables[at].label))}
    wanted = REVERSALS if REVERSED in asked else asked
    parts = tuple(at for at, found in groups.items() if found <= wanted)
    known = frozenset[str]().union(*groups.values())
    if not parts or not asked or KEPT not in known or not known & REVERSALS:
        return
    decided = tuple(at for at, found in groups.items() if DISMISSED not in found)
    yield Formula(parts, decided, named=True, defined=True)
    for at in counts:
        if board.variables[at].role is LineRole.TOTAL:
            yield Formula(parts, (at,), named=True, defined=True)


def _makes_hundred(board: Board, percent: int) -> bool:
    """Whether the percentages of all cases but the total come to about a hundred."""
    entries = board.variables[percent].entries
    parts = [entry for case, entry in enumerate(entries) if entry and board.is_part(case)]
    return bool(parts) and abs(sum((entry.value for entry in parts), Fraction(0)) - 100) <= _ABOUT


_ABOUT = 15
"""Shares of a whole come to a hundred; one that is wrong may keep them this far from it."""


def _of_case(board: Board, variables: tuple[int, ...], case: int) -> list[Entry] | None:
    entries = [board.variables[at].entries[case] for at in variables]
    return None if any(entry is None for entry in entries) else [entry for entry in entries if entry]


def _total(board: Board, variables: tuple[int, ...], case: int) -> list[Entry] | None:
    """The total of a variable: of its total case, or of all its cases where none is a total. A total is of no other."""
    if board.total_case is not None:
        return None if case == board.total_case else _of_case(board, variables, board.total_case)
    cases = [one for one in range(len(board.cases)) if board.is_part(one)]
    entries = [board.variables[at].entries[one] for at in variables for one in cases]
    return None if any(entry is None for entry in entries) else [entry for entry in entries if entry]


def _sum(entries: list[Entry]) -> Bounds:
    total = exactly(Fraction(0))
    for entry in entries:
        total = total.plus(entry.bounds)
    return total


def _share(part: Bounds, whole: Bounds) -> Bounds | None:
    """Part of whole in hundredths, signs left out: tables print a negative deviation as a positive percentage."""
    return percent_of(part.size(), whole.size())


def _apart_from_hundred(bounds: Bounds) -> Bounds:
    high = bounds.low if bounds.high is None else bounds.high
    ends = sorted((abs(bounds.low - 100), abs(high - 100)))
    return Bounds(Fraction(0) if bounds.low <= 100 <= high else ends[0], ends[1])


def _told(entries: list[Entry]) -> str:
    return entries[0].text if len(entries) == 1 else f"({' + '.join(entry.text for entry in entries)})"
