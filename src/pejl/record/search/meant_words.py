"""What may be meant by a word that the record does not hold: the words it is put together of, or the nearest word.

`ungevejledning` is unge and vejledning where the record uses both; `befordrng` is befordring. A guess is made from the
record's own words alone, and whoever shows what it found says what was searched.
"""

from __future__ import annotations

from collections.abc import Iterator

from tantivy import Searcher

from pejl.minutes.stems import stem
from pejl.record.search.asked import Wanted
from pejl.record.search.compounds import NOT_PARTS, SHORTEST_STEM_ALONE, SHORTEST_WORD, is_word, lemmas
from pejl.record.search.matching import Matcher
from pejl.record.search.nearest import nearest_word

_LINKS = ("s", "e")
_SHORTEST_PIECE = 3
_SHORTEST_SPLIT = 7
_SHORTEST_PUT_RIGHT = 6
_LONGEST_SPLIT = 40
_PIECES_AT_MOST = 3


class MeantWords:
    """Guesses from the words of one index."""

    def __init__(self, searcher: Searcher, matcher: Matcher) -> None:
        self._searcher = searcher
        self._matcher = matcher

    def instead_of(self, wanted: Wanted) -> tuple[Wanted, ...]:
        """What to search for in place of a word that the record does not hold; nothing where there is no good guess."""
        if wanted.is_phrase:
            return self._apart(wanted)
        (word,) = wanted.words
        pieces = self._pieces(word, _PIECES_AT_MOST)
        if pieces:
            return tuple(Wanted(piece, (piece,)) for piece in pieces)
        near = nearest_word(self._searcher, self._matcher, word) if len(word) >= _SHORTEST_PUT_RIGHT else None
        return (Wanted(near, (near,)),) if near and near[0] == word[0] else ()

    def _apart(self, wanted: Wanted) -> tuple[Wanted, ...]:
        """The words of something written together, as "STU-kørsel", where the record holds each of them."""
        pieces = tuple(Wanted(word, (word,)) for word in wanted.words if word.isalpha())
        together = wanted.quoted or len(pieces) < len(wanted.words)
        return () if together or not all(self._matcher.holds(self._matcher.sought(one)) for one in pieces) else pieces

    def _pieces(self, word: str, at_most: int) -> tuple[str, ...]:
        """The record's words that a compound is put together of, cut where the shorter side is longest."""
        if at_most < 2 or not _SHORTEST_SPLIT <= len(word) <= _LONGEST_SPLIT or not is_word(word):
            return ()
        for head, tail in sorted(_cuts(word), key=lambda cut: -min(map(len, cut))):
            if self._is_piece(head):
                if self._is_piece(tail):
                    return head, tail
                if rest := self._pieces(tail, at_most - 1):
                    return head, *rest
        return ()

    def _is_piece(self, text: str) -> bool:
        """Whether the record uses it as a word in any form, by the rule that the record's own compounds are cut by."""
        own = stem(text)
        if len(text) < _SHORTEST_PIECE or text in NOT_PARTS or own in NOT_PARTS:
            return False
        if any(self._matcher.writes(form) for form in (text, *lemmas(own))):
            return True
        return len(own) >= SHORTEST_STEM_ALONE and self._matcher.holds(self._matcher.sought(Wanted(own, (own,))))


def _cuts(word: str) -> Iterator[tuple[str, str]]:
    """Every way to cut a word in two, with a linking letter taken off the head and without."""
    for at in range(SHORTEST_WORD, len(word) - SHORTEST_WORD + 1):
        head, tail = word[:at], word[at:]
        if head[-1] in _LINKS:
            yield head[:-1], tail
        yield head, tail
