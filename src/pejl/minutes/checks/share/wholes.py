"""Which whole a count is a part of, as far as the sentence says it.

A part names its whole itself ("36 af de 71", "36 af dem"), or the whole opens the sentence ("Af de 71 elever fik 36
..."), or "heraf" points back at it, or its parts follow a colon or "fordelt". Where the sentence goes over to another
year or place, what it named before is no longer the whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pejl.minutes.checks.share import topics, words
from pejl.minutes.checks.share.figures import Figure, Kind
from pejl.minutes.checks.share.reading import BREAK, END, Reading


@dataclass(frozen=True, slots=True)
class Whole:
    """The figure at `at` as the whole of a part. `stated` tells that the part itself names it: "36 af de 71"; `opening`
    that it opens the sentence: "Af de 71 elever".
    """

    at: int
    stated: bool
    opening: bool = False


_WIDEST = 12
"""Figures looked back over for a whole: more than stand in any sentence that a reader can follow."""


def whole_of(reading: Reading, part: int) -> Whole | None:
    """The whole that the figure `part` is said to be a part of, or None."""
    figures = reading.figures
    following = part + 1
    if following < len(figures) and figures[following].kind is figures[part].kind and _is_of(reading, part):
        return Whole(following, stated=True)
    if figures[part].kind is Kind.COUNT and words.is_of_them(reading.after(part)):
        return _named_before(reading, part)
    return _opened(reading, part) if figures[part].kind in (Kind.COUNT, Kind.AMOUNT) else None


def percent_whole(reading: Reading, percent: int) -> int | None:
    """The figure that a percentage says it is of: "51 pct. af de 71 elever"."""
    following = percent + 1
    if following >= len(reading.figures):
        return None
    gap, kind = reading.after(percent), reading.figures[following].kind
    if kind is Kind.COUNT and words.is_hundredths_of(gap):
        return following
    return following if kind is Kind.AMOUNT and words.is_amount_of(gap) else None


def siblings(reading: Reading, whole: int, part: int) -> list[int]:
    """The parts of `whole` that are listed up to `part`, in order; those that are wholes of others left out."""
    kind = reading.figures[whole].kind
    return [
        at
        for at in range(whole + 1, part + 1)
        if reading.figures[at].kind is kind and not (at > whole + 1 and words.is_part_of(reading.before(at)))
    ]


def clause_between(reading: Reading, first: int, last: int) -> str:
    """The words from one figure to another, without the figures."""
    return " ".join(reading.gaps[first + 1 : last + 1])


def tail(reading: Reading, at: int) -> str:
    """The words after a figure up to the next comma, stop or figure; after its bracket where it closes one."""
    after = reading.after(at).removeprefix(")").removeprefix("]")
    for place, character in enumerate(after):
        if character in f",;.)({END}{BREAK}":
            return after[:place]
    return after


def _is_of(reading: Reading, part: int) -> bool:
    gap = reading.after(part)
    return words.is_amount_of(gap) if reading.figures[part].kind is Kind.AMOUNT else words.is_part_of(gap)


def _named_before(reading: Reading, part: int) -> Whole | None:
    """The last count before "36 af dem" that is large enough, in this sentence or the one before."""
    for at in _back(reading, part, sentences=2):
        if reading.figures[at].kind is Kind.COUNT and _is_larger(reading.figures[at], reading.figures[part]):
            return Whole(at, stated=True)
    return None


def _opened(reading: Reading, part: int) -> Whole | None:
    """The whole that opens the sentence, or that "heraf", a colon or "fordelt" points back at."""
    own = reading.figures[part].kind
    pointed = False
    for at in range(part, max(0, part - _WIDEST), -1):
        gap = reading.before(at)
        if BREAK in gap and reading.passages[reading.passage_of(part)].entry:
            return None
        counted_before = reading.figures[at - 1].kind is own
        points = words.names_parts(gap) or (counted_before and words.lists_parts(gap))
        if at != part and _opens(reading, at, own):
            return _unless_compared(reading, at, part, opening=True)
        if (pointed or points) and counted_before:
            return _unless_compared(reading, _antecedent(reading, at - 1), part)
        if not points and (END in gap or BREAK in gap):
            return None
        pointed = pointed or points
    opening = part - _WIDEST <= 0 < part and _opens(reading, 0, own)
    return _unless_compared(reading, 0, part, opening=True) if opening else None


def _antecedent(reading: Reading, before: int) -> int:
    """What "heraf" points back at: of "57 ud af 120 borgere" it is the 57 that the sentence is about."""
    part = before - 1
    alike = part >= 0 and reading.figures[part].kind is reading.figures[before].kind
    return part if alike and _is_of(reading, part) else before


def _opens(reading: Reading, at: int, kind: Kind) -> bool:
    """Whether a figure of that kind opens its sentence as a whole: "Af de 71 elever", "Af budgettet på 10 mio. kr."."""
    return reading.figures[at].kind is kind and words.opens_whole(reading.before(at), money=kind is Kind.AMOUNT)


def _unless_compared(reading: Reading, whole: int, part: int, *, opening: bool = False) -> Whole | None:
    between = clause_between(reading, whole, part)
    if topics.speaks_of_other_case(between):
        return None
    if not _is_larger(reading.figures[whole], reading.figures[part]):
        return None
    return Whole(whole, stated=False, opening=opening)


def _is_larger(whole: Figure, part: Figure) -> bool:
    return whole.bounds.high is None or whole.bounds.high >= part.bounds.low


def _back(reading: Reading, at: int, *, sentences: int) -> Iterator[int]:
    """The figures before `at`, the nearest first, back to the beginning of that many sentences."""
    ended = 0
    for earlier in range(at - 1, max(-1, at - _WIDEST), -1):
        ended += sum(reading.before(earlier + 1).count(stop) for stop in (END, BREAK))
        if ended >= sentences:
            return
        yield earlier
