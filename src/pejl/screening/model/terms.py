"""The model as a table: every number that a chance is made of, one row each, in words and in log-odds."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from pejl.screening.model.design import BEND, LINE, Column
from pejl.screening.spells import Floats

if TYPE_CHECKING:
    from pejl.screening.model.hazard_model import HazardModel

BASELINE, EFFECT, CURVE, RECALIBRATION = "baseline", "effect", "curve", "recalibration"
_POINTS = (0.05, 0.25, 0.5, 0.75, 0.95)


def terms_of(model: HazardModel) -> tuple[dict[str, Any], ...]:
    """The rows: the baselines by exit and band, the effects, the curves of numbers at some values, the recalibration.

    `value` is log-odds of the exit against going on in the band; `odds` is the factor that this is. The effects of
    words and missing values are against the usual spell; those of a number are in its curve, at values that the
    training data had. Where an effect changes with time it has a row for each band, otherwise one for all bands.
    """
    return (*_baselines(model), *_effects(model), *_curves(model), *_recalibration(model))


def _row(term: str, exit_name: str, bands: tuple[float, float], feature: str, at: str, value: float) -> dict[str, Any]:
    return {
        "term": term,
        "exit": exit_name,
        "from": bands[0],
        "to": bands[1],
        "feature": feature,
        "at": at,
        "value": float(value),
        "odds": float(np.exp(value)),
    }


def _bands(model: HazardModel) -> list[tuple[float, float]]:
    cuts = model.recipe.bands
    return list(pairwise(cuts))


def _baselines(model: HazardModel) -> Iterator[dict[str, Any]]:
    base = model.layout.baseline(model.parameters)
    for place, exit_name in enumerate(model.recipe.exits):
        for band, bands in enumerate(_bands(model)):
            yield _row(BASELINE, exit_name, bands, "", "", base[place, band])


def _effects(model: HazardModel) -> Iterator[dict[str, Any]]:
    for place, column in enumerate(model.design.columns):
        if column.kind not in (LINE, BEND):
            yield from _by_band(model, EFFECT, column, column.label, model.effects[:, :, place])


def _curves(model: HazardModel) -> Iterator[dict[str, Any]]:
    for term in model.design.numbers:
        if term.curve is None:
            continue
        own = [place for place, each in enumerate(model.design.columns) if _is_curve(each, term.name)]
        values = np.unique(np.quantile(term.curve.knots, _POINTS))
        columns = term.curve.columns(values) - model.design.centre[own]
        for value, row in zip(values, columns, strict=True):
            said = np.einsum("p,kmp->km", row, model.effects[:, :, own])
            yield from _by_band(model, CURVE, model.design.columns[own[0]], f"{value:g}", said)


def _is_curve(column: Column, name: str) -> bool:
    return column.features == (name,) and column.kind in (LINE, BEND)


def _by_band(model: HazardModel, term: str, column: Column, at: str, said: Floats) -> Iterator[dict[str, Any]]:
    """One row for each exit where the effect is the same in all bands, otherwise one for each band too."""
    bands, feature = _bands(model), " x ".join(column.features)
    for place, exit_name in enumerate(model.recipe.exits):
        values = said[place] @ model.layout.shapes
        if np.any(said[place, 1:]):
            for band, value in zip(bands, values, strict=True):
                yield _row(term, exit_name, band, feature, at, value)
        else:
            yield _row(term, exit_name, (bands[0][0], bands[-1][1]), feature, at, values[0])


def _recalibration(model: HazardModel) -> Iterator[dict[str, Any]]:
    again = model.recalibration
    if again.spells == 0:
        return
    for place, exit_name in enumerate(model.recipe.exits):
        for band, bands in enumerate(_bands(model)):
            yield _row(RECALIBRATION, exit_name, bands, "", "shift", again.shift[place, band])
            yield _row(RECALIBRATION, exit_name, bands, "", "slope", again.slope[place, band])
