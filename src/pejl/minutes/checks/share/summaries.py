"""A rate of complaints in the summary of a case that is not the rate of anything that the case itself counts.

Only a section that calls itself a summary is held against the rest. A percentage that the rest has too, in its text or
in a table, is no fault of the summary, whatever it is of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from pejl.minutes.checks.flag import Certainty
from pejl.minutes.checks.share.boards import Board
from pejl.minutes.checks.share.figures import Kind
from pejl.minutes.checks.share.flags import Judged, misfit, number_text
from pejl.minutes.checks.share.labels import KEPT, REVERSED, labels, outcomes
from pejl.minutes.checks.share.rates import is_own, outcome_lists, rates_of
from pejl.minutes.checks.share.reading import Reading

RULE = "share-in-summary"

_SUMMARY = re.compile(r"\A(?:\w*resum[eé]|sammenfatning|sagen\skort|kort\som\ssagen)\b", re.IGNORECASE)


def rates_in_summary(
    reading: Reading, others: list[Reading], boards: list[Board], judged: frozenset[int]
) -> Iterator[Judged]:
    """The rates of a summary, held against the lists of outcomes in the other sections."""
    rest = [other for other in others if other is not reading]
    lists = [(other, one) for other in rest for one in outcome_lists(other)] if _is_summary(reading) else []
    told_too = _percentages(rest, boards) if lists else frozenset()
    for at, asked in labels(reading, Kind.PERCENT, outcomes).items() if lists else ():
        if at in judged or asked not in ({REVERSED}, {KEPT}) or not is_own(reading, at):
            continue
        rates = [(other, rate) for other, one in lists for rate in rates_of(other, one, asked)]
        stated = reading.figures[at]
        counted = {one.figures[part].value for one, rate in rates for part in rate.parts}
        counted |= {rate.whole for _, rate in rates}
        if not rates or any(count.value not in counted for count in reading.counts_before(at)):
            continue
        if stated.value in told_too or any(rate.bounds.meets(stated.bounds) for _, rate in rates):
            yield Judged(frozenset({at}))
            continue
        other, first = rates[0]
        told = f"{' + '.join(other.figures[part].text for part in first.parts)} af {number_text(first.whole)}"
        lines = sorted([*reading.lines((at,)), *other.lines(first.parts)], key=lambda each: each.first)
        yield Judged(frozenset({at}), misfit(RULE, told, first.value(other), stated, lines, Certainty.POSSIBLE))


def _is_summary(reading: Reading) -> bool:
    return bool(_SUMMARY.search(reading.passages[0].heading or ""))


def _percentages(readings: list[Reading], boards: list[Board]) -> frozenset[Fraction]:
    """All percentages that the sections and the tables print."""
    in_text = {figure.value for reading in readings for figure in reading.figures if figure.kind is Kind.PERCENT}
    lines = [line for board in boards for line in board.variables if line.percent]
    in_tables = {entry.value for line in lines for entry in line.entries if entry}
    return frozenset(in_text | in_tables)
