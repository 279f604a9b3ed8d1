"""A model that is measured: fitted to training spells, it says of others how likely they are still to run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from pejl.screening.evaluation.feature_columns import Features
from pejl.screening.spells import Columns, Floats, Spells


class LeftOut(Exception):
    """A model that cannot be measured here; the sentence says why, and what to do about it."""


class Fitted(Protocol):
    """A model that is fitted."""

    def still(self, columns: Columns, entry: Floats, times: Floats) -> Floats:
        """The chance of still running at each time (spells by times), for spells that run at their entry."""


class Peer(Protocol):
    """A kind of model. `curve` tells whether it says something of all times, or of the horizons alone."""

    curve: bool

    def fit(self, task: Task) -> Fitted:
        """The model that the training spells lead to. Raises `LeftOut`."""


@dataclass(frozen=True)
class Task:
    """What a model is fitted to and for."""

    spells: Spells
    features: Features
    exits: tuple[str, ...]
    horizons: tuple[float, ...]
    seed: int
