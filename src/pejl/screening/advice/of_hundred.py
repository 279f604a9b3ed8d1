"""Chances as whole people of a hundred, which is how a chance is told to somebody who must act on it.

Shares are rounded so that what is shown adds up: a reader who takes the usual chance and adds the shares gets the
chance that stands beside them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

HUNDRED = 100
_NEARLY = 1e-9
"""Halves that computers write a hair short are halves."""


def of_hundred(chance: float) -> int:
    """How many of a hundred: half is rounded up."""
    return math.floor(chance * HUNDRED + 0.5 + _NEARLY)


def span_of_hundred(low: float, high: float) -> tuple[int, int]:
    """An interval in whole people, rounded outwards, so that it never looks narrower than it is."""
    least = math.floor(low * HUNDRED + _NEARLY)
    most = math.ceil(high * HUNDRED - _NEARLY)
    return max(least, 0), min(most, HUNDRED)


def shares_of_hundred(usual: float, shares: Sequence[float], chance: float) -> tuple[int, ...]:
    """The shares in whole people; with the usual chance in whole people they add up to the chance in whole people.

    Each is rounded down, and what is left over goes to those that lost most by it (the method of largest remainders).
    """
    exact = [share * HUNDRED for share in shares]
    whole = [math.floor(each) for each in exact]
    over = of_hundred(chance) - of_hundred(usual) - sum(whole)
    if not whole:
        return ()
    order = sorted(range(len(exact)), key=lambda place: (whole[place] - exact[place], place))
    every, some = divmod(over, len(whole))
    return tuple(each + every + (place in order[:some]) for place, each in enumerate(whole))
