"""The stretch of an item that answers the query best, cut at its marks. No HTML: who shows it, marks it up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pejl.minutes.stems import stem
from pejl.record.search.kept import TEXT_END, Kept
from pejl.record.search.matching import Sought
from pejl.record.search.shapes import Segment
from pejl.record.search.words import BETWEEN_CELLS

_LENGTH = 240
_BEFORE = 60
_STARTS_AT_MOST = 50
_ELLIPSIS = "…"
_CELLS_SHOWN = str.maketrans({BETWEEN_CELLS: " · ", "\n": " · "})
_WORD = re.compile(r"[^\W_]+")


class Mark(NamedTuple):
    """A hit in a text: `text[start:end]` is what the wanted word or phrase number `wanted` found."""

    start: int
    end: int
    wanted: int
    whole: bool


class Shown(NamedTuple):
    """What a hit shows: its title cut at the marks, and the best paragraph's anchor with a stretch of it."""

    title: tuple[Segment, ...]
    anchor: str | None
    snippet: tuple[Segment, ...]


class Marker:
    """Finds in kept items what the index found: the same words, the same inflections, the same parts of compounds."""

    def __init__(self, sought: Sequence[Sought]) -> None:
        self._stems = [tuple(map(frozenset, one.stems)) for one in sought]
        self._written = [_ways_to_write(stems[0]) for stems in self._stems]

    def show(self, kept: Kept) -> Shown:
        """The title, and of the paragraphs the one that holds most of what was wanted; the first of equals."""
        return self._show(kept, None)

    def show_at(self, kept: Kept, paragraph: int, begins: int) -> Shown:
        """The title, and the paragraph of this number, counted from 0, from about there where its stretch begins."""
        return self._show(kept, (paragraph, begins))

    def _show(self, kept: Kept, stretch: tuple[int, int] | None) -> Shown:
        texts = kept.texts
        marks = self._marks(kept)
        title_end = texts.find(TEXT_END)
        if title_end < 0:
            return Shown(_segments(texts, (0, len(texts)), (0, len(texts)), marks), None, ())
        title, first = (0, title_end), 0
        while first < len(marks) and marks[first].start < title_end:
            first += 1
        if stretch:
            paragraph = _paragraph_of(texts, title_end, stretch[0])
            in_paragraph = [mark for mark in marks[first:] if paragraph[0] <= mark.start < paragraph[1]]
            window = _window(texts, min(paragraph[0] + stretch[1], paragraph[1]), paragraph[1], [])
        else:
            paragraph, in_paragraph = _best_paragraph(texts, title_end, marks[first:])
            window = _window(texts, *paragraph, in_paragraph)
        return Shown(
            _segments(texts, title, title, marks[:first]),
            kept.anchor(texts.count(TEXT_END, 0, paragraph[0])),
            _segments(texts, paragraph, window, in_paragraph),
        )

    def _marks(self, kept: Kept) -> list[Mark]:
        """Every mark in the title and the paragraphs, in order.

        Words are looked for as they are mostly written; where none is found so, in every mixture of cases.
        """
        texts = kept.texts
        found: list[Mark] = []
        for number, written in enumerate(self._written):
            marks = list(self._marks_of(number, written, texts, kept))
            if not marks:
                marks = list(self._marks_of(number, written, _lowered(texts), kept))
            found += marks
        found.sort()
        return found

    def _marks_of(self, number: int, written: tuple[str, ...], texts: str, kept: Kept) -> Iterator[Mark]:
        stems = self._stems[number]
        for start, end in _words_with(texts, written):
            word = texts[start:end].lower()
            if stem(word) in stems[0]:
                if len(stems) == 1:
                    yield Mark(start, end, number, True)
                elif (last := _phrase_end(texts, start, stems)) is not None:
                    yield Mark(start, last, number, True)
            elif len(stems) == 1 and not stems[0].isdisjoint(kept.parts_of(word)):
                yield Mark(start, end, number, False)


def _ways_to_write(stems: frozenset[str]) -> tuple[str, ...]:
    """Each stem in small letters, with a capital and in capitals; not those that another stem finds as well."""
    shortest = [each for each in stems if not any(other in each for other in stems if other != each)]
    return tuple({way: None for each in shortest for way in (each, each.capitalize(), each.upper())})


