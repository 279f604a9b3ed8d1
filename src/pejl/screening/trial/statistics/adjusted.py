"""The hazard ratio with other things known at the draw held equal: Cox's model of several covariates, by `lifelines`.

It stands beside the main analysis, which needs none: where arms were drawn, adjusting changes the precision and not
the question.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from pejl.screening.spells import Bools, Floats, Ints
from pejl.screening.trial.statistics.hazard_ratio import HazardRatio
from pejl.when_used import module

if TYPE_CHECKING:
    import lifelines
    import pandas as pd
else:
    lifelines = module("lifelines")
    pd = module("pandas")


def adjusted(
    time: Floats, ended: Bools, arm: Ints, covariates: Mapping[str, Floats], stratum: Ints | None = None
) -> HazardRatio | None:
    """The ratio of the arm beside the covariates. What is the same for all is left out; None where it has no top."""
    kept = {name: values for name, values in covariates.items() if np.ptp(values) > 0}
    frame = pd.DataFrame({"_time": time, "_ended": ended, "_arm": arm, **kept})
    strata = None
    if stratum is not None:
        frame["_stratum"], strata = stratum, ["_stratum"]
    try:
        fitted = lifelines.CoxPHFitter().fit(frame, "_time", "_ended", strata=strata)
    except lifelines.exceptions.ConvergenceError:
        return None
    return HazardRatio(float(fitted.params_["_arm"]), float(fitted.standard_errors_["_arm"]))
