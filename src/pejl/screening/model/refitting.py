"""The same model fitted to other spells: to those that are left when some are held out.

Recipe, knots and ridges stay as they are, and so does the curvature, scaled to the number of spells: the way up is
then found by slopes alone, from where the model stands. It ends at the parameters that a fit from nothing would find
under the same ridges, at a fraction of its time. The covariance is that of the model, scaled in the same way.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

import numpy as np

from pejl.screening.model import likelihood, newton
from pejl.screening.model.design import Unfit
from pejl.screening.model.exposure import exposure_of
from pejl.screening.model.hazard_model import HazardModel
from pejl.screening.model.penalties import first_penalties
from pejl.screening.model.recalibration import untouched
from pejl.screening.spells import Bools, Floats, Spells

_STEPS, _ENOUGH = 60, 1e-4
_HALVINGS = 8
_HELD = 1e7
"""The ridge that holds an effect at nothing."""


def refit(model: HazardModel, spells: Spells, *, without: Collection[str] = ()) -> HazardModel:
    """The model as these spells alone would have it; `without` names features that it is to know nothing of.

    Raises `Unfit` where none of the spells was seen to end.
    """
    seen = exposure_of(spells.ends, spells.same, model.cuts)
    if not len(seen.ended):
        raise Unfit("None of the spells was seen to end within the bands, so nothing can be learned of how they end.")
    problem = newton.Problem(model.layout, model.design.matrix(spells.columns), seen)
    own = replace(first_penalties(model.layout, model.design), ridges=model.fitted.ridges).matrix
    with newton.on_one_thread():
        information = newton.inverse(model.covariance) - own
        share = len(np.unique(spells.same)) / model.fitted.spells
        gone = _gone(model, without)
        held = own + np.diag(np.where(gone, _HELD, 0.0))
        curved = share * information + held
        parameters = _climbed(problem, np.where(gone, 0.0, model.parameters), held, curved)
        return replace(
            model,
            parameters=parameters,
            covariance=newton.inverse(curved),
            recalibration=untouched(model.layout),
            fitted=replace(model.fitted, spells=len(np.unique(spells.same)), rows=len(spells)),
        )


def _climbed(problem: newton.Problem, parameters: Floats, held: Floats, curved: Floats) -> Floats:
    """The top, reached by steps under a curvature that stays."""
    best = problem.value(parameters, held)
    for _ in range(_STEPS):
        step = newton.solved(curved, slope(problem, parameters) - held @ parameters)
        for halving in range(_HALVINGS):
            following = np.asarray(parameters + step / 2**halving)
            value = problem.value(following, held)
            if value >= best - 1e-9 * (1.0 + abs(best)):
                break
        else:
            return parameters
        moved, parameters, best = np.max(np.abs(following - parameters)), following, value
        if moved < _ENOUGH:
            break
    return parameters


def slope(problem: newton.Problem, parameters: Floats) -> Floats:
    """The slope of the logarithm of the likelihood."""
    layout = problem.layout
    slopes = likelihood.pieces_at(likelihood.log_odds(layout, parameters, problem.matrix)).slopes(problem.seen)
    by_shape = np.einsum("knb,mb->kmn", slopes, layout.shapes, optimize=True)
    rows = [
        [
            slopes[exit_].sum(axis=0),
            *(problem.matrix[:, some].T @ by_shape[exit_, m] for m, some in enumerate(layout.columns)),
        ]
        for exit_ in range(layout.exits)
    ]
    return np.concatenate([part for row in rows for part in row])


def _gone(model: HazardModel, without: Collection[str]) -> Bools:
    """The parameters that stand for a feature that is to be left out."""
    named = set(without)
    columns = np.array([bool(named & set(column.features)) for column in model.design.columns], np.bool_)
    own = [np.zeros(model.layout.bands, np.bool_), *(columns[some] for some in model.layout.columns)]
    return np.tile(np.concatenate(own), model.layout.exits)
