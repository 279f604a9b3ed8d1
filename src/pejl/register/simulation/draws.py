"""Chance, the same on every machine: whole numbers from a bit generator, and only arithmetic that IEEE 754 settles.

The streams of NumPy's distributions may change from version to version; the bits of `PCG64` may not. So uniform numbers
are made from the bits here, and everything else is made from uniform numbers by comparing, adding and multiplying:
no logarithm and no power, whose last digit depends on the library of the machine.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

_STEP = 2.0**-53


class Draws:
    """A stream of chance of its own for each name, so that a change in one part moves nothing in another."""

    def __init__(self, seed: int, name: str) -> None:
        self._bits = np.random.PCG64(np.random.SeedSequence([seed, zlib.crc32(name.encode())]))

    def uniform(self, size: int) -> Floats:
        """Numbers from 0 up to but not including 1, 53 bits each."""
        drawn = np.asarray(self._bits.random_raw(size), dtype=np.uint64)
        return (drawn >> np.uint64(11)).astype(np.float64) * _STEP

    def chance(self, share: float | Floats, size: int) -> Bools:
        """True for about that share, which may differ from one to the next."""
        return np.asarray(self.uniform(size) < share)

    def between(self, least: int, most: int, size: int) -> Ints:
        """Whole numbers from `least` to `most`, both included."""
        return least + (self.uniform(size) * (most - least + 1)).astype(np.int64)

    def pick(self, weights: Sequence[float], size: int) -> Ints:
        """Places in a list of weights, each about as often as its weight says."""
        return place_of(self.uniform(size), weights)

    def bell(self, size: int) -> Floats:
        """Numbers around 0 with spread 1, as good as normal: twelve uniform numbers added, six taken away."""
        total = np.full(size, -6.0)
        for _ in range(12):
            total += self.uniform(size)
        return total

    def order(self, size: int) -> Ints:
        """The places 0, 1, 2 ... in an order of chance."""
        return np.argsort(self.uniform(size), kind="stable").astype(np.int64)


def place_of(uniform: Floats, weights: Sequence[float]) -> Ints:
    """For each uniform number the place in the list of weights where it falls."""
    bounds, reached = [], 0.0
    for weight in weights:
        reached += weight
        bounds.append(reached)
    return np.minimum(np.searchsorted(np.array(bounds) / reached, uniform, side="right"), len(bounds) - 1).astype(
        np.int64
    )


def shuffled_number(numbers: Ints, salt: int) -> Ints:
    """A whole number that looks like chance but is the same for the same number: for shares that must stay put."""
    mixed = numbers.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15) + np.uint64(salt)
    mixed = (mixed ^ (mixed >> np.uint64(31))) * np.uint64(0xBF58476D1CE4E5B9)
    return ((mixed ^ (mixed >> np.uint64(29))) >> np.uint64(33)).astype(np.int64)
