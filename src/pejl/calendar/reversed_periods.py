"""Periods whose end a text puts before their beginning: "fra 1. maj 2026 til 30. april 2026", "budget 2029-2026".

`pejl.calendar.periods` reads no period there, since there is none; here is told that a text states one all the same. A
period over the new year ("1. marts - 28. februar") runs forwards, so both ends must state their year, or lie in one
month. What is moved from one day to another ("flyttes fra ... til ...") is no period, and neither is a comparison of
the same month of two years.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from pejl.calendar.period_pieces import Piece, Span, find_pieces
from pejl.calendar.period_ranges import start_of_range

_LEAP_YEAR = 2000
_LED = re.compile(
    r"(?<![^\W_])(?:(?:peri?ode|år|tidsrum|interval|fase)\w*(?:\sfra)?|fra|mellem|løber|gælder|varer|strækker\ssig|\()"
    r"[\s:,(]{0,3}(?:(?:den|d\.)\s{1,3})?\Z",
    re.IGNORECASE,
)
_LED_REACH = 40
_MOVED = re.compile(
    r"\b(?:flyt|ryk|fremryk|udsæt|udsat|udskyd|udskud|ændr|rett|korriger|skub|forlæng|forkort|omlæg|omberam)\w*",
    re.IGNORECASE,
)
_YEARS = re.compile(
    r"(?<![^\W_])(?:(?:\w*periode[nr]?|årene|\w*budget(?:tet)?|overslagsårene)\s{1,3}(?:fra\s)?)"
    r"(?P<range>(?P<first>(?:19|20|21)[0-9]{2})(?:\s?[-–]\s?|\stil\s)(?P<last>(?:19|20|21)[0-9]{2}))"
    r"(?![^\W_]|[.,/:-][0-9]|-[^\W\d_])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ReversedPeriod:
    """A stretch stated from `start` to `end` of the text whose last day lies before its first.

    `led` tells that words before it call it a period ("fra", "i perioden"), so that the dash is no mere dash.
    """

    text: str
    start: int
    end: int
    led: bool


def find_reversed_periods(text: str) -> list[ReversedPeriod]:
    """All periods in running text that end before they begin, in their order."""
    if _MOVED.search(text):
        return []
    found = [
        ReversedPeriod(match["range"], match.start("range"), match.end("range"), led=True)
        for match in _YEARS.finditer(text)
        if match["last"] < match["first"]
    ]
    pieces = find_pieces(text)
    joined = [start_of_range(left, right, text) for left, right in pairwise(pieces)]
    for place, (left, right) in enumerate(pairwise(pieces)):
        start = joined[place]
        chained = any(joined[other] is not None for other in (place - 1, place + 1) if 0 <= other < len(joined))
        if start is None or chained or not _runs_backwards(left, right):
            continue
        led = start < left.start or bool(_LED.search(text[max(0, start - _LED_REACH) : start]))
        if led or (_is_day(left) and _is_day(right)):
            found.append(ReversedPeriod(text[start : right.end], start, right.end, led))
    return sorted(found, key=lambda each: each.start)


def _runs_backwards(left: Piece, right: Piece) -> bool:
    """Whether the right end is over before the left one begins, whatever year is meant."""
    if left.year is not None and right.year is not None:
        first, last = left.spell(left.year), right.spell(right.year)
        return bool(first and last and last[1] < first[0]) and not _same_part(first, last)
    if left.year is not None or not (_is_day(left) and _is_day(right)):
        return False
    year = right.year or _LEAP_YEAR
    first, last = left.spell(year), right.spell(year)
    if not first or not last or first[0].month != last[0].month:
        return False
    return (first[0] - last[0]).days > 1  # from the 15th to the 14th is a year


def _same_part(first: Span | None, last: Span | None) -> bool:
    """Whether both ends are the same month, quarter or day of two years, as where two years are compared."""
    return bool(
        first and last and first[0].replace(year=_LEAP_YEAR) == last[0].replace(year=_LEAP_YEAR) and first != last
    )


def _is_day(piece: Piece) -> bool:
    whole = piece.spell(piece.year or _LEAP_YEAR)
    return bool(whole and whole[0] == whole[1])
