"""Spells in the order of a chance, with those of the same chance taken together, each counted any number of times.

What a share is worth is found by counting the same spells again and again in other numbers (bootstrap). The order never
changes by that, so it is found once, and every measure is a sum along it.
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
class Judged:
    """Chances of still running at a horizon, what came of them, and how much each spell counts. One order for all."""

    chance: Floats
    still: Floats
    weight: Floats

    def __len__(self) -> int:
        return len(self.chance)


@dataclass(frozen=True)
class Ordered:
    """Sums over spells of the same chance, from the lowest chance up; a row for each way of counting them."""

    spells: Floats
    still: Floats
    ended: Floats

    def auc(self) -> Floats:
        """The chance that one who still runs was given a higher chance than one who does not."""
        below = np.cumsum(self.ended, axis=1) - self.ended / 2
        pairs = self.still.sum(axis=1) * self.ended.sum(axis=1)
        with np.errstate(invalid="ignore", divide="ignore"):
            return np.asarray((self.still * below).sum(axis=1) / pairs)

    def share_of_lowest(self, part: float) -> Floats:
        """The share still running among the part with the lowest chance."""
        taken = self._taken(part)
        still, ended = (self.still * taken).sum(axis=1), (self.ended * taken).sum(axis=1)
        with np.errstate(invalid="ignore", divide="ignore"):
            return np.asarray(still / (still + ended))

    def precision_and_recall(self, part: float) -> tuple[Floats, Floats]:
        """Of the part with the highest chance, the share still running; and its share of all who still run."""
        taken = 1 - self._taken(1 - part)
        still, ended = (self.still * taken).sum(axis=1), (self.ended * taken).sum(axis=1)
        with np.errstate(invalid="ignore", divide="ignore"):
            return still / (still + ended), still / self.still.sum(axis=1)

    def _taken(self, part: float) -> Floats:
        """How much of each chance's spells is among the lowest part: all, none, or a part where they share a chance."""
        after = np.cumsum(self.spells, axis=1)
        room = part * after[:, -1:] - (after - self.spells)
        with np.errstate(invalid="ignore", divide="ignore"):
            return np.asarray(np.where(self.spells > 0, np.clip(room / self.spells, 0, 1), 0.0))


class InOrder:
    """Lays any way of counting the spells along the order of their chance."""

    def __init__(self, judged: Judged) -> None:
        self._judged = judged
        self._order = np.argsort(judged.chance, kind="stable")
        chance = judged.chance[self._order]
        self._starts = np.flatnonzero(np.concatenate(([True], chance[1:] != chance[:-1])))

    def counted(self, counts: Floats) -> Ordered:
        """The sums where spell i counts `counts[r, i]` times, in row r."""
        judged, order = self._judged, self._order
        spells = counts[:, order]
        weight = spells * judged.weight[order]
        still = weight * judged.still[order]
        return Ordered(*(np.add.reduceat(each, self._starts, axis=1) for each in (spells, still, weight - still)))


def drawn(same: Ints, times: int, seed: int) -> Floats:
    """How often each row is counted when the spells of `same` are drawn anew, all rows of a spell together."""
    of = np.unique(same, return_inverse=True)[1]
    spells = int(of.max(initial=-1)) + 1
    rng = np.random.default_rng(seed)
    counts = np.stack([np.bincount(rng.integers(0, spells, spells), minlength=spells) for _ in range(times)])
    return np.asarray(counts[:, of], dtype=float)
