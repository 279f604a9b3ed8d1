"""What is known of spells at a horizon, and how much each counts: those who were lost sight of are stood for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pejl import when_used
from pejl.screening.measures.curves import Steps
from pejl.screening.spells import Bools, Ends, Floats

if TYPE_CHECKING:
    import numpy as np
else:
    np = when_used.module("numpy")


@dataclass(frozen=True)
class Seen:
    """Who still runs at a horizon. `rows` are those that entered before it; the others are of no concern there.

    `still` is 1 or 0, `weight` the inverse of the chance of still being looked at: 0 for a spell that was lost sight of
    before the horizon. The weights of all add up to their number where nobody's entry differs.
    """

    rows: Bools
    still: Floats
    weight: Floats


def seen_at(ends: Ends, weeks: float, looked: Steps) -> Seen:
    """What is known at a horizon. `looked` is the curve of still being looked at, by time since entry."""
    rows = np.asarray(ends.entry < weeks)
    entry, time, ended = ends.entry[rows], ends.time[rows], ends.ended[rows]
    still = (time > weeks) | ((time == weeks) & ~ended)
    gone = ended & ~still
    chance = looked.before(np.where(still, weeks, time) - entry)
    known = (still | gone) & (chance > 0)
    weight = np.where(known, 1 / np.where(chance > 0, chance, 1.0), 0.0)
    return Seen(rows, still.astype(float), weight)
