"""Intervals about chances: how uncertain the model itself is, by the delta method from the penalised information.

The interval is made for the logarithm of the cumulated hazard and turned back, so it stays between 0 and 1. It is about
the chance, not about what will become of one person.

A chance moves with the log-odds of each exit in each band, and those with the parameters. What of that depends on the
columns alone is taken out once for all horizons: each pair of shapes and exits needs one number a spell, a quadratic
form in the columns, and those of all pairs are one product of matrices.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import combinations_with_replacement
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

from pejl import when_used
from pejl.screening.model.chances import Course
from pejl.screening.model.likelihood import Layout
from pejl.screening.spells import Floats, Ints

if TYPE_CHECKING:
    from scipy import special
else:
    special = when_used.module("scipy.special")

Singles: TypeAlias = np.ndarray[Any, np.dtype[np.float32]]
"""Half the digits are plenty for an interval, and twice as fast."""


@dataclass(frozen=True)
class Uncertain:
    """The parameters' covariance, and what it takes to carry it over to chances. `slope` is how much the recalibration
    stretches what the features say: exits by bands; `width` how many columns there are."""

    layout: Layout
    covariance: Floats
    slope: Floats
    width: int

    def ends(self, course: Course, matrix: Floats, times: Floats, confidence: float) -> tuple[Floats, Floats]:
        """The low and high end about the chance of still running at each time; NaN where entry is not before it."""
        wide = float(special.ndtri(0.5 + confidence / 2))
        shares = [course.shares(time) for time in times]
        through = np.column_stack([(share * course.summed).sum(axis=1) for share in shares])
        by_band = np.stack([np.moveaxis(share * course.hazard, 0, 1) for share in shares], axis=1)
        with np.errstate(divide="ignore", invalid="ignore"):
            relative = np.sqrt(self._variance(by_band, matrix)) / through
        spread = np.exp(np.minimum(wide * relative, 30.0))
        return np.exp(-through * spread), np.exp(-through / spread)

    def _variance(self, by_band: Floats, matrix: Floats) -> Floats:
        """The variance of the cumulated hazard at each time, from how it moves with each log-odds: spells by times by
        exits by bands."""
        spells, times = by_band.shape[:2]
        base = by_band.reshape(spells, times, len(self._bases)).astype(np.float32)
        effects = (by_band * self.slope) @ self.layout.shapes.T
        moved = effects.reshape(spells, times, len(self._effects)).astype(np.float32)
        columns = matrix.astype(np.float32)
        own = ((base @ self._of_bases) * base).sum(axis=2)
        cross = (columns @ self._of_both).reshape(spells, len(self._effects), len(self._bases))
        mixed = (moved * np.moveaxis(cross @ np.moveaxis(base, 1, 2), 1, 2)).sum(axis=2)
        one, other = self._pairs
        squares = (_squares(columns) @ self._of_squares)[:, :, None]
        squared = ((moved[:, :, one] * moved[:, :, other]) @ squares)[:, :, 0]
        return np.asarray(np.maximum(own + 2.0 * mixed + squared, 0.0), dtype=np.float64)

    @cached_property
    def _bases(self) -> Ints:
        """Where the baselines stand among the parameters."""
        layout = self.layout
        return np.concatenate([np.arange(layout.bands) + exit_ * layout.each for exit_ in range(layout.exits)])

    @cached_property
    def _effects(self) -> list[tuple[Ints, Ints]]:
        """For each exit and shape: where its effects stand among the parameters, and which columns they belong to."""
        layout, places = self.layout, []
        for exit_ in range(layout.exits):
            found = exit_ * layout.each + layout.bands
            for some in layout.columns:
                places.append((np.arange(found, found + len(some)), some))
                found += len(some)
        return places

    @cached_property
    def _pairs(self) -> tuple[list[int], list[int]]:
        """The pairs of exit and shape, each once."""
        pairs = list(combinations_with_replacement(range(len(self._effects)), 2))
        return [one for one, _ in pairs], [other for _, other in pairs]

    @cached_property
    def _of_bases(self) -> Singles:
        return self.covariance[np.ix_(self._bases, self._bases)].astype(np.float32)

    @cached_property
    def _of_both(self) -> Singles:
        """The covariance of effects with baselines: columns by (exit and shape, baseline)."""
        blocks = []
        for places, some in self._effects:
            block = np.zeros((self.width, len(self._bases)), dtype=np.float32)
            block[some] = self.covariance[np.ix_(places, self._bases)]
            blocks.append(block)
        return np.concatenate(blocks, axis=1)

    @cached_property
    def _of_squares(self) -> Singles:
        """The covariance of effects with effects: products of two columns by pairs of exit and shape."""
        rows, columns = np.triu_indices(self.width)
        told = np.empty((len(rows), len(self._pairs[0])), dtype=np.float32)
        for place, (one, other) in enumerate(zip(*self._pairs, strict=True)):
            (mine, some), (theirs, more) = self._effects[one], self._effects[other]
            block = np.zeros((self.width, self.width))
            block[np.ix_(some, more)] = self.covariance[np.ix_(mine, theirs)]
            both = (block + block.T) * (1.0 if one == other else 2.0)
            told[:, place] = np.where(rows == columns, both[rows, columns] / 2, both[rows, columns])
        return told


def _squares(columns: Singles) -> Singles:
    """The products of each two columns, in the order of the upper triangle."""
    spells, width = columns.shape
    products = np.empty((spells, width * (width + 1) // 2), dtype=np.float32)
    found = 0
    for place in range(width):
        np.multiply(columns[:, place:], columns[:, place : place + 1], out=products[:, found : found + width - place])
        found += width - place
    return products
