"""Fitting: from spells and a recipe to a model."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from pejl.screening.model import choosing, newton, unusual
from pejl.screening.model.design import Column, Design, Unfit, design_of
from pejl.screening.model.exposure import Exposure, exposure_of
from pejl.screening.model.hazard_model import Fitted, HazardModel
from pejl.screening.model.likelihood import Layout
from pejl.screening.model.recalibration import untouched
from pejl.screening.model.recipe import Recipe
from pejl.screening.spells import Floats, Spells

FOLDS = 5


def fit(
    spells: Spells, recipe: Recipe, *, seed: int, progress: Callable[[int, int], None] | None = None
) -> HazardModel:
    """The model of `recipe` that these spells lead to. The same spells, recipe and seed give the same model, bit for bit.

    Raises `Unfit`, with a sentence, where no model can be fitted to the spells.
    """
    told = _Told(progress, newton.LEARNING + len(recipe.penalties))
    cuts = np.asarray(recipe.bands)
    seen = exposure_of(spells.ends, spells.same, cuts)
    _refuse_empty(seen, recipe)
    design = design_of(recipe, spells.columns)
    matrix = design.matrix(spells.columns)
    layout = Layout(len(recipe.exits), _shapes(seen, cuts), _columns_by_shape(design, recipe))
    problem = newton.Problem(layout, matrix, seen)
    start, ridges = newton.learned(
        problem, newton.first_penalties(layout, design), newton.start_of(layout, seen), told.step
    )
    chosen = choosing.chosen_strength(
        problem, ridges, start, spells.same, recipe.penalties, folds=FOLDS, seed=seed, told=told.step
    )
    return HazardModel(
        recipe=recipe,
        design=design,
        layout=layout,
        parameters=chosen.parameters,
        covariance=newton.inverse(chosen.curvature.information + chosen.penalties.matrix),
        familiar=unusual.familiar_of(matrix),
        recalibration=untouched(layout),
        fitted=Fitted(
            spells=len(np.unique(spells.same)),
            rows=len(spells),
            ends=tuple(int((seen.exit == place).sum()) for place in range(layout.exits)),
            seed=seed,
            strength=chosen.strength,
            held_out=chosen.held_out,
            group=chosen.penalties.group,
            ridges=chosen.penalties.ridges,
        ),
    )


class _Told:
    """Tells how far the fitting has come."""

    def __init__(self, progress: Callable[[int, int], None] | None, steps: int) -> None:
        self._progress, self._steps, self._done = progress, steps, 0

    def step(self, done: int | None = None) -> None:
        """One step further, or as far as `done`."""
        self._done = min(self._steps, self._done + 1 if done is None else done)
        if self._progress is not None:
            self._progress(self._done, self._steps)


def _refuse_empty(seen: Exposure, recipe: Recipe) -> None:
    if len(seen.band) == 0:
        raise Unfit("There are no spells to fit a model to.")
    if len(seen.ended) == 0:
        raise Unfit("None of the spells was seen to end within the bands, so nothing can be learned of how they end.")
    if seen.exit.max() >= len(recipe.exits):
        raise Unfit(f"A spell ended by exit number {seen.exit.max()}, and the recipe names {len(recipe.exits)}.")


def _shapes(seen: Exposure, cuts: Floats) -> Floats:
    """The shapes of time: 1, and the logarithm of time with mean 0 and spread 1 over the ends that were seen."""
    logs = np.log1p((cuts[:-1] + cuts[1:]) / 2)
    weights = np.bincount(seen.band[seen.ended], minlength=len(logs)) / len(seen.ended)
    middle = float(weights @ logs)
    spread = float(np.sqrt(weights @ (logs - middle) ** 2)) or 1.0
    return np.vstack([np.ones_like(logs), (logs - middle) / spread])


def _columns_by_shape(design: Design, recipe: Recipe) -> tuple[np.ndarray[tuple[int], np.dtype[np.int64]], ...]:
    late = set(recipe.late)
    changing = [place for place, column in enumerate(design.columns) if _changes(column, late)]
    return np.arange(len(design.columns)), np.array(changing, dtype=np.int64)


def _changes(column: Column, late: set[str]) -> bool:
    return set(column.features) <= late
