"""Items that hold most of what was asked, for a question whose words hardly ever stand in one item all together.

Words are weighed by how few items hold them, counted anew for each search and never by what the index remembers of
removed items. A word that the record does not hold weighs most: a question that turns on it has no answer here.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import tantivy
from tantivy import Occur

from pejl.record.search.matching import Matcher, Sought, all_of, any_of, scored

FLOOR = 0.5
"""The share of the weight that an item must hold."""

HOLDS_ALL = 1000.0
"""What an item that holds every word scores beside its own score, so that it stands above those that do not."""

_FEWEST_WORDS = 2
_WEIGHED_AT_MOST = 8


@dataclass(frozen=True)
class Weighed:
    """A word that was asked for, in its pieces, and how much it weighs among the others: all weights add up to one.

    `known` is whether any item holds it.
    """

    pieces: tuple[Sought, ...]
    weight: float
    known: bool


def weighed(matcher: Matcher, words: Sequence[tuple[Sought, ...]]) -> list[Weighed]:
    """What each word weighs."""
    items = matcher.items()
    counts = [matcher.count(matcher.together(pieces)) for pieces in words]
    raw = [math.log((items + 1) / (count + 0.5)) for count in counts]
    whole = sum(raw) or 1.0
    return [
        Weighed(pieces, weight / whole, count > 0) for pieces, weight, count in zip(words, raw, counts, strict=True)
    ]


def known_share(words: Sequence[Weighed]) -> float:
    """How much of the weight the words have that the record holds."""
    return sum(word.weight for word in words if word.known)


def holding_most(matcher: Matcher, words: Sequence[Weighed]) -> tantivy.Query | None:
    """Items that hold at least two of the words and `FLOOR` of their weight; None where no two words weigh so much.

    Those that hold every word come first, in the order of a search for all of them; then those that hold the heaviest.
    """
    known = sorted((word for word in words if word.known), key=lambda word: -word.weight)[:_WEIGHED_AT_MOST]
    enough = _smallest_enough(known)
    if not enough:
        return None
    queries = [matcher.together(word.pieces) for word in known]
    choices = any_of([all_of([queries[place] for place in chosen]) for chosen in enough])
    weighted = [tantivy.Query.boost_query(query, word.weight) for query, word in zip(queries, known, strict=True)]
    most = tantivy.Query.boolean_query([(Occur.Must, scored(0.0, choices)), *((Occur.Should, one) for one in weighted)])
    if len(known) < len(words):
        return most
    every = all_of([scored(HOLDS_ALL, tantivy.Query.all_query()), *queries])
    return tantivy.Query.disjunction_max_query([most, every])


def _smallest_enough(known: Sequence[Weighed]) -> list[tuple[int, ...]]:
    """The smallest choices of words that are enough: whatever holds more holds one of these."""
    found: list[tuple[int, ...]] = []
    for size in range(_FEWEST_WORDS, len(known) + 1):
        for chosen in combinations(range(len(known)), size):
            if any(set(smaller) <= set(chosen) for smaller in found):
                continue
            if sum(known[place].weight for place in chosen) >= FLOOR:
                found.append(chosen)
    return found
