"""How good chances turned out to be, landmark by landmark, in the form of the record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from pejl import when_used
from pejl.screening.caseload.asked import asked_first
from pejl.screening.caseload.landmark_rows import LandmarkRows
from pejl.screening.landmarks import ANSWERED, HORIZONS, LANDMARKS
from pejl.screening.measures.curves import still_seen
from pejl.screening.measures.ordered import Judged
from pejl.screening.measures.seen import seen_at
from pejl.screening.spells import Floats
from pejl.screening.training.run import Estimate, Measured

if TYPE_CHECKING:
    from pejl.screening.measures import brier, concordance, decision
    from pejl.screening.measures import measured as measures
else:
    brier = when_used.module("pejl.screening.measures.brier")
    concordance = when_used.module("pejl.screening.measures.concordance")
    decision = when_used.module("pejl.screening.measures.decision")
    measures = when_used.module("pejl.screening.measures.measured")

FEWEST = 50
"""Of fewer spells at a landmark nothing is measured."""
YEAR = 52.0


def measured(
    split: str,
    model: str,
    rows: LandmarkRows,
    still: Floats,
    *,
    seed: int,
    fit_seconds: float | None = None,
) -> tuple[Measured, ...]:
    """All measures of the chances of still being sick at `HORIZONS`, for each landmark with enough spells.

    Rows without any chance are left out. Order and Brier score over time are within a year from the first day.
    """
    return tuple(_at_landmarks(split, model, rows, still, seed, fit_seconds))


def _at_landmarks(
    split: str, model: str, rows: LandmarkRows, still: Floats, seed: int, fit_seconds: float | None
) -> Iterator[Measured]:
    given = np.isfinite(still).any(axis=1)
    for landmark in (*LANDMARKS, ANSWERED):
        places = np.flatnonzero((rows.landmarks == landmark.word) & given)
        if len(places) < FEWEST:
            continue
        here, chances = rows.only(places), still[places]
        ends, same = here.spells.ends, here.spells.same
        yield Measured(
            split=split,
            model=model,
            landmark=landmark.word,
            spells=len(here),
            concordance=concordance.concordance(-_weeks(chances), ends, YEAR, same=same),
            integrated_brier=_over_time(chances, here),
            fit_seconds=fit_seconds,
            horizons=measures.at_horizons(chances, ends, HORIZONS, ask_first=asked_first(here), same=same, seed=seed),
        )


def asked_chances(rows: LandmarkRows, seed: int) -> Floats:
    """What citizen and employer expect, as chances at `HORIZONS`: for each the share that it came to among others who
    said as much, at the same landmark. NaN where a horizon has passed."""
    found = np.full((len(rows), len(HORIZONS)), np.nan)
    for landmark in (*LANDMARKS, ANSWERED):
        places = np.flatnonzero(rows.landmarks == landmark.word)
        if not len(places):
            continue
        here = rows.only(places)
        said, looked = asked_first(here), still_seen(here.spells.ends)
        for column, weeks in enumerate(HORIZONS):
            seen = seen_at(here.spells.ends, weeks, looked)
            judged = Judged(np.zeros(len(seen.still)), seen.still, seen.weight)
            if len(judged):
                told = decision.as_chance(said[seen.rows], judged, here.spells.same[seen.rows], seed)
                found[places[seen.rows], column] = told
    return found


def _weeks(chances: Floats) -> Floats:
    """Something like the weeks that are left within a year: the area under the chances that are given."""
    return np.asarray(np.nan_to_num(chances, nan=1.0).sum(axis=1), np.float64)


def _over_time(chances: Floats, rows: LandmarkRows) -> Estimate:
    times = np.asarray(HORIZONS)
    value = brier.integrated_brier(chances, times, rows.spells.ends)
    return Estimate(value=float(value) if np.isfinite(value) else None, of=len(rows))
