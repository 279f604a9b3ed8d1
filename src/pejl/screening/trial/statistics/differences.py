"""Differences between two arms with their intervals: of shares (Newcombe), and of means along curves."""

from __future__ import annotations

import math
from dataclasses import dataclass

from scipy.special import ndtri

from pejl.register import intervals
from pejl.screening.trial.statistics.curves import Mean, Share


@dataclass(frozen=True)
class Difference:
    """The tried arm less the control, with the least and the most that fit."""

    value: float
    low: float
    high: float
    error: float = math.nan


def of_shares(tried: Share, control: Share, persons: tuple[int, int]) -> Difference | None:
    """The difference of two shares with Newcombe's interval of 95 percent; None where an arm has nobody.

    Where some were not seen to the end, each share counts as many persons as its variance is worth; seen all, that is
    all of them, and the interval is Newcombe's own. `persons` are those of the two arms, for a share of 0 or 1.
    """
    sizes = [
        n if math.isnan(each.weighs) else min(each.weighs, n) for each, n in zip((tried, control), persons, strict=True)
    ]
    found = intervals.newcombe(tried.value * sizes[0], sizes[0], control.value * sizes[1], sizes[1])
    return Difference(found.share, found.least, found.most) if found else None


def between(tried: Mean, control: Mean, confidence: float = 0.95) -> Difference:
    """The difference of two means whose variances are known from their curves."""
    value, error = tried.value - control.value, math.sqrt(tried.variance + control.variance)
    reach = float(ndtri(0.5 + confidence / 2)) * error
    return Difference(value, value - reach, value + reach, error)
