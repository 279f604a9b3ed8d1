"""Whether chances are what they say: of those who were given 20 percent, do 20 of a hundred still run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pejl import when_used
from pejl.screening.measures.ordered import Judged
from pejl.screening.spells import Floats, Ints

if TYPE_CHECKING:
    import numpy as np
else:
    np = when_used.module("numpy")

BINS = 10
FEWEST_IN_A_BIN = 25
SMALLEST_CHANCE = 1e-6
ALL_ALIKE = 0.1
"""Chances whose log-odds spread no more than this hardly tell spells apart, and have no slope."""
_STEPS = 50
_SMALL_STEP = 1e-10


class Bins:
    """Spells in tenths of their chance, by its quantiles; fewer where there are few spells."""

    def __init__(self, judged: Judged) -> None:
        self._judged = judged
        bins = max(1, min(BINS, len(judged) // FEWEST_IN_A_BIN))
        edges = np.unique(np.quantile(judged.chance, np.linspace(0, 1, bins + 1)[1:-1]))
        self._bin = np.searchsorted(edges, judged.chance, side="left")
        self._count = len(edges) + 1

    def error(self, counts: Floats) -> Floats:
        """The expected calibration error: how far mean chance and observed share lie apart, over all spells."""
        chance, share, weight = self._means(counts)
        with np.errstate(invalid="ignore", divide="ignore"):
            return np.asarray((weight * np.abs(chance - share)).sum(axis=1) / weight.sum(axis=1))

    def points(self) -> tuple[tuple[float, float, int], ...]:
        """Mean chance, observed share and number of spells of each bin, for a plot."""
        chance, share, _ = self._means(np.ones((1, len(self._judged))))
        number = np.bincount(self._bin, minlength=self._count)
        rows = zip(chance[0], share[0], number, strict=True)
        return tuple((float(mean), float(seen), int(many)) for mean, seen, many in rows if many)

    def _means(self, counts: Floats) -> tuple[Floats, Floats, Floats]:
        judged = self._judged
        weighted = counts * judged.weight
        weight, chance, still = (
            self._of_bins(each) for each in (weighted, weighted * judged.chance, weighted * judged.still)
        )
        some = np.where(weight > 0, weight, 1.0)
        return chance / some, still / some, weight

    def _of_bins(self, values: Floats) -> Floats:
        return np.stack([values[:, self._bin == number].sum(axis=1) for number in range(self._count)], axis=1)


def ratio(judged: Judged, counts: Floats) -> Floats:
    """Observed over expected: over 1 where more still run than the chances say."""
    weighted = counts * judged.weight
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray((weighted @ judged.still) / weighted.sum(axis=1) / (counts @ judged.chance) * counts.sum(1))


def slope(judged: Judged, same: Ints) -> tuple[float, float]:
    """The calibration slope and its standard error, rows with the same number in `same` taken as one.

    Under 1 the chances are too far apart (too sure), over 1 too close together; 1 is right. NaN where all chances are
    as good as the same. It is the slope of a logistic regression of what came on the chance's log-odds.
    """
    bounded = np.clip(judged.chance, SMALLEST_CHANCE, 1 - SMALLEST_CHANCE)
    x = np.stack([np.ones(len(judged)), np.log(bounded / (1 - bounded))], axis=1)
    if np.std(x[:, 1]) < ALL_ALIKE:
        return float("nan"), float("nan")
    at = np.array([0.0, 1.0])
    for _ in range(_STEPS):
        expected = 1 / (1 + np.exp(-(x @ at)))
        bend = (x * (judged.weight * expected * (1 - expected))[:, None]).T @ x
        step = np.linalg.pinv(bend) @ (x.T @ (judged.weight * (judged.still - expected)))
        at = at + np.clip(step, -2, 2)
        if np.abs(step).max() < _SMALL_STEP:
            break
    moves = x * (judged.weight * (judged.still - 1 / (1 + np.exp(-(x @ at)))))[:, None]
    of = np.unique(same, return_inverse=True)[1]
    summed = np.stack([np.bincount(of, weights=column) for column in moves.T], axis=1)
    back = np.linalg.pinv(bend)
    return float(at[1]), float(np.sqrt((back @ (summed.T @ summed) @ back)[1, 1]))
