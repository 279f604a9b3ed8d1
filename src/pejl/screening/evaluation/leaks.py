"""Features that look as if they had been known only later: the time itself, what follows from it, what grows with it.

A feature that by itself orders the spells better than any register ever did is taken for a leak until it is proved
otherwise. It is told with its figures and never silently left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pejl import when_used
from pejl.screening.evaluation.feature_columns import Features
from pejl.screening.measures.curves import still_seen
from pejl.screening.measures.ordered import InOrder, Judged
from pejl.screening.measures.seen import seen_at
from pejl.screening.spells import Floats, Spells, is_number

if TYPE_CHECKING:
    import numpy as np
else:
    np = when_used.module("numpy")

MOST_CORRELATION = 0.95
"""Rank correlation with the time, among spells that ended, from which on a feature is taken for the time itself."""
MOST_AUC = 0.85

DRAWN = 20
"""So many spells of the usual share are added to those of a word."""


@dataclass(frozen=True)
class Leak:
    """A feature that looks like a leak: its rank correlation with the time, its AUC, and the sentence about it."""

    feature: str
    correlation: float | None
    auc: float | None
    sentence: str


def leaks_of(spells: Spells, features: Features, main: float) -> tuple[Leak, ...]:
    """The features that look like leaks, the worst first."""
    found = [leak for name in features.names if (leak := _leak(name, spells, main))]
    return tuple(sorted(found, key=lambda leak: -max(leak.correlation or 0, leak.auc or 0)))


def _leak(name: str, spells: Spells, main: float) -> Leak | None:
    values = _as_order(spells, name, main)
    correlation = _correlation(values, spells)
    auc = _auc(values, spells, main)
    if correlation is not None and correlation > MOST_CORRELATION:
        why = f"it has the rank correlation {correlation:.2f} with the time of ended spells"
    elif auc is not None and auc > MOST_AUC:
        why = f"alone it has AUC {auc:.2f} at {main:g}"
    else:
        return None
    sentence = f"{name} looks like a leak: {why}. Was it known at the start, or did it grow while the spell lasted?"
    return Leak(name, correlation, auc, sentence)


def _as_order(spells: Spells, name: str, main: float) -> Floats:
    """The feature as numbers: a word counts as the share of its spells that run past the main horizon, drawn towards
    that of all where it has few."""
    values = spells.columns[name]
    if is_number(values):
        return np.asarray(values, dtype=float)
    late = (spells.ends.time > main).astype(float)
    _, place = np.unique(np.array([str(value) for value in values.tolist()]), return_inverse=True)
    count = np.bincount(place)
    return np.asarray(((np.bincount(place, late) + DRAWN * late.mean()) / (count + DRAWN))[place])


def _correlation(values: Floats, spells: Spells) -> float | None:
    rows = spells.ends.ended & ~np.isnan(values)
    if rows.sum() < 10 or np.ptp(values[rows]) == 0 or np.ptp(spells.ends.time[rows]) == 0:
        return None
    return abs(float(np.corrcoef(_ranks(values[rows]), _ranks(spells.ends.time[rows]))[0, 1]))


def _ranks(values: Floats) -> Floats:
    """The place of each value; those that are equal share the middle of theirs."""
    _, place, count = np.unique(values, return_inverse=True, return_counts=True)
    return np.asarray((np.cumsum(count) - (count - 1) / 2)[place])


def _auc(values: Floats, spells: Spells, main: float) -> float | None:
    seen = seen_at(spells.ends, main, still_seen(spells.ends))
    known = ~np.isnan(values[seen.rows]) & (seen.weight > 0)
    judged = Judged(values[seen.rows][known], seen.still[known], seen.weight[known])
    if judged.still.sum() < 10 or (1 - judged.still).sum() < 10:
        return None
    auc = float(InOrder(judged).counted(np.ones((1, len(judged)))).auc()[0])
    return max(auc, 1 - auc)
