"""How far a group's measures may be from what they are of more people: persons are drawn again, many times at once.

Each draw gives every person a weight (Poisson with mean one, which is drawing with repetition where there are many).
Where a share is none or all, drawing knows no doubt; there the exact bound of Clopper and Pearson stands instead.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from pejl.register.intervals import all_or_none
from pejl.screening.fairness.compared import Compared
from pejl.screening.spells import Floats, Ints

DRAWS = 200
AT_ONCE = 4_000_000
"""How many numbers of draws and rows are in memory together."""
TAIL = 2.5
"""Percent left out at each end."""

Span = tuple[float, float]
_SHARES = {
    "flagged": (1, 0),
    "released": (2, 0),
    "false_positive": (5, 6),
    "false_negative": (7, 4),
    "ratio": (4, 8),
    "released_long": (9, 10),
}


def intervals(rows: Compared, seed: int) -> Mapping[str, Span | None]:
    """The interval of each measure; None where it cannot be told."""
    chance = np.random.default_rng(seed)
    places, whose = np.unique(rows.persons.astype(str), return_inverse=True)
    each = _of_each_row(rows)
    of_person = np.stack([np.bincount(whose, weights=column, minlength=len(places)) for column in each.T], axis=1)
    sums: list[Floats] = []
    aucs: list[Floats] = []
    step = max(1, AT_ONCE // max(1, len(rows)))
    for first in range(0, DRAWS, step):
        draws = chance.poisson(1.0, (min(step, DRAWS - first), len(places))).astype(float)
        sums.append(draws @ of_person)
        aucs.append(auc_of_draws(rows, draws[:, whose]))
    total, whole = np.concatenate(sums), each.sum(axis=0)
    spans = {name: _span(total[:, top], total[:, below]) for name, (top, below) in _SHARES.items()}
    for name, (top, below) in _SHARES.items():
        if name != "ratio" and whole[below] > 0 and whole[top] in (0.0, whole[below]):
            exact = all_or_none(whole[top] > 0, whole[below])
            spans[name] = round(exact.least, 4), round(exact.most, 4)
    return {**spans, "auc": _percentiles(np.concatenate(aucs))}


def _of_each_row(rows: Compared) -> Floats:
    """What each row adds to the sums that all shares are made of."""
    flagged, released = rows.flagged.astype(float), rows.released.astype(float)
    weight, still = rows.weight, rows.still
    columns = (
        np.ones(len(rows)),
        flagged,
        released,
        weight,
        weight * still,
        weight * flagged * (1 - still),
        weight * (1 - still),
        weight * (1 - flagged) * still,
        weight * rows.chance,
        weight * released * still,
        weight * released,
    )
    return np.stack(columns, axis=1)


def auc_of_draws(rows: Compared, draws: Floats) -> Floats:
    """The share of pairs, one long and one not, in which the long one has the greater chance (ties half), by draw."""
    order = np.argsort(rows.chance, kind="stable")
    weight = draws[:, order] * rows.weight[order]
    long, short = weight * rows.still[order], weight * (1 - rows.still[order])
    ordered = rows.chance[order]
    starts: Ints = np.flatnonzero(np.concatenate(([True], ordered[1:] != ordered[:-1]))) if len(ordered) else order
    if not len(starts):
        return np.full(len(draws), np.nan)
    long_of, short_of = np.add.reduceat(long, starts, axis=1), np.add.reduceat(short, starts, axis=1)
    below = np.cumsum(short_of, axis=1) - short_of / 2
    pairs = long_of.sum(axis=1) * short_of.sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(np.where(pairs > 0, (long_of * below).sum(axis=1) / pairs, np.nan))


def _span(top: Floats, below: Floats) -> Span | None:
    with np.errstate(invalid="ignore", divide="ignore"):
        return _percentiles(np.where(below > 0, top / below, np.nan))


def _percentiles(values: Floats) -> Span | None:
    known = values[np.isfinite(values)]
    if len(known) < DRAWS // 2:
        return None
    low, high = np.percentile(known, [TAIL, 100 - TAIL])
    return round(float(low), 4), round(float(high), 4)
