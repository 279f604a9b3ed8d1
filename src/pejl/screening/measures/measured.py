"""How good chances at horizons turned out to be, with intervals: all measures of one model on one set of spells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pejl import when_used
from pejl.screening.measures.brier import brier
from pejl.screening.measures.calibration import Bins, ratio, slope
from pejl.screening.measures.curves import Steps, still_seen
from pejl.screening.measures.decision import curves
from pejl.screening.measures.estimates import estimate
from pejl.screening.measures.ordered import InOrder, Judged, drawn
from pejl.screening.measures.seen import seen_at
from pejl.screening.spells import Ends, Floats, Ints
from pejl.screening.training.run import AtHorizon, Estimate

if TYPE_CHECKING:
    import numpy as np
else:
    np = when_used.module("numpy")

FEWEST = 5
"""Where fewer still run, or fewer are gone, nothing is told but how many there are."""
RESAMPLES = 200
LOWEST, HIGHEST = 0.3, 0.2
"""The parts that are told of: those who might be left in peace, and those who might need effort."""
_AT_ONCE = 4_000_000
_UNBOUNDED = float("inf")


@dataclass(frozen=True)
class _Asked:
    """What is measured at one horizon: the spells that can be, their clusters, and what people said themselves."""

    weeks: float
    judged: Judged
    same: Ints
    ask_first: Floats | None
    seed: int
    resamples: int


def at_horizons(
    still: Floats,
    ends: Ends,
    horizons: Sequence[float],
    *,
    censoring: Ends | None = None,
    ask_first: Floats | None = None,
    same: Ints | None = None,
    seed: int,
    resamples: int = RESAMPLES,
) -> tuple[AtHorizon, ...]:
    """All measures at each horizon. `still[i, h]` is the chance that spell i still runs at `horizons[h]`.

    A spell counts at horizons after its entry and where a chance is given (it is not NaN). `censoring` are the spells
    from which it is learned how people are lost sight of. `ask_first` is what people said, higher where a longer
    spell was expected, NaN where they did not answer. Intervals draw the spells of `same` anew `resamples` times; with
    0 there are none.
    """
    looked = still_seen(censoring or ends)
    clusters = np.arange(len(ends)) if same is None else same
    asked = (
        _asked(still[:, place], ends, float(weeks), looked, clusters, ask_first, seed, resamples)
        for place, weeks in enumerate(horizons)
    )
    return tuple(_measured(each) for each in asked)


def _asked(
    chance: Floats,
    ends: Ends,
    weeks: float,
    looked: Steps,
    same: Ints,
    ask_first: Floats | None,
    seed: int,
    resamples: int,
) -> _Asked:
    seen = seen_at(ends, weeks, looked)
    given = np.isfinite(chance[seen.rows])
    rows = np.flatnonzero(seen.rows)[given]
    judged = Judged(chance[rows], seen.still[given], seen.weight[given])
    said = None if ask_first is None else ask_first[rows]
    return _Asked(weeks, judged, same[rows], said, seed, resamples)


def _measured(asked: _Asked) -> AtHorizon:
    judged = asked.judged
    known = judged.weight > 0
    of = int(known.sum())
    running = int(judged.still[known].sum())
    if running < FEWEST or of - running < FEWEST:
        return _untold(asked.weeks, of)
    values = _values(judged, np.ones((1, len(judged))))
    errors = _errors(asked) if asked.resamples else {}
    told = {
        name: estimate(float(value[0]), errors.get(name), of, most=_UNBOUNDED if name == "ratio" else 1.0)
        for name, value in values.items()
    }
    steep, error = slope(judged, asked.same)
    told["slope"] = estimate(steep, error if asked.resamples else None, of, -_UNBOUNDED, _UNBOUNDED)
    benefits = curves(judged, asked.same, asked.ask_first, asked.seed)
    return AtHorizon(weeks=asked.weeks, bins=Bins(judged).points(), net_benefit=benefits, **told)


def _values(judged: Judged, counts: Floats) -> dict[str, Floats]:
    """Every measure, for each way of counting the spells."""
    ordered = InOrder(judged).counted(counts)
    precision, recall = ordered.precision_and_recall(HIGHEST)
    weighted = counts * judged.weight
    return {
        "still": (weighted @ judged.still) / weighted.sum(axis=1),
        "auc": ordered.auc(),
        "brier": brier(judged, counts),
        "calibration_error": Bins(judged).error(counts),
        "ratio": ratio(judged, counts),
        "low30": ordered.share_of_lowest(LOWEST),
        "precision20": precision,
        "recall20": recall,
    }


def _errors(asked: _Asked) -> dict[str, float]:
    """How much each measure moves when other spells of the same kind are drawn."""
    pieces = [_values(asked.judged, counts) for counts in _draws(asked)]
    names = pieces[0]
    return {name: float(np.nanstd(np.concatenate([piece[name] for piece in pieces]), ddof=1)) for name in names}


def _draws(asked: _Asked) -> Iterator[Floats]:
    """The draws, a few at a time, so that memory holds them."""
    at_once = max(1, _AT_ONCE // max(1, len(asked.judged)))
    for first in range(0, asked.resamples, at_once):
        yield drawn(asked.same, min(at_once, asked.resamples - first), asked.seed + first)


def _untold(weeks: float, of: int) -> AtHorizon:
    nothing = Estimate(value=None, of=of)
    names = ("still", "auc", "brier", "calibration_error", "slope", "ratio", "low30", "precision20", "recall20")
    return AtHorizon(weeks=weeks, **dict.fromkeys(names, nothing))
