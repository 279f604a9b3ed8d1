"""What would change an advice: single values of what can change, tried in the model itself and not guessed.

It says what the chance would be for somebody with that value. It does not promise that changing it makes it so.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pejl.screening.advice.asked_model import AskedModel
from pejl.screening.advice.of_hundred import of_hundred
from pejl.screening.advice.policy import Policy
from pejl.screening.advice.scored import Chances, chance_alone_at, with_value
from pejl.screening.advice.sentences import turned
from pejl.screening.advice.shapes import Change
from pejl.screening.features.feature import Feature
from pejl.screening.spells import Columns, Floats

_STEPS = 12
"""A scale with at most so many whole steps is tried step by step."""
LADDER = (2.0, 4.0, 8.0, 13.0, 18.0, 26.0, 39.0, 52.0)
"""What is tried of a number with a longer scale, as far as it has them."""
WEEKS = "uger"
"""The unit of what counts from the first day of absence: what lies in the past cannot come any more."""

Tried = tuple[float | str, float]
"""A value, and the chance with it."""


def crossings_of(
    model: AskedModel,
    columns: Columns,
    entry: Floats,
    horizon: Floats,
    now: Chances,
    features: Sequence[Feature],
    policy: Policy,
) -> tuple[tuple[Change, ...], ...]:
    """For each row the nearest value of each feature that can change, and is known, with which early effort would turn.

    A row without a chance has none.
    """
    found: list[list[Change]] = [[] for _ in entry]
    for feature in features:
        if feature.changes and feature.name in model.recipe.features:
            values = columns[feature.name]
            tried = [
                (value, chance_alone_at(model, with_value(columns, feature.name, value), entry, horizon))
                for value in candidates(feature)
            ]
            for row in range(len(entry)):
                left = [(value, float(chance[row])) for value, chance in tried if _may_come(feature, value, entry[row])]
                change = _nearest(feature, values[row], now.chance[row], left, policy)
                found[row].extend([change] if change else [])
    return tuple(map(tuple, found))


def candidates(feature: Feature) -> tuple[float | str, ...]:
    """The values that are tried."""
    if not feature.is_number:
        return tuple(word for word, _ in feature.words)
    if feature.least is None or feature.most is None:
        return ()
    if feature.most - feature.least <= _STEPS:
        return tuple(float(value) for value in range(int(feature.least), int(feature.most) + 1))
    return tuple(step for step in LADDER if feature.least <= step <= feature.most)


def _may_come(feature: Feature, value: float | str, gone: float) -> bool:
    return isinstance(value, str) or feature.unit != WEEKS or value > gone


def _nearest(
    feature: Feature, old: float | str | None, now: float, tried: Sequence[Tried], policy: Policy
) -> Change | None:
    if old is None or (isinstance(old, float) and np.isnan(old)) or np.isnan(now):
        return None
    flagged = now >= policy.early_effort_from
    turning = [(value, chance) for value, chance in tried if (chance >= policy.early_effort_from) != flagged]
    if not turning:
        return None
    value, chance = min(turning, key=lambda each: (_distance(each[0], old), each[1]))
    so = "ville tidlig indsats ikke blive foreslået" if flagged else "ville tidlig indsats blive foreslået"
    return Change(
        feature=feature.name,
        sentence=f"{turned(feature, value, old)}, var det {of_hundred(chance)} af 100, og så {so}.",
        chance=chance,
    )


def _distance(one: float | str, other: float | str) -> float:
    if isinstance(one, str) or isinstance(other, str):
        return 0.0 if one == other else 1.0
    return abs(one - other)
