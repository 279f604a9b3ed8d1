"""What a decision by a chance is worth: net benefit, beside helping all, helping none and asking first.

To act from a chance of t on is to hold one needless help for worth t / (1 - t) of one that is needed. Net benefit is
the needed helps less the needless ones at that rate, of all spells.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pejl import when_used
from pejl.screening.measures.curves import still_seen
from pejl.screening.measures.ordered import Judged
from pejl.screening.measures.seen import seen_at
from pejl.screening.spells import Ends, Floats, Ints

if TYPE_CHECKING:
    import numpy as np
    from sklearn import isotonic
else:
    np = when_used.module("numpy")
    isotonic = when_used.module("sklearn.isotonic")

THRESHOLDS = tuple(number / 50 for number in range(1, 41))
"""The chances at which somebody might act: 2 to 80 percent."""
PARTS = 5
Curve = tuple[tuple[float, float], ...]


def net_benefit(
    chance: Floats, ends: Ends, weeks: float, thresholds: Sequence[float], censoring: Ends | None = None
) -> Curve:
    """(threshold, net benefit) of acting on those whose chance of still running is at least the threshold."""
    seen = seen_at(ends, weeks, still_seen(censoring or ends))
    return benefit(Judged(chance[seen.rows], seen.still, seen.weight), thresholds)


def benefit(judged: Judged, thresholds: Sequence[float]) -> Curve:
    """The same of spells whose outcome is known already."""
    order = np.argsort(-judged.chance, kind="stable")
    needed = np.concatenate(([0.0], np.cumsum((judged.weight * judged.still)[order])))
    needless = np.concatenate(([0.0], np.cumsum((judged.weight * (1 - judged.still))[order])))
    total = judged.weight.sum()
    acted = np.searchsorted(-judged.chance[order], -np.asarray(thresholds), side="right")
    return tuple(
        (float(threshold), float((needed[many] - needless[many] * threshold / (1 - threshold)) / total))
        for threshold, many in zip(thresholds, acted, strict=True)
    )


def curves(judged: Judged, same: Ints, asked: Floats | None, seed: int) -> dict[str, Curve]:
    """The curves of the model, of acting on all and on none, and of asking first where it is known what people said."""
    drawn: dict[str, Curve] = {
        "model": benefit(judged, THRESHOLDS),
        "all": benefit(Judged(np.ones(len(judged)), judged.still, judged.weight), THRESHOLDS),
        "none": tuple((threshold, 0.0) for threshold in THRESHOLDS),
    }
    if asked is not None:
        chance = as_chance(asked, judged, same, seed)
        drawn["ask_first"] = benefit(Judged(chance, judged.still, judged.weight), THRESHOLDS)
    return drawn


def as_chance(asked: Floats, judged: Judged, same: Ints, seed: int) -> Floats:
    """What people said, as a chance: the share that it came to among the others who said as much.

    It never falls as they say more, and is learned on four fifths of the spells for the last fifth. Who did not
    answer (NaN) has the share of those who did not.
    """
    spell = np.unique(same, return_inverse=True)[1]
    part = np.random.default_rng(seed).integers(0, PARTS, int(spell.max(initial=0)) + 1)[spell]
    chance = np.full(len(asked), _share(judged, np.ones(len(asked), dtype=bool)))
    silent = np.isnan(asked)
    for number in range(PARTS):
        here, others = part == number, (part != number) & (judged.weight > 0)
        chance[here & silent] = _share(judged, others & silent if (others & silent).any() else others)
        learned = others & ~silent
        if learned.any() and (here & ~silent).any():
            fitted = isotonic.IsotonicRegression(out_of_bounds="clip")
            fitted.fit(asked[learned], judged.still[learned], sample_weight=judged.weight[learned])
            chance[here & ~silent] = fitted.predict(asked[here & ~silent])
    return chance


def _share(judged: Judged, rows: Floats) -> float:
    weight = judged.weight[rows].sum()
    return float((judged.weight * judged.still)[rows].sum() / weight) if weight > 0 else 0.0
