"""What a model says of spells, as arrays in their order."""

from __future__ import annotations

from dataclasses import dataclass

from pejl.screening.spells import Floats


@dataclass(frozen=True)
class Scores:
    """Chances, each with its interval, and how far the model may be asked at all.

    `still[i, h]` is the chance that spell i, which runs at its entry, still runs at `horizons[h]` (1 where the entry is
    at or after the horizon is never given: it is NaN). `low` and `high` are the ends of the interval of `confidence`,
    which is about the chance (the model's own uncertainty), not about the single outcome. `exits[i, k]` is the chance
    of having left by exit k before the last horizon. `unusual` is the share of training spells that are less unusual
    than this one, 0 to 1; `missing` the share of the model's features that are not known.
    """

    horizons: tuple[float, ...]
    exit_names: tuple[str, ...]
    still: Floats
    low: Floats
    high: Floats
    exits: Floats
    unusual: Floats
    missing: Floats
    confidence: float = 0.9


@dataclass(frozen=True)
class Contributions:
    """What each feature adds to the chance of still running at one horizon, for each spell; the computation itself.

    `usual` is the chance of the reference (every feature at its usual value) for the same entry. `share[i, j]` is what
    feature j adds to spell i's chance: `usual + share.sum(axis=1)` is the chance, exactly (Aumann and Shapley's way
    along the straight line from the reference, summed to the whole). `points[i, j]` is what the feature adds to the
    log-odds of ending by the first exit in the first band after entry, which is additive as it stands.
    """

    horizon: float
    names: tuple[str, ...]
    chance: Floats
    usual: Floats
    share: Floats
    points: Floats
