"""Danish compounds, split by the record's own vocabulary: "kontanthjælpsmodtagere" holds kontanthjælp and modtagere.

A compound is split where both sides are words that the record uses, joined by nothing, -s- or -e-. Where there is no
such cut, one side that is a long word of the record is enough, or a head that always takes -s-. What a word is split
into follows from the set of words alone, never from the order in which they came; so when the set changes, the words
whose split may change are exactly those that hold a new or vanished word within them, and `Vocabulary` finds them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from pejl.minutes.stems import DANISH, stem
from pejl.record.search.word_lists import listed

SHORTEST_WORD = 3
_LONGEST_WORD = 60
_SHORTEST_COMPOUND = 6
_SHORTEST_HEAD = 2
_OUTLIVING = 2
SHORTEST_STEM_ALONE = 5
_VOUCHING = 6
_REMAINDER = 4
_FEW = 60
_LINKS = "se"
_TAKING_S = ("ion", "hed", "ing", "tet", "skab", "dom", "else")
_Side = tuple[str, str]  # a piece of a word, and its stem
_VOWELS = frozenset("aeiouyæøåéöäü")

SHORT_HEADS = frozenset(("by", "år", "el"))
"""Words of two letters that stand first in compounds. They cannot be searched for inside words."""


NOT_PARTS = listed("not_parts.txt")
"""Words and endings that are no parts of a compound, though they can be cut out of one."""

JOINING_HEADS = listed("joining_heads.txt")
"""Words that stand first in compounds of the field, known to every record."""


def is_word(text: str) -> bool:
    """Whether something may stand in the vocabulary: letters only, neither tiny nor endless."""
    return SHORTEST_WORD <= len(text) <= _LONGEST_WORD and text.isalpha()


class Vocabulary:
    """The distinct words of the record, with the number of items that hold each."""

    def __init__(self, counts: Mapping[str, int] | None = None) -> None:
        self._counts: dict[str, int] = {}
        self._stems: dict[str, int] = {}
        self._parts: dict[str, frozenset[str]] = {}
        present = {word: count for word, count in (counts or {}).items() if count > 0}
        for word, word_stem in _stemmed(list(present)):
            self._counts[word] = present[word]
            self._stems[word_stem] = self._stems.get(word_stem, 0) + 1

    def __contains__(self, word: str) -> bool:
        return word in self._counts

    def __len__(self) -> int:
        return len(self._counts)

    def change(self, change: Mapping[str, int]) -> dict[str, tuple[frozenset[str], frozenset[str]]]:
        """Count words up and down. Returns the words known before and after whose parts are others now, with both."""
        born = {word for word, by in change.items() if by > 0 and word not in self._counts}
        gone = {word for word, by in change.items() if by < 0 and self._counts.get(word, 0) + by <= 0}
        turned = self._turned(born, gone)
        touched = [word for word in _holding(turned, self._counts) if word not in gone]
        before = {word: self.parts(word) for word in touched}
        for word, by in change.items():
            self._set(word, self._counts.get(word, 0) + by)
        for word in _holding(turned, self._parts):
            del self._parts[word]
        after = {word: self.parts(word) for word in touched}
        return {word: (before[word], after[word]) for word in touched if before[word] != after[word]}

    def parts(self, word: str) -> frozenset[str]:
        """The stems of the parts of a compound, the parts' own parts among them. Empty for a word that is none."""
        known = self._parts.get(word)
        if known is None:
            known = self._parts[word] = frozenset(self._find_parts(word))
        return known

    def _find_parts(self, word: str) -> Iterator[str]:
        if not _SHORTEST_COMPOUND <= len(word) <= _LONGEST_WORD or not word.isalpha():
            return
        cuts = self._known_cuts(word)
        found = [cut for cut in cuts if self._is_part(*cut.tail)] or [cut for cut in cuts if self._splits(cut.tail[0])]
        for cut in found or self._vouched(word, cuts):
            for side, side_stem in (cut.head, cut.tail):
                if side not in SHORT_HEADS:
                    yield side_stem
                    if self._is_part(side, side_stem) or self._splits(side):
                        yield from self.parts(side)

    def _splits(self, word: str) -> bool:
        """Whether a word consists of known words through and through."""
        return len(word) >= _SHORTEST_COMPOUND and any(
            self._is_part(*cut.tail) or self._splits(cut.tail[0]) for cut in self._known_cuts(word)
        )

    def _known_cuts(self, word: str) -> list[_Cut]:
        """The ways to cut a word in two after a word of the record."""
        stems, counts = self._stems, self._counts
        heads = [
            side
            for side in _stemmed(_heads(word))
            if side[0] in JOINING_HEADS
            or ((side[1] in stems or side[1] in counts or side[0] in SHORT_HEADS) and self._is_part(*side))
        ]
        return [cut for cut in _cuts(word, heads) if not self._carries_link(cut)]

    def _carries_link(self, cut: _Cut) -> bool:
        """Whether the head is a word with the -s- that another cut takes for the link."""
        head, head_stem = cut.head
        return not cut.link and head_stem == head[:-1] and head[-1] == "s" and self._is_part(head_stem, head_stem)

    def _vouched(self, word: str, cuts: list[_Cut]) -> Iterator[_Cut]:
        """The cuts where one side is enough: the other need only look like a word."""
        for cut in cuts:
            vouching = len(cut.head[0]) >= _VOUCHING or cut.head[0] in JOINING_HEADS
            if vouching and _looks_like_a_word(*cut.tail, _REMAINDER):
                yield cut
        if len(word) < _VOUCHING + _REMAINDER:
            return
        for cut in _cuts(word, _stemmed(_heads(word)[_REMAINDER - _SHORTEST_HEAD :])):
            tail, tail_stem = cut.tail
            if _takes_s(cut):
                enough = _looks_like_a_word(tail, tail_stem, SHORTEST_WORD)
            else:
                long_and_known = len(tail) >= _VOUCHING and self._is_part(tail, tail_stem)
                enough = long_and_known and _looks_like_a_word(*cut.head, _REMAINDER)
            if enough:
                yield cut

    def _is_part(self, side: str, side_stem: str) -> bool:
        """Whether the record uses this side as a word, in this form or another."""
        known = (
            side in self._counts
            or not self._counts.keys().isdisjoint(lemmas(side_stem))
            or (len(side_stem) >= SHORTEST_STEM_ALONE and side_stem in self._stems)
        )
        return side in SHORT_HEADS or (known and len(side) >= SHORTEST_WORD and not _is_no_part(side, side_stem))

    def _set(self, word: str, count: int) -> None:
        known = word in self._counts
        if count > 0:
            self._counts[word] = count
            if not known:
                self._stems[stem(word)] = self._stems.get(stem(word), 0) + 1
        elif known:
            del self._counts[word]
            self._stems[stem(word)] -= 1
            if not self._stems[stem(word)]:
                del self._stems[stem(word)]

    def _turned(self, born: set[str], gone: set[str]) -> set[str]:
        """What becomes or ceases to be a part: a word, or the stem of words."""
        balance: dict[str, int] = {}
        for word in born:
            balance[stem(word)] = balance.get(stem(word), 0) + 1
        for word in gone:
            balance[stem(word)] = balance.get(stem(word), 0) - 1
        flipped = {s for s, by in balance.items() if (s in self._stems) != (self._stems.get(s, 0) + by > 0)}
        kept = {_stem_as_lemma(word) for word in born | gone if stem(word) not in flipped}
        return {text for text in flipped | kept if len(text) >= SHORTEST_WORD}


