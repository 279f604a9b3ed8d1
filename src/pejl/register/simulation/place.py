"""A municipality as the simulation can make it differ from Fjordby: its number, and how fast people get well there.

The factors change the pace of sick leaves and with it their true chances, and nothing else. With those of Fjordby not
a byte is different. They are for trying a model on other places and other times than it learnt from.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pejl.register.simulation.draws import Floats, Ints
from pejl.register.simulation.season import by_month, cycle

RECOVERING = (0.94, 0.97, 1.0, 1.02, 1.04, 1.06, 0.96, 1.05, 1.04, 1.0, 0.97, 0.95)
"""How much faster than usual people get well, by the month in which they fell ill, where there is a season."""


@dataclass(frozen=True)
class Place:
    """`number` is the official one; `pace` multiplies how fast everybody gets well (frailty of the place); `season` is
    how much of the season holds (0 none, 1 all), `cycle` how far the pace follows the business cycle: with 1 it falls
    by a tenth where a tenth more work is lost than usual."""

    number: int
    pace: float = 1.0
    season: float = 0.0
    cycle: float = 0.0

    def factor(self, days: Ints) -> Floats:
        """What multiplies the pace of those who fall ill on the days."""
        season = 1.0 + self.season * (by_month(RECOVERING, days) - 1.0)
        return np.asarray(self.pace * season * (1.0 + self.cycle * (1.0 - cycle(days))), np.float64)


FJORDBY = Place(998)
"""The official number is one that no municipality has."""
