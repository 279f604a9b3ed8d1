"""What the model's decisions are worth more than simple ones, with an interval."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from pejl.screening.caseload.landmark_rows import LandmarkRows
from pejl.screening.measures.curves import still_seen
from pejl.screening.measures.estimates import estimate
from pejl.screening.measures.seen import seen_at
from pejl.screening.spells import Floats
from pejl.screening.training.run import Estimate

OTHERS = ("all", "none", "ask_first")


def gains(rows: LandmarkRows, still: Floats, asked: Floats, weeks: float, threshold: float) -> Mapping[str, Estimate]:
    """By how much the net benefit of helping where the chance is at least the threshold is above that of helping all,
    none, and those whom asking first would find (`asked` are its chances). Intervals of 95 percent, by persons."""
    seen = seen_at(rows.spells.ends, weeks, still_seen(rows.spells.ends))
    given = np.isfinite(still[seen.rows]) & np.isfinite(asked[seen.rows]) & (seen.weight > 0)
    worth = (seen.weight * (seen.still - (1 - seen.still) * threshold / (1 - threshold)))[given]
    ours = (still[seen.rows][given] >= threshold).astype(float)
    acts = {"all": np.ones(len(ours)), "none": np.zeros(len(ours))}
    acts["ask_first"] = (asked[seen.rows][given] >= threshold).astype(float)
    persons = np.unique(rows.persons[seen.rows][given].astype(str), return_inverse=True)[1]
    return {other: _mean(worth * (ours - acts[other]), persons) for other in OTHERS}


def _mean(values: Floats, persons: np.ndarray[tuple[int], np.dtype[np.int64]]) -> Estimate:
    many = len(values)
    if not many:
        return Estimate(value=None, of=0)
    of_each = np.bincount(persons, weights=values - values.mean())
    return estimate(float(values.mean()), float(np.sqrt((of_each**2).sum()) / many), many, least=-np.inf)
