"""Bounds for looking at a trial before it ends, so that all looks together are wrong as seldom as one would be.

The test after each look moves as a Brownian motion in information (the share of the ends that have been seen). The
chance of crossing is computed exactly, look by look (Armitage, McPherson and Rowe 1969). O'Brien and Fleming's bound is
by the spending of Lan and DeMets (1983), so that looks need not come when planned; Haybittle and Peto's asks for three
standard errors at each look and leaves almost all to the last.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from scipy.optimize import brentq
from scipy.special import ndtr, ndtri

from pejl.screening.spells import Floats
from pejl.screening.trial.statistics.bound import Bound

_PANELS = 30
_IN_PANEL, _IN_PANEL_WEIGHTS = np.polynomial.legendre.leggauss(16)
_NODES = ((2 * np.arange(_PANELS)[:, None] + 1 + _IN_PANEL[None, :]) / _PANELS - 1).ravel()
"""Gauss and Legendre's points on many short stretches, so that looks that follow closely are told apart too."""
_WEIGHTS = np.tile(_IN_PANEL_WEIGHTS / _PANELS, _PANELS)
_FAR = 9.0
_PETO = 3.0


def spent(alpha: float, share: float) -> float:
    """How much of a one-sided `alpha` may be used up when a share of the ends has been seen (as O'Brien and
    Fleming)."""
    return float(2 * ndtr(-ndtri(1 - alpha / 2) / math.sqrt(min(share, 1.0))))


def bounds(shares: Sequence[float], alpha: float, kind: Bound = Bound.OBRIEN_FLEMING) -> tuple[float, ...]:
    """The bounds at looks after these shares of the ends, for a one-sided `alpha`; only the upper side stops. The last
    look spends all that is left."""
    found: tuple[float, ...] = ()
    for place, share in enumerate(shares):
        last = place == len(shares) - 1
        found += (next_bound(shares[:place], found, share, alpha, kind, last=last),)
    return found


def next_bound(
    before: Sequence[float],
    used: Sequence[float],
    share: float,
    alpha: float,
    kind: Bound = Bound.OBRIEN_FLEMING,
    *,
    last: bool,
) -> float:
    """The bound at a look, after looks at the shares `before` with the bounds `used`. Looks need not come when planned.

    The last look may come at any share: what it spends depends on what was spent, not on how many ends there are.
    """
    walk, spending = _Walk(), 0.0
    for at, bound in zip(before, used, strict=True):
        spending += walk.beyond(bound, at)
        walk = walk.within(bound, at)
    if kind is Bound.HAYBITTLE_PETO and not last:
        return _PETO
    return _bound_for(walk, (alpha if last else spent(alpha, share)) - spending, share)


def crossing(shares: Sequence[float], at: Sequence[float], drift: float = 0.0) -> float:
    """The chance of crossing one of the bounds, where the test's mean at the end of the trial is `drift`."""
    walk, chance = _Walk(drift=drift), 0.0
    for share, bound in zip(shares, at, strict=True):
        chance += walk.beyond(bound, share)
        walk = walk.within(bound, share)
    return chance


@lru_cache(maxsize=64)
def inflation(shares: tuple[float, ...], alpha: float, power: float, kind: Bound = Bound.OBRIEN_FLEMING) -> float:
    """How many times more ends a trial with these looks needs than one without, for the same power."""
    at = bounds(shares, alpha, kind)
    alone = float(ndtri(1 - alpha) + ndtri(power))
    drift = float(brentq(lambda each: crossing(shares, at, each) - power, 0.5 * alone, 2 * alone))
    return (drift / alone) ** 2


def _bound_for(walk: _Walk, allowed: float, share: float) -> float:
    if allowed <= walk.beyond(_FAR, share):
        return _FAR
    return float(brentq(lambda bound: walk.beyond(bound, share) - allowed, -_FAR, _FAR, xtol=1e-10))


class _Walk:
    """Where the motion may be after a look at which the trial went on: points, weights and how likely each is."""

    def __init__(
        self, at: float = 0.0, points: Floats | None = None, mass: Floats | None = None, drift: float = 0.0
    ) -> None:
        self.at, self.drift = at, drift
        self.points = np.zeros(1) if points is None else points
        self.mass = np.ones(1) if mass is None else mass

    def beyond(self, bound: float, share: float) -> float:
        """The chance of crossing at the next look, and not before."""
        step = share - self.at
        over = (self.points + self.drift * step - bound * math.sqrt(share)) / math.sqrt(step)
        return float((self.mass * ndtr(over)).sum())

    def within(self, bound: float, share: float) -> _Walk:
        """Where it may be after the next look, if it does not cross."""
        step = share - self.at
        low = min(self.drift * share, 0.0) - _FAR * math.sqrt(share)
        high = bound * math.sqrt(share)
        points = (high - low) / 2 * _NODES + (high + low) / 2
        away = (points[:, None] - self.points[None, :] - self.drift * step) / math.sqrt(step)
        density = (np.exp(-(away**2) / 2) @ self.mass) / math.sqrt(2 * math.pi * step)
        return _Walk(share, points, density * _WEIGHTS * (high - low) / 2, self.drift)
