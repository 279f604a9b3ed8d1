"""The chances of all cases at once, each at its own horizon: as the cases are, or with another value of something."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pejl.screening.advice.asked_model import AskedModel
from pejl.screening.advice.policy import Policy
from pejl.screening.caseload.landmark_rows import LandmarkRows
from pejl.screening.landmarks import HORIZONS
from pejl.screening.spells import Columns, Floats, Ints


@dataclass(frozen=True)
class Chances:
    """Row by row at each row's horizon; NaN where there is none."""

    chance: Floats
    low: Floats
    high: Floats
    unusual: Floats
    missing: Floats


@dataclass(frozen=True)
class Shares:
    """What each feature adds to each row's chance at its horizon, in the order of `names`; `usual` and the row's shares
    add up to `chance`."""

    names: tuple[str, ...]
    chance: Floats
    usual: Floats
    share: Floats


def horizons_of(cases: LandmarkRows, policy: Policy) -> Floats:
    """Each row's horizon in weeks; NaN where the sick leave has lasted longer than any of them."""
    landmarks, entry = cases.ids["landmark"].to_pylist(), cases.spells.ends.entry
    found = [policy.horizon(word, float(weeks)) for word, weeks in zip(landmarks, entry, strict=True)]
    return np.array([np.nan if weeks is None else weeks for weeks in found], np.float64)


def chances_at(model: AskedModel, columns: Columns, entry: Floats, horizon: Floats) -> Chances:
    """The chances with these columns."""
    wanted = _distinct(horizon)
    scores = model.score(columns, entry, wanted)
    rows, place = np.arange(len(entry)), _places(wanted, horizon)

    def at_own(told: Floats) -> Floats:
        return np.where(np.isnan(horizon), np.nan, told[rows, place])

    return Chances(at_own(scores.still), at_own(scores.low), at_own(scores.high), scores.unusual, scores.missing)


def chance_alone_at(model: AskedModel, columns: Columns, entry: Floats, horizon: Floats) -> Floats:
    """The chance with these columns, without interval or anything else: where many values are tried."""
    wanted = np.array(_distinct(horizon))
    still, _ = model.chances(columns, entry, wanted)
    place = _places(wanted, horizon)
    return np.where(np.isnan(horizon), np.nan, still[np.arange(len(entry)), place])


def shares_at(model: AskedModel, columns: Columns, entry: Floats, horizon: Floats) -> Shares:
    """The contributions of each row at its horizon."""
    size, names = len(entry), model.recipe.features
    chance, usual = np.full(size, np.nan), np.full(size, np.nan)
    share = np.full((size, len(names)), np.nan)
    for weeks in _distinct(horizon):
        rows = np.flatnonzero(horizon == weeks)
        told = model.contributions({name: values[rows] for name, values in columns.items()}, entry[rows], weeks)
        order = [told.names.index(name) for name in names]
        chance[rows], usual[rows], share[rows] = told.chance, told.usual, told.share[:, order]
    return Shares(names, chance, usual, share)


def with_value(columns: Columns, name: str, values: Floats | Sequence[str] | float) -> Columns:
    """The columns with other values of one feature: one for each row, or one for all."""
    old = columns[name]
    return {**columns, name: np.broadcast_to(np.asarray(values, old.dtype), old.shape).copy()}


def _places(wanted: Sequence[float] | Floats, horizon: Floats) -> Ints:
    """Each row's horizon among those wanted; of a row without one any place."""
    return np.searchsorted(np.asarray(wanted), np.where(np.isnan(horizon), wanted[0], horizon))


def _distinct(horizon: Floats) -> tuple[float, ...]:
    """The horizons that are asked about, in their order; one at least."""
    return tuple(float(weeks) for weeks in np.unique(horizon[~np.isnan(horizon)])) or HORIZONS[-1:]
