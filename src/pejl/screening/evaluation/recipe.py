"""The recipe for any file of spells: bands, curves, codes, late effects and interactions, from the training spells.

The same code makes it for every file. What is a choice is made by held-out training spells (see `interplay`); the
spells that are tested on are never looked at.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pejl import when_used
from pejl.screening.evaluation import interplay
from pejl.screening.evaluation.feature_columns import Features
from pejl.screening.model.recipe import Recipe
from pejl.screening.spells import Floats, Spells, is_number

if TYPE_CHECKING:
    import numpy as np
else:
    np = when_used.module("numpy")

BANDS = 26
"""About so many bands at the most: more cost time and tell no more, whatever the file."""
ENDS_IN_A_BAND = 25
"""So few ends give a band no hazard of its own worth having."""
ENDS_FOR_LATE = 150
"""From so many ends on, what a feature does late may be another thing than what it does early."""
ENDS_FOR_PAIRS = 300


def recipe_for(
    spells: Spells, features: Features, exits: Sequence[str], horizons: Sequence[float], *, seed: int
) -> Recipe:
    """The recipe that these spells, and no others, lead to."""
    ended = int(spells.ends.ended.sum())
    bands = bands_of(spells.ends.time[spells.ends.ended], float(spells.ends.time.max()), horizons)
    judge = interplay.Judge(spells, horizons, seed)
    names = judge.settled(features)
    numbers = tuple(name for name in names if is_number(spells.columns[name]))
    words = tuple(name for name in names if name not in numbers)
    recipe = Recipe(bands=bands, exits=tuple(exits), numbers=numbers, words=words)
    pairs = judge.pairs(recipe) if ended >= ENDS_FOR_PAIRS else ()
    late = recipe.features if ended >= ENDS_FOR_LATE else ()
    return recipe.model_copy(update={"interactions": pairs, "late": late})


def bands_of(ended: Floats, longest: float, horizons: Sequence[float]) -> tuple[float, ...]:
    """Cut points at the horizons, and between them where enough spells end for a hazard of their own."""
    fewest = max(ENDS_IN_A_BAND, len(ended) // BANDS)
    fixed = sorted({float(weeks) for weeks in horizons if weeks < longest})
    times, count = np.unique(np.concatenate((ended, fixed)), return_counts=True)
    cuts, waiting = [0.0], 0
    for time, many in zip(times.tolist(), count.tolist(), strict=True):
        waiting += many - (time in fixed)
        if waiting >= fewest or time in fixed:
            cuts, waiting = [*cuts, time], 0
    if cuts[-1] >= longest:
        return tuple(cuts)
    thin = waiting < fewest and len(cuts) > 1 and cuts[-1] not in fixed
    return (*cuts[:-1], longest) if thin and len(cuts) > 2 else (*cuts, longest)
