"""How strong the ridges are together: cross-validation over spells, never over rows of the same spell.

For each strength the whole model is fitted; the model without a fold is one step of Newton's away from it, and its
information is that of all spells less that of the fold. That is exact up to the step's square, and costs one fit.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from pejl.screening.model import likelihood, newton
from pejl.screening.model.likelihood import Curvature
from pejl.screening.model.newton import Problem
from pejl.screening.model.penalties import Penalties
from pejl.screening.spells import Floats, Ints


@dataclass(frozen=True)
class Chosen:
    """The strength that spells which were held out speak for, and the fit with it. `held_out` has, for each strength
    tried, the mean logarithm of the likelihood of a spell that was held out."""

    strength: float
    held_out: tuple[tuple[float, float], ...]
    penalties: Penalties
    parameters: Floats
    curvature: Curvature


def chosen_strength(
    problem: Problem,
    ridges: Penalties,
    start: Floats,
    same: Ints,
    strengths: tuple[float, ...],
    *,
    folds: int,
    seed: int,
    told: Callable[[], None],
) -> Chosen:
    """The best of `strengths`; of two that are as good, the stronger."""
    rows = folds_of(same, folds, seed)
    tried = []
    for strength in sorted(strengths, reverse=True):
        penalties = ridges.times(strength)
        parameters, here = newton.settled(problem, penalties, start)
        kept = held_out(problem, penalties, parameters, rows) / len(np.unique(same))
        tried.append((kept, strength, penalties, parameters, here))
        told()
    best = max(tried, key=lambda one: one[0])
    told_of = tuple((strength, kept) for kept, strength, *_ in reversed(tried))
    return Chosen(best[1], told_of, best[2], best[3], best[4])


def folds_of(same: Ints, folds: int, seed: int) -> list[Ints]:
    """The rows of each fold: spells are drawn, and their rows go with them."""
    spells, spell = np.unique(same, return_inverse=True)
    drawn = np.random.default_rng(seed).permutation(len(spells)) % folds
    return [rows for fold in range(folds) if len(rows := np.flatnonzero(drawn[spell] == fold))]


def held_out(problem: Problem, penalties: Penalties, parameters: Floats, rows: list[Ints]) -> float:
    """The logarithm of the likelihood of each fold by the model without it, summed."""
    parts = likelihood.curvature(problem.layout, parameters, problem.matrix, problem.seen, rows)
    information = sum(part.information for part in parts) + penalties.matrix
    slope = sum(part.slope for part in parts) - penalties.matrix @ parameters
    total = 0.0
    for part, held in zip(parts, rows, strict=True):
        step = newton.solved(information - part.information, slope - part.slope)
        total += likelihood.value(problem.layout, parameters + step, problem.matrix[held], problem.seen.only(held))
    return total
