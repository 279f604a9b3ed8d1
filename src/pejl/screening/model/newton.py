"""The parameters at which likelihood and ridge balance: Fisher's scoring, halved where a step goes too far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from pejl import when_used
from pejl.screening.model import likelihood
from pejl.screening.model.exposure import Exposure
from pejl.screening.model.likelihood import Curvature, Layout
from pejl.screening.model.penalties import Penalties, first_penalties, following_from
from pejl.screening.spells import Floats

if TYPE_CHECKING:
    from scipy import linalg
else:
    linalg = when_used.module("scipy.linalg")

LEARNING = 10
"""The most steps of parameters and ridges together."""
_ROUNDS, _SETTLING = 20, 12
_NEAR, _HELD_FAST = 0.02, 1e3
_ENOUGH, _STILL = 1e-9, 0.02
_HALVINGS = 12


@dataclass(frozen=True)
class Problem:
    """What is to be fitted."""

    layout: Layout
    matrix: Floats
    seen: Exposure

    def at(self, parameters: Floats) -> Curvature:
        """Value, slope and information of all spells."""
        return likelihood.curvature(self.layout, parameters, self.matrix, self.seen)[0]

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
        here = problem.at(parameters)
        following = _following(here, parameters, penalties)
        moved = np.abs(np.log(following.ridges / penalties.ridges))
        penalties = following
        after = _upwards(problem, penalties, parameters, here)
        far = np.max(np.abs(after - parameters), initial=0.0)
        parameters = after
        told()
        if far < _NEAR and np.max(moved * (penalties.ridges < _HELD_FAST), initial=0.0) < _STILL:
            break
    return parameters, penalties


def _following(here: Curvature, parameters: Floats, penalties: Penalties) -> Penalties:
    """The ridges that follow while the likelihood is the parabola that it is here."""
    right = here.slope + here.information @ parameters
    for _ in range(_ROUNDS):
        variances = inverse(here.information + penalties.matrix)
        following = following_from(penalties, variances @ right, np.diag(variances))
        moved = np.abs(np.log(following.ridges / penalties.ridges))
        penalties = following
        if np.max(moved * (penalties.ridges < _HELD_FAST), initial=0.0) < _STILL:
            break
    return penalties


def settled(problem: Problem, penalties: Penalties, start: Floats) -> tuple[Floats, Curvature]:
    """The parameters for given ridges, with the curvature there."""
    parameters = start
    for _ in range(_SETTLING):
        following, here = stepped(problem, penalties, parameters)
        moved, parameters = np.max(np.abs(following - parameters), initial=0.0), following
        if moved < _ENOUGH**0.5:
            break
    return parameters, here


def stepped(problem: Problem, penalties: Penalties, parameters: Floats) -> tuple[Floats, Curvature]:
    """One step up, and the curvature before it."""
    here = problem.at(parameters)
    return _upwards(problem, penalties, parameters, here), here


def _upwards(problem: Problem, penalties: Penalties, parameters: Floats, here: Curvature) -> Floats:
    penalty = penalties.matrix
    step = solved(here.information + penalty, here.slope - penalty @ parameters)
    before = here.value - 0.5 * float(parameters @ penalty @ parameters)
    for halving in range(_HALVINGS):
        following = np.asarray(parameters + step / 2**halving)
        if problem.value(following, penalty) >= before - _ENOUGH * (1.0 + abs(before)):
            return following
    return parameters


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


__all__ = ["Problem", "first_penalties", "inverse", "learned", "settled", "solved", "start_of", "stepped"]
