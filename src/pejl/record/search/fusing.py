"""Two lists as one: what the words find, and what lies near in meaning.

An item's place in each list counts, and not its score there, since the scores of the two have nothing in common: it
gets 1 / (60 + place) from the words' list and twice that from the other (reciprocal rank fusion). What holds all the
words stays above what does not, so that whoever types what the record says finds it first, whatever it means.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import tantivy
from tantivy import DocAddress, Occur, Schema, Searcher

from pejl.record.search.kept import Kept
from pejl.record.search.matching import Matcher, all_of, any_of, scored
from pejl.record.search.paging import Ranked, stretch
from pejl.record.search.relaxing import HOLDS_ALL
from pejl.record.search.shapes import Query
from pejl.record.search.ways import Way
from pejl.record.search.writing import kept_at

if TYPE_CHECKING:
    from pejl.record.search.meaning import Near

_BY_MEANING_AT_MOST = 10
_LESS_NEAR_AT_MOST = 0.02
_BY_WORDS_AT_MOST = 100
_DIGESTS_AT_A_TIME = 100
_DAMPING = 60
_MEANING_COUNTS = 2.0

_Place = tuple[int, int]  # where an item lies in the index


@dataclass(frozen=True)
class Fused:
    """The hits of both lists: `matching` finds them all, `near` tells what is near by the digest of its texts.

    `head` are those that have a place among both, best first; after it go on the hits of the words alone, which `rest`
    finds. `by_meaning` are the keys of those that the words did not find.
    """

    total: int
    matching: tantivy.Query
    head: Sequence[Ranked]
    rest: tantivy.Query
    near: dict[str, Near]
    by_meaning: frozenset[str]

    def stretch(self, searcher: Searcher, offset: int, size: int) -> list[Ranked]:
        """The hits of a page."""
        own = list(self.head[offset : offset + size])
        if len(own) == size:
            return own
        after = max(0, offset - len(self.head))
        return own + stretch(searcher, self.rest, True, after, size - len(own))[1]


class Fusing:
    """Puts what is near beside what the words found."""

    def __init__(self, searcher: Searcher, schema: Schema, matcher: Matcher, query: Query) -> None:
        self._searcher = searcher
        self._schema = schema
        self._matcher = matcher
        self._query = query

    def fuse(self, way: Way, near: Sequence[Near]) -> Fused | None:
        """Both lists as one; None where nothing is near under the filters."""
        held = self._under_filters(near)
        if not held:
            return None
        keys = [kept.key for _, kept in held]
        found_too = self._places(all_of([scored(0.0, way.matching), self._among("key", keys)]), len(keys))
        by_meaning = frozenset(kept.key for address, kept in held if _place(address) not in found_too)
        matching = any_of([way.matching, self._matcher.filtered(scored(0.0, self._among("key", keys)), self._query)])
        head = self._head(way, held)
        shown = [kept_at(self._searcher, address).key for _, address in head]
        return Fused(
            total=self._matcher.count(matching),
            matching=matching,
            head=head,
            rest=tantivy.Query.boolean_query([(Occur.Must, way.matching), (Occur.MustNot, self._among("key", shown))]),
            near={each.digest: each for each in near},
            by_meaning=by_meaning,
        )

    def _under_filters(self, near: Sequence[Near]) -> list[tuple[DocAddress, Kept]]:
        """The nearest items under the filters, nearest first, and none that is much less near than the first."""
        nearness = {each.digest: each.nearness for each in near}
        found: list[tuple[DocAddress, Kept]] = []
        for begin in range(0, len(near), _DIGESTS_AT_A_TIME):
            some = [each.digest for each in near[begin : begin + _DIGESTS_AT_A_TIME]]
            among = self._matcher.filtered(scored(0.0, self._among("digest", some)), self._query)
            _, ranked = stretch(self._searcher, among, False, 0, 2 * _DIGESTS_AT_A_TIME)
            held = [(address, kept_at(self._searcher, address)) for _, address in ranked]
            found += sorted(held, key=lambda one: -nearness[one[1].digest])
            if len(found) >= _BY_MEANING_AT_MOST:
                break
        least = nearness[found[0][1].digest] - _LESS_NEAR_AT_MOST if found else 0.0
        return [one for one in found[:_BY_MEANING_AT_MOST] if nearness[one[1].digest] >= least]

    def _head(self, way: Way, near: Sequence[tuple[DocAddress, Kept]]) -> list[Ranked]:
        """The first hits of the words and those that are near, by their places in both lists."""
        _, worded = stretch(self._searcher, way.matching, True, 0, _BY_WORDS_AT_MOST)
        addresses: dict[_Place, DocAddress] = {}
        scores: dict[_Place, float] = {}
        whole: set[_Place] = set()
        for at, (score, address) in enumerate(worded, start=1):
            addresses[_place(address)] = address
            scores[_place(address)] = 1 / (_DAMPING + at)
            if way.whole is None or score >= HOLDS_ALL:
                whole.add(_place(address))
        for at, (address, _) in enumerate(near, start=1):
            addresses[_place(address)] = address
            scores[_place(address)] = scores.get(_place(address), 0.0) + _MEANING_COUNTS / (_DAMPING + at)
        order = sorted(scores, key=lambda place: (place not in whole, -scores[place]))
        return [(scores[place], addresses[place]) for place in order]

    def _places(self, query: tantivy.Query, at_most: int) -> set[_Place]:
        hits = self._searcher.search(query, max(1, at_most), count=False).hits
        return {_place(address) for _, address in hits}

    def _among(self, field: str, terms: list[str]) -> tantivy.Query:
        return tantivy.Query.term_set_query(self._schema, field, terms)


def _place(address: DocAddress) -> _Place:
    return address.segment_ord, address.doc