def _holding(pieces: set[str], words: Iterable[str]) -> list[str]:
    """Those of the words that hold one of the pieces within them. No piece is shorter than `SHORTEST_WORD`."""
    if len(pieces) <= _FEW:
        return list(_on_a_page(pieces, words))
    by_start: dict[str, tuple[str, ...]] = {}
    for piece in pieces:
        start = piece[:SHORTEST_WORD]
        by_start[start] = (*by_start.get(start, ()), piece)
    return [word for word in words if _holds_any(word, by_start)]


def _on_a_page(pieces: set[str], words: Iterable[str]) -> set[str]:
    """The same for a few pieces: each is looked for in all the words written under each other."""
    found: set[str] = set()
    page = "\n".join(("", *words, "")) if pieces else ""
    for piece in pieces:
        at = page.find(piece)
        while at >= 0:
            end = page.index("\n", at)
            found.add(page[page.rindex("\n", 0, at) + 1 : end])
            at = page.find(piece, end)
    return found


def _holds_any(word: str, by_start: Mapping[str, tuple[str, ...]]) -> bool:
    for at in range(len(word) - SHORTEST_WORD + 1):
        pieces = by_start.get(word[at : at + SHORTEST_WORD])
        if pieces and word.startswith(pieces, at):
            return True
    return False


class _Cut(NamedTuple):
    """One way to cut a word in two."""

    head: _Side
    tail: _Side
    link: str


def _heads(word: str) -> list[str]:
    return [word[:at] for at in range(_SHORTEST_HEAD, len(word) - SHORTEST_WORD + 1)]


def _stemmed(words: list[str]) -> list[_Side]:
    """Words with their stems, all in one go, which is much quicker than one by one."""
    stems = DANISH.analyze(" ".join(words))
    return list(zip(words, stems if len(stems) == len(words) else map(stem, words), strict=True))


def _cuts(word: str, heads: list[_Side]) -> list[_Cut]:
    """Every way to cut a word in two after one of the heads, with and without a link, from the left.

    A tail must outlive the stemming of the word, or it is an ending: "bordet" is not *bord* + *det*.
    """
    if not heads:
        return []
    places = [(head, len(head[0]), "") for head in heads]
    places += [(head, at + 1, word[at]) for head, at, _ in places if word[at] in _LINKS]
    (_, whole), *tails = _stemmed([word, *(word[at:] for _, at, _ in places)])
    last = min(len(whole) - _OUTLIVING, len(word) - SHORTEST_WORD)
    return [_Cut(head, tail, link) for (head, at, link), tail in zip(places, tails, strict=True) if at <= last]


def _takes_s(cut: _Cut) -> bool:
    """Whether the head ends as words do that always take an -s- before another word: information-s-møde."""
    head = cut.head[0]
    return cut.link == "s" and len(head) >= _VOUCHING and head.endswith(_TAKING_S)


def _looks_like_a_word(text: str, text_stem: str, shortest_stem: int) -> bool:
    long_enough = len(text) >= _REMAINDER and len(text_stem) >= shortest_stem
    return long_enough and not _is_no_part(text, text_stem) and not _VOWELS.isdisjoint(text_stem)


def lemmas(word_stem: str) -> tuple[str, ...]:
    """The forms that show a short stem to be a word and not a remnant: hus, møde, gruppe, landet, planen."""
    return word_stem, f"{word_stem}e", f"{word_stem}{word_stem[-1:]}e", f"{word_stem}et", f"{word_stem}en"


def _stem_as_lemma(word: str) -> str:
    """The shortest stem of which a word may be such a form."""
    if word.endswith(("et", "en")) or (word.endswith("e") and word[-3:-2] == word[-2:-1]):
        return word[:-2]
    return word.removesuffix("e")


def _is_no_part(text: str, text_stem: str) -> bool:
    return text in NOT_PARTS or text_stem in NOT_PARTS
