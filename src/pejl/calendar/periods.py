"""Periods as Danish text writes them: "primo 2026", "2. halvår 2026", "december 2025 - juli 2027".

What the words mean in days is a CONVENTION of this house, chosen so that a promise can be followed up. It is not law,
and the one who wrote "medio juni" may have meant something else: show the words beside the days.

| words | first and last day |
| --- | --- |
| 2026 · i løbet af 2026 | 1 January - 31 December |
| 2025-2028 | 1 January of the first year - 31 December of the last |
| 1. / 2. halvår, sidste halvår af 2026 | January - June / July - December |
| 1. ... 4. kvartal | January - March ... October - December |
| forår, sommer, efterår 2025 | March - May, June - August, September - November |
| vinter 2025, vinteren 2025/26 | December 2025 - February 2026 |
| uge 7 | the ISO week, Monday - Sunday |
| primo, begyndelsen af, starten af a month | the 1st - 10th |
| medio, midten af a month | the 11th - 20th |
| ultimo, slutningen af a month | the 21st - last |
| primo / medio / ultimo of a year | January / June and July / December |
| begyndelsen, starten / midten / slutningen of a year | January - March / May - August / October - December |
| primo / medio / ultimo of a half-year | its first month / the two in the middle / its last |
| begyndelsen / midten / slutningen of a half-year | its first / middle / last two months |
| any of these of a quarter or a season | its first / second / third month |
| udgangen af any of them | its last day |

Where the year is left out, it is the one that puts the period nearest to the day it is seen from; of two equally near,
the later. Without such a day the period is not read.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pejl.calendar.days import FIRST_YEAR, LAST_YEAR
from pejl.calendar.period_edges import with_edge
from pejl.calendar.period_pieces import AFTER_ANYTHING, Piece, Span, find_pieces
from pejl.calendar.period_ranges import start_of_range


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `first` to `last`, both included, that `text` says."""

    first: dt.date
    last: dt.date
    text: str

    def __contains__(self, day: dt.date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class FoundPeriod:
    """A period found in running text, at the characters from `start` to `end`.

    `year_supplied` tells that the text leaves the year out, and that it was taken from the day the text is seen from.
    """

    period: Period
    start: int
    end: int
    year_supplied: bool = False


_LEAD_IN = re.compile(r"(?:(?:(?:i\s)?perioden(?:\sfra)?|i\shele|hele|i|fra|for|om|inden|ved)\s{1,3})?", re.IGNORECASE)
_LEAD_IN_REACH = 8


def parse_period(text: str, seen_from: dt.date | None = None) -> Period | None:
    """The period that the whole text is, or None.

    "2026" and "november" are periods here; in running text they need a word before them. A preposition may lead in
    ("i perioden ...") and a full stop end the text.
    """
    stripped = text.strip().rstrip(".,;:").rstrip()
    pieces = [replace(piece, alone_after=AFTER_ANYTHING) for piece in find_pieces(stripped)]
    found = list(_periods(stripped, pieces, seen_from))
    if len(found) != 1 or found[0].end != len(stripped) or not _LEAD_IN.fullmatch(stripped[: found[0].start]):
        return None
    return found[0].period


def find_periods(text: str, seen_from: dt.date | None = None) -> list[FoundPeriod]:
    """All periods in running text, in their order. A single day is no period; two days with a dash between them are."""
    return list(_periods(text, find_pieces(text), seen_from))


def _periods(text: str, pieces: list[Piece], seen_from: dt.date | None) -> Iterator[FoundPeriod]:
    for piece in _joined([with_edge(piece, text) for piece in pieces], text):
        if not piece.alone_after.search(text[max(0, piece.start - _LEAD_IN_REACH) : piece.start]):
            continue
        span = _nearest(piece, seen_from) if piece.year is None else piece.spell(piece.year)
        if span is not None:
            period = Period(*span, text[piece.start : piece.end])
            yield FoundPeriod(period, piece.start, piece.end, year_supplied=piece.year is None)


def _joined(pieces: list[Piece], text: str) -> Iterator[Piece]:
    """The pieces, with each two that a dash or "til" stands between made into one."""
    waiting: Piece | None = None
    for piece in pieces:
        both = _join(waiting, piece, text) if waiting else None
        if both is None and waiting is not None:
            yield waiting
        if both is not None:
            yield both
        waiting = None if both else piece
    if waiting is not None:
        yield waiting


def _join(left: Piece, right: Piece, text: str) -> Piece | None:
    """One piece from the first day of `left` to the last of `right`; None where the text does not join them, or where
    the days would run backwards.

    A year that only one end says holds for the other too, unless the days would then run backwards: "november - marts
    2027" starts in 2026.
    """
    start = start_of_range(left, right, text)

    def spell(year: int) -> Span | None:
        for left_year, right_year in _years_of_ends(left, right, year):
            first, last = left.spell(left_year), right.spell(right_year)
            if first is None or last is None:
                return None
            if first[0] <= last[0] and first[1] <= last[1]:
                return first[0], last[1]
        return None

    year = left.year if right.year is None else right.year
    if start is None or (year is not None and spell(year) is None):
        return None
    return Piece(start, right.end, spell, year)


def _years_of_ends(left: Piece, right: Piece, year: int) -> list[tuple[int, int]]:
    """The years that the two ends can have, the likeliest first, when the text (or the reader) says `year`."""
    if left.year is not None and right.year is not None:
        return [(left.year, right.year)]
    if left.year is not None:
        return [(year, year), (year, year + 1)]
    return [(year, year), (year - 1, year)]


def _nearest(piece: Piece, seen_from: dt.date | None) -> Span | None:
    """The days in the year that puts them nearest to `seen_from`; of two equally near, the later."""
    if seen_from is None:
        return None
    years = [year for year in range(seen_from.year + 1, seen_from.year - 2, -1) if FIRST_YEAR <= year <= LAST_YEAR]
    spans = [span for year in years if (span := piece.spell(year))]
    return min(spans, key=lambda span: max(span[0] - seen_from, seen_from - span[1], dt.timedelta(0)), default=None)
