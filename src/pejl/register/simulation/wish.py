"""What is asked of the simulation, once it is known to make sense."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from pejl.register.simulation.deliveries import known_days

EARLIEST, LATEST = dt.date(2018, 1, 1), dt.date(2027, 12, 31)
"""The days that can be asked for: careers have settled by the first; what holds after the last is unknown."""


class Unusable(Exception):
    """The simulation cannot be made so. `str()` says why."""


@dataclass(frozen=True)
class Wish:
    """So many inhabitants, from the first day to the last, in so many deliveries."""

    persons: int
    seed: int
    first: dt.date
    last: dt.date
    deliveries: int

    def __post_init__(self) -> None:
        if not EARLIEST <= self.first < self.last <= LATEST:
            raise Unusable(f"The days must lie from {EARLIEST} to {LATEST}, and the first before the last.")
        if self.known[0] < self.first + dt.timedelta(days=60):
            raise Unusable(
                f"{self.deliveries} deliveries a quarter apart begin on {self.known[0]}, less than two months after "
                f"{self.first}. Ask for fewer, or for a longer time."
            )

    @cached_property
    def known(self) -> list[dt.date]:
        """The day of each delivery, the oldest first."""
        return known_days(self.last, self.deliveries)
