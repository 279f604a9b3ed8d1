"""The ways in which what was typed is searched, strictest first; the first that finds something is the answer.

A word or two to look up: all of them; else all of them, with those that the record does not hold put right; else most
of them. A question: most of its words, and above these the items that hold all. What stands in quotation marks or
behind a minus is meant as it is typed, and so is everything where a search is asked for strictly: then it is all or
nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import tantivy
from tantivy import Searcher

from pejl.record.search.asked import Asked, Wanted
from pejl.record.search.matching import Matcher, Sought
from pejl.record.search.meant_words import MeantWords
from pejl.record.search.relaxing import Weighed, holding_most, known_share, weighed
from pejl.record.search.shapes import Query


@dataclass(frozen=True)
class Way:
    """A query of the index, with the words that it looks for.

    `put_right` is what is searched where that is not what was typed. Where items need hold only most of the words,
    `whole` finds those that hold all.
    """

    matching: tantivy.Query
    sought: Sequence[Sought]
    put_right: str | None = None
    whole: tantivy.Query | None = None


@dataclass(frozen=True)
class Read:
    """What was typed, as the record's words can answer it: each word in the pieces that it is searched by.

    `put_right` is what is searched where that is not what was typed. `known` is the share of the weight that the words
    have which the record holds.
    """

    words: Sequence[Weighed]
    put_right: str | None

    @property
    def sought(self) -> list[Sought]:
        """Every piece."""
        return [piece for word in self.words for piece in word.pieces]

    @property
    def known(self) -> float:
        """How much of the weight the words have that the record holds: 1 where it holds all of them."""
        return 1.0 if all(word.known for word in self.words) else known_share(self.words)


@dataclass
class Ways:
    """The ways to search for one text."""

    searcher: Searcher
    matcher: Matcher
    asked: Asked
    query: Query
    _read: Read | None = field(default=None, init=False)

    @property
    def plain(self) -> bool:
        """Whether the text is to be read as it is meant, and not only as it is typed."""
        return self.asked.is_plain and not self.query.strictly

    @property
    def carrying(self) -> Asked:
        """What is asked for: of a plain text, what is left without its small words."""
        return self.asked.without_small_words() if self.plain else self.asked

    def __iter__(self) -> Iterator[Way]:
        """The ways, strictest first. There is always one."""
        if not self.plain:
            yield self._all([self.matcher.sought(one) for one in self.asked.wanted])
            return
        typed = [self.matcher.sought(one) for one in self.carrying.wanted]
        if self.query.newest_first:
            yield self._all(typed)  # in the order of days, what holds all and what holds most cannot be told apart
            return
        if self.asked.is_question and len(typed) > 1:
            yield self._most() or self._all(typed)
            return
        yield self._all(typed)
        read = self.read()
        if read.put_right and read.known == 1:
            yield self._all(read.sought, read.put_right)
        if most := self._most():
            yield most

    def read(self) -> Read:
        """The words of a plain text, those that the record does not hold put right where there is a good guess."""
        if self._read is None:
            self._read = self._put_right()
        return self._read

    def _all(self, sought: list[Sought], put_right: str | None = None) -> Way:
        unwanted = [self.matcher.sought(one) for one in self.asked.unwanted]
        return Way(self.matcher.query(sought, unwanted, self.query), sought, put_right)

    def _most(self) -> Way | None:
        read = self.read()
        most = holding_most(self.matcher, read.words)
        if most is None:
            return None
        whole = self.matcher.query(read.sought, [], self.query)
        return Way(self.matcher.filtered(most, self.query), read.sought, read.put_right, whole)

    def _put_right(self) -> Read:
        meant = MeantWords(self.searcher, self.matcher)
        words: list[tuple[Sought, ...]] = []
        changed = False
        for wanted in self.carrying.wanted:
            sought = self.matcher.sought(wanted)
            guess = () if self.matcher.holds(sought) else meant.instead_of(wanted)
            changed = changed or bool(guess)
            words.append(tuple(self.matcher.sought(one) for one in guess) or (sought,))
        typed = " ".join(_typed(piece.wanted) for pieces in words for piece in pieces)
        return Read(weighed(self.matcher, words), typed if changed else None)


def _typed(wanted: Wanted) -> str:
    return f'"{wanted.text}"' if " " in wanted.text else wanted.text
