"""Intervals about chances: how uncertain the model itself is, by the delta method from the penalised information.

The interval is made for the logarithm of the cumulated hazard and turned back, so it stays between 0 and 1. It is about
the chance, not about what will become of one person.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from pejl import when_used
from pejl.screening.model.chances import Course
from pejl.screening.model.likelihood import Layout
from pejl.screening.spells import Floats, Ints

if TYPE_CHECKING:
    from scipy import special
else:
    special = when_used.module("scipy.special")


@dataclass(frozen=True)
class Uncertain:
    """The parameters' covariance, and what it takes to carry it over to chances."""

    layout: Layout
    covariance: Floats
    slope: Floats
    """How much the recalibration stretches what the features say: exits by bands."""

    def ends(self, course: Course, matrix: Floats, times: Floats, confidence: float) -> tuple[Floats, Floats]:
        """The low and high end about the chance of still running at each time; NaN where entry is not before it."""
        wide = float(special.ndtri(0.5 + confidence / 2))
        quadratic = self._quadratic(matrix)
        low, high = np.empty((len(matrix), len(times))), np.empty((len(matrix), len(times)))
        for place, time in enumerate(times):
            shares = course.shares(time)
            through = (shares * course.summed).sum(axis=1)
            by_band = shares * course.hazard
            with np.errstate(divide="ignore", invalid="ignore"):
                spread = np.exp(np.minimum(wide * np.sqrt(self._variance(by_band, quadratic)) / through, 30.0))
            low[:, place], high[:, place] = np.exp(-through * spread), np.exp(-through / spread)
        return low, high

    def _quadratic(self, matrix: Floats) -> tuple[Floats, Floats]:
        """Of each spell, its columns against the covariance: of effects with effects, and of effects with baselines."""
        exact = np.asarray(self.covariance, dtype=np.float32)
        columns = np.asarray(matrix, dtype=np.float32)
        places = _effects_places(self.layout)
        bases = _baseline_places(self.layout)
        inner = np.zeros((len(places), len(places), len(matrix)))
        cross = np.zeros((len(places), len(bases), len(matrix)))
        for one, (rows, some) in enumerate(places):
            mine = columns[:, some]
            cross[one] = (mine @ exact[np.ix_(rows, bases)]).T
            for other, (others, more) in enumerate(places[: one + 1]):
                theirs = mine if some is more else columns[:, more]
                inner[one, other] = np.einsum("ij,ij->i", mine @ exact[np.ix_(rows, others)], theirs)
                inner[other, one] = inner[one, other]
        return inner, cross

    def _variance(self, by_band: Floats, quadratic: tuple[Floats, Floats]) -> Floats:
        """The variance of the cumulated hazard, from how it moves with each log-odds (exits by spells by bands)."""
        inner, cross = quadratic
        bases = _baseline_places(self.layout)
        base = np.concatenate(list(by_band), axis=1)
        stretched = by_band * self.slope[:, None, :]
        effects = np.concatenate([(stretched[k] @ self.layout.shapes.T).T for k in range(self.layout.exits)])
        own = np.einsum("ij,ij->i", base @ self.covariance[np.ix_(bases, bases)], base)
        mixed = 2.0 * np.einsum("ai,abi,ib->i", effects, cross, base, optimize=True)
        squared = np.einsum("ai,bi,abi->i", effects, effects, inner, optimize=True)
        return np.asarray(np.maximum(own + mixed + squared, 0.0))


def _effects_places(layout: Layout) -> list[tuple[Ints, Ints]]:
    """For each exit and shape: where its effects stand among the parameters, and which columns they belong to."""
    places = []
    for exit_ in range(layout.exits):
        found = exit_ * layout.each + layout.bands
        for some in layout.columns:
            places.append((np.arange(found, found + len(some)), some))
            found += len(some)
    return places


def _baseline_places(layout: Layout) -> Ints:
    return np.concatenate([np.arange(layout.bands) + exit_ * layout.each for exit_ in range(layout.exits)])
