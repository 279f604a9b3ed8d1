"""How strong the ridges are together: cross-validation over spells, never over rows of the same spell.

The model without a fold is one step of Newton's away from the model of all spells, and its information is that of all
spells less that of the fold: exact up to the square of the step, and no fold is fitted again for each strength.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pejl.screening.model import likelihood, newton
from pejl.screening.model.likelihood import Curvature
from pejl.screening.model.newton import Problem
from pejl.screening.model.penalties import Penalties
from pejl.screening.spells import Floats, Ints


@dataclass(frozen=True)
class Chosen:
    """The strength that held-out spells speak for, and the fit with it. `held_out` has, for each strength
    tried, the mean logarithm of the likelihood of a spell that was held out."""

    strength: float
    held_out: tuple[tuple[float, float], ...]
    penalties: Penalties
    parameters: Floats
    curvature: Curvature


@dataclass(frozen=True)
class Strengths:
    """The strengths to try, in how many folds, drawn by which seed."""

    tried: tuple[float, ...]
    folds: int
    seed: int


def chosen(problem: Problem, ridges: Penalties, start: Floats, same: Ints, strengths: Strengths) -> Chosen:
    """The best of the strengths; of two that are as good, the stronger."""
    rows = folds_of(same, strengths.folds, strengths.seed)
    parts = likelihood.curvatures(problem.layout, start, problem.matrix, problem.seen, rows)
    spells = len(np.unique(same))
    tried = tuple(
        (strength, _held_out(problem, ridges.times(strength), start, parts, rows) / spells)
        for strength in sorted(strengths.tried)
    )
    best = max(reversed(tried), key=lambda one: one[1])[0]
    penalties = ridges.times(best)
    parameters, here = newton.settled(problem, penalties, start)
    return Chosen(best, tried, penalties, parameters, here)


def folds_of(same: Ints, folds: int, seed: int) -> list[Ints]:
    """The rows of each fold: spells are drawn, and their rows go with them."""
    spells, spell = np.unique(same, return_inverse=True)
    drawn = np.random.default_rng(seed).permutation(len(spells)) % folds
    return [rows for fold in range(folds) if len(rows := np.flatnonzero(drawn[spell] == fold))]


def _held_out(problem: Problem, penalties: Penalties, start: Floats, parts: list[Curvature], rows: list[Ints]) -> float:
    """The logarithm of the likelihood of each fold by the model without it, summed."""
    information = np.sum([part.information for part in parts], axis=0) + penalties.matrix
    slope = np.sum([part.slope for part in parts], axis=0) - penalties.matrix @ start
    total = 0.0
    for part, held in zip(parts, rows, strict=True):
        without = start + newton.solved(information - part.information, slope - part.slope)
        total += likelihood.value(problem.layout, without, problem.matrix[held], problem.seen.only(held))
    return total
