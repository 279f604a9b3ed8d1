"""The figures of a passage that sums are made of: amounts, counts and percentages, with the words between them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from pejl.calendar.amounts import FoundAmount, find_amounts, find_percents
from pejl.calendar.counts import FoundCount, find_counts
from pejl.calendar.hedges import hedge_before
from pejl.calendar.numbers import danish_amount, danish_number
from pejl.minutes.checks.agreement import Grain, Printed
from pejl.minutes.passages import Passage


class Unit(StrEnum):
    """What a figure counts."""

    KRONER = "kroner"
    COUNT = "count"
    PERCENT = "percent"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure, at the characters from `start` to `end` of its passage.

    `text` is the figure with its unit, also where it shares the unit with the next ("5,4 og 4,6 mio. kr."). `step` is
    what its last digit counts. `blurred` tells that words beside it ("ca.", "knap", "mellem ... og") make it
    stand for more than rounding does.
    """

    unit: Unit
    value: Decimal
    step: Decimal
    start: int
    end: int
    text: str
    blurred: bool = False

    @property
    def printed(self) -> Printed:
        """The figure as one that sums are made of."""
        return Printed(self.value, self.step)


_IN_A_ROW = re.compile(r"(?:,|,?\s(?:og|samt|til|plus)|\s?\+)\s")
_UNIT_OF_AMOUNT = re.compile(r"[^\W\d_].*", re.DOTALL)
_ROUND_COUNT = 1000
_BETWEEN = re.compile(r"\bmellem\s[^\s]{1,15}(?:\s(?:kr|mia|mio)\.?){0,2}\s(?:og|til)\s\Z|\bmellem\s\Z", re.IGNORECASE)
_AROUND = 40
_WIDEST_GAP = 400


class Told:
    """A passage as a row of figures with the words between them."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.text = passage.text
        self.figures = list(_figures(passage.text))
        self._ends = [sentence.end for sentence in passage.sentences]

    def with_text(self, text: str) -> Told:
        """Another text read in the passage's place."""
        return Told(replace(self.passage, text=text))

    def before(self, at: int) -> str:
        """The words between the figure and the one before it, or the start of the passage; the nearest 400 letters."""
        start = self.figures[at - 1].end if at else 0
        return self.text[max(start, self.figures[at].start - _WIDEST_GAP) : self.figures[at].start]

    def after(self, at: int) -> str:
        """The words from the figure to the next, or to the end of the passage; the nearest 400 letters."""
        end = self.figures[at + 1].start if at + 1 < len(self.figures) else len(self.text)
        return self.text[self.figures[at].end : min(end, self.figures[at].end + _WIDEST_GAP)]

    def sentence(self, at: int) -> int:
        """Which sentence of the passage the figure stands in, from 0."""
        return bisect_right(self._ends, self.figures[at].start)

    def sentence_around(self, at: int) -> str:
        """The sentence that the figure stands in, as far as 400 letters to either side."""
        sentence, figure = self.sentence(at), self.figures[at]
        start = self._ends[sentence - 1] if sentence else 0
        end = self._ends[sentence] if sentence < len(self._ends) else len(self.text)
        return self.text[max(start, figure.start - _WIDEST_GAP) : min(end, figure.end + _WIDEST_GAP)]

    def stretch(self, first: int, last: int) -> str:
        """The text from one figure to another, both included; never more than a few hundred letters a figure."""
        start, end = self.figures[first].start, self.figures[last].end
        return self.text[start : min(end, start + _WIDEST_GAP * (last - first + 1))]


def grain_of(figures: list[Figure]) -> Grain:
    """How finely figures of one unit are printed: rounded, if any of them is."""
    if figures[0].unit is Unit.COUNT:
        return Grain.COUNT if all(figure.step == 1 for figure in figures) else Grain.ROUNDED
    if figures[0].unit is Unit.KRONER:
        return Grain.KRONER if all(figure.step <= 1 for figure in figures) else Grain.ROUNDED
    return Grain.ROUNDED


def written(value: Decimal, like: Figure) -> str:
    """A computed value as the figure beside it is written: 4,2 mio. kr. beside "4,6 mio. kr."."""
    if like.unit is Unit.COUNT:
        return danish_number(value.normalize() if value % 1 else value.to_integral_value())
    if like.unit is Unit.PERCENT:
        return danish_number(value, max(0, -int(like.step.adjusted())))
    scale = next((scale for scale, words in _SCALES if any(word in like.text for word in words)), None)
    if scale is None:
        return danish_amount(value)
    decimals = max(0, scale.adjusted() - like.step.adjusted())
    unit = next(words[0] for size, words in _SCALES if size == scale)
    return f"{danish_number(value / scale, decimals)} {unit}. kr."


_SCALES = (
    (Decimal(1_000_000_000), ("mia", "milliard")),
    (Decimal(1_000_000), ("mio", "mil", "mill", "million")),
    (Decimal(1000), ("t.", "tusind")),
)


def _figures(text: str) -> Iterator[Figure]:
    amounts, counts = find_amounts(text), find_counts(text)
    found = [*_amounts(text, amounts, counts), *_percents(text)]
    taken = {figure.start for figure in found}
    for count in counts:
        if count.start not in taken:
            found.append(_figure(text, Unit.COUNT, count.value, _count_step(count.value), count.start, count.end))
    yield from sorted(found, key=lambda figure: figure.start)


def _amounts(text: str, amounts: list[FoundAmount], counts: list[FoundCount]) -> Iterator[Figure]:
    """The amounts, and the bare numbers in a row before them that share their unit: "5,4 og 4,6 mio. kr."."""
    ending_at = {count.end: count for count in counts}
    for amount in amounts:
        yield _figure(text, Unit.KRONER, amount.kroner, amount.step, amount.start, amount.end)
        unit, reached = _UNIT_OF_AMOUNT.search(amount.text), amount.start
        while unit and (count := _count_before(text, reached, ending_at)):
            shared = next(iter(find_amounts(f"{count.text} {unit.group()}")), None)
            if shared is None:
                break
            yield replace(
                _figure(text, Unit.KRONER, shared.kroner, shared.step, count.start, count.end), text=shared.text
            )
            reached = count.start


def _count_before(text: str, start: int, ending_at: dict[int, FoundCount]) -> FoundCount | None:
    """The count that stands in a row with what begins at `start`."""
    ends = (start - length for length in range(2, 8))
    return next((ending_at[end] for end in ends if end in ending_at and _IN_A_ROW.fullmatch(text, end, start)), None)


def _percents(text: str) -> Iterator[Figure]:
    for found in find_percents(text):
        step = Decimal(1).scaleb(min(0, int(found.value.as_tuple().exponent)))
        yield _figure(text, Unit.PERCENT, found.value, step, found.start, found.end)


def _count_step(value: Decimal) -> Decimal:
    """Thousands of people are hardly counted to the last one when they end in noughts."""
    if value % 1:
        return Decimal(1).scaleb(int(value.as_tuple().exponent))
    if abs(value) < _ROUND_COUNT or value % 100:
        return Decimal(1)
    return Decimal(1000) if value % 1000 == 0 else Decimal(100)


def _figure(text: str, unit: Unit, value: Decimal, step: Decimal, start: int, end: int) -> Figure:
    near = text[max(0, start - _AROUND) : start]
    blurred = hedge_before(text, start) is not None or bool(_BETWEEN.search(near))
    return Figure(unit, value, step, start, end, text[start:end], blurred)
