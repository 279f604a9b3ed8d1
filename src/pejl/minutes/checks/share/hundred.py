"""Percentages that are said to make up a whole and do not come to a hundred.

That they do is read from three forms only: a rest ("og de resterende 20 pct."), a distribution ("fordeler sig med 60
pct. på ..., 25 pct. på ... og 15 pct. på ...") and the answers on a scale with a middle ("hverken tilfredse eller
utilfredse"), which may leave some out but never make more. Percentages in a row that may overlap are no distribution.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from pejl.minutes.checks.flag import Certainty, Flag
from pejl.minutes.checks.share import topics
from pejl.minutes.checks.share.bounds import exactly
from pejl.minutes.checks.share.figures import Kind
from pejl.minutes.checks.share.flags import percent_text, share_flag, stated_text
from pejl.minutes.checks.share.reading import BREAK, END, Reading

RULE = "share-hundred"

_REST = re.compile(r"\b(?:de|den)\s(?:resterende|øvrige|sidste|tilbageværende)\s\Z", re.IGNORECASE)
_DISTRIBUTED = re.compile(r"\bfordel(?:t|te|er|es|ingen|ing|ingsnøglen)?\b", re.IGNORECASE)
_NOT_ALL = re.compile(
    r"\b(?:især|mellem|fra|primært|hovedsageligt|blandt|bl\.a|fx|f\.eks|overvejende|største|særligt|mest|flest)\b",
    re.IGNORECASE,
)
_BY_GROUP = re.compile(
    r"\bfordelt\s(?:på|efter|mellem)\s[^\W\d_](?!.*\bmed\s\Z)|procent(?:en|er|erne)?\b", re.IGNORECASE
)
"""Words before a rate of each group: "fordelt på alder er 61 pct. af de unge og 55 pct. af de ældre tilfredse"."""
_ANEW = re.compile(r"\b(?:heraf|hvoraf|deraf|af\s(?:disse|dem|de)|blandt\s(?:disse|dem|de)|mod)\b", re.IGNORECASE)
_NEITHER = re.compile(r"\b(?:hverken|ved\sikke)\b", re.IGNORECASE)
_COMPANIONS, _A_SCALE = 5, 2
_OPENING = 200
_LEAST, _MOST = 70, 130
"""Sums outside these are hardly meant to be a hundred."""


def sums_to_hundred(reading: Reading) -> Iterator[Flag]:
    """Flags of percentages that should come to a hundred."""
    for row in _rows(reading):
        rest = bool(_REST.search(reading.before(row[-1])))
        opening = reading.sentence_before(row[0])
        distributed = _DISTRIBUTED.search(opening) and not (
            _NOT_ALL.search(opening) or _BY_GROUP.search(opening[-_OPENING:])
        )
        if len(row) > _A_SCALE and _closes(reading, row) and _is_a_scale(reading, row):
            yield from _unless_hundred(reading, row, only_above=True)
        elif (rest and not _some_make_hundred(reading, row)) or (distributed and _closes(reading, row)):
            yield from _unless_hundred(reading, row)


def _rows(reading: Reading) -> Iterator[list[int]]:
    """Percentages of one sentence with no other figure between them and no new whole begun."""
    row: list[int] = []
    for at, figure in enumerate(reading.figures):
        gap = reading.before(at)
        goes_on = row and row[-1] == at - 1 and not (END in gap or BREAK in gap or _ANEW.search(gap))
        if not goes_on:
            if len(row) > 1:
                yield row
            row = []
        if figure.kind is Kind.PERCENT and not topics.years(gap if row else ""):
            row.append(at)
        elif row:
            row = []
    if len(row) > 1:
        yield row


def _some_make_hundred(reading: Reading, row: list[int]) -> bool:
    """Whether the rest and some of the others make a hundred: then those others are its companions."""
    rest, others = reading.figures[row[-1]].bounds, row[:-1][-_COMPANIONS:]
    sums = [rest]
    for at in others:
        sums += [each.plus(reading.figures[at].bounds) for each in sums]
    return any(each.meets(exactly(Fraction(100))) for each in sums)


def _closes(reading: Reading, row: list[int]) -> bool:
    """Whether the last of the row is joined by "og": the row is a whole list."""
    return bool(re.search(r"\s(?:og|samt)\s", reading.before(row[-1])))


def _is_a_scale(reading: Reading, row: list[int]) -> bool:
    """Whether the row is of answers that exclude each other: one of them is neither the one nor the other."""
    words = " ".join(reading.gaps[row[0] + 1 : row[-1] + 1])
    return bool(_NEITHER.search(words))


def _unless_hundred(reading: Reading, row: list[int], *, only_above: bool = False) -> Iterator[Flag]:
    figures = [reading.figures[at] for at in row]
    total = sum((figure.value for figure in figures), Fraction(0))
    bounds = exactly(Fraction(0))
    for figure in figures:
        bounds = bounds.plus(figure.bounds)
    if bounds.meets(exactly(Fraction(100))) or not (100 if only_above else _LEAST) <= total <= _MOST:
        return
    listed = " + ".join(stated_text(figure).removesuffix(" pct.") for figure in figures)
    computed = percent_text(total, figures[0].step)
    yield share_flag(
        RULE,
        f"{listed} er {computed}, men delene skulle give 100 pct.",
        "100 pct.",
        computed,
        reading.lines(row),
        Certainty.LIKELY,
    )
