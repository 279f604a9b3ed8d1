"""The share of pairs of spells that a risk puts in the order in which they ended: C after Uno, and after Harrell.

Time counts from each spell's entry. Harrell's counts the pairs that happened to be seen; Uno's weighs them so that
those who were lost sight of are stood for, which makes it the same however long people were looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pejl import when_used
from pejl.screening.measures.curves import still_seen
from pejl.screening.measures.estimates import estimate
from pejl.screening.measures.pairs import pairs
from pejl.screening.spells import Ends, Floats, Ints
from pejl.screening.training.run import Estimate

if TYPE_CHECKING:
    import numpy as np
else:
    np = when_used.module("numpy")


def concordance(
    risk: Floats, ends: Ends, tau: float, censoring: Ends | None = None, same: Ints | None = None
) -> Estimate:
    """Uno's C: of pairs whose earlier end lies within `tau`. A higher risk is that of an earlier end.

    `censoring` are the spells from which it is learned how people are lost sight of; those that are measured, where
    none are given. The interval takes rows with the same number in `same` as one.
    """
    lasted = ends.time - ends.entry
    looked = still_seen(censoring or ends).before(lasted)
    counts = ends.ended & (lasted < tau) & (looked > 0)
    return _share(risk, ends, np.where(counts, 1 / np.where(counts, looked, 1.0) ** 2, 0.0), same)


def harrell(risk: Floats, ends: Ends, same: Ints | None = None) -> Estimate:
    """Harrell's C: of all pairs whose order was seen."""
    return _share(risk, ends, ends.ended.astype(float), same)


def _share(risk: Floats, ends: Ends, weight: Floats, same: Ints | None) -> Estimate:
    found = pairs(_places(ends), risk, weight)
    total = found.all.sum() / 2
    if not total > 0:
        return Estimate(value=None, of=len(ends))
    value = found.right.sum() / 2 / total
    # What the share would move by, were a spell to count a little more: the infinitesimal jackknife.
    moves = (found.right - value * found.all) / total
    of_each = np.bincount(np.unique(same, return_inverse=True)[1], weights=moves) if same is not None else moves
    return estimate(value, float(np.sqrt(np.sum(of_each**2))), len(ends))


def _places(ends: Ends) -> Ints:
    """Places in time. An end comes before a loss of sight at the same time, and ends at the same time share a place."""
    order = np.unique(ends.time - ends.entry, return_inverse=True)[1]
    return np.asarray(2 * order + ~ends.ended, dtype=np.int64)
