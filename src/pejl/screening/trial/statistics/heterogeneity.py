"""Whether an effect differs from part to part: Cochran's Q of the parts' logarithms, and I², the share of their
spread that is more than chance (Higgins and Thompson 2002)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import chdtrc

from pejl.screening.trial.statistics.hazard_ratio import HazardRatio


@dataclass(frozen=True)
class Heterogeneity:
    """`p` is the chance of so much spread if the effect is the same everywhere."""

    parts: int
    q: float
    p: float
    i_squared: float


def heterogeneity(ratios: Sequence[HazardRatio]) -> Heterogeneity | None:
    """Of the parts that have a ratio; None where there are fewer than two."""
    if len(ratios) < 2:
        return None
    logs = np.array([each.log for each in ratios])
    weights = np.array([1 / each.error**2 for each in ratios])
    q = float((weights * (logs - np.average(logs, weights=weights)) ** 2).sum())
    freedom = len(ratios) - 1
    return Heterogeneity(len(ratios), q, float(chdtrc(freedom, q)), max(0.0, (q - freedom) / q) if q > 0 else 0.0)
