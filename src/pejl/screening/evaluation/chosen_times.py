"""The times at which models are asked: the horizons, and the steps along which curves are compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pejl import when_used
from pejl.screening.evaluation.wish import Unusable, Wish
from pejl.screening.measures.curves import still_there
from pejl.screening.spells import Ends, Floats, Ints

if TYPE_CHECKING:
    import numpy as np
else:
    np = when_used.module("numpy")

STEPS = 52
SEEN_LAST = 0.01
"""Curves are compared for as long as this share of the spells is still seen to run."""
FEWEST_SEEN = 10


@dataclass(frozen=True)
class Times:
    """`all` times, and where among them the horizons and the steps up to `tau` are."""

    horizons: tuple[float, ...]
    main: float
    tau: float
    all: Floats
    at_horizons: Ints
    at_steps: Ints
    remarks: tuple[str, ...]

    @property
    def steps(self) -> Floats:
        """The steps along which curves are compared."""
        return self.all[self.at_steps]


def times_for(wish: Wish, ends: Ends) -> Times:
    """The times for an evaluation. Raises `Unusable` where no horizon lies within what was seen."""
    horizons, remarks = _horizons(wish, ends)
    main = _main(wish, horizons)
    last = np.sort(ends.time)[-max(FEWEST_SEEN, int(SEEN_LAST * len(ends)))]
    tau = wish.tau if wish.tau is not None else min(2 * horizons[-1], float(last))
    tau = max(tau, horizons[0])
    steps = np.arange(1, STEPS + 1) * (tau / STEPS)
    every = np.unique(np.concatenate((steps, horizons)))
    places = [np.searchsorted(every, some) for some in (np.asarray(horizons), steps)]
    return Times(horizons, main, tau, every, places[0], places[1], remarks)


def _horizons(wish: Wish, ends: Ends) -> tuple[tuple[float, ...], tuple[str, ...]]:
    longest = float(ends.time.max())
    if not wish.horizons:
        curve = still_there(ends)
        found = [curve.times[curve.share <= share] for share in (0.75, 0.5, 0.25)]
        chosen = tuple(sorted({float(times[0]) for times in found if len(times) and times[0] < longest}))
        if not chosen:
            raise Unusable("Name the --horizons: too few spells are seen to end to choose them from the file.")
        told = ", ".join(f"{weeks:g}" for weeks in chosen)
        return chosen, (f"No horizons were named: {told} are where a quarter, half and three quarters have ended.",)
    if min(wish.horizons) <= 0:
        raise Unusable("A horizon must lie after the start: more than 0.")
    asked = tuple(sorted(set(wish.horizons)))
    within = tuple(weeks for weeks in asked if weeks < longest)
    beyond = [f"{weeks:g}" for weeks in asked if weeks >= longest]
    if not within:
        raise Unusable(f"No horizon lies within what was seen: the longest spell lasts {longest:g}.")
    said = f"Left out, since no spell is seen beyond {longest:g}: the horizons {', '.join(beyond)}."
    return within, ((said,) if beyond else ())


def _main(wish: Wish, horizons: tuple[float, ...]) -> float:
    if wish.main is None:
        return horizons[len(horizons) // 2]
    if wish.main not in horizons:
        raise Unusable(f"The main horizon {wish.main:g} is not one of the horizons that can be measured.")
    return wish.main
