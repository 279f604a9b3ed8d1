"""How hard each effect is held back: a ridge of its own for each feature, kind of column, shape and exit.

The ridges follow from the training data (empirical Bayes): the effects of a group are taken as drawn around 0, and the
ridge is one over how far they turn out to lie from it, given how much the data say of them. A feature that says nothing
is drawn to nothing by its own ridge, and the municipality's ridge is its own. Cross-validation then chooses how much
stronger or weaker all of them together are to be.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pejl.screening.model.design import MISSING, Design
from pejl.screening.model.likelihood import Layout
from pejl.screening.spells import Floats, Ints

STEPS_OF_BASELINE = 0.05
"""The ridge on the steps of the baseline from band to band: enough to hold a band in which nobody left by an exit."""
LEVEL_OF_BASELINE = 1e-4
FIRST, LEAST, MOST = 10.0, 0.05, 1e6
FEW = 0.5
"""Of a group so few effects are supposed to be known beforehand, of the size that all together have."""


@dataclass(frozen=True)
class Penalties:
    """The ridge of each group of parameters. `group[p]` is the group of parameter p, -1 for the baseline."""

    group: Ints
    ridges: Floats
    baseline: Floats

    @property
    def matrix(self) -> Floats:
        """What is added to the information."""
        whole = self.baseline.copy()
        held = np.flatnonzero(self.group >= 0)
        whole[held, held] += self.ridges[self.group[held]]
        return whole

    def times(self, strength: float) -> Penalties:
        """All ridges stronger or weaker by one factor."""
        return Penalties(self.group, self.ridges * strength, self.baseline)


def first_penalties(layout: Layout, design: Design) -> Penalties:
    """The groups, with the same ridge for each to begin with."""
    keys: list[tuple[object, ...] | None] = []
    for exit_ in range(layout.exits):
        keys += [None] * layout.bands
        for shape, some in enumerate(layout.columns):
            keys += [(exit_, shape, *_kind(design, int(place))) for place in some]
    known = {key: place for place, key in enumerate(dict.fromkeys(key for key in keys if key is not None))}
    group = np.array([known[key] if key is not None else -1 for key in keys], dtype=np.int64)
    return Penalties(group, np.full(len(known), FIRST), _baseline(layout))


def _kind(design: Design, place: int) -> tuple[object, ...]:
    column = design.columns[place]
    return (column.kind,) if column.kind == MISSING else (column.kind, *column.features)


def _baseline(layout: Layout) -> Floats:
    whole = np.zeros((layout.size, layout.size))
    steps = np.diff(np.eye(layout.bands), axis=0)
    own = STEPS_OF_BASELINE * steps.T @ steps + LEVEL_OF_BASELINE * np.eye(layout.bands)
    for exit_ in range(layout.exits):
        place = slice(exit_ * layout.each, exit_ * layout.each + layout.bands)
        whole[place, place] = own
    return whole


def following_from(penalties: Penalties, parameters: Floats, variances: Floats) -> Penalties:
    """The ridges that follow from effects and their variances (MacKay's step, held by the size of all together)."""
    held = penalties.group >= 0
    group, count = penalties.group[held], len(penalties.ridges)
    told = 1.0 - penalties.ridges[group] * variances[held]
    effective = np.bincount(group, np.clip(told, 0.0, 1.0), minlength=count)
    squares = np.bincount(group, parameters[held] ** 2, minlength=count)
    usual = (squares.sum() + 1e-6) / (effective.sum() + 1e-6)
    ridges = (effective + FEW) / (squares + FEW * usual)
    return Penalties(penalties.group, np.clip(ridges, LEAST, MOST), penalties.baseline)
