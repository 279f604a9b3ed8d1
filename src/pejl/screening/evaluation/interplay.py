"""Which features work together, and which whole numbers are codes: found among training spells by holding some out.

Fitting the whole model for each pair of features would take hours. What a model without features leaves unexplained of
each spell (its martingale residual: 1 if it ended, less the hazard it stood under) is explained by straight regression
instead, in parts that are held out in turn. A pair is taken where it explains more than chance would.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from pejl import when_used
from pejl.screening.evaluation.feature_columns import AS_CODES, Features
from pejl.screening.measures.curves import still_there
from pejl.screening.model.design import BEND, PAIR, Design, design_of
from pejl.screening.model.recipe import MOST_INTERACTIONS, Recipe
from pejl.screening.spells import Ends, Floats, Ints, Spells

if TYPE_CHECKING:
    import numpy as np
else:
    np = when_used.module("numpy")

ROWS = 12_000
"""So many spells are enough to see which features work together."""
PARTS = 5
RIDGES = (0.01, 0.1, 1.0)
"""As a share of a spell's weight in the regression; the best is taken."""
MOST_COLUMNS = 45
"""A pair of more columns cannot be read as a table, and costs more than it tells."""
MOST_FEATURES = 16
"""Pairs are sought among the features that tell most."""
WORTH = 3.0
"""A pair must lower the held-out squares by so many spells' worth."""


class Judge:
    """Judges features by training spells that are held out."""

    def __init__(self, spells: Spells, horizons: Sequence[float], seed: int) -> None:
        rng = np.random.default_rng(seed)
        rows = np.sort(rng.permutation(len(spells))[:ROWS])
        self._spells = spells.only(rows)
        self._left = _unexplained(spells.ends, horizons)[rows]
        self._part = rng.integers(0, PARTS, len(np.unique(self._spells.same)))[
            np.unique(self._spells.same, return_inverse=True)[1]
        ]

    def settled(self, features: Features) -> tuple[str, ...]:
        """The features, and a whole number that tells more as codes than as a curve by its codes."""
        return tuple(
            name + AS_CODES if name in features.codes and self._better_as_codes(name) else name
            for name in features.names
        )

    def _better_as_codes(self, name: str) -> bool:
        known, plain = self._spells.columns, Recipe(bands=(0, 1), exits=("any",))
        curve = design_of(plain.model_copy(update={"numbers": (name,)}), known).matrix(known)
        codes = design_of(plain.model_copy(update={"words": (name + AS_CODES,)}), known).matrix(known)
        return self._gain(codes, self._left) > self._gain(curve, self._left) + WORTH

    def pairs(self, recipe: Recipe) -> tuple[tuple[str, str], ...]:
        """The pairs of features that are worth their place, the best first; at most as many as can be read."""
        plain = recipe.model_copy(update={"interactions": (), "late": ()})
        design = design_of(plain, self._spells.columns)
        base = design.matrix(self._spells.columns)
        if not base.shape[1]:
            return ()
        left = self._left - base @ _solved(base, self._left, RIDGES[0])
        found = []
        for pair in combinations(self._telling(design, base), 2):
            block = _products(design, base, pair)
            if 0 < block.shape[1] <= MOST_COLUMNS:
                beside = block - base @ _solved(base, block, RIDGES[0])
                found.append((self._gain(beside, left), pair))
        worth = [(gain, pair) for gain, pair in found if gain > WORTH]
        return tuple(pair for _, pair in sorted(worth, reverse=True)[:MOST_INTERACTIONS])

    def _telling(self, design: Design, base: Floats) -> list[str]:
        """The features that tell most by themselves."""
        names = list(dict.fromkeys(column.features[0] for column in design.columns))
        gains = {name: self._gain(base[:, _places(design, name)], self._left) for name in names}
        kept = set(sorted(names, key=lambda name: -gains[name])[:MOST_FEATURES])
        return [name for name in names if name in kept]

    def _gain(self, block: Floats, left: Floats) -> float:
        """How many spells' worth of squares the columns take off what is left, in the parts that are held out."""
        spread = block.std(axis=0)
        block = block[:, spread > 0] / spread[spread > 0]
        if not block.shape[1]:
            return 0.0
        grams = [_gram(block[self._part == part], left[self._part == part]) for part in range(PARTS)]
        whole = [sum(each[place] for each in grams) for place in range(2)]
        best = -np.inf
        for ridge in RIDGES:
            gain = 0.0
            for square, cross in grams:
                others = whole[0] - square
                effect = np.linalg.solve(others + ridge * len(block) * np.eye(len(square)), whole[1] - cross)
                gain += float((2 * effect * cross - effect * (square @ effect)).sum())
            best = max(best, gain)
        return float(best / left.shape[1])


def _unexplained(ends: Ends, horizons: Sequence[float]) -> Floats:
    """Each spell's martingale residual up to each horizon and to the end, in units of their spread."""
    steps = still_there(ends)
    hazard = -np.diff(np.log(np.clip(np.concatenate(([1.0], steps.share)), 1e-12, 1)))
    summed = np.concatenate(([0.0], np.cumsum(np.minimum(hazard, 5.0))))
    columns: list[Floats] = []
    for weeks in (*horizons, np.inf):
        until = np.minimum(ends.time, weeks)
        stood = summed[np.searchsorted(steps.times, until, side="right")]
        stood = stood - summed[np.searchsorted(steps.times, np.minimum(ends.entry, until), side="right")]
        left: Floats = (ends.ended & (ends.time <= weeks)) - stood
        columns.append((left - left.mean()) / (left.std() or 1.0))
    return np.stack(columns, axis=1)


def _gram(block: Floats, left: Floats) -> tuple[Floats, Floats]:
    return block.T @ block, block.T @ left


def _solved(base: Floats, of: Floats, ridge: float) -> Floats:
    """The effects of a ridge regression."""
    return np.asarray(np.linalg.solve(base.T @ base + ridge * np.eye(base.shape[1]) * len(base) / 100, base.T @ of))


def _places(design: Design, name: str) -> Ints:
    return np.array(
        [place for place, column in enumerate(design.columns) if column.features == (name,)], dtype=np.int64
    )


def _products(design: Design, base: Floats, pair: tuple[str, str]) -> Floats:
    """The columns of a pair: lines of numbers and levels of words, no bends, as the design multiplies them."""
    first, second = (
        base[:, [place for place in _places(design, name) if design.columns[place].kind not in (BEND, PAIR)]]
        for name in pair
    )
    products = (first[:, :, None] * second[:, None, :]).reshape(len(base), -1)
    return np.asarray(products[:, np.count_nonzero(np.abs(products) > 1e-9, axis=0) > 0])
