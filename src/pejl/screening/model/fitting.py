"""Fitting: from spells and a recipe to a model."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from pejl.screening.model import choosing, newton
from pejl.screening.model.design import Design, Unfit, design_of
from pejl.screening.model.exposure import Exposure, exposure_of
from pejl.screening.model.hazard_model import Fitted, HazardModel
from pejl.screening.model.likelihood import Layout
from pejl.screening.model.newton import Problem
from pejl.screening.model.penalties import first_penalties
from pejl.screening.model.recalibration import untouched
from pejl.screening.model.recipe import Recipe
from pejl.screening.model.shapes import shapes_of
from pejl.screening.model.unusual import familiar_of
from pejl.screening.spells import Ints, Spells

FOLDS = 5


def fit(
    spells: Spells, recipe: Recipe, *, seed: int, progress: Callable[[int, int], None] | None = None
) -> HazardModel:
    """The model of `recipe` that these spells lead to: the same spells, recipe and seed, the same model bit for bit.

    Raises `Unfit`, with a sentence, where no model can be fitted to the spells.
    """
    told = _Told(progress, newton.LEARNING)
    seen = exposure_of(spells.ends, spells.same, np.asarray(recipe.bands))
    _refuse_empty(seen, recipe)
    with newton.on_one_thread():
        model = _fitted(spells, recipe, seen, seed, told)
        told.all()
        return model


def _fitted(spells: Spells, recipe: Recipe, seen: Exposure, seed: int, told: _Told) -> HazardModel:
    design = design_of(recipe, spells.columns)
    shapes = shapes_of(seen, np.asarray(recipe.bands))
    layout = Layout(len(recipe.exits), shapes, _places(design, set(recipe.late), len(shapes)))
    problem = Problem(layout, design.matrix(spells.columns), seen)
    start, ridges = newton.learned(problem, first_penalties(layout, design), newton.start_of(layout, seen), told.step)
    strengths = choosing.Strengths(recipe.penalties, FOLDS, seed)
    chosen = choosing.chosen(problem, ridges, start, spells.same, strengths)
    return HazardModel(
        recipe=recipe,
        design=design,
        layout=layout,
        parameters=chosen.parameters,
        covariance=newton.inverse(chosen.curvature.information + chosen.penalties.matrix),
        familiar=familiar_of(problem.matrix),
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

    def step(self) -> None:
        """One step further."""
        self._tell(min(self._steps, self._done + 1))

    def all(self) -> None:
        """Done."""
        self._tell(self._steps)

    def _tell(self, done: int) -> None:
        self._done = done
        if self._progress is not None:
            self._progress(done, self._steps)


def _refuse_empty(seen: Exposure, recipe: Recipe) -> None:
    if len(seen.band) == 0:
        raise Unfit("There are no spells to fit a model to.")
    if len(seen.ended) == 0:
        raise Unfit("None of the spells was seen to end within the bands, so nothing can be learned of how they end.")
    if seen.exit.max() >= len(recipe.exits):
        raise Unfit(f"A spell ended by exit number {seen.exit.max()}, and the recipe names {len(recipe.exits)}.")


def _places(design: Design, late: set[str], shapes: int) -> tuple[Ints, ...]:
    every = np.arange(len(design.columns))
    changing = np.array([set(column.features) <= late for column in design.columns], dtype=bool)
    return every, *(every[changing] for _ in range(shapes - 1))
