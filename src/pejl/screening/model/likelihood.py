"""The likelihood of the multinomial discrete-time hazard, with its slope and its information.

In band b the log-odds of exit k against going on are eta_kb. A spell goes on through a whole band with the chance
1 / (1 + sum of exp(eta)), and through a part of it with that chance to the power of the part: within a band the hazard
is constant. The log-odds are a baseline by band plus the columns' effects, which may change smoothly with time:
eta_kb = baseline_kb + sum over m of shape_m(b) * (columns @ effects_km). The shapes are few, so what is summed over
bands is summed before it meets the columns: the person-band rows are never written out.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pejl.screening.model.exposure import Exposure
from pejl.screening.spells import Floats, Ints


@dataclass(frozen=True)
class Layout:
    """Where each parameter stands: for each exit its baseline by band, then the effects, shape by shape.

    `columns[m]` are the columns whose effect has shape m. `shapes[m, b]` is shape m in band b; the first is 1.
    """

    exits: int
    shapes: Floats
    columns: tuple[Ints, ...]

    @property
    def bands(self) -> int:
        """How many bands there are."""
        return int(self.shapes.shape[1])

    @property
    def each(self) -> int:
        """How many parameters an exit has."""
        return self.bands + sum(len(some) for some in self.columns)

    @property
    def size(self) -> int:
        """How many parameters there are."""
        return self.exits * self.each

    def baseline(self, parameters: Floats) -> Floats:
        """The baseline: exits by bands."""
        return parameters.reshape(self.exits, self.each)[:, : self.bands]

    def effects(self, parameters: Floats, width: int) -> Floats:
        """The effects: exits by shapes by columns, 0 where a column's effect does not have the shape."""
        rows, found = parameters.reshape(self.exits, self.each), self.bands
        whole = np.zeros((self.exits, len(self.columns), width))
        for shape, some in enumerate(self.columns):
            whole[:, shape, some] = rows[:, found : found + len(some)]
            found += len(some)
        return whole


@dataclass(frozen=True)
class Curvature:
    """What a likelihood is at some parameters: its logarithm, its slope, and its expected information."""

    value: float
    slope: Floats
    information: Floats


def log_odds(layout: Layout, parameters: Floats, matrix: Floats) -> Floats:
    """The log-odds of each exit in each band: exits by spells by bands."""
    effects = layout.effects(parameters, matrix.shape[1])
    by_shape = np.einsum("np,kmp->knm", matrix, effects, optimize=True)
    return np.asarray(by_shape @ layout.shapes + layout.baseline(parameters)[:, None, :])


def value(layout: Layout, parameters: Floats, matrix: Floats, seen: Exposure) -> float:
    """The logarithm of the likelihood."""
    return pieces_at(log_odds(layout, parameters, matrix)).value(seen)


def slope(layout: Layout, parameters: Floats, matrix: Floats, seen: Exposure) -> Floats:
    """The slope of the likelihood's logarithm."""
    pieces = pieces_at(log_odds(layout, parameters, matrix))
    return _slope(layout, pieces.slopes(seen), matrix)


def curvature(layout: Layout, parameters: Floats, matrix: Floats, seen: Exposure, *, apart: bool = False) -> Curvature:
    """Value, slope and information; with `apart` without what one exit tells of another, which is little and costs
    most."""
    rows = [np.arange(len(matrix))]
    return curvatures(layout, parameters, matrix, seen, rows, apart=apart)[0]


def curvatures(
    layout: Layout, parameters: Floats, matrix: Floats, seen: Exposure, rows: list[Ints], *, apart: bool = False
) -> list[Curvature]:
    """Value, slope and information of each of some sets of rows."""
    pieces = pieces_at(log_odds(layout, parameters, matrix))
    slopes = pieces.slopes(seen)
    return [
        Curvature(
            pieces.value(seen, part),
            _slope(layout, slopes[:, part], matrix[part]),
            _information(layout, pieces, seen, matrix, part, apart=apart),
        )
        for part in rows
    ]


