"""The parameters at which likelihood and ridge balance: Fisher's scoring, halved where a step goes too far."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from pejl import when_used
from pejl.screening.model import likelihood
from pejl.screening.model.exposure import Exposure
from pejl.screening.model.likelihood import Curvature, Layout
from pejl.screening.model.penalties import Penalties, following_from
from pejl.screening.spells import Floats

if TYPE_CHECKING:
    import threadpoolctl
    from scipy import linalg
else:
    linalg = when_used.module("scipy.linalg")
    threadpoolctl = when_used.module("threadpoolctl")

LEARNING = 10
"""The most steps of parameters and ridges together."""
_ROUNDS, _SETTLING = 20, 12
_NEAR, _SETTLED, _NOTHING_LEFT = 0.05, 0.1, 1e3
_ENOUGH, _STILL = 1e-9, 0.02
_HALVINGS, _POLISHING = 12, 12


@dataclass(frozen=True)
class Problem:
    """What is to be fitted."""

    layout: Layout
    matrix: Floats
    seen: Exposure

    def at(self, parameters: Floats, *, apart: bool = False) -> Curvature:
        """Value, slope and information of all spells."""
        return likelihood.curvature(self.layout, parameters, self.matrix, self.seen, apart=apart)

    def slope(self, parameters: Floats) -> Floats:
        """The slope of the likelihood's logarithm."""
        return likelihood.slope(self.layout, parameters, self.matrix, self.seen)

    def value(self, parameters: Floats, penalty: Floats) -> float:
        """The likelihood's logarithm less what the ridge takes."""
        own = likelihood.value(self.layout, parameters, self.matrix, self.seen)
        return own - 0.5 * float(parameters @ penalty @ parameters)


def learned(
    problem: Problem, penalties: Penalties, start: Floats, told: Callable[[], None] = lambda: None
) -> tuple[Floats, Penalties]:
    """Parameters and ridges together: the likelihood as a parabola, the ridges that follow from it, and then anew from
    where that leads, until both stand."""
    parameters = start
    for _ in range(LEARNING):
        here = problem.at(parameters, apart=True)
        following = _following(problem.layout, here, parameters, penalties)
        moved, penalties = _moved(penalties, following), following
        after = _upwards(problem, penalties, parameters, here)
        far = np.max(np.abs(after - parameters), initial=0.0)
        parameters = after
        told()
        if far < _NEAR and moved < _SETTLED:
            break
    return parameters, penalties


def _following(layout: Layout, here: Curvature, parameters: Floats, penalties: Penalties) -> Penalties:
    """The ridges that follow while the likelihood is the parabola that it is here, each exit by itself."""
    parts = [slice(exit_ * layout.each, (exit_ + 1) * layout.each) for exit_ in range(layout.exits)]
    rights = [here.slope[part] + here.information[part, part] @ parameters[part] for part in parts]
    for _ in range(_ROUNDS):
        held = penalties.matrix
        inverses = [inverse(here.information[part, part] + held[part, part]) for part in parts]
        effects = np.concatenate([each @ right for each, right in zip(inverses, rights, strict=True)])
        following = following_from(penalties, effects, np.concatenate([np.diag(each) for each in inverses]))
        moved, penalties = _moved(penalties, following), following
        if moved < _STILL:
            break
    return penalties


def _moved(before: Penalties, after: Penalties) -> float:
    """How far the ridges have moved, but for those of effects that are drawn to nothing in any case."""
    moved = np.abs(np.log(after.ridges / before.ridges)) * (after.ridges < _NOTHING_LEFT)
    return float(np.max(moved, initial=0.0))


def settled(problem: Problem, penalties: Penalties, start: Floats) -> tuple[Floats, Curvature]:
    """The parameters for given ridges, from a start that is near, with the curvature there.

    The information is taken anew only where the last step did not bring the slope near 0.
    """
    parameters, penalty = start, penalties.matrix
    for _ in range(_SETTLING):
        here = problem.at(parameters)
        parameters = _upwards(problem, penalties, parameters, here)
        factor = linalg.cho_factor(here.information + penalty, lower=True)
        before = _NEAR
        for _ in range(_POLISHING):
            step = linalg.cho_solve(factor, problem.slope(parameters) - penalty @ parameters)
            far = float(np.max(np.abs(step), initial=0.0))
            if far > before:
                break  # Away from the top the information of here leads astray: no step that grows is taken.
            parameters, before = parameters + step, far
            if far < _ENOUGH:
                return parameters, here
    return parameters, problem.at(parameters)


def _upwards(problem: Problem, penalties: Penalties, parameters: Floats, here: Curvature) -> Floats:
    penalty = penalties.matrix
    step = solved(here.information + penalty, here.slope - penalty @ parameters)
    before = here.value - 0.5 * float(parameters @ penalty @ parameters)
    for halving in range(_HALVINGS):
        following = np.asarray(parameters + step / 2**halving)
        if problem.value(following, penalty) >= before - _ENOUGH * (1.0 + abs(before)):
            return following
    return parameters


@contextmanager
def on_one_thread() -> Iterator[None]:
    """Matrices of this size are faster on one thread, and the same each time. What solves systems is loaded first: the
    limit holds only for what is there."""
    _ = linalg.cho_factor
    with threadpoolctl.threadpool_limits(1):
        yield


def solved(matrix: Floats, right: Floats) -> Floats:
    """The solution of a system whose matrix is positive definite."""
    return np.asarray(linalg.cho_solve(linalg.cho_factor(matrix, lower=True), right))


def inverse(matrix: Floats) -> Floats:
    """The inverse of a positive definite matrix."""
    return solved(matrix, np.eye(len(matrix)))


def start_of(layout: Layout, seen: Exposure) -> Floats:
    """The baseline at the exits' shares of all that was seen, and no effects."""
    there = (seen.weight * seen.share).sum()
    rows = np.zeros((layout.exits, layout.each))
    ended = seen.ended
    for exit_ in range(layout.exits):
        left = seen.weight[ended, seen.band[ended]][seen.exit[ended] == exit_].sum()
        rows[exit_, : layout.bands] = np.log((left + 0.5) / (there + 1.0))
    return rows.ravel()
