"""How unlike the training data a spell is: its distance from their middle, as the share of them that lie nearer."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pejl.screening.spells import Floats

_HELD = 0.05
_QUANTILES = 1001


@dataclass(frozen=True)
class Familiar:
    """What the training data were like. `turned` brings the columns to uncorrelated ones of spread 1 (Mahalanobis'
    distance, with the smallest directions held); `distances` are quantiles of the training spells' own distances."""

    turned: Floats
    distances: Floats

    def unusual(self, matrix: Floats) -> Floats:
        """The share of training spells that are less unusual than each of these, 0 to 1."""
        places = np.searchsorted(self.distances, _distances(self.turned, matrix), side="left")
        return np.asarray(np.clip(places / (len(self.distances) - 1), 0.0, 1.0))


def familiar_of(matrix: Floats) -> Familiar:
    """What the training data, already centred, were like."""
    spread = matrix.std(axis=0)
    scale = np.where(spread > 0, 1.0 / np.where(spread > 0, spread, 1.0), 0.0)
    level = matrix * scale
    sizes, turns = np.linalg.eigh(level.T @ level / max(len(matrix), 1))
    turned = scale[:, None] * turns / np.sqrt(np.maximum(sizes, 0.0) + _HELD)
    return Familiar(turned, np.quantile(_distances(turned, matrix), np.linspace(0, 1, _QUANTILES)))


def _distances(turned: Floats, matrix: Floats) -> Floats:
    level = matrix @ turned
    return np.asarray(np.einsum("ij,ij->i", level, level))
