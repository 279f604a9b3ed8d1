"""Fit or score invented sick leaves once in this process, by Pejl's model or by scikit-learn, and tell what it took.

The yardstick for fitting is the same hazard written out as one row for each spell and band, for scikit-learn's
multinomial logistic regression with one ridge that is given and nothing chosen. For scoring it is one logistic
regression for each horizon, which tells a chance and no interval, no ways out, and nothing of how unusual a spell is.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from pejl.screening.landmarks import EXITS, HORIZONS
from pejl.screening.model.exposure import exposure_of
from pejl.screening.model.fitting import fit
from pejl.screening.model.hazard_model import HazardModel
from pejl.screening.model.recipe import Recipe
from pejl.screening.spells import NOT_ENDED, Ends, Floats, Spells

CUTS = (0.0, 2.0, 4.0, 6.0, 8.0, 10.0, 13.0, 17.0, 22.0, 26.0, 39.0, 52.0, 78.0)
NUMBERS = tuple(f"tal_{place}" for place in range(4))
WORDS = tuple(f"ord_{place}" for place in range(9))
PLACES = 6
SEED = 11


def invented(count: int) -> Spells:
    """Spells with four numbers, nine words and a municipality, of which some tell of the length; four ways out."""
    rng = np.random.default_rng(SEED)
    numbers: dict[str, Any] = {name: rng.normal(size=count) for name in NUMBERS}
    words = {name: _words("abcd", rng.integers(0, 2 + place % 3, count)) for place, name in enumerate(WORDS)}
    columns = numbers | words | {"kommune": _words("ABCDEF", rng.integers(0, PLACES, count))}
    pace = -2.4 + 0.4 * columns["tal_0"] - 0.3 * (columns["ord_2"] == "c") + 0.1 * (columns["kommune"] == "A")
    entry = np.where(rng.random(count) < 0.5, 4.0, 0.0)
    ended, seen = entry + rng.exponential(1 / np.exp(pace)), entry + rng.uniform(5.0, 78.0, count)
    exit_ = rng.choice(len(EXITS), count, p=(0.8, 0.1, 0.06, 0.04))
    ends = Ends(entry, np.minimum(ended, seen), np.where(ended <= seen, exit_, NOT_ENDED))
    return Spells(columns, ends, np.arange(count))


def _words(letters: str, places: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    return np.array(list(letters), dtype=object)[places]


def recipe() -> Recipe:
    """What a model of sick leaves is made of."""
    return Recipe(bands=CUTS, exits=EXITS, numbers=NUMBERS, words=WORDS, shrunk="kommune", late=(*NUMBERS, *WORDS))


def by_hand(spells: Spells, model: HazardModel) -> None:
    """The same hazard by scikit-learn: person-band rows with the same columns and one ridge."""
    matrix = model.design.matrix(spells.columns)
    seen = exposure_of(spells.ends, spells.same, np.asarray(CUTS))
    row, band = np.nonzero(seen.share)
    changing = model.layout.columns[1]
    shapes = [matrix[row][:, changing] * shape[band][:, None] for shape in model.layout.shapes[1:]]
    columns = np.hstack([np.eye(len(CUTS) - 1)[band], matrix[row], *shapes])
    left = np.where(seen.band[row] == band, seen.exit[row], len(EXITS))
    LogisticRegression(C=0.3, fit_intercept=False, max_iter=200).fit(columns, left, sample_weight=seen.share[row, band])


def logistic(matrix: Floats, spells: Spells) -> list[LogisticRegression]:
    """A logistic regression for each horizon, of the same columns."""
    return [LogisticRegression(C=0.3, max_iter=200).fit(matrix, spells.ends.time > weeks) for weeks in HORIZONS]


def main() -> None:
    """Do what is asked for and print seconds and memory as JSON."""
    which, count = sys.argv[1], int(sys.argv[2])
    spells = invented(count)
    first = fit(invented(4_000), recipe(), seed=SEED)
    few = invented(4_000)
    regressions = logistic(first.design.matrix(few.columns), few)
    begun, used = time.perf_counter(), time.process_time()
    if which == "fit":
        fit(spells, recipe(), seed=SEED)
    elif which == "fit_by_hand":
        by_hand(spells, first)
    elif which == "score":
        first.score(spells.columns, np.zeros(count), HORIZONS)
    elif which == "score_by_hand":
        matrix = first.design.matrix(spells.columns)
        for each in regressions:
            each.predict_proba(matrix)
    took, processor = time.perf_counter() - begun, time.process_time() - used
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    print(json.dumps({"seconds": took, "processor": processor, "memory": memory}))


if __name__ == "__main__":
    main()
