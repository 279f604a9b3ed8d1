"""What each feature adds to a chance: Aumann and Shapley's way, along the straight line from the usual spell.

On the line from the usual spell (all columns 0) to this one, each step changes the chance by a sum over the features;
each feature's part of all steps is its share. What the shares add up to is the chance less the usual one: the integral
is taken ever more finely until it is. An interaction's share is divided evenly between its two features.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from pejl.screening.model.chances import Course, course_of
from pejl.screening.model.scores import Contributions
from pejl.screening.spells import Floats

if TYPE_CHECKING:
    from pejl.screening.model.hazard_model import HazardModel

_NODES = 16
_PANELS = (1, 2, 4, 8, 16, 32, 64)
_LEFT_OVER = 1e-11


def contributions_of(model: HazardModel, matrix: Floats, entry: Floats, horizon: float) -> Contributions:
    """The contributions for spells with these columns of the design."""
    said = _said(model, matrix)
    chance, usual = (np.exp(-_at(model, said, entry, part).through(horizon)) for part in (1.0, 0.0))
    share = _shares(model, said, entry, horizon)
    for panels in _PANELS[1:]:
        if np.max(np.abs(usual + share.sum(axis=1) - chance), initial=0.0) <= _LEFT_OVER:
            break
        share = _shares(model, said, entry, horizon, panels)
    late = np.asarray(entry) >= horizon
    points = np.einsum("njm,nm->nj", said[:, :, 0, :], _first_band(model, entry))
    unknown = np.where(late, np.nan, 0.0)
    return Contributions(
        horizon, model.recipe.features, chance + unknown, usual + unknown, share + unknown[:, None], points
    )


def _said(model: HazardModel, matrix: Floats) -> Floats:
    """What each feature says of each exit, shape by shape: spells by features by exits by shapes."""
    names = model.recipe.features
    said = np.zeros((len(matrix), len(names), *model.effects.shape[:2]))
    for place, column in enumerate(model.design.columns):
        told = matrix[:, place, None, None] * model.effects[None, :, :, place] / len(column.features)
        for name in column.features:
            said[:, names.index(name)] += told
    return said


def _at(model: HazardModel, said: Floats, entry: Floats, part: float) -> Course:
    """How spells would go on that lie a part of the way from the usual one."""
    told = np.moveaxis(said.sum(axis=1), 1, 0) @ model.layout.shapes
    log_odds = model.base[:, None, :] + part * model.recalibration.slope[:, None, :] * told
    return course_of(log_odds, entry, model.cuts)


def _shares(model: HazardModel, said: Floats, entry: Floats, horizon: float, panels: int = 1) -> Floats:
    """The integral along the line, in panels of Gauss and Legendre's nodes."""
    nodes, weights = np.polynomial.legendre.leggauss(_NODES)
    pull = np.zeros((len(said), *said.shape[2:]))
    for panel in range(panels):
        for node, weight in zip((nodes + 1) / 2, weights / 2, strict=True):
            course = _at(model, said, entry, (panel + node) / panels)
            shares = course.shares(horizon)
            still = np.exp(-(shares * course.summed).sum(axis=1))
            falls = shares * course.hazard * model.recalibration.slope[:, None, :]
            pull -= np.moveaxis(falls @ model.layout.shapes.T, 0, 1) * (weight / panels * still)[:, None, None]
    return np.asarray(np.einsum("njkm,nkm->nj", said, pull))


def _first_band(model: HazardModel, entry: Floats) -> Floats:
    """The shapes of time, stretched for the first exit, in the first band that ends after entry: spells by shapes."""
    cuts = model.cuts
    band = np.clip(np.searchsorted(cuts, entry, side="right") - 1, 0, len(cuts) - 2)
    return np.asarray((model.layout.shapes * model.recalibration.slope[0]).T[band])
