"""Which interactions the training data speak for, before any of them is fitted.

Each pair of features is asked how much better the likelihood would explain the data if their products had effects drawn
around 0, given what the features already explain on their own (a score test, with the ridge that suits the pair best).
Those that gain most are tried; whether they stay is decided on spells that are held out.
"""

from __future__ import annotations

from itertools import combinations

import numpy as np

from pejl.screening.model.choosing import Chosen
from pejl.screening.model.design import LEVEL, LINE, Design
from pejl.screening.model.likelihood import log_odds, pieces_at
from pejl.screening.model.newton import Problem, solved
from pejl.screening.spells import Floats

LEAST_GAIN = 3.0
"""A pair that gains less in the logarithm of the likelihood is not tried."""
_WIDEST = 300
_DRAWN = np.logspace(-4, 0.5, 19)
"""The variances of effects that are tried for a pair."""


def speaking_pairs(
    problem: Problem, design: Design, fitted: Chosen, most: int, known: tuple[tuple[str, str], ...] = ()
) -> tuple[tuple[str, str], ...]:
    """The pairs that gain most, the best first, at most `most` of them and none of those that are `known`."""
    if most <= 0:
        return ()
    sides = _sides(design)
    taken = {frozenset(pair) for pair in known}
    pairs = [pair for pair in combinations(sides, 2) if frozenset(pair) not in taken]
    asked = _Asked(problem, fitted)
    columns = {name: problem.matrix[:, places] for name, places in sides.items()}
    gains = [(asked.gain(columns[one], columns[other]), one, other) for one, other in pairs]
    best = sorted((each for each in gains if each[0] >= LEAST_GAIN), key=lambda each: -each[0])
    return tuple((one, other) for _, one, other in best[:most])


def _sides(design: Design) -> dict[str, list[int]]:
    """The columns by which a feature takes part in a pair: the line of a number, the levels of words."""
    sides: dict[str, list[int]] = {}
    for place, column in enumerate(design.columns):
        if len(column.features) == 1 and column.kind in (LINE, LEVEL):
            sides.setdefault(column.features[0], []).append(place)
    return sides


class _Asked:
    """Asks pairs, against what the features explain on their own."""

    def __init__(self, problem: Problem, fitted: Chosen) -> None:
        layout = problem.layout
        pieces = pieces_at(log_odds(layout, fitted.parameters, problem.matrix))
        held = layout.effects(np.diag(fitted.penalties.matrix), problem.matrix.shape[1])[:, 0]
        self._matrix = np.column_stack([np.ones(len(problem.matrix)), problem.matrix])
        self._slopes = pieces.slopes(problem.seen).sum(axis=2)
        self._weights = [pieces.weights(problem.seen, each, each).sum(axis=1) for each in range(layout.exits)]
        self._known = [self._inner(weights, ridges) for weights, ridges in zip(self._weights, held, strict=True)]

    def _inner(self, weights: Floats, ridges: Floats) -> Floats:
        inner = (self._matrix * weights[:, None]).T @ self._matrix
        return np.asarray(inner + np.diag(np.concatenate([[1e-6], ridges])))

    def gain(self, one: Floats, other: Floats) -> float:
        """What a pair gains, over all exits."""
        products = (one[:, :, None] * other[:, None, :]).reshape(len(one), -1)
        products = products[:, products.std(axis=0) > 0]
        if products.shape[1] == 0 or products.shape[1] > _WIDEST:
            return 0.0
        by_exit = zip(self._slopes, self._weights, self._known, strict=True)
        return sum(self._of_exit(products, *each) for each in by_exit)

    def _of_exit(self, products: Floats, slopes: Floats, weights: Floats, known: Floats) -> float:
        cross = self._matrix.T @ (products * weights[:, None])
        inner = (products * weights[:, None]).T @ products - cross.T @ solved(known, cross)
        sizes, turns = np.linalg.eigh((inner + inner.T) / 2)
        sizes, pulled = np.maximum(sizes, 0.0), (turns.T @ (products.T @ slopes)) ** 2
        drawn = _DRAWN[:, None]
        gains = 0.5 * (drawn * pulled / (1 + drawn * sizes) - np.log1p(drawn * sizes)).sum(axis=1)
        return float(max(gains.max(), 0.0))
