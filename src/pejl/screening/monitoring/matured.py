"""Assessments whose time has come: what was said of each, and what became of it.

An assessment is matured when the day that it spoke of (so many weeks from the first day of absence) has been reached in
what the register knows. Early effort is meant to change outcomes, so a model that is right looks wrong among those who
got it: the clean answer is among those whose advice was withheld (the trial's control arm and shadow cases).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pejl.register.intervals import wilson
from pejl.screening.measures.calibration import slope
from pejl.screening.measures.ordered import Judged
from pejl.screening.spells import Floats

FEWEST = 30
"""Of fewer matured assessments nothing is concluded."""


@dataclass(frozen=True)
class Matured:
    """One matured assessment: when it was made, its chance of still being sick, and whether the person was.

    `withheld` is whether nobody saw the advice; `flagged` whether it advised early effort, `released` whether somebody
    was released on it. `sex`, `age` and `family` are for error rates by group and may be None.
    """

    spell: str
    day: dt.date
    chance: float
    still: bool
    withheld: bool
    flagged: bool
    released: bool
    sex: str | None = None
    age: str | None = None
    family: str | None = None


@dataclass(frozen=True)
class Calibration:
    """Observed over expected among matured assessments with its interval (Wilson's: a little wide, for the chances
    differ), and the calibration slope.

    `surprise` is the largest excursion of the running sum of observed minus expected, in the order of the days, in
    units of its standard deviation: about 2.5 is seldom reached by chance (5 in 100), 3 hardly ever. `rising` is the
    largest excursion upwards alone.
    """

    of: int
    expected: float
    observed: int
    ratio: float
    low: float
    high: float
    slope: float | None
    surprise: float
    rising: float


def calibration(matured: Sequence[Matured]) -> Calibration | None:
    """How chances and outcomes agree; None where there are too few."""
    if len(matured) < FEWEST:
        return None
    ordered = sorted(matured, key=lambda each: (each.day, each.spell))
    chance = np.clip(np.array([each.chance for each in ordered], np.float64), 1e-6, 1 - 1e-6)
    still = np.array([each.still for each in ordered], np.float64)
    expected, observed = float(chance.sum()), int(still.sum())
    share, mean = wilson(observed, len(ordered)), expected / len(ordered)
    if share is None:
        return None
    run = _run(chance, still)
    return Calibration(
        of=len(ordered),
        expected=expected,
        observed=observed,
        ratio=observed / expected,
        low=share.least / mean,
        high=share.most / mean,
        slope=_slope(chance, still),
        surprise=float(np.abs(run).max()),
        rising=float(run.max()),
    )


def _slope(chance: Floats, still: Floats) -> float | None:
    """The calibration slope; None where all ended alike, or all chances are nearly the same."""
    if not 0 < still.sum() < len(still):
        return None
    found, _ = slope(Judged(chance, still, np.ones(len(chance))), np.arange(len(chance)))
    return found if np.isfinite(found) else None


def _run(chance: Floats, still: Floats) -> Floats:
    """The running sum of observed minus expected, in standard deviations of its whole."""
    spread = np.sqrt((chance * (1 - chance)).sum())
    return np.asarray(np.cumsum(still - chance) / spread, np.float64)
