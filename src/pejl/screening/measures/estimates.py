"""A number with its interval of 95 percent."""

from __future__ import annotations

import math

from pejl.screening.training.run import Estimate

WIDTH = 1.96
"""How many standard errors the interval reaches to each side."""


def estimate(value: float, error: float | None, of: int, least: float = 0.0, most: float = 1.0) -> Estimate:
    """A number as it is told. The interval stays within what the number can be; none where no error is known."""
    if not math.isfinite(value):
        return Estimate(value=None, of=of)
    if error is None or not math.isfinite(error):
        return Estimate(value=float(value), of=of)
    low, high = max(value - WIDTH * error, least), min(value + WIDTH * error, most)
    return Estimate(value=float(value), low=float(low), high=float(high), of=of)