def _words_with(text: str, pieces: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """The places of the words that hold one of the pieces within them, each once."""
    seen: set[int] = set()
    for piece in pieces:
        at = text.find(piece)
        while at >= 0:
            start, end = at, at + len(piece)
            while start and text[start - 1].isalnum():
                start -= 1
            while end < len(text) and text[end].isalnum():
                end += 1
            if start not in seen:
                seen.add(start)
                yield start, end
            at = text.find(piece, end)


def _phrase_end(texts: str, start: int, stems: tuple[frozenset[str], ...]) -> int | None:
    """Where the phrase that begins here ends, or None where it does not stand here, within one paragraph."""
    end = start
    words = _WORD.finditer(texts, start)
    for wanted in stems:
        word = next(words, None)
        if word is None or stem(word[0].lower()) not in wanted:
            return None
        end = word.end()
    return None if TEXT_END in texts[start:end] else end


def _lowered(text: str) -> str:
    """The text in lower case, letter for letter, so that places stay what they are."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def _best_paragraph(texts: str, title_end: int, marks: list[Mark]) -> tuple[tuple[int, int], list[Mark]]:
    """Where the paragraph with the most stands, and its marks; the first paragraph where there are no marks."""
    best_worth = (0, 0)
    best = (_paragraph_at(texts, title_end + 1), list[Mark]())
    at = 0
    while at < len(marks):
        start, end = _paragraph_at(texts, marks[at].start)
        after = at + 1
        while after < len(marks) and marks[after].start < end:
            after += 1
        here = marks[at:after]
        worth = (len({mark.wanted for mark in here}), len({mark.wanted for mark in here if mark.whole}))
        if worth > best_worth:
            best_worth, best = worth, ((start, end), here)
        at = after
    return best


def _paragraph_at(texts: str, place: int) -> tuple[int, int]:
    end = texts.find(TEXT_END, place)
    return texts.rfind(TEXT_END, 0, place) + 1, end if end >= 0 else len(texts)


def _paragraph_of(texts: str, title_end: int, number: int) -> tuple[int, int]:
    """Where the paragraph of this number stands, or the last where there are fewer."""
    at = title_end
    for _ in range(number):
        after = texts.find(TEXT_END, at + 1)
        if after < 0:
            break
        at = after
    return _paragraph_at(texts, at + 1)


def _window(text: str, start: int, end: int, marks: list[Mark]) -> tuple[int, int]:
    """Where to cut a paragraph so that it shows most of what was wanted, whole words only."""
    if end - start <= _LENGTH:
        return start, end

    def worth(begin: int) -> tuple[int, int, int]:
        inside = [mark for mark in marks if mark.start >= begin and mark.end <= begin + _LENGTH]
        return len({mark.wanted for mark in inside}), len(inside), -begin

    begin = max((max(start, mark.start - _BEFORE) for mark in marks[:_STARTS_AT_MOST]), key=worth, default=start)
    begin = min(begin, end - _LENGTH)
    stop = begin + _LENGTH
    if begin > start and text[begin - 1].isalnum():
        space = _blanks(text[begin : begin + _BEFORE]).find(" ") + 1
        space = space and begin + space
        begin = space if space and not any(begin <= mark.start < space for mark in marks) else begin
    if stop < end and text[stop].isalnum():
        space = stop - _BEFORE + _blanks(text[stop - _BEFORE : stop]).rfind(" ")
        stop = space if space >= stop - _BEFORE and not any(space < mark.end <= stop for mark in marks) else stop
    return begin, stop


def _blanks(text: str) -> str:
    """The text with a blank between its cells, sign for sign."""
    return text.replace(BETWEEN_CELLS, " ")


def _segments(text: str, whole: tuple[int, int], cut: tuple[int, int], marks: list[Mark]) -> tuple[Segment, ...]:
    """`text[cut]`, a stretch of `text[whole]`, cut at its marks, with an ellipsis at each side that was left out.

    Of a table, the cells and the rows are told apart by a sign.
    """
    segments: list[Segment] = []
    at, end = cut
    shown = _CELLS_SHOWN if text.find(BETWEEN_CELLS, *whole) >= 0 else {}
    before = _ELLIPSIS if at > whole[0] else ""
    for mark in marks:
        begin, stop = max(mark.start, at), min(mark.end, end)
        if begin >= stop:
            continue
        if begin > at or before:
            segments.append(Segment(before + text[at:begin].translate(shown), False))
            before = ""
        segments.append(Segment(text[begin:stop].translate(shown), True))
        at = stop
    after = _ELLIPSIS if end < whole[1] else ""
    if at < end or before or after:
        segments.append(Segment(before + text[at:end].translate(shown) + after, False))
    return tuple(segments)
