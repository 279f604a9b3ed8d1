"""What only the simulation knows: each sick leave's true chances. Models are measured against them, never fitted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from pejl import when_used
from pejl.screening.caseload.landmark_rows import LandmarkRows
from pejl.screening.landmarks import EMPLOYER_DAYS, HORIZONS, INTAKE, LANDMARKS
from pejl.screening.measures.estimates import estimate
from pejl.screening.spells import Bools, Floats
from pejl.screening.training.measuring import FEWEST, measured
from pejl.screening.training.run import OURS, TRUTH, AtHorizon, Estimate, Measured

if TYPE_CHECKING:
    import pyarrow.parquet as pq
    from scipy import stats
else:
    pq = when_used.module("pyarrow.parquet")
    stats = when_used.module("scipy.stats")

FILE = "truth.parquet"
MAIN = 26.0
_BINS = 10


def true_chances(rows: LandmarkRows, file: Path) -> Floats | None:
    """The true chances of still being sick at `HORIZONS` for spells that run at their landmark; None without a file.

    NaN where it is not known: of stories and of others that no chance decided, of horizons that have passed, and at
    intake where the municipality was notified after the 30 days (the truth is told of the day they end).
    """
    if not file.is_file():
        return None
    told = pq.read_table(file, columns=["id", *(_column(weeks) for weeks in HORIZONS)])
    place = {spell: number for number, spell in enumerate(told["id"].to_pylist())}
    of = np.array([place.get(spell, -1) for spell in rows.ids["spell"].to_pylist()], np.int64)
    chances = np.stack([np.asarray(told[_column(weeks)]) for weeks in HORIZONS], axis=1)[np.maximum(of, 0)]
    given = np.full(len(rows), np.nan)
    for landmark in LANDMARKS:
        here = rows.landmarks == landmark.word
        if landmark.weeks in HORIZONS:
            given[here] = chances[here, HORIZONS.index(float(landmark.weeks or 0))]
    entry = rows.spells.ends.entry
    given[(rows.landmarks == INTAKE.word) & (entry * 7 < EMPLOYER_DAYS + 0.5)] = 1.0
    found = np.where(entry[:, None] < np.asarray(HORIZONS), chances / given[:, None], np.nan)
    return np.where((of >= 0)[:, None], found, np.nan)


def against_truth(rows: LandmarkRows, still: Floats, truth: Floats, *, seed: int) -> tuple[Measured, ...]:
    """The model against the truth at each landmark, and the truth itself measured as if it were a model: nothing can be
    better than it.

    Of "pejl" in this split: `still` and `ratio` are of the true chances (the ratio is true over told), the calibration
    error is the mean distance between told and true by tenths of the told, the slope that of the true on the told in
    log-odds, `brier` the mean squared distance, and `concordance` the rank correlation at 26 weeks.
    """
    known = np.asarray(np.isfinite(truth).any(axis=1), np.bool_)
    itself = measured(TRUTH, TRUTH, rows.only(known), truth[known], seed=seed)
    ours = []
    for landmark in LANDMARKS:
        here = np.flatnonzero(known & (rows.landmarks == landmark.word))
        if len(here) >= FEWEST:
            ours.append(_measured(landmark.word, still[here], truth[here]))
    return (*ours, *itself)


def _measured(landmark: str, still: Floats, truth: Floats) -> Measured:
    main = HORIZONS.index(MAIN)
    order, _ = compared_with_truth(MAIN, still[:, main], truth[:, main])
    return Measured(
        split=TRUTH,
        model=OURS,
        landmark=landmark,
        spells=len(still),
        concordance=order,
        integrated_brier=Estimate(value=None),
        horizons=tuple(_at(weeks, still[:, place], truth[:, place]) for place, weeks in enumerate(HORIZONS)),
    )


def compared_with_truth(weeks: float, still: Floats, truth: Floats) -> tuple[Estimate, AtHorizon]:
    """The rank correlation of told and true chances at a horizon, and how far they lie from each other."""
    both = np.isfinite(still) & np.isfinite(truth)
    order = stats.spearmanr(still[both], truth[both]).statistic if both.sum() > 1 else np.nan
    return estimate(float(order), None, int(both.sum()), least=-1.0), _at(weeks, still, truth)


def _at(weeks: float, still: Floats, truth: Floats) -> AtHorizon:
    both: Bools = np.isfinite(still) & np.isfinite(truth)
    told, true, of = still[both], truth[both], int(both.sum())
    nothing = Estimate(value=None, of=of)
    names = ("still", "auc", "brier", "calibration_error", "slope", "ratio", "low30", "precision20", "recall20")
    found = dict.fromkeys(names, nothing)
    if of < FEWEST:
        return AtHorizon(weeks=weeks, **found)
    bins = _tenths(told, true)
    error = sum(many * abs(mean - seen) for mean, seen, many in bins) / of
    odds, true_odds = _log_odds(told), _log_odds(true)
    found["still"] = _mean(true)
    found["brier"] = _mean((told - true) ** 2)
    found["calibration_error"] = estimate(error, None, of)
    found["slope"] = estimate(float(np.cov(odds, true_odds)[0, 1] / odds.var(ddof=1)), None, of, -np.inf, np.inf)
    found["ratio"] = estimate(float(true.mean() / told.mean()), None, of, 0.0, np.inf)
    return AtHorizon(weeks=weeks, bins=bins, **found)


def _tenths(told: Floats, true: Floats) -> tuple[tuple[float, float, int], ...]:
    parts = np.array_split(np.argsort(told, kind="stable"), _BINS)
    return tuple((float(told[part].mean()), float(true[part].mean()), len(part)) for part in parts)


def _mean(values: Floats) -> Estimate:
    return estimate(float(values.mean()), float(values.std(ddof=1) / np.sqrt(len(values))), len(values))


def _log_odds(chances: Floats) -> Floats:
    held = np.clip(chances, 1e-4, 1 - 1e-4)
    return np.asarray(np.log(held / (1 - held)), np.float64)


def _column(weeks: float) -> str:
    return f"still_sick_at_{weeks:.0f}"
