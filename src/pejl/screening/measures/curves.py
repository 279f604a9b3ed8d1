"""Steps in time: who is still there (Kaplan and Meier), and who is still looked at (the same of being lost sight of).

Where an end and a loss of sight fall at the same time, the end comes first: who is lost at that time was still there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pejl import when_used
from pejl.screening.spells import Bools, Ends, Floats, Ints

if TYPE_CHECKING:
    import numpy as np
else:
    np = when_used.module("numpy")


@dataclass(frozen=True)
class Steps:
    """A curve that falls in steps: `share[k]` from `times[k]` on, 1 before the first."""

    times: Floats
    share: Floats

    def at(self, when: Floats) -> Floats:
        """The share at each time, the step at that very time taken."""
        return self._of(np.asarray(np.searchsorted(self.times, when, side="right")))

    def before(self, when: Floats) -> Floats:
        """The share just before each time."""
        return self._of(np.asarray(np.searchsorted(self.times, when, side="left")))

    def _of(self, place: Ints) -> Floats:
        return np.asarray(np.concatenate(([1.0], self.share))[place])


def still_there(ends: Ends) -> Steps:
    """The share that has not ended, by time; a spell counts from its entry on."""
    return _product_limit(ends.entry, ends.time, ends.ended, late=False)


def still_seen(ends: Ends) -> Steps:
    """The share that is still looked at, by time since entry, had nothing ended."""
    return _product_limit(np.zeros(len(ends)), ends.time - ends.entry, ~ends.ended, late=True)


def _product_limit(entry: Floats, time: Floats, happened: Bools, *, late: bool) -> Steps:
    """The product-limit curve. `late` tells that what else happens at the same time happens before."""
    times, place = np.unique(time, return_inverse=True)
    events = np.bincount(place, weights=happened, minlength=len(times))
    others = np.bincount(place, weights=~happened, minlength=len(times))
    left = np.concatenate(([0.0], np.cumsum(events + others)[:-1]))
    entered = np.searchsorted(np.sort(entry), times, side="left")
    at_risk = entered - left - (others if late else 0)
    with np.errstate(invalid="ignore", divide="ignore"):
        stays = np.where(events > 0, 1 - events / at_risk, 1.0)
    return Steps(times, np.asarray(np.cumprod(stays)))
