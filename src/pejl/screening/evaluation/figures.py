"""From what models said of spells to figures: over folds, pooled, and beside each other."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from pejl import when_used
from pejl.screening.evaluation.chosen_times import Times
from pejl.screening.evaluation.leaks import MOST_AUC
from pejl.screening.evaluation.shapes import ModelFigures, Spread, Stand
from pejl.screening.evaluation.wish import MODEL_WORDS, Wish
from pejl.screening.measures.brier import integrated_brier
from pejl.screening.measures.concordance import concordance, harrell
from pejl.screening.measures.measured import at_horizons
from pejl.screening.spells import Ends, Floats, Spells
from pejl.screening.training.run import AtHorizon

if TYPE_CHECKING:
    import numpy as np
else:
    np = when_used.module("numpy")

NAMES = {
    "auc": "auc",
    "brier": "brier",
    "ece": "calibration_error",
    "slope": "slope",
    "o_e": "ratio",
    "low30": "low30",
    "precision20": "precision20",
    "recall20": "recall20",
}
"""The measures at a horizon: as they are called in the document, and as `AtHorizon` has them."""
COMPARED = ("c_uno", "auc", "ibs", "brier", "low30", "recall20")
LOWER_IS_BETTER = frozenset({"ibs", "brier", "low30"})


def of_fold(said: Floats, ends: Ends, times: Times, seconds: float) -> dict[str, float | None]:
    """Every measure of one fold, by name."""
    risk = _risk(said, ends, times)
    curve = said[:, times.at_steps]
    whole = not np.isnan(curve).any()
    found: dict[str, float | None] = {
        "c_uno": concordance(risk, ends, times.tau).value,
        "c_harrell": harrell(risk, ends).value,
        "ibs": _told(integrated_brier(curve, times.steps, ends)) if whole else None,
        "fit_seconds": seconds,
    }
    for each in at_horizons(said[:, times.at_horizons], ends, times.horizons, seed=0, resamples=0):
        found |= {f"{short}@{each.weeks:g}": getattr(each, name).value for short, name in NAMES.items()}
    return found


def of_model(
    name: str,
    folds: list[dict[str, float | None]],
    said: Floats,
    spells: Spells,
    times: Times,
    wish: Wish,
    asked: Floats | None,
) -> ModelFigures:
    """A model's figures over the folds and of all spells together."""
    ends, curve = spells.ends, said[:, times.at_steps]
    pooled = at_horizons(
        said[:, times.at_horizons],
        ends,
        times.horizons,
        ask_first=asked,
        same=spells.same,
        seed=wish.seed,
        resamples=wish.intervals,
    )
    return ModelFigures(
        model=name,
        title=MODEL_WORDS[name],
        folds={measure: _spread([fold[measure] for fold in folds]) for measure in folds[0]},
        pooled_c_uno=concordance(_risk(said, ends, times), ends, times.tau, same=spells.same),
        pooled_ibs=None if np.isnan(curve).any() else _told(integrated_brier(curve, times.steps, ends)),
        pooled=pooled,
    )


def asked_order(said: Floats | None, times: Times) -> Floats | None:
    """What people expect, as an order: the chance at the main horizon by the model of that one column."""
    return None if said is None else said[:, times.at_horizons[times.horizons.index(times.main)]]


def stands(told: tuple[ModelFigures, ...], times: Times) -> tuple[Stand, ...]:
    """How Pejl's model stands to the best of the others, measure by measure."""
    own = next((each for each in told if each.model == "pejl"), None)
    others = [each for each in told if each.model not in ("pejl", "km")]
    if own is None or not others:
        return ()
    names = [
        name
        for short in COMPARED
        for name in ([short] if short in own.folds else [f"{short}@{weeks:g}" for weeks in times.horizons])
    ]
    return tuple(stand for name in names if (stand := _stand(name, own, others)))


def remarks(told: tuple[ModelFigures, ...], times: Times) -> tuple[str, ...]:
    """What is too good to be true."""
    own = next((each for each in told if each.model == "pejl"), None)
    auc = own.folds[f"auc@{times.main:g}"].mean if own else None
    if auc is None or auc <= MOST_AUC:
        return ()
    return (
        f"AUC {auc:.3f} at {times.main:g} is better than sick leaves were ever foreseen at their start: take it for a "
        "leak until every feature is proved to have been known then.",
    )


def pooled_at(figures: ModelFigures, weeks: float) -> AtHorizon:
    """The figures of all spells at one horizon."""
    return next(each for each in figures.pooled if each.weeks == weeks)


def _stand(name: str, own: ModelFigures, others: list[ModelFigures]) -> Stand | None:
    mine = own.folds[name]
    theirs = [(each.folds[name].mean, each.model) for each in others]
    known = [(mean, model) for mean, model in theirs if mean is not None]
    if mine.mean is None or mine.sd is None or not known:
        return None
    lower = name.split("@")[0] in LOWER_IS_BETTER
    best, model = min(known) if lower else max(known)
    ahead = (best - mine.mean) if lower else (mine.mean - best)
    verdict = "beat" if ahead > mine.sd else "short" if ahead < -mine.sd else "match"
    return Stand(measure=name, pejl=mine.mean, sd=mine.sd, best=best, model=model, verdict=verdict)


def _risk(said: Floats, ends: Ends, times: Times) -> Floats:
    """Who leaves first: less the time that a spell is expected to go on, or the chance at the main horizon."""
    curve = said[:, times.at_steps]
    if np.isnan(curve).any():
        chance = said[:, times.at_horizons[times.horizons.index(times.main)]]
        return np.asarray(-np.where(np.isnan(chance), 1.0, chance))
    return np.asarray(-(curve * (times.steps[None, :] > ends.entry[:, None])).sum(axis=1))


def _spread(values: list[float | None]) -> Spread:
    known = [value for value in values if value is not None]
    if not known:
        return Spread(mean=None, sd=None, folds=0)
    sd = float(np.std(known, ddof=1)) if len(known) > 1 else None
    return Spread(mean=float(np.mean(known)), sd=sd, folds=len(known))


def _told(value: float) -> float | None:
    return value if math.isfinite(value) else None
