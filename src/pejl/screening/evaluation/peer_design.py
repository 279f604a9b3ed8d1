"""Columns of numbers for the models that ours is compared with: as the figures of others were made.

Each word that is frequent enough gets a column, and so does not being known; numbers that are not known are the median;
all is brought to the same spread. Whole numbers are codes where they are for our own model. It is learned from the
training spells alone.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pejl import when_used
from pejl.screening.evaluation.interplay import Judge
from pejl.screening.evaluation.peer import Task
from pejl.screening.spells import Columns, Floats, Words, is_number

if TYPE_CHECKING:
    import numpy as np
else:
    np = when_used.module("numpy")

RARE = 30
UNKNOWN = "(unknown)"


@dataclass(frozen=True)
class PeerDesign:
    """How spells become columns of numbers."""

    medians: dict[str, float]
    levels: dict[str, tuple[str, ...]]
    middle: Floats
    spread: Floats

    def matrix(self, columns: Columns) -> Floats:
        """The columns, each with the mean 0 and the spread 1 over the training spells."""
        return (_raw(self.medians, self.levels, columns) - self.middle) / self.spread


def peer_design(task: Task) -> PeerDesign:
    """What the training spells say of how each feature becomes columns."""
    columns = task.spells.columns
    medians: dict[str, float] = {}
    levels: dict[str, tuple[str, ...]] = {}
    for name in Judge(task.spells, task.horizons, task.seed).settled(task.features):
        if is_number(columns[name]):
            known = np.asarray(columns[name], dtype=float)
            known = known[~np.isnan(known)]
            medians[name] = float(np.median(known)) if len(known) else 0.0
        else:
            levels[name] = _levels(np.asarray(columns[name], dtype=object))
    raw = _raw(medians, levels, columns)
    spread = raw.std(axis=0)
    return PeerDesign(medians, levels, raw.mean(axis=0), np.where(spread > 0, spread, 1.0))


def _levels(values: Words) -> tuple[str, ...]:
    met = Counter(UNKNOWN if value is None else value for value in values.tolist())
    often = sorted(word for word, count in met.items() if count >= RARE)
    return tuple(often[1:]) if len(often) == len(met) else tuple(often)


def _raw(medians: dict[str, float], levels: dict[str, tuple[str, ...]], columns: Columns) -> Floats:
    blocks = []
    for name, median in medians.items():
        values = np.asarray(columns[name], dtype=float)
        blocks.append(np.where(np.isnan(values), median, values)[:, None])
    for name, words in levels.items():
        blocks.append(_one_for_each(np.asarray(columns[name], dtype=object), words))
    return np.concatenate(blocks, axis=1)


def _one_for_each(values: Words, words: tuple[str, ...]) -> Floats:
    places = {word: place for place, word in enumerate(words)}
    place = np.array([places.get(UNKNOWN if value is None else value, -1) for value in values.tolist()], dtype=np.int64)
    block = np.zeros((len(values), len(words)))
    rows = np.flatnonzero(place >= 0)
    block[rows, place[rows]] = 1.0
    return block
