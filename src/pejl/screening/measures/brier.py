"""How far chances lie from what came, squared: at one horizon, and over a stretch of time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pejl import when_used
from pejl.screening.measures.curves import still_seen
from pejl.screening.measures.ordered import Judged
from pejl.screening.measures.seen import seen_at
from pejl.screening.spells import Ends, Floats

if TYPE_CHECKING:
    import numpy as np
else:
    np = when_used.module("numpy")


def brier(judged: Judged, counts: Floats) -> Floats:
    """The mean squared distance, for each way of counting the spells. 0 is perfect; the null model's is the measure."""
    weighted = counts * judged.weight
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray((weighted @ (judged.still - judged.chance) ** 2) / weighted.sum(axis=1))


def integrated_brier(still: Floats, times: Floats, ends: Ends, censoring: Ends | None = None) -> float:
    """The Brier score over the times given, as a mean over time. NaN where nobody can be measured at all.

    `still[i, t]` is the chance that spell i still runs at `times[t]`; a spell counts at times after its entry.
    """
    looked = still_seen(censoring or ends)
    scores, at = [], []
    for column, weeks in enumerate(times):
        seen = seen_at(ends, float(weeks), looked)
        total = seen.weight.sum()
        if total > 0:
            scores.append(float(seen.weight @ (seen.still - still[seen.rows, column]) ** 2 / total))
            at.append(float(weeks))
    if len(at) < 2:
        return scores[0] if scores else float("nan")
    return float(np.trapezoid(scores, at) / (at[-1] - at[0]))
