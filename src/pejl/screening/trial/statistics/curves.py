"""Curves of one arm: who is still there (Kaplan and Meier), who has left by each exit (Aalen and Johansen), and the
weeks that lie under the first (restricted mean)."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from pejl.screening.spells import NOT_ENDED, Floats, Ints


@dataclass(frozen=True)
class Share:
    """A share and the variance of its estimate."""

    value: float
    variance: float

    @property
    def weighs(self) -> float:
        """How many persons, all seen to the end, would tell it as surely. NaN at 0 and 1, where nothing varies."""
        return self.value * (1 - self.value) / self.variance if self.variance > 0 else math.nan


@dataclass(frozen=True)
class Mean:
    """A mean and the variance of its estimate."""

    value: float
    variance: float


@dataclass(frozen=True)
class Curve:
    """The times at which somebody ended, how many were there just before, how many ended, and by which exit.

    `still` is the share still there after each time. `persons` is how many the curve begins with.
    """

    time: Floats
    risk: Floats
    ends: Floats
    by_exit: Floats
    """One column for each exit."""
    still: Floats
    persons: int

    def still_at(self, weeks: float) -> Share:
        """The share still there at a time, with Greenwood's variance."""
        until = int(np.searchsorted(self.time, weeks, side="right"))
        if not until:
            return Share(1.0, 0.0)
        value = float(self.still[until - 1])
        left = self.risk[:until] - self.ends[:until]
        if left[-1] == 0:
            return Share(0.0, 0.0)
        return Share(value, value**2 * float((self.ends[:until] / (self.risk[:until] * left)).sum()))

    def left_by(self, exit_: int, weeks: float) -> Share:
        """The share that has left by one exit at a time, others being in its way; variance by the delta method."""
        until = int(np.searchsorted(self.time, weeks, side="right"))
        if not until:
            return Share(0.0, 0.0)
        risk, ends, own = self.risk[:until], self.ends[:until], self.by_exit[:until, exit_]
        before = np.append(1.0, self.still[: until - 1])
        gone = np.cumsum(before * own / risk)
        still_to_go = gone[-1] - gone
        left = np.maximum(risk - ends, 1)
        variance = (
            still_to_go**2 * ends / (risk * left)
            + before**2 * own * (risk - own) / risk**3
            - 2 * still_to_go * before * own / risk**2
        ).sum()
        return Share(float(gone[-1]), float(max(variance, 0.0)))

    def weeks_within(self, weeks: float) -> Mean:
        """The mean weeks that somebody is there within a time: the area under the curve."""
        inside = self.time < weeks
        times = np.concatenate(([0.0], self.time[inside], [weeks]))
        heights = np.append(1.0, self.still[inside])
        areas = np.diff(times) * heights
        beyond = np.cumsum(areas[::-1])[::-1][1:]
        risk, ends = self.risk[inside], self.ends[inside]
        left = risk - ends
        weight = np.divide(ends, risk * left, out=np.zeros_like(risk), where=left > 0)
        return Mean(float(areas.sum()), float((beyond**2 * weight).sum()))


def curve(time: Floats, exit_: Ints, exits: int) -> Curve:
    """The curve of those who were last seen at `time` and left by `exit_`, or had not left."""
    times, place = np.unique(time, return_inverse=True)
    seen = np.bincount(place, minlength=len(times)).astype(float)
    risk = np.cumsum(seen[::-1])[::-1]
    by_exit = np.zeros((len(times), exits))
    gone = exit_ != NOT_ENDED
    np.add.at(by_exit, (place[gone], exit_[gone]), 1.0)
    ends = by_exit.sum(axis=1)
    kept = ends > 0
    still = np.cumprod(1 - ends[kept] / risk[kept])
    return Curve(times[kept], risk[kept], ends[kept], by_exit[kept], still, len(time))
