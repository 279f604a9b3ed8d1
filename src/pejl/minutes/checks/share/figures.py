"""The figures that shares are made of: counts, amounts, percentages, percentage points, and fractions in words.

Figures that measure instead of counting (years, hours, marks) are no figures here: they are neither parts nor wholes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from pejl.calendar.amounts import find_amounts, find_percents
from pejl.calendar.counts import find_counts
from pejl.calendar.hedges import Blur, hedge_before
from pejl.calendar.number_words import parse_number_word, parse_ordinal_word
from pejl.minutes.checks.share.bounds import Bounds, counted, rounded


class Kind(Enum):
    """What a figure is. `FRACTION` is a share in words ("halvdelen", "to ud af tre"), in hundredths like `PERCENT`."""

    COUNT = "count"
    AMOUNT = "amount"
    PERCENT = "percent"
    POINTS = "points"
    FRACTION = "fraction"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure at the characters from `start` to `end` of its text, with the words that blur it.

    `value` is what is printed, `bounds` what it may have been rounded from, `step` what its last digit is worth.
    """

    kind: Kind
    value: Fraction
    bounds: Bounds
    step: Fraction
    start: int
    end: int
    text: str
    blur: Blur | None = None

    @property
    def exact(self) -> bool:
        """Whether the figure is what it says and was not rounded."""
        return self.bounds.low == self.bounds.high


_MEASURED = re.compile(
    r"(?:\s|-)?(?:årig\w*|års?|måneder(?:s|nes?)?|måneds?|mdr|ugers?|uges?|dages?|dags?|dagen|døgn|timers?|times?|"
    r"minutt(?:er)?s?|gang(?:e|es)?|km|m|m2|m²|kvm|kvadratmeter|kilometer|meter|hektar|ha|tons?|kg|kwh|mwh|grader|points?|"
    r"etager|kapit\w+|klasse)(?![^\W_])",
    re.IGNORECASE,
)
_PERSONS_OF_FULL_TIME = re.compile(
    r"\s(?:[^\W\d_]+\s)?(?:fuldtids|helårs|årsværk|årspersoner|stillinger|helårsværk)", re.IGNORECASE
)
_COUNT_PER = re.compile(r"\A\s(?:[^\W\d_]+\s){0,2}?pr\.?\s", re.IGNORECASE)

_DENOMINATORS = "anden|tredje|tredie|fjerde|femte|sjette|syvende|ottende|niende|tiende|tyvende"
_PARTS = re.compile(
    rf"(?<![^\W_])(?:(?:(?P<count>[^\W_]{{1,6}})\s)?(?P<nth>{_DENOMINATORS})del(?:e|en|ene)?|(?P<half>halvdelen))(?![^\W_])",
    re.IGNORECASE,
)
_EVERY = re.compile(
    rf"(?<![^\W_])hver\s(?P<nth>{_DENOMINATORS})(?![^\W_])"
    r"(?!\s(?:\w+\s)?(?:uge|måned|dag|år|time|kvartal|gang|møde|mandag|tirsdag|onsdag|torsdag|fredag|søndag|weekend|nat))",
    re.IGNORECASE,
)
_SMALL = r"(?:[1-9]|10|en|én|to|tre|fire|fem|seks|syv|otte|ni|ti)"
_OUT_OF = re.compile(
    rf"(?<![^\W_])(?<![0-9][.,])(?P<part>{_SMALL})\sud\saf\s(?P<whole>{_SMALL})(?![^\W_])(?![.,][0-9])", re.IGNORECASE
)
_SCORES = re.compile(r"\s(?:i\s(?:karakter|gennemsnit|tilfredshed)|point|stjerner|mulige)", re.IGNORECASE)
_PLAIN = Fraction(3)
_WIDEST = Fraction(8)
"""How far below "knap" and above "godt" a fraction in words may be, in hundredths."""


def find_figures(text: str) -> list[Figure]:
    """The figures of the text, in order; none of them overlap."""
    found = sorted((*_fractions(text), *_percents(text), *_amounts(text), *_counts(text)), key=lambda one: one.start)
    kept: list[Figure] = []
    for figure in found:
        if not kept or figure.start >= kept[-1].end:
            kept.append(figure)
    return kept


def is_mark(text: str, figure: Figure) -> bool:
    """Whether a count is none after all: "3,4" is a mark, unless it is of full-time persons."""
    return figure.kind is Kind.COUNT and figure.value.denominator != 1 and not _PERSONS_OF_FULL_TIME.match(text)


