"""How far a share, or the difference of two, may be from the one that it was drawn from.

Wilson's interval (Wilson 1927) stays between nought and one and works for small counts. Of a sample from few cases it
is narrower, and of all cases it is a point. Newcombe's (Newcombe 1998, method 10) puts two of them together. Counts
need not be whole: of persons who were not all seen to the end there are as many as the share's variance is worth.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

Z_95 = 1.959963984540054
"""The two-sided 95 percent point of the normal distribution."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A share with the least and the most that fits it, each from 0 to 1."""

    share: float
    least: float
    most: float


def wilson(kept: float, of: float, *, among: int | None = None, z: float = Z_95) -> Interval | None:
    """The interval of `kept` out of `of`; None where there are none.

    `among` is how many cases there are in all, where the `of` are a random sample without repetition. The variance is
    then smaller by the factor (among - of) / (among - 1), as if a larger sample had been drawn from very many.
    """
    if not 0 <= kept <= of or (among is not None and among < of):
        raise ValueError(f"{kept} kept of {of} sampled among {among} cannot be.")
    if of == 0:
        return None
    share = kept / of
    if among is not None and among <= max(of, 1):
        return Interval(share, share, share)
    size = of if among is None else of * (among - 1) / (among - of)
    weight = z * z / size
    middle = (share + weight / 2) / (1 + weight)
    half = z / (1 + weight) * math.sqrt(share * (1 - share) / size + weight / (4 * size))
    least = 0.0 if kept == 0 else max(0.0, middle - half)
    most = 1.0 if kept == of else min(1.0, middle + half)
    return Interval(share, least, most)


def all_or_none(every: bool, of: float) -> Interval:
    """The exact interval of 95 percent (Clopper and Pearson 1934) where all of so many are, or none: there it is
    known in closed form, and no drawing tells of it."""
    far = 0.025 ** (1 / of)
    return Interval(1.0, far, 1.0) if every else Interval(0.0, 0.0, 1 - far)


def newcombe(first: float, of_first: float, second: float, of_second: float) -> Interval | None:
    """The first share less the second, with its interval, each from -1 to 1; None where either is of none."""
    one, other = wilson(first, of_first), wilson(second, of_second)
    if one is None or other is None:
        return None
    difference = one.share - other.share
    below = math.hypot(one.share - one.least, other.most - other.share)
    above = math.hypot(one.most - one.share, other.share - other.least)
    return Interval(difference, difference - below, difference + above)
