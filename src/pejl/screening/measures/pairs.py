"""Counting pairs that come in the right order, among hundreds of thousands of spells at once.

Two spells can be compared when one ended before the other did or was lost sight of. There are too many pairs to look
at each; they are counted bit by bit of their place in time: the first bit in which two places differ says which is
earlier, and within the spells that share all bits before it, one sort by risk counts all pairs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pejl import when_used
from pejl.screening.spells import Floats, Ints

if TYPE_CHECKING:
    import numpy as np
else:
    np = when_used.module("numpy")


@dataclass(frozen=True)
class Pairs:
    """For each spell, what its pairs weigh: those in the right order (half where risks are equal), and all of them."""

    right: Floats
    all: Floats


def pairs(place: Ints, risk: Floats, weight: Floats) -> Pairs:
    """The pairs of a spell that weighs something with those of later place: right where the earlier has more risk.

    A pair weighs what its earlier spell weighs, and counts for both of its spells.
    """
    rank = np.unique(risk, return_inverse=True)[1]
    right, every = np.zeros(len(place)), np.zeros(len(place))
    by_rank = np.argsort(rank, kind="stable")
    for bit in range(int(place.max(initial=0)).bit_length()):
        _add_of_bit(bit, place[by_rank], rank[by_rank], weight[by_rank], by_rank, right, every)
    return Pairs(right, every)


def _add_of_bit(bit: int, place: Ints, rank: Ints, weight: Floats, rows: Ints, right: Floats, every: Floats) -> None:
    """Add the pairs whose places differ in this bit first. What is given is ordered by rank."""
    block = place >> (bit + 1)
    order = np.argsort(block, kind="stable")
    block, rank, rows = block[order], rank[order], rows[order]
    later = ((place[order] >> bit) & 1).astype(float)
    earlier = weight[order] * (1 - later)
    starts = np.flatnonzero(np.concatenate(([True], block[1:] != block[:-1])))
    ties = np.flatnonzero(np.concatenate(([True], (block[1:] != block[:-1]) | (rank[1:] != rank[:-1]))))
    of_block = np.repeat(np.arange(len(starts)), np.diff(np.append(starts, len(rows))))
    of_tie = np.repeat(np.arange(len(ties)), np.diff(np.append(ties, len(rows))))
    fewer, of_later = _half_ties(later, starts, ties, of_block, of_tie)
    less, of_earlier = _half_ties(earlier, starts, ties, of_block, of_tie)
    right[rows] += earlier * fewer + later * (of_earlier - less)
    every[rows] += earlier * of_later + later * of_earlier


def _half_ties(values: Floats, starts: Ints, ties: Ints, of_block: Ints, of_tie: Ints) -> tuple[Floats, Floats]:
    """For each, the sum over those of lower rank in its block, and half of those of the same; and the whole block's."""
    sums = np.concatenate(([0.0], np.cumsum(values)))
    in_tie = np.add.reduceat(values, ties)
    in_block = np.add.reduceat(values, starts)
    below = sums[ties][of_tie] - sums[starts][of_block]
    return below + in_tie[of_tie] / 2, in_block[of_block]
