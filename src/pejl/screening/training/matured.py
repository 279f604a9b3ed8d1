"""Whether the last year was like the years before, and the layer that puts a model level with it where it was not."""

from __future__ import annotations

import datetime as dt

import numpy as np

from pejl.screening.caseload.days import day_number
from pejl.screening.caseload.landmark_rows import LandmarkRows
from pejl.screening.landmarks import HORIZONS
from pejl.screening.measures.curves import still_seen
from pejl.screening.measures.seen import seen_at
from pejl.screening.model.hazard_model import HazardModel
from pejl.screening.spells import Floats, Ints

MAIN = 26.0
YEAR = 365
FEWEST = 300
"""Of fewer matured spells nothing is concluded."""
MANY = 2.58
"""Standard errors from which on the last year is taken to be another: one training in a hundred would see it by
chance."""


def recalibrated(model: HazardModel, rows: LandmarkRows, still: Floats, known: dt.date) -> HazardModel:
    """The model, put level with the rows that matured within the last year where those went another way than held-out
    chances said; unchanged where the difference may be chance."""
    places = matured(rows, day_number(known) - YEAR)
    if abs(distance(rows, still, places)) < MANY:
        return model
    return model.recalibrated(rows.spells.only(places))


def matured(rows: LandmarkRows, since: int) -> Ints:
    """The rows of which it became known after the day whether they still ran at 26 weeks from the first day."""
    ends = rows.spells.ends
    reached = rows.days - np.round(ends.entry * 7).astype(np.int64) + round(7 * MAIN)
    ended = rows.days + np.round((ends.time - ends.entry) * 7).astype(np.int64)
    when = np.where(ends.ended, np.minimum(reached, ended), reached)
    there = (ends.entry < MAIN) & (when >= since) & (ends.ended | (ends.time >= MAIN))
    return np.flatnonzero(there)


def distance(rows: LandmarkRows, still: Floats, places: Ints) -> float:
    """How far the share that still ran at 26 weeks lies from the mean chance, in standard errors; spells count once
    (each by the mean over its rows). 0 where there are too few."""
    some, chance = rows.only(places), still[places, HORIZONS.index(MAIN)]
    seen = seen_at(some.spells.ends, MAIN, still_seen(some.spells.ends))
    given = np.isfinite(chance[seen.rows]) & (seen.weight > 0)
    same = some.spells.same[seen.rows][given]
    off = (seen.still - chance[seen.rows])[given]
    spells, place, many = np.unique(same, return_inverse=True, return_counts=True)
    if len(spells) < FEWEST:
        return 0.0
    means = np.bincount(place, weights=off) / many
    return float(means.mean() / (means.std(ddof=1) / np.sqrt(len(means))))