def as_percent(figure: Figure) -> Figure:
    """A bare number that the text means as hundredths ("88, 7 og 5 pct.", "svarprocenten er 35")."""
    step = _step_of(figure.text)
    bounds = rounded(figure.value, step, figure.blur)
    return Figure(
        Kind.PERCENT, figure.value, bounds, step, figure.start, figure.end, f"{figure.text} pct.", figure.blur
    )


def _made(text: str, kind: Kind, value: Decimal, step: Decimal, start: int, end: int) -> Figure:
    hedge = hedge_before(text, start)
    blur = hedge.blur if hedge else None
    begin = hedge.start if hedge else start
    number, last = Fraction(value), Fraction(step)
    if kind is Kind.COUNT:
        bounds = counted(number, blur, measured=bool(_PERSONS_OF_FULL_TIME.match(text, end)))
    else:
        bounds = rounded(number, last, blur)
    return Figure(kind, number, bounds, last, begin, end, text[begin:end], blur)


def _percents(text: str) -> Iterator[Figure]:
    for found in find_percents(text):
        kind = Kind.POINTS if found.points else Kind.PERCENT
        yield _made(text, kind, found.value, _step(found.value), found.start, found.end)


def _amounts(text: str) -> Iterator[Figure]:
    for found in find_amounts(text):
        yield _made(text, Kind.AMOUNT, found.kroner, _rounding(found.kroner, found.step), found.start, found.end)


def _counts(text: str) -> Iterator[Figure]:
    for found in find_counts(text):
        if not _MEASURED.match(text, found.end) and not _COUNT_PER.match(text[found.end : found.end + 40]):
            yield _made(text, Kind.COUNT, found.value, _step(found.value), found.start, found.end)


def _rounding(kroner: Decimal, step: Decimal) -> Decimal:
    """What an amount was rounded to: "1.250.000 kr." hardly to single kroner, but no coarser than a hundredth."""
    while kroner and kroner % (step * 10) == 0 and step * 100 < abs(kroner):
        step *= 10
    return step


def _step(value: Decimal) -> Decimal:
    return Decimal(1).scaleb(min(0, int(value.as_tuple().exponent)))


def _step_of(text: str) -> Fraction:
    decimals = text.partition(",")[2]
    return Fraction(1, 10 ** len(re.sub(r"\D.*", "", decimals)))


def _fractions(text: str) -> Iterator[Figure]:
    for match in _PARTS.finditer(text):
        start, count = match.start(), 1
        if match["count"]:
            number = parse_number_word(match["count"])
            if number is None and match["count"].isdigit():
                number = int(match["count"])
            start, count = (match.start("nth"), 1) if number is None else (start, number)
        nth = 2 if match["half"] else parse_ordinal_word(match["nth"]) or 0
        if 0 < count < nth:
            yield _fraction(text, Fraction(count, nth), _PLAIN, start, match.end())
    for match in _EVERY.finditer(text):
        nth = parse_ordinal_word(match["nth"]) or 0
        near = Fraction(100) * (1 / (nth - Fraction(1, 2)) - Fraction(1, nth)) + 1
        # "godt hver femte" is less than every fourth, and "knap hver femte" more than every sixth.
        beside = (Fraction(100, nth) - Fraction(100, nth + 1), Fraction(100, nth - 1) - Fraction(100, nth))
        yield _fraction(text, Fraction(1, nth), near, match.start(), match.end(), beside)
    for match in _OUT_OF.finditer(text):
        part, whole = (_small(match[name]) for name in ("part", "whole"))
        if part < whole and whole > 1 and not _SCORES.match(text, match.end()):
            yield _fraction(text, Fraction(part, whole), Fraction(5), match.start(), match.end())


def _small(written: str) -> int:
    return int(written) if written.isdigit() else parse_number_word(written) or 1


def _fraction(
    text: str,
    share: Fraction,
    near: Fraction,
    start: int,
    end: int,
    neighbours: tuple[Fraction, Fraction] = (_WIDEST, _WIDEST),
) -> Figure:
    hedge = hedge_before(text, start)
    blur = hedge.blur if hedge else None
    begin = hedge.start if hedge else start
    value = 100 * share
    below, above = (min(_WIDEST, each) for each in neighbours)
    bounds = {
        None: Bounds(value - near, value + near),
        Blur.ABOUT: Bounds(value - near - 4, value + near + 4),
        Blur.JUST_BELOW: Bounds(value - below, value + 1),
        Blur.JUST_ABOVE: Bounds(value - 1, value + above),
        Blur.AT_MOST: Bounds(Fraction(0), value + Fraction(1, 2)),
        Blur.AT_LEAST: Bounds(value - Fraction(1, 2), None),
    }[blur]
    return Figure(Kind.FRACTION, value, bounds, Fraction(1), begin, end, text[begin:end], blur)