@dataclass(frozen=True)
class Pieces:
    """Of each spell in each band: the hazards over the whole band, how much of it has gone by, and the exits' split."""

    hazard: Floats
    split: Floats
    summed: Floats

    def value(self, seen: Exposure, rows: Ints | None = None) -> float:
        """The logarithm of the likelihood, of some rows or all."""
        part = np.arange(len(seen.band)) if rows is None else rows
        gone = -(seen.weight[part] * seen.share[part] * self.summed[part]).sum()
        ended = part[seen.band[part] >= 0]
        band, exit_ = seen.band[ended], seen.exit[ended]
        through = seen.share[ended, band] * self.summed[ended, band]
        split = np.log(self.split[exit_, ended, band])
        return float(gone + (seen.weight[ended, band] * (split + np.log(-np.expm1(-through)) + through)).sum())

    def slopes(self, seen: Exposure) -> Floats:
        """The slope of the logarithm of the likelihood in each spell's log-odds."""
        slopes = -(seen.weight * seen.share) * self.hazard
        ended = seen.ended
        band, exit_ = seen.band[ended], seen.exit[ended]
        share, weight = seen.share[ended, band], seen.weight[ended, band]
        lifted = share / -np.expm1(-share * self.summed[ended, band])
        slopes[:, ended, band] += weight * (lifted * self.hazard[:, ended, band] - self.split[:, ended, band])
        slopes[exit_, ended, band] += weight
        return slopes

    def weights(self, seen: Exposure, one: int, other: int, rows: Ints | None = None) -> Floats:
        """The expected information about a pair of exits' log-odds, of each spell in each band."""
        part = np.arange(len(seen.band)) if rows is None else rows
        share = seen.share[part]
        ends = -np.expm1(-share * self.summed[part])
        there = np.where(share > 0, 1.0, 0.0) * seen.weight[part]
        both = self.hazard[one, part] * self.hazard[other, part] * share**2 * (1.0 - ends) / np.maximum(ends, 1e-300)
        apart = self.split[one, part] * ((1.0 if one == other else 0.0) - self.split[other, part])
        return np.asarray(there * (ends * apart + both))


def pieces_at(log_odds: Floats) -> Pieces:
    """What follows from log-odds (exits by spells by bands) of the exits."""
    odds = np.exp(np.clip(log_odds, -40.0, 40.0))
    together = odds.sum(axis=0)
    return Pieces(odds / (1.0 + together), odds / together, np.log1p(together))


def _slope(layout: Layout, slopes: Floats, matrix: Floats) -> Floats:
    by_shape = np.einsum("knb,mb->kmn", slopes, layout.shapes, optimize=True)
    rows = [
        np.concatenate(
            [slopes[k].sum(axis=0), *(matrix[:, some].T @ by_shape[k, m] for m, some in enumerate(layout.columns))]
        )
        for k in range(layout.exits)
    ]
    return np.concatenate(rows)


def _information(layout: Layout, pieces: Pieces, seen: Exposure, matrix: Floats, part: Ints, *, apart: bool) -> Floats:
    whole = np.zeros((layout.size, layout.size))
    size = layout.each
    some = matrix[part]
    for one in range(layout.exits):
        for other in range(one, one + 1 if apart else layout.exits):
            block = _block(layout, pieces.weights(seen, one, other, part), some, itself=one == other)
            whole[one * size : (one + 1) * size, other * size : (other + 1) * size] = block
            whole[other * size : (other + 1) * size, one * size : (one + 1) * size] = block.T
    return whole


def _block(layout: Layout, weights: Floats, matrix: Floats, *, itself: bool) -> Floats:
    """The information about two exits: bands and columns against bands and columns, summed over bands first."""
    bands = layout.bands
    starts = bands + np.concatenate([[0], np.cumsum([len(some) for some in layout.columns])]).astype(int)
    block = np.zeros((layout.each, layout.each))
    block[range(bands), range(bands)] = weights.sum(axis=0)
    for m, some in enumerate(layout.columns):
        mine = slice(starts[m], starts[m + 1])
        cross = matrix[:, some].T @ (weights * layout.shapes[m])
        block[mine, :bands] = cross
        block[:bands, mine] = cross.T
        for later in range(m, len(layout.columns)):
            theirs = slice(starts[later], starts[later + 1])
            summed = weights @ (layout.shapes[m] * layout.shapes[later])
            if itself and m == later:
                block[mine, mine] = _square(matrix[:, some], summed)
            else:
                inner = (matrix[:, some] * summed[:, None]).T @ matrix[:, layout.columns[later]]
                block[mine, theirs] = inner
                block[theirs, mine] = inner.T
    return block


def _square(columns: Floats, weights: Floats) -> Floats:
    """The weighted square of columns; half the work where a matrix meets itself."""
    rooted = columns * np.sqrt(np.maximum(weights, 0.0))[:, None]
    return np.asarray(rooted.T @ rooted)
