"""The stretch of an item that answers the query best, cut at its marks. No HTML: who shows it, marks it up."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pejl.record.search.matching import Sought
from pejl.record.search.schema import Kept
from pejl.record.search.shapes import Segment
from pejl.record.search.words import stem

_LENGTH = 240
_BEFORE = 60
_ELLIPSIS = "…"
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, order=True)
class Mark:
    """A hit in a text: `text[start:end]` is what the wanted word or phrase number `wanted` found."""

    start: int
    end: int
    wanted: int
    whole: bool


class Marker:
    """Finds in kept items what the index found: the same words, the same inflections, the same parts of compounds."""

    def __init__(self, sought: Sequence[Sought]) -> None:
        self._sought = sought
        self._stems = [tuple(map(frozenset, one.stems)) for one in sought]

    def title(self, kept: Kept) -> tuple[Segment, ...]:
        """The whole title."""
        return _segments(kept.title, 0, len(kept.title), self._marks(kept.title, kept))

    def snippet(self, kept: Kept) -> tuple[str | None, tuple[Segment, ...]]:
        """The anchor of the paragraph that holds most of what was wanted, and a stretch of it around the marks."""
        best: tuple[tuple[int, int], str, str, list[Mark]] | None = None
        for anchor, text in kept.paragraphs:
            marks = self._marks(text, kept)
            worth = (len({mark.wanted for mark in marks}), len({mark.wanted for mark in marks if mark.whole}))
            if best is None or worth > best[0]:
                best = (worth, anchor, text, marks)
                if worth[1] == len(self._sought):
                    break
        if best is None:
            return None, ()
        _, anchor, text, marks = best
        start, end = _window(text, marks)
        return anchor, _segments(text, start, end, marks)

    def _marks(self, text: str, kept: Kept) -> list[Mark]:
        lowered = _lowered(text)
        found: list[Mark] = []
        for number, stems in enumerate(self._stems):
            if len(stems) > 1:
                found += self._phrases(lowered, number, stems)
            else:
                found += self._words(lowered, number, stems[0], kept)
        return sorted(found)

    def _words(self, lowered: str, number: int, stems: frozenset[str], kept: Kept) -> Iterator[Mark]:
        for start, end in _tokens_with(lowered, stems):
            word = lowered[start:end]
            if stem(word) in stems:
                yield Mark(start, end, number, whole=True)
            elif not stems.isdisjoint(kept.parts_of(word)):
                yield Mark(start, end, number, whole=False)

    def _phrases(self, lowered: str, number: int, stems: tuple[frozenset[str], ...]) -> Iterator[Mark]:
        for start, _ in _tokens_with(lowered, stems[0]):
            end = start
            for wanted, token in zip(stems, _WORD.finditer(lowered, start), strict=False):
                if stem(token[0]) not in wanted:
                    break
                end = token.end()
            else:
                if len(_WORD.findall(lowered, start, end)) == len(stems):
                    yield Mark(start, end, number, whole=True)


def _tokens_with(lowered: str, pieces: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The places of the words that hold one of the pieces within them."""
    seen: set[int] = set()
    for piece in pieces:
        at = lowered.find(piece)
        while at >= 0:
            start, end = at, at + len(piece)
            while start and lowered[start - 1].isalnum():
                start -= 1
            while end < len(lowered) and lowered[end].isalnum():
                end += 1
            if start not in seen:
                seen.add(start)
                yield start, end
            at = lowered.find(piece, end)


def _lowered(text: str) -> str:
    """The text in lower case, letter for letter, so that places stay what they are."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def _window(text: str, marks: list[Mark]) -> tuple[int, int]:
    """Where to cut a text so that it shows most of what was wanted, whole words only."""
    if len(text) <= _LENGTH:
        return 0, len(text)
    ends = [mark.end for mark in marks]

    def worth(start: int) -> tuple[int, int, int]:
        inside = [mark for mark in marks[bisect_left(marks, Mark(start, 0, 0, False)) :] if mark.end <= start + _LENGTH]
        return len({mark.wanted for mark in inside}), len(inside), -start

    starts = [max(0, mark.start - _BEFORE) for mark in marks[:50]] or [0]
    start = min(max(starts, key=worth), len(text) - _LENGTH)
    end = start + _LENGTH
    if start and text[start - 1].isalnum():
        space = text.find(" ", start, start + _BEFORE)
        start = space + 1 if space >= 0 and not any(mark.start < space < mark.end for mark in marks) else start
    if end < len(text) and text[end].isalnum():
        space = text.rfind(" ", end - _BEFORE, end)
        end = space if space >= 0 and bisect_left(ends, space) == bisect_left(ends, end) else end
    return start, end


def _segments(text: str, start: int, end: int, marks: list[Mark]) -> tuple[Segment, ...]:
    """`text[start:end]` cut at its marks, with an ellipsis at each side that was cut off."""
    segments: list[Segment] = []
    at = start
    opening = _ELLIPSIS if start else ""
    for mark in marks:
        begin, stop = max(mark.start, at), min(mark.end, end)
        if begin >= stop:
            continue
        if begin > at or opening:
            segments.append(Segment(opening + text[at:begin], marked=False))
            opening = ""
        segments.append(Segment(text[begin:stop], marked=True))
        at = stop
    closing = _ELLIPSIS if end < len(text) else ""
    if at < end or opening or closing:
        segments.append(Segment(opening + text[at:end] + closing, marked=False))
    return tuple(segments)
