"""What models say of spells that they were not fitted to."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from pejl import when_used
from pejl.screening.caseload.landmark_rows import LandmarkRows
from pejl.screening.landmarks import HORIZONS
from pejl.screening.model.hazard_model import HazardModel
from pejl.screening.spells import Floats
from pejl.screening.training.splits import Split

if TYPE_CHECKING:
    from pejl.screening.model import refitting
else:
    refitting = when_used.module("pejl.screening.model.refitting")


@dataclass(frozen=True)
class HeldOut:
    """Chances at `HORIZONS` from models that were not fitted to the row, NaN for rows that were never held out; their
    upper ends; and the mean seconds of a fit."""

    still: Floats
    high: Floats
    seconds: float | None


def held_out(rows: LandmarkRows, model: HazardModel, splits: Iterable[Split], without: Collection[str] = ()) -> HeldOut:
    """The model fitted again to what each split leaves, and what it says of the rest. `without` names features that it
    is to know nothing of."""
    still, high = (np.full((len(rows), len(HORIZONS)), np.nan) for _ in range(2))
    seconds = []
    for split in splits:
        begun = time.perf_counter()
        fitted = refitting.refit(model, split.fitted, without=without)
        seconds.append(time.perf_counter() - begun)
        some = rows.spells.only(split.measured)
        told = fitted.score(some.columns, some.ends.entry, HORIZONS)
        still[split.measured], high[split.measured] = told.still, told.high
    return HeldOut(still, high, round(float(np.mean(seconds)), 3) if seconds else None)
