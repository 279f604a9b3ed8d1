"""LightGBM at each horizon by itself: the boosted trees that win most comparisons of tables."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pejl import when_used
from pejl.screening.evaluation.peer import Fitted, LeftOut, Task
from pejl.screening.evaluation.peer_design import PeerDesign, peer_design
from pejl.screening.evaluation.trees import NOT_INSTALLED
from pejl.screening.measures.curves import still_seen
from pejl.screening.measures.seen import seen_at
from pejl.screening.spells import Columns, Floats

if TYPE_CHECKING:
    import lightgbm
    import numpy as np
else:
    lightgbm = when_used.module("lightgbm")
    np = when_used.module("numpy")


@dataclass(frozen=True)
class _Fitted:
    design: PeerDesign
    models: dict[float, Any]

    def still(self, columns: Columns, entry: Floats, times: Floats) -> Floats:
        """The chance at the horizons that it was fitted for; it says nothing of other times."""
        matrix = np.column_stack([self.design.matrix(columns), entry])
        said = np.full((len(entry), len(times)), np.nan)
        for place, weeks in enumerate(times.tolist()):
            if weeks in self.models:
                said[:, place] = self.models[weeks](matrix)
        return said


class Light:
    """A model for each horizon, of those whose outcome there is known, weighed for those who were lost sight of."""

    curve = False

    def fit(self, task: Task) -> Fitted:
        """The models. Raises `LeftOut` where LightGBM is not there."""
        spells = task.spells
        design = peer_design(task)
        matrix = np.column_stack([design.matrix(spells.columns), spells.ends.entry])
        looked = still_seen(spells.ends)
        models: dict[float, Any] = {}
        for weeks in task.horizons:
            seen = seen_at(spells.ends, weeks, looked)
            known = seen.weight > 0
            rows = np.flatnonzero(seen.rows)[known]
            models[weeks] = self._one(matrix[rows], seen.still[known], seen.weight[known], task.seed)
        return _Fitted(design, models)

    def _one(self, matrix: Floats, still: Floats, weight: Floats, seed: int) -> Any:
        if len(np.unique(still)) < 2:
            return lambda others: np.full(len(others), float(still.mean()) if len(still) else np.nan)
        try:
            model = lightgbm.LGBMClassifier(
                n_estimators=150, num_leaves=8, learning_rate=0.04, n_jobs=1, random_state=seed, verbosity=-1
            )
        except ModuleNotFoundError as absent:
            raise LeftOut(NOT_INSTALLED.format("LightGBM")) from absent
        model.fit(matrix, still, sample_weight=weight)
        return lambda others: _quietly(model, others)


def _quietly(model: Any, matrix: Floats) -> Floats:
    """LightGBM remarks on columns without names, which nobody asked for."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return np.asarray(model.predict_proba(matrix)[:, 1])
