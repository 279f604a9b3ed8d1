"""Shares in the text whose whole stands only in a table of the same case.

Two are read: a count of the table with a percentage beside it in the text ("144 afgørelser blev stadfæstet, svarende
til 78 pct."), and a rate of complaints that the table's outcomes define. A table may be of something else than the
sentence; so the words must agree, no figure of the table may explain the share, and the flag is no more than possible.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pejl.minutes.checks.flag import Certainty
from pejl.minutes.checks.share import topics, words
from pejl.minutes.checks.share.boards import Board, Entry
from pejl.minutes.checks.share.bounds import percent_of
from pejl.minutes.checks.share.figures import Figure, Kind
from pejl.minutes.checks.share.flags import Judged, misfit
from pejl.minutes.checks.share.formulas import Reckoned, defined_formulas, reckon
from pejl.minutes.checks.share.labels import REVERSED, labels, outcomes, subjects
from pejl.minutes.checks.share.reading import Reading
from pejl.minutes.checks.share.scope import has_its_rest_beside, names_other_cases
from pejl.minutes.checks.tables.labels import LineRole
from pejl.minutes.document import Lines

RULE = "share-beside-table"

_LEAST = 5
"""Smaller counts stand in many tables by chance."""


@dataclass(frozen=True, slots=True)
class Found:
    """A count of the text in a table, and a total that it is a part of there."""

    entry: Entry
    whole: Entry


def shares_beside_tables(reading: Reading, boards: list[Board], judged: frozenset[int]) -> Iterator[Judged]:
    """The shares of the reading whose whole is in a table; those left out that are `judged` already."""
    if not boards:
        return
    for at in range(1, len(reading.figures)):
        if at not in judged and reading.figures[at].kind is Kind.PERCENT and (one := _of_count(reading, boards, at)):
            yield one
    for at, found in labels(reading, Kind.PERCENT, outcomes).items():
        if at not in judged and found == {REVERSED} and (one := _of_outcomes(reading, boards, at)):
            yield one


def _of_count(reading: Reading, boards: list[Board], at: int) -> Judged | None:
    gap, count = reading.before(at), reading.figures[at - 1]
    if count.kind is not Kind.COUNT or not count.exact or count.value < _LEAST:
        return None
    if not (words.restates_in_brackets(gap) or words.restates(gap)) or _is_of_else(reading, at):
        return None
    said = subjects(f"{reading.sentence_before(at - 1)} {gap}")
    stated = reading.figures[at]
    found = [one for board in boards for one in _look_up(board, count, said)]
    if not found:
        return None
    shares = [(one, percent_of(one.entry.bounds, one.whole.bounds)) for one in found]
    if any(bounds is None or bounds.meets(stated.bounds) for _, bounds in shares):
        return Judged(frozenset({at}))
    one = found[0]
    value = 100 * one.entry.value / one.whole.value
    lines = _in_order([*reading.lines((at - 1, at)), boards[0].table])
    told = f"{count.text} af tabellens {one.whole.text}"
    return Judged(frozenset({at}), misfit(RULE, told, value, stated, lines, Certainty.POSSIBLE))


def _is_of_else(reading: Reading, at: int) -> bool:
    """Whether the percentage says what it is of, or is a distance or another year's."""
    after = reading.after(at)
    spoken = f"{reading.sentence_before(at)} {after[:_TAIL]}"
    return bool(topics.compares(after) or topics.base_of(after) or topics.speaks_of_other_case(spoken))


_TAIL = 30


def _look_up(board: Board, count: Figure, said: frozenset[str]) -> Iterator[Found]:
    """The places of a table where the count stands under words that the sentence uses too, with the totals there."""
    if board.by_rows:
        return
    totals = [at for at, variable in enumerate(board.variables) if variable.role is LineRole.TOTAL]
    for at, variable in enumerate(board.variables):
        if variable.percent or variable.role is LineRole.APART:
            continue
        for case, entry in enumerate(variable.entries):
            if entry is None or entry.value != count.value or at in totals:
                continue
            if not said & subjects(f"{variable.label} {board.cases[case]}"):
                continue
            wholes = [board.variables[total].entries[case] for total in totals]
            if board.total_case not in (None, case):
                wholes.append(variable.entries[board.total_case])
            yield from (Found(entry, whole) for whole in wholes if whole is not None and whole.value > entry.value)


def _of_outcomes(reading: Reading, boards: list[Board], at: int) -> Judged | None:
    """The rate of reversal of one of the table's rows or years."""
    stated = reading.figures[at]
    sentence = reading.sentence_before(at)
    spoken = f"{sentence} {reading.after(at)[:_TAIL].partition(' mod ')[0]}"
    if _is_of_else(reading, at) and " mod " not in reading.after(at)[:_TAIL]:
        return None
    if topics.speaks_of_other_case(spoken) or topics.speaks_of_change(spoken) or topics.speaks_of_all(spoken):
        return None
    named = topics.years(spoken)
    in_order = sorted(boards, key=lambda board: board.total_case is not None)
    rates = [rate for board in in_order for rate in _rates(board, named)]
    if not rates or has_its_rest_beside(reading, at) or names_other_cases(reading, at, _words_of(boards)):
        return None
    if not _are_of_tables(boards, reading.counts_before(at)):
        return None
    if any(rate.bounds.meets(stated.bounds) for rate in rates):
        return Judged(frozenset({at}))
    told = f"{rates[-1].part} af tabellens {rates[-1].whole}"
    lines = _in_order([*reading.lines((at,)), boards[0].table])
    return Judged(frozenset({at}), misfit(RULE, told, rates[-1].value, stated, lines, Certainty.POSSIBLE))


def _words_of(boards: list[Board]) -> frozenset[str]:
    """What the tables' labels are about."""
    held = (label for board in boards for label in (*board.cases, *(line.label for line in board.variables)))
    return subjects(" ".join(held))


def _are_of_tables(boards: list[Board], counts: Iterator[Figure]) -> bool:
    """Whether the counts of a sentence are the tables' own: the rate of "320 klager" may be of another whole."""
    held = {entry.value for board in boards for line in board.variables for entry in line.entries if entry}
    return all(count.value in held for count in counts)


def _rates(board: Board, years: frozenset[str]) -> Iterator[Reckoned]:
    """The rates of the table's rows or years, that of its total last."""
    order = sorted(range(len(board.cases)), key=lambda case: case == board.total_case)
    for formula in defined_formulas(board, frozenset({REVERSED})):
        for case in order:
            label = board.cases[case]
            if board.is_apart(case) or (years and not years & topics.years(label)):
                continue
            reckoned = reckon(board, formula, case)
            if reckoned is not None:
                yield reckoned


def _in_order(lines: list[Lines]) -> list[Lines]:
    return sorted(lines, key=lambda each: each.first)
