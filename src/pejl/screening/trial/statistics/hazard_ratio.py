"""Cox's hazard ratio of the tried arm against the control, stratified, with Efron's way with ties.

One covariate of two values needs no library: the partial likelihood is a sum over the risk table, and Newton's method
finds its top in a handful of steps. The tests hold it against `lifelines`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr, ndtri

from pejl.screening.trial.statistics.risk_table import RiskTable

_STEPS = 50
_NEAR = 1e-10
_FAR = 15.0
"""A logarithm beyond this means that one arm has all the ends: no ratio can be told."""


@dataclass(frozen=True)
class HazardRatio:
    """How much faster the tried arm ends: over 1 is faster. `log` and `error` are the logarithm and its standard
    error."""

    log: float
    error: float

    @property
    def ratio(self) -> float:
        """The ratio itself."""
        return math.exp(self.log)

    @property
    def z(self) -> float:
        """Wald's test against a ratio of 1."""
        return self.log / self.error

    @property
    def p(self) -> float:
        """Its two-sided p-value."""
        return 2 * float(ndtr(-abs(self.z)))

    def interval(self, confidence: float = 0.95) -> tuple[float, float]:
        """The least and the most ratio that fit, two-sided."""
        reach = float(ndtri(0.5 + confidence / 2)) * self.error
        return math.exp(self.log - reach), math.exp(self.log + reach)

    def beyond(self, margin: float) -> float:
        """How many standard errors the ratio lies above a margin: what non-inferiority asks."""
        return (self.log - math.log(margin)) / self.error


def hazard_ratio(table: RiskTable) -> HazardRatio | None:
    """The ratio; None where an arm has no ends, or nobody to compare with."""
    ends = (table.ends0 + table.ends1).astype(np.int64)
    rows = np.repeat(np.arange(len(ends)), ends)
    if not len(rows) or not table.ends0.sum() or not table.ends1.sum():
        return None
    first = np.repeat(np.cumsum(ends) - ends, ends)
    gone = (np.arange(len(rows)) - first) / ends[rows]
    left0 = table.risk0[rows] - gone * table.ends0[rows]
    left1 = table.risk1[rows] - gone * table.ends1[rows]
    observed, log = float(table.ends1.sum()), 0.0
    for _ in range(_STEPS):
        tried = left1 * math.exp(log)
        share = tried / (left0 + tried)
        information = float((share * (1 - share)).sum())
        if information <= 0:
            return None
        step = (observed - float(share.sum())) / information
        log += max(-1.0, min(1.0, step))
        if abs(log) > _FAR:
            return None
        if abs(step) < _NEAR:
            return HazardRatio(log, 1 / math.sqrt(information))
    return None
