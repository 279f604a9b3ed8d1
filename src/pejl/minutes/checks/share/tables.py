"""Percentages of a table that do not follow from its counts, and shares of a whole that do not come to a hundred."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from pejl.minutes.checks.flag import Certainty, Flag, full_stop
from pejl.minutes.checks.share.boards import Board, Entry, boards
from pejl.minutes.checks.share.bounds import exactly
from pejl.minutes.checks.share.flags import percent_text, share_flag
from pejl.minutes.checks.share.formulas import Formula, Reckoned, formulas, reckon
from pejl.minutes.document import Item, Minutes

RULE = "share-table"
HUNDRED_RULE = "share-table-hundred"

_TOO_WIDE = 4
"""Hundredths between the bounds of what is reckoned and what is stated: wider ones tell nothing."""
_MOST_CASES, _MOST_LINES = 80, 12
"""Larger tables are lists that a reader looks up in, and not what a case argues from."""

_HUNDRED = Fraction(100)


@dataclass(frozen=True)
class Explained:
    """A formula and the cases of a line that it explains, and those that it does not."""

    formula: Formula
    fits: frozenset[int]
    odd: frozenset[int]


def shares_in_tables(minutes: Minutes, item: Item) -> Iterator[Flag]:
    """Flags of the percentages in the item's tables."""
    told: set[tuple[int, int, int]] = set()
    for board in boards(item):
        percents = [at for at, variable in enumerate(board.variables) if variable.percent]
        for at in percents[:_MOST_LINES] if len(board.cases) <= _MOST_CASES else ():
            for case, flag in _line(board, at):
                if (cell := board.cell(at, case)) not in told:
                    told.add(cell)
                    yield flag


def _line(board: Board, percent: int) -> Iterator[tuple[int, Flag]]:
    """The flags of a line of percentages, each with the case it is of."""
    found = [each for formula in formulas(board, percent) if (each := _explained(board, percent, formula))]
    if not any(each.odd and each.formula.of_total for each in found):
        yield from _hundred(board, percent)
    if not found:
        return
    best = max(found, key=_how_well)
    for case in sorted(best.odd):
        explained = any(case in each.fits for each in found)
        if not explained and (flag := _flag(board, percent, case, best.formula)):
            yield case, flag


def _how_well(explained: Explained) -> tuple[bool, bool, int, int, bool, int]:
    """How well a formula explains its line: what the labels say comes first, and of two alike the plainer one."""
    formula = explained.formula
    plain = -len(formula.parts) - len(formula.wholes)
    return formula.defined, formula.named, len(explained.fits), -len(explained.odd), not formula.change, plain


def _explained(board: Board, percent: int, formula: Formula) -> Explained | None:
    """What a formula explains of the line, where it explains enough to be how the line was reckoned."""
    fits, odd = set[int](), set[int]()
    entries = board.variables[percent].entries
    for case, entry in enumerate(entries):
        if not _is_enough(formula, len(fits) + len(entries) - case, len(odd)):
            return None
        reckoned = None if entry is None or board.is_apart(case) else reckon(board, formula, case)
        if entry is None or reckoned is None:
            continue
        if reckoned.bounds.meets(entry.bounds.size()):
            if _tells(reckoned, entry):
                fits.add(case)
        else:
            odd.add(case)
    return Explained(formula, frozenset(fits), frozenset(odd)) if _is_enough(formula, len(fits), len(odd)) else None


def _is_enough(formula: Formula, fits: int, odd: int) -> bool:
    if formula.defined:
        return fits >= odd or fits + odd == 1
    if formula.named:
        return fits >= 1 and odd <= 1 + fits // 8
    return fits >= 3 and odd <= 1 + fits // 8


def _tells(reckoned: Reckoned, entry: Entry) -> bool:
    """Whether it means something that the two agree: not where nearly anything would, and not nought of something."""
    bounds = reckoned.bounds
    return bounds.high is not None and bounds.high - bounds.low <= _TOO_WIDE and entry.value != 0


def _flag(board: Board, percent: int, case: int, formula: Formula) -> Flag | None:
    entry, reckoned = board.variables[percent].entries[case], reckon(board, formula, case)
    if entry is None or reckoned is None:
        return None
    rounding = abs(reckoned.value - abs(entry.value)) < entry.step
    if rounding and formula.of_total and _sum_of_parts(board, percent) == _HUNDRED:
        return None
    computed, stated = percent_text(reckoned.value, entry.step), _stated(entry)
    told = f"{reckoned.part} af {reckoned.whole}"
    if formula.change:
        told = f"ændringen fra {reckoned.whole} til {reckoned.part}"
    where = ", ".join(filter(None, (board.cases[case].strip(), board.variables[percent].label.strip())))
    return share_flag(
        RULE,
        f"I tabellen under »{where}« svarer {told} til {computed}, men der står {full_stop(stated)}",
        stated,
        computed,
        board.lines[case],
        Certainty.LIKELY if formula.named else Certainty.POSSIBLE,
        rounding=rounding,
    )


def _stated(entry: Entry) -> str:
    text = entry.text.removesuffix("pct").strip()
    return text if text.endswith(("%", "pct.", "procent")) else f"{text} pct."


def _hundred(board: Board, percent: int) -> Iterator[tuple[int, Flag]]:
    """A flag where shares do not come to the total below them, and one of the two is a hundred."""
    entries, total = board.variables[percent].entries, board.total_case
    if total is None or (whole := entries[total]) is None:
        return
    parts = [entry for case, entry in enumerate(entries) if board.is_part(case)]
    told = [entry for entry in parts if entry is not None]
    if len(told) < 2 or len(told) < len(parts):
        return
    bounds = exactly(Fraction(0))
    for entry in told:
        bounds = bounds.plus(entry.bounds)
    if bounds.meets(whole.bounds):
        return
    # The percentages of groups need not add up, and that of all of them lies between theirs: never above the largest.
    above_all = whole.value > max(entry.value for entry in told) and bounds.meets(exactly(_HUNDRED))
    if whole.value != _HUNDRED and not above_all:
        return
    stated = _stated(whole)
    computed = percent_text(_sum_of_parts(board, percent), told[0].step)
    flag = share_flag(
        HUNDRED_RULE,
        f"I tabellen er andelene under »{board.variables[percent].label.strip()}« tilsammen {computed}, "
        f"men summen er angivet til {full_stop(stated)}",
        stated,
        computed,
        board.lines[total],
        Certainty.LIKELY,
    )
    yield total, flag


def _sum_of_parts(board: Board, percent: int) -> Fraction:
    entries = board.variables[percent].entries
    return sum((entry.value for case, entry in enumerate(entries) if entry and board.is_part(case)), Fraction(0))
