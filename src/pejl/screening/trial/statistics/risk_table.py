"""Who was at risk, and who ended, at each time of each stratum, in the two arms: what log-rank and Cox both read."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr

from pejl.screening.spells import Bools, Floats, Ints


@dataclass(frozen=True)
class RiskTable:
    """One place for each time of each stratum at which somebody ended. `risk` are those not yet gone just before it.

    0 is the control arm, 1 the arm that is tried.
    """

    risk0: Floats
    risk1: Floats
    ends0: Floats
    ends1: Floats

    @property
    def ends(self) -> int:
        """How many ended in both arms."""
        return int(self.ends0.sum() + self.ends1.sum())


@dataclass(frozen=True)
class LogRank:
    """The log-rank test: `z` is positive where the tried arm ended more than was expected if nothing differed."""

    z: float
    p: float


def risk_table(time: Floats, ended: Bools, arm: Ints, stratum: Ints) -> RiskTable:
    """The table of spells that all begin at 0 and were last seen at `time`. Ends come before those last seen then."""
    order = np.lexsort((time, stratum))
    time, ended, tried, stratum = time[order], ended[order], arm[order] == 1, stratum[order]
    changes = np.ones(len(time), dtype=bool)
    changes[1:] = (np.diff(stratum) != 0) | (np.diff(time) != 0)
    starts = np.flatnonzero(changes)
    own = stratum[starts]

    def summed(flags: Bools) -> Floats:
        return np.add.reduceat(flags.astype(float), starts) if len(starts) else np.zeros(0)

    seen0, seen1 = summed(~tried), summed(tried)
    ends0, ends1 = summed(~tried & ended), summed(tried & ended)
    kept = (ends0 + ends1) > 0
    risk0, risk1 = _at_risk(seen0, own), _at_risk(seen1, own)
    return RiskTable(risk0[kept], risk1[kept], ends0[kept], ends1[kept])


def log_rank(table: RiskTable) -> LogRank | None:
    """The stratified log-rank test (Mantel 1966), two-sided; None where nothing can be compared."""
    ends, risk = table.ends0 + table.ends1, table.risk0 + table.risk1
    share = table.risk1 / risk
    spread = ends * share * (1 - share) * np.divide(risk - ends, risk - 1, out=np.zeros_like(risk), where=risk > 1)
    variance = float(spread.sum())
    if variance <= 0:
        return None
    z = float((table.ends1 - ends * share).sum()) / math.sqrt(variance)
    return LogRank(z, 2 * float(ndtr(-abs(z))))


def _at_risk(seen: Floats, stratum: Ints) -> Floats:
    """How many of a stratum are seen at each time or later."""
    if not len(seen):
        return seen
    later = np.cumsum(seen[::-1])[::-1]
    beyond = np.append(later, 0.0)
    last = np.append(np.flatnonzero(np.diff(stratum)), len(seen) - 1)
    return np.asarray(later - beyond[last[np.searchsorted(last, np.arange(len(seen)))] + 1])
