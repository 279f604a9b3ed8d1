"""The words that take an edge of a period: "primo", "midten af", "slutningen af", "udgangen af".

*Primo*, *medio* and *ultimo* are the exact words: ten days of a month, one or two months of anything longer.
"Begyndelsen af", "midten af" and "slutningen af" are the roomy ones: of a year they take three or four months.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from pejl.calendar.months import add_months, last_of_month
from pejl.calendar.period_pieces import AFTER_ANYTHING, Piece, Span

_FIRST = ("primo", "begyndelsen af", "starten af", "først i", "tidligt i")
_MIDDLE = ("medio", "midten af", "midt i")
_LAST = ("ultimo", "slutningen af", "sidst i", "sent i")
_EXACT = ("primo", "medio", "ultimo")
_VERY_LAST = "udgangen af"

_EDGES = "|".join((*_FIRST, *_MIDDLE, *_LAST, _VERY_LAST)).replace(" ", r"\s{1,3}")
_BEFORE = re.compile(
    rf"(?<![^\W_])(?:(?:i\s{{1,3}})?(?P<edge>{_EDGES})|i\s{{1,3}}løbet\s{{1,3}}af)\s{{1,3}}\Z", re.IGNORECASE
)
_REACH = 40

_MONTHS_TAKEN = {
    # length of the period in months: (first, middle, last) edge by an exact word, and by a roomy one
    12: ((1, 2, 1), (3, 4, 3)),
    6: ((1, 2, 1), (2, 2, 2)),
    3: ((1, 1, 1), (1, 1, 1)),
}


def with_edge(piece: Piece, text: str) -> Piece:
    """The piece cut down to the edge named right before it; the piece itself where none is.

    "I løbet af" takes the whole, but tells that a bare year or month after it is a period.
    """
    offset = max(0, piece.start - _REACH)
    match = _BEFORE.search(text[offset : piece.start])
    if match is None:
        return piece
    widened = replace(piece, start=offset + match.start(), alone_after=AFTER_ANYTHING)
    if match["edge"] is None:
        return widened
    words = " ".join(match["edge"].casefold().split())

    def spell(year: int) -> Span | None:
        whole = piece.spell(year)
        return _edge(words, *whole) if whole else None

    return replace(widened, spell=spell)


def _edge(words: str, first: dt.date, last: dt.date) -> Span | None:
    """The days that the edge takes; None for a stretch that has no such edge, as a week, a day or a run of years."""
    if words == _VERY_LAST:
        return last, last
    position = 0 if words in _FIRST else 1 if words in _MIDDLE else 2
    if first.day != 1 or last != last_of_month(last):
        return None
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months == 1:
        tenths = (
            (first, first.replace(day=10)),
            (first.replace(day=11), first.replace(day=20)),
            (first.replace(day=21), last),
        )
        return tenths[position]
    if months not in _MONTHS_TAKEN:
        return None
    exact, roomy = _MONTHS_TAKEN[months]
    taken = (exact if words in _EXACT else roomy)[position]
    skipped = (0, (months - taken) // 2, months - taken)[position]
    return add_months(first, skipped), last_of_month(add_months(first, skipped + taken - 1))
