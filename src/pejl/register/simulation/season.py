"""Season and business cycle: factors on losing and finding work, by the week. Invented, and of a usual size."""

from __future__ import annotations

import numpy as np

from pejl.register.simulation.days import years_of
from pejl.register.simulation.draws import Floats, Ints

LOSING = (1.25, 1.05, 0.95, 0.90, 0.85, 0.95, 1.20, 1.05, 1.00, 0.95, 1.00, 1.05)
"""Arrivals to unemployment, January to December: the turn of the year, and graduates in July."""

FINDING = (0.90, 1.00, 1.10, 1.10, 1.05, 0.95, 0.80, 1.15, 1.10, 1.00, 0.95, 0.80)
FALLING_ILL = (1.15, 1.15, 1.05, 1.00, 0.95, 0.90, 0.80, 0.95, 1.05, 1.05, 1.05, 0.95)

_CYCLE = {2020: 1.20, 2021: 1.05, 2022: 0.92, 2023: 0.96, 2024: 1.00, 2025: 1.02, 2026: 1.04}
"""How much more work is lost in a year than usual; finding work goes the other way. Straight lines between."""


def by_month(factors: tuple[float, ...], days: Ints) -> Floats:
    """The factor of the month that each day lies in."""
    months = days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) % 12
    return np.asarray(np.array(factors)[months], np.float64)


def cycle(days: Ints) -> Floats:
    """The factor of the business cycle on each day."""
    year = years_of(days)
    first = (year - 1970).astype("datetime64[Y]").astype("datetime64[D]").astype(np.int64)
    into = (days - first) / 366.0
    now = np.array([_CYCLE.get(int(each), 1.0) for each in year])
    following = np.array([_CYCLE.get(int(each) + 1, _CYCLE.get(int(each), 1.0)) for each in year])
    return np.asarray(now + (following - now) * into, np.float64)
