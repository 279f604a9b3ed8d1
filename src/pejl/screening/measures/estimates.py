"""A number with its interval of 95 percent."""

from __future__ import annotations

import math

from pejl.register.intervals import Z_95
from pejl.screening.training.run import Estimate


def estimate(value: float, error: float | None, of: int, least: float = 0.0, most: float = 1.0) -> Estimate:
    """A number as it is told. The interval stays within what the number can be; none where no error is known."""
    if not math.isfinite(value):
        return Estimate(value=None, of=of)
    if error is None or not math.isfinite(error):
        return Estimate(value=float(value), of=of)
    low, high = max(value - Z_95 * error, least), min(value + Z_95 * error, most)
    return Estimate(value=float(value), low=float(low), high=float(high), of=of)
