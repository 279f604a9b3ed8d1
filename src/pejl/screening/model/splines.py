"""Curves of a number: natural cubic splines as a straight line and what bends it, the smoothest bend first.

The columns of the bends are orthogonal to the line over the training data, and the wigglier one is, the smaller it is
made. One ridge on all of them is then the usual penalty on curvature, and does not draw the line itself to nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pejl.screening.spells import Floats

_GRID = 400


@dataclass(frozen=True)
class Curve:
    """How a known number becomes columns: a line, and bends. What lies beyond the training data counts as their edge.

    `middle` and `spread` make the line's column; `bends` and `offsets` turn the truncated cubes at `knots` (and 1 and
    the line, which come first) into columns.
    """

    middle: float
    spread: float
    knots: Floats
    bends: Floats

    def columns(self, values: Floats) -> Floats:
        """The line and the bends of known values."""
        inside = np.clip(values, self.knots[0], self.knots[-1])
        line = (inside - self.middle) / self.spread
        return np.column_stack([line, _raw(inside, line, self.knots) @ self.bends])


def curve_of(known: Floats, most_knots: int) -> Curve | None:
    """The curve of a number from its known values in the training data; None where they are all the same."""
    if known.size == 0 or known.min() == known.max():
        return None
    knots = np.unique(np.quantile(known, np.linspace(0, 1, most_knots)))
    middle, spread = float(known.mean()), float(known.std())
    return Curve(middle, spread, knots, _bends(known, middle, spread, knots))


def _raw(values: Floats, line: Floats, knots: Floats) -> Floats:
    """One, the line, and the natural cubic spline's other columns."""
    if len(knots) < 3:
        return np.column_stack([np.ones_like(line), line])
    width = knots[-1] - knots[0]
    cubes = np.maximum(values[:, None] - knots[None, :], 0.0) ** 3 / width**3
    slopes = (cubes[:, :-1] - cubes[:, -1:]) / ((knots[-1] - knots[:-1]) / width)
    return np.column_stack([np.ones_like(line), line, slopes[:, :-1] - slopes[:, -1:]])


def _bends(known: Floats, middle: float, spread: float, knots: Floats) -> Floats:
    """What turns the raw columns into bends: no line left in them, and small in the measure that they wiggle."""
    count = max(len(knots) - 2, 0)
    if count == 0:
        return np.zeros((2, 0))
    raw = _raw(known, (known - middle) / spread, knots)
    line, cubes = raw[:, :2], raw[:, 2:]
    taken = np.linalg.lstsq(line, cubes, rcond=None)[0]
    without = cubes - line @ taken
    spreads, turns = np.linalg.eigh(without.T @ without / len(known))
    kept = spreads > 1e-9 * spreads[-1]
    level = turns[:, kept] / np.sqrt(spreads[kept])
    wiggles, order = np.linalg.eigh(level.T @ _curvature(knots) @ level)
    bends = level @ order * np.sqrt(max(wiggles[0], 1e-12) / np.maximum(wiggles, 1e-12))
    bends *= np.where(bends[np.abs(bends).argmax(axis=0), np.arange(bends.shape[1])] < 0, -1.0, 1.0)
    return np.vstack([-taken @ bends, bends])


def _curvature(knots: Floats) -> Floats:
    """How much the raw cubic columns bend together: the integral of the product of their second derivatives."""
    grid = np.linspace(knots[0], knots[-1], _GRID)
    cubic = _raw(grid, np.zeros(_GRID), knots)[:, 2:]
    second = np.diff(cubic, 2, axis=0)
    return np.asarray(second.T @ second)
