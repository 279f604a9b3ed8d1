"""How a text makes one stretch of two pieces: with a dash, with "til", or with "mellem ... og"."""

from __future__ import annotations

import re

from pejl.calendar.period_pieces import Piece

_DASH_OR_UNTIL = re.compile(
    r"\s{0,3}(?:[-–—]|til(?:\sog\smed)?(?=\s)|t\.o\.m\.)\s{0,3}(?:(?:den|d\.)\s{1,3})?", re.IGNORECASE
)
_AND = re.compile(r"\s{1,3}og\s{1,3}(?:(?:den|d\.)\s{1,3})?", re.IGNORECASE)
_BETWEEN_BEFORE = re.compile(r"(?<![^\W_])mellem\s{1,3}(?:(?:den|d\.)\s{1,3})?\Z", re.IGNORECASE)
_BETWEEN_REACH = 16


def start_of_range(left: Piece, right: Piece, text: str) -> int | None:
    """Where the range starts that a dash, "til" or "mellem ... og" makes of the two; None where nothing does."""
    between = text[left.end : right.start]
    if _DASH_OR_UNTIL.fullmatch(between):
        return left.start
    offset = max(0, left.start - _BETWEEN_REACH)
    opening = _BETWEEN_BEFORE.search(text[offset : left.start]) if _AND.fullmatch(between) else None
    return offset + opening.start() if opening else None
