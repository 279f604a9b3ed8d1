"""How many ends of spells a trial needs, how many persons that is, and how long the sites need to enrol them.

Schoenfeld's formula (1983): the logarithm of a hazard ratio, told from D ends in two arms of shares p and 1 - p, has
the variance 1 / (D p (1 - p)). It is an approximation, so the number is told to the nearest whole end.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from scipy.special import ndtri


@dataclass(frozen=True)
class Size:
    """How large a trial must be. `persons` at the share that is seen to end; `months` for all sites together."""

    ends: int
    persons: int | None = None
    months: float | None = None
    persons_a_year: float | None = None


def ends_needed(
    ratio: float, *, alpha: float = 0.05, power: float = 0.8, truth: float = 1.0, share: float = 0.5
) -> float:
    """The ends that a two-sided `alpha` and a `power` need, before rounding.

    For superiority `ratio` is the effect that must not be missed, and `truth` stays 1. For non-inferiority `ratio` is
    the margin and `truth` the effect that is thought to be there: only the distance between them counts. `share` is
    that of the tried arm.
    """
    distance = math.log(ratio) - math.log(truth)
    if not distance:
        raise ValueError("Et hazard-forhold på 1 kan intet forsøg skelne fra ingen forskel.")
    return float((ndtri(1 - alpha / 2) + ndtri(power)) ** 2 / (share * (1 - share) * distance**2))


def size(
    ends: float, *, seen_to_end: float | None = None, persons_a_year: float | None = None, takes_part: float = 1.0
) -> Size:
    """The whole size: persons from the share that is seen to end within the follow-up, months from the inflow.

    `persons_a_year` are those who could be drawn, at all sites together; `takes_part` is the share of them that is.
    """
    needed = round(ends)
    if seen_to_end is None:
        return Size(needed)
    persons = math.ceil(needed / seen_to_end)
    if not persons_a_year:
        return Size(needed, persons)
    inflow = persons_a_year * takes_part
    return Size(needed, persons, 12 * persons / inflow, inflow)
