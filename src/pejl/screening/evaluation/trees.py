"""Random survival forest and gradient boosted survival (scikit-survival), with the settings of the published figures.

Both know no delayed entry: where there is any, they count from entry, and the entry is a feature. Times are joined to
at most a hundred different ones for the forest, which keeps a curve in every leaf; large files are drawn from.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from pejl import when_used
from pejl.screening.evaluation.curves_at import breslow, still_of
from pejl.screening.evaluation.peer import Fitted, LeftOut, Task
from pejl.screening.evaluation.peer_design import PeerDesign, peer_design
from pejl.screening.spells import Columns, Ends, Floats

if TYPE_CHECKING:
    import numpy as np
    from sksurv import ensemble, util
else:
    np = when_used.module("numpy")
    ensemble = when_used.module("sksurv.ensemble")
    util = when_used.module("sksurv.util")

TIMES = 100
ROWS_OF_FOREST = 20_000
ROWS_OF_BOOSTING = 8_000
AT_ONCE = 5_000
"""Spells whose curves a forest is asked for at a time."""
NOT_INSTALLED = "{} is not installed: `make evaluate`, or install `pejl[evaluate]`."


@dataclass(frozen=True)
class _Forest:
    design: PeerDesign
    delayed: bool
    model: Any

    def still(self, columns: Columns, entry: Floats, times: Floats) -> Floats:
        """The chance of still running."""
        matrix = _matrix(self.design, columns, entry, delayed=self.delayed)
        pieces = [
            self._of(matrix[first : first + AT_ONCE], entry[first : first + AT_ONCE], times)
            for first in range(0, len(matrix), AT_ONCE)
        ]
        return np.concatenate(pieces)

    def _of(self, matrix: Floats, entry: Floats, times: Floats) -> Floats:
        curves = np.column_stack(
            [np.ones(len(matrix)), self.model.predict_survival_function(matrix, return_array=True)]
        )
        since = np.clip(times[None, :] - entry[:, None], 0.0, None)
        place = np.searchsorted(self.model.unique_times_, since, side="right")
        return np.asarray(np.take_along_axis(curves, place, axis=1))


class Forest:
    """Two hundred trees with leaves of thirty spells or more."""

    curve = True

    def fit(self, task: Task) -> Fitted:
        """The forest. Raises `LeftOut` where scikit-survival is not there."""
        task = _drawn(task, ROWS_OF_FOREST)
        spells = task.spells
        delayed = bool(np.any(spells.ends.entry > 0))
        design = peer_design(task)
        matrix = _matrix(design, spells.columns, spells.ends.entry, delayed=delayed)
        try:
            model = ensemble.RandomSurvivalForest(
                n_estimators=200, min_samples_leaf=min(30, max(3, len(spells) // 20)), n_jobs=-1, random_state=task.seed
            )
            model.fit(matrix, _outcome(spells.ends, _joined(spells.ends, task.horizons)))
        except ModuleNotFoundError as absent:
            raise LeftOut(NOT_INSTALLED.format("scikit-survival")) from absent
        return _Forest(design, delayed, model)


@dataclass(frozen=True)
class _Boosted:
    design: PeerDesign
    delayed: bool
    model: Any
    times: Floats
    summed: Floats

    def still(self, columns: Columns, entry: Floats, times: Floats) -> Floats:
        """The chance of still running."""
        risk = self.model.predict(_matrix(self.design, columns, entry, delayed=self.delayed))
        if not self.delayed:
            return still_of(risk, self.times, self.summed, np.zeros(len(entry)), times)
        nothing = np.zeros(1)
        return np.concatenate(
            [
                still_of(risk[row : row + 1], self.times, self.summed, nothing, np.clip(times - entry[row], 0.0, None))
                for row in range(len(entry))
            ]
        )


class Boosted:
    """A hundred boosted trees on Cox's partial likelihood."""

    curve = True

    def fit(self, task: Task) -> Fitted:
        """The trees. Raises `LeftOut` where scikit-survival is not there."""
        task = _drawn(task, ROWS_OF_BOOSTING)
        spells = task.spells
        delayed = bool(np.any(spells.ends.entry > 0))
        design = peer_design(task)
        matrix = _matrix(design, spells.columns, spells.ends.entry, delayed=delayed)
        since = Ends(np.zeros(len(spells)), spells.ends.time - spells.ends.entry, spells.ends.exit)
        try:
            model = ensemble.GradientBoostingSurvivalAnalysis(
                n_estimators=100,
                learning_rate=0.1,
                max_depth=3,
                subsample=0.7,
                min_samples_leaf=20,
                random_state=task.seed,
            )
            model.fit(matrix, _outcome(spells.ends, since.time))
        except ModuleNotFoundError as absent:
            raise LeftOut(NOT_INSTALLED.format("scikit-survival")) from absent
        return _Boosted(design, delayed, model, *breslow(model.predict(matrix), since))


def _matrix(design: PeerDesign, columns: Columns, entry: Floats, *, delayed: bool) -> Floats:
    matrix = design.matrix(columns)
    return np.column_stack([matrix, entry]) if delayed else matrix


def _outcome(ends: Ends, time: Floats) -> Any:
    return util.Surv.from_arrays(ends.ended, time)


def _joined(ends: Ends, horizons: tuple[float, ...]) -> Floats:
    """Times since entry, joined upwards to few different ones; a horizon stays a border."""
    time = ends.time - ends.entry
    if len(np.unique(time)) <= TIMES:
        return time
    borders = np.unique(np.concatenate((np.quantile(time, np.linspace(0, 1, TIMES)), np.asarray(horizons))))
    return np.asarray(np.append(borders, borders[-1])[np.searchsorted(borders, time, side="left")])


def _drawn(task: Task, most: int) -> Task:
    """The task with at most so many spells, drawn by its seed."""
    rows = len(task.spells)
    if rows <= most:
        return task
    kept = np.sort(np.random.default_rng(task.seed).permutation(rows)[:most])
    return replace(task, spells=task.spells.only(kept))
