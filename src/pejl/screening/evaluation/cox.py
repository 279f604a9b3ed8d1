"""Cox's model (lifelines), which most of what is known of sick leaves was found with."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pejl import when_used
from pejl.screening.evaluation.curves_at import still_of
from pejl.screening.evaluation.peer import Fitted, LeftOut, Task
from pejl.screening.evaluation.peer_design import PeerDesign, peer_design
from pejl.screening.spells import Columns, Floats

if TYPE_CHECKING:
    import lifelines
    import numpy as np
    import pandas as pd
    from lifelines import exceptions
else:
    lifelines = when_used.module("lifelines")
    exceptions = when_used.module("lifelines.exceptions")
    np = when_used.module("numpy")
    pd = when_used.module("pandas")

PENALTY = 0.01


@dataclass(frozen=True)
class _Fitted:
    design: PeerDesign
    effects: Floats
    times: Floats
    summed: Floats

    def still(self, columns: Columns, entry: Floats, times: Floats) -> Floats:
        """The chance of still running."""
        risk = self.design.matrix(columns) @ self.effects
        return still_of(risk, self.times, self.summed, entry, times)


class Cox:
    """Proportional hazards with a small ridge."""

    curve = True

    def fit(self, task: Task) -> Fitted:
        """The model. Raises `LeftOut` where it does not converge."""
        design = peer_design(task)
        table = pd.DataFrame(design.matrix(task.spells.columns))
        table.columns = [str(place) for place in range(table.shape[1])]
        ends = task.spells.ends
        table["time"], table["event"] = ends.time, ends.ended
        entry: dict[str, Any] = {}
        if np.any(ends.entry > 0):
            table["entry"] = ends.entry
            entry = {"entry_col": "entry"}
        model = lifelines.CoxPHFitter(penalizer=PENALTY)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                model.fit(table, "time", "event", **entry)
        except (exceptions.ConvergenceError, ValueError, ArithmeticError, np.linalg.LinAlgError) as trouble:
            raise LeftOut(f"Cox's model could not be fitted: {str(trouble).splitlines()[0][:120]}") from trouble
        base = model.baseline_cumulative_hazard_
        return _Fitted(design, model.params_.to_numpy(), base.index.to_numpy(float), base.iloc[:, 0].to_numpy())
