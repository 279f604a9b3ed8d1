"""Pejl's own model, the null model and "ask first", as they are measured beside others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pejl import when_used
from pejl.screening.evaluation.heavy_tails import Steadied, steadied
from pejl.screening.evaluation.peer import Fitted, LeftOut, Task
from pejl.screening.evaluation.recipe import recipe_for
from pejl.screening.measures.curves import Steps, still_there
from pejl.screening.model.recipe import Recipe
from pejl.screening.spells import Columns, Floats, Spells

if TYPE_CHECKING:
    import numpy as np

    from pejl.screening.model import design, fitting, hazard_model
else:
    np = when_used.module("numpy")
    design = when_used.module("pejl.screening.model.design")
    fitting = when_used.module("pejl.screening.model.fitting")
    hazard_model = when_used.module("pejl.screening.model.hazard_model")


FAR = 0.1
"""A model whose chances lie so far from the shares it was fitted to has not been fitted."""


@dataclass(frozen=True)
class Null:
    """The same for all: the share of all training spells that still run."""

    steps: Steps

    def still(self, columns: Columns, entry: Floats, times: Floats) -> Floats:
        """The share still there, of those who were there at entry."""
        share = np.where(times[None, :] <= entry[:, None], 1.0, self.steps.at(times)[None, :])
        at_entry = np.where(entry > 0, self.steps.at(entry), 1.0)
        with np.errstate(invalid="ignore", divide="ignore"):
            kept = share / np.maximum(at_entry, 1e-12)[:, None]
        return np.asarray(np.where(times[None, :] <= entry[:, None], 1.0, np.clip(kept, 0, 1)))


class KaplanMeier:
    """The null model: nothing is known of anyone."""

    curve = True

    def fit(self, task: Task) -> Fitted:
        """The product-limit curve."""
        return Null(still_there(task.spells.ends))


@dataclass(frozen=True)
class Hazard:
    """Pejl's model, fitted."""

    model: hazard_model.HazardModel
    steadied: Steadied

    def still(self, columns: Columns, entry: Floats, times: Floats) -> Floats:
        """The chance of still running."""
        return self.model.chances(self.steadied.columns(columns), entry, times)[0]


class Pejl:
    """The glass box, with a recipe that the training spells alone decide."""

    curve = True

    def fit(self, task: Task) -> Fitted:
        """Recipe and model; both count in the time that fitting takes."""
        steady = steadied(task.spells.columns)
        spells = replace(task.spells, columns=steady.columns(task.spells.columns))
        recipe = recipe_for(spells, task.features, task.exits, task.horizons, seed=task.seed)
        plain = recipe.model_copy(update={"interactions": (), "late": ()})
        for tried in (recipe, plain):
            model = Hazard(_fitted(spells, tried, task.seed), steady)
            if _settled(model, task):
                return model
        raise LeftOut("The fit did not come to rest on these spells, also not with plain effects.")


def _fitted(spells: Spells, recipe: Recipe, seed: int) -> hazard_model.HazardModel:
    try:
        return fitting.fit(spells, recipe, seed=seed)
    except design.Unfit as unfit:
        raise LeftOut(str(unfit)) from unfit


def _settled(model: Hazard, task: Task) -> bool:
    """Whether the chances of the training spells are, on the whole, the share of them that still ran."""
    spells, times = task.spells, np.asarray(task.horizons)
    own = model.still(spells.columns, spells.ends.entry, times)
    if not np.isfinite(own).all():
        return False
    if np.any(spells.ends.entry > 0):
        return True
    share = still_there(spells.ends).at(times)
    return bool(np.all(np.abs(own.mean(axis=0) - share) < FAR))


class AskFirst(Pejl):
    """Only what the person expects: the same glass box with that one column."""

    def __init__(self, asked: tuple[str, ...]) -> None:
        self._asked = asked

    def fit(self, task: Task) -> Fitted:
        """The model of one column."""
        only = replace(task.features, names=self._asked, codes=())
        return super().fit(replace(task, features=only))
