"""Numbers with heavy tails, brought to a scale on which a curve can follow them.

A column of costs or counts may have one value a thousand times the usual: a straight line over it is flat for all
others. Such a number is told on a scale that is straight in the middle and logarithmic far out. Order and what is not
known stay as they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pejl import when_used
from pejl.screening.spells import Columns, Floats, Words, is_number

if TYPE_CHECKING:
    import numpy as np
else:
    np = when_used.module("numpy")

HEAVY = 4.0
"""From so many times the spread of the middle eight tenths on, a value lies far out."""


@dataclass(frozen=True)
class Steadied:
    """The numbers that are told on another scale: each with its middle and the spread of the middle eight tenths."""

    scales: dict[str, tuple[float, float]]

    def columns(self, columns: Columns) -> Columns:
        """The columns, with those numbers on their other scale."""
        told: dict[str, Floats | Words] = dict(columns)
        for name, (middle, spread) in self.scales.items():
            told[name] = np.arcsinh((np.asarray(columns[name], dtype=float) - middle) / (spread / 2))
        return told


def steadied(columns: Columns) -> Steadied:
    """Which numbers have heavy tails, as the training spells tell it."""
    scales = {name: scale for name, values in columns.items() if is_number(values) and (scale := _scale(values))}
    return Steadied(scales)


def _scale(values: Floats | Words) -> tuple[float, float] | None:
    known = np.asarray(values, dtype=float)
    known = known[~np.isnan(known)]
    if not len(known):
        return None
    low, middle, high = np.quantile(known, (0.1, 0.5, 0.9))
    spread = float(high - low)
    if spread <= 0 or np.abs(known - middle).max() <= HEAVY * spread:
        return None
    return float(middle), spread
