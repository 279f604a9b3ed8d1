"""How unlike two groups of spells are in one feature: the population stability index, and what chance makes of it.

The index is the sum over bins of (p - q) ln(p / q) (a symmetric Kullback–Leibler divergence, as credit scoring uses
it). With k bins and no difference, index / (1/n + 1/m) follows about a chi-square distribution with k - 1 degrees of
freedom (Yurdakul and Naranjo, Journal of Risk Model Validation 2020), so a small group shows a large index by chance.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from pejl import when_used
from pejl.screening.spells import Floats, Words, is_number
from pejl.screening.training.run import Distribution

if TYPE_CHECKING:
    import scipy.special as special
else:
    special = when_used.module("scipy.special")

BINS = 10
UNKNOWN = "?"
"""The bin of values that are not known."""
SELDOM = "…"
"""The bin of words that were too rare to have their own, and of those that were never seen."""
RARE = 0.01
"""Words with a smaller share than this have no bin of their own."""


@dataclass(frozen=True)
class Stability:
    """The index between a reference and a new group of `of` spells. `by_chance` is what it stays under in 99 of 100
    groups of this size that do not differ at all. `largest` is the bin that adds most."""

    index: float
    by_chance: float
    largest: str
    of: int


def distribution_of(values: Floats | Words) -> Distribution:
    """The reference: shares by tenths of a number's values, or by word. What is not known has a bin of its own."""
    if is_number(values):
        known = np.asarray(values, np.float64)
        known = known[np.isfinite(known)]
        tenths = np.quantile(known, np.arange(1, BINS) / BINS) if len(known) else np.array([])
        edges = tuple(float(each) for each in np.unique(tenths))
        counts = _counts(values, Distribution(of=len(values), edges=edges, shares={}))
        return Distribution(of=len(values), edges=edges, shares=_shares(counts, len(values)))
    words = Counter(word for word in values if word is not None)
    own = {word: number for word, number in words.items() if number >= RARE * len(values)}
    counts = {**own, SELDOM: sum(words.values()) - sum(own.values()), UNKNOWN: len(values) - sum(words.values())}
    return Distribution(of=len(values), edges=(), shares=_shares(counts, len(values)))


def stability(reference: Distribution, values: Floats | Words) -> Stability | None:
    """How unlike the reference new values are; None where there are none to tell of."""
    if not len(values) or not reference.of:
        return None
    counts = _counts(values, reference)
    bins = sorted({*reference.shares, *counts})
    before = _smoothed([reference.shares.get(name, 0.0) * reference.of for name in bins])
    after = _smoothed([float(counts.get(name, 0)) for name in bins])
    parts = (after - before) * np.log(after / before)
    noise = 1 / reference.of + 1 / len(values)
    chance = float(special.chdtri(max(len(bins) - 1, 1), 0.01)) * noise
    return Stability(float(parts.sum()), chance, bins[int(np.argmax(parts))], len(values))


def _counts(values: Floats | Words, reference: Distribution) -> dict[str, int]:
    if is_number(values):
        numbers = np.asarray(values, np.float64)
        known = np.isfinite(numbers)
        places = np.searchsorted(np.array(reference.edges), numbers[known], side="left")
        return {
            **{str(place): int(many) for place, many in Counter(places.tolist()).items()},
            UNKNOWN: int((~known).sum()),
        }
    own = set(reference.shares) - {SELDOM, UNKNOWN}
    return dict(Counter(UNKNOWN if word is None else word if word in own else SELDOM for word in values))


def _shares(counts: dict[str, int], of: int) -> dict[str, float]:
    return {name: number / of for name, number in sorted(counts.items()) if number} if of else {}


def _smoothed(counts: list[float]) -> Floats:
    """Shares with half a spell added to each bin: an empty one would make the index infinite."""
    added = np.asarray(counts, np.float64) + 0.5
    return np.asarray(added / added.sum(), np.float64)
