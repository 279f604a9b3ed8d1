"""Counts beside percentages, in a row or a list: "144 stadfæstet (88 pct.), 12 ændret (9 pct.), 8 hjemvist (5 pct.)".

Where nothing ties each count to its whole, the row itself may tell: a total among its entries, a count in the words
that lead to it, or the sum of its own counts where its percentages come to a hundred. A whole that the other pairs
agree on is the row's whole; a pair that does not fit it is flagged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from pejl.minutes.checks.flag import Certainty, Flag
from pejl.minutes.checks.share import topics, words
from pejl.minutes.checks.share.bounds import Bounds, exactly, percent_of
from pejl.minutes.checks.share.figures import Kind
from pejl.minutes.checks.share.flags import Judged, is_only_rounding, misfit, number_text
from pejl.minutes.checks.share.reading import BREAK, END, Reading

RULE = "share-list"

_TOTAL = re.compile(r"\b(?:i\salt|ialt|total|samlet|sum)\b", re.IGNORECASE)
_COLUMNS = re.compile(r"\s(?:[–-]|/|=)\s|:?\s?\((?:svarende\stil\s)?|,?\ssvarende\stil\s", re.IGNORECASE)
_HUNDRED = Fraction(100)


@dataclass(frozen=True, slots=True)
class Pair:
    """A count and the percentage that stands beside it."""

    count: int
    percent: int


def stated_series(reading: Reading, judged: frozenset[int]) -> Iterator[Judged]:
    """The rows of counts and percentages, those left out of which one is `judged` already."""
    for row in _rows(reading):
        percents = frozenset(pair.percent for pair in row)
        if not percents & judged and (found := _judged(reading, row)):
            yield found


def _rows(reading: Reading) -> Iterator[list[Pair]]:
    """Pairs that follow each other: in one sentence, or in the entries of one list."""
    row: list[Pair] = []
    for pair in _pairs(reading):
        if row and not _goes_on(reading, row[-1], pair):
            yield row
            row = []
        row.append(pair)
    if row:
        yield row


def _pairs(reading: Reading) -> Iterator[Pair]:
    for at in range(1, len(reading.figures)):
        kinds = reading.figures[at - 1].kind, reading.figures[at].kind
        gap = reading.before(at)
        if kinds == (Kind.COUNT, Kind.PERCENT) and _stand_beside(gap):
            yield Pair(at - 1, at)
        elif kinds == (Kind.PERCENT, Kind.COUNT) and words.restates_back(gap) and "(" in gap:
            yield Pair(at, at - 1)


def _stand_beside(gap: str) -> bool:
    if END in gap or BREAK in gap:
        return False
    return bool(words.restates_in_brackets(gap) or _COLUMNS.fullmatch(gap) or words.restates(gap))


def _goes_on(reading: Reading, before: Pair, pair: Pair) -> bool:
    last, first = max(before.count, before.percent), min(pair.count, pair.percent)
    between = reading.gaps[last + 1 : first + 1]
    if len(between) != 1:
        return False
    gap = between[0]
    if BREAK in gap:
        one, other = (reading.passages[reading.passage_of(at)] for at in (last, first))
        return gap.count(BREAK) == 1 and one.list_number == other.list_number > 0
    return END not in gap and not topics.speaks_of_other_case(gap)


def _judged(reading: Reading, row: list[Pair]) -> Judged | None:
    """The row, judged by the first whole that all of its pairs, or all but one, are of; None where there is none."""
    pairs = [pair for pair in row if not _is_total(reading, pair)]
    percents = frozenset(pair.percent for pair in row)
    if len(pairs) < 2:
        return None
    for whole, named in _wholes(reading, row, pairs):
        odd = [pair for pair in pairs if not _fits(reading, pair, whole)]
        if not odd:
            return Judged(percents)
        if len(odd) == 1 and (len(pairs) > 2 or named):
            return Judged(percents, _flag(reading, odd[0], whole, pairs))
    return None


def _is_total(reading: Reading, pair: Pair) -> bool:
    return reading.figures[pair.percent].value == _HUNDRED or bool(_TOTAL.search(_label(reading, pair)))


def _label(reading: Reading, pair: Pair) -> str:
    first, last = sorted((pair.count, pair.percent))
    before = re.split(f"[{END}{BREAK},;]", reading.before(first))[-1]
    after = re.split(f"[{END}{BREAK},;]", reading.after(last), maxsplit=1)[0]
    return f"{before} {after}"


def _wholes(reading: Reading, row: list[Pair], pairs: list[Pair]) -> Iterator[tuple[Bounds, bool]]:
    """What the row may be of, the likeliest first: its total, its sum, a count before; and whether it is named."""
    for pair in row:
        if _is_total(reading, pair):
            yield reading.figures[pair.count].bounds, True
    for at in _totals_beside(reading, row):
        yield reading.figures[at].bounds, True
    total = exactly(Fraction(0))
    shares = exactly(Fraction(0))
    for pair in pairs:
        total = total.plus(reading.figures[pair.count].bounds)
        shares = shares.plus(reading.figures[pair.percent].bounds)
    if shares.widened(Fraction(1, 2)).meets(exactly(_HUNDRED)):
        yield total, True
        yield from ((whole, False) for whole in _agreed(reading, pairs))
    for at in _before(reading, row[0]):
        bounds = reading.figures[at].bounds
        if bounds.high is None or bounds.high >= total.low:
            yield bounds, bounds.meets(total)
    yield total, False


def _agreed(reading: Reading, pairs: list[Pair]) -> Iterator[Bounds]:
    """The wholes that all pairs but one agree on, each count being the share that stands beside it."""
    for odd in pairs if len(pairs) > 2 else ():
        low, high = Fraction(0), None
        for pair in pairs:
            share, count = reading.figures[pair.percent].bounds, reading.figures[pair.count].bounds
            if pair is odd or share.low <= 0 or share.high is None or count.high is None:
                continue
            low = max(low, 100 * count.low / share.high)
            top = 100 * count.high / share.low
            high = top if high is None else min(high, top)
        if high is not None and 0 < low <= high:
            yield Bounds(low, high)


def _totals_beside(reading: Reading, row: list[Pair]) -> Iterator[int]:
    """A count without percentage in the entry after the row or before it that calls itself the total."""
    first, last = min(row[0].count, row[0].percent), max(row[-1].count, row[-1].percent)
    for at in (first - 1, last + 1):
        if 0 <= at < len(reading.figures) and reading.figures[at].kind is Kind.COUNT:
            own = re.split(f"[{END}{BREAK},;]", reading.before(at))[-1]
            if _TOTAL.search(own):
                yield at


def _before(reading: Reading, pair: Pair) -> Iterator[int]:
    """The counts in the words that lead to the row."""
    ended = 0
    for at in range(min(pair.count, pair.percent), 0, -1):
        gap = reading.before(at)
        ended += gap.count(END) + gap.count(BREAK)
        if ended > _SENTENCES_BACK:
            return
        if reading.figures[at - 1].kind is Kind.COUNT:
            yield at - 1


_SENTENCES_BACK = 2


def _fits(reading: Reading, pair: Pair, whole: Bounds) -> bool:
    computed = percent_of(reading.figures[pair.count].bounds, whole)
    return computed is None or computed.meets(reading.figures[pair.percent].bounds)


def _flag(reading: Reading, pair: Pair, whole: Bounds, pairs: list[Pair]) -> Flag | None:
    stated, count = reading.figures[pair.percent], reading.figures[pair.count]
    middle = whole.low if whole.high is None else (whole.low + whole.high) / 2
    near = "" if whole.low == whole.high else "ca. "
    of = Fraction(round(middle))
    value = 100 * count.value / of
    if is_only_rounding(value, stated) and _makes_hundred(reading, pairs):
        return None
    lines = reading.lines(at for each in pairs for at in (each.count, each.percent))
    return misfit(RULE, f"{count.text} af {near}{number_text(of)}", value, stated, lines, Certainty.LIKELY)


def _makes_hundred(reading: Reading, pairs: list[Pair]) -> bool:
    return sum((reading.figures[pair.percent].value for pair in pairs), Fraction(0)) == _HUNDRED
