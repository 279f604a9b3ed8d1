"""Numbers of a training as its documents tell them: with their interval, and never of fewer than five."""

from __future__ import annotations

from pejl.calendar.numbers import danish_number
from pejl.register.small_counts import FEW, rounded
from pejl.screening.training.run import Estimate

UNTOLD = "-"
"""Of what cannot be told, or would tell of too few."""


def told(estimate: Estimate, decimals: int = 3) -> str:
    """A number with its interval: "0,760 (0,741-0,779)"."""
    if estimate.value is None:
        return UNTOLD
    value = danish_number(estimate.value, decimals)
    if estimate.low is None or estimate.high is None:
        return value
    return f"{value} ({danish_number(estimate.low, decimals)}-{danish_number(estimate.high, decimals)})"


def told_share(estimate: Estimate) -> str:
    """A share in percent with its interval: "12,4 pct. (11,0-13,9)"."""
    if estimate.value is None:
        return UNTOLD
    value = f"{danish_number(estimate.value * 100, 1)} pct."
    if estimate.low is None or estimate.high is None:
        return value
    return f"{value} ({danish_number(estimate.low * 100, 1)}-{danish_number(estimate.high * 100, 1)})"


def percent(share: float, decimals: int = 1) -> str:
    """A share in percent."""
    return f"{danish_number(share * 100, decimals)} pct."


def count(number: int) -> str:
    """A number of sick leaves: to the nearest ten, and one to four as such."""
    found = rounded(number)
    return f"1-{found.most}" if found.few else danish_number(found.nearest)


def plain_number(value: float) -> str:
    """A number with the decimals that it has, and none where it is whole: "26", "4,5"."""
    return danish_number(value, None if value % 1 else 0)


def tells_of_few(share: float, of: int) -> bool:
    """Whether a share of so many tells of one to four, of those it is about or of the others."""
    many = round(share * of)
    return any(0 < part < FEW for part in (many, of - many))
