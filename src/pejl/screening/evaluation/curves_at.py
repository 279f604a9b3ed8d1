"""Chances out of hazards that are summed in steps, for spells that are known to run at their entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pejl import when_used
from pejl.screening.spells import Ends, Floats

if TYPE_CHECKING:
    import numpy as np
else:
    np = when_used.module("numpy")

MOST = 700.0
"""The largest power of e that is still a number."""


def summed_at(times: Floats, summed: Floats, when: Floats) -> Floats:
    """A summed hazard that grows in steps, at any times."""
    return np.asarray(np.concatenate(([0.0], summed))[np.searchsorted(times, when, side="right")])


def still_of(risk: Floats, times: Floats, summed: Floats, entry: Floats, when: Floats) -> Floats:
    """The chance of still running where the logarithm of the relative hazard is `risk` (spells by times)."""
    relative = np.exp(np.clip(risk, -MOST, 50.0))[:, None]
    stood = summed_at(times, summed, when)[None, :] - summed_at(times, summed, entry)[:, None]
    return np.asarray(np.exp(-np.clip(stood, 0.0, None) * relative))


def breslow(risk: Floats, ends: Ends) -> tuple[Floats, Floats]:
    """Times and summed hazard of a spell whose relative hazard is 1, given those of all (Breslow)."""
    relative = np.exp(np.clip(risk, -MOST, 50.0))
    times = np.unique(ends.time[ends.ended])
    ended = np.bincount(np.searchsorted(times, ends.time[ends.ended]), minlength=len(times))
    there = _summed_from(ends.time, relative, times) - _summed_from(ends.entry, relative, times)
    return times, np.cumsum(ended / np.maximum(there, 1e-300))


def _summed_from(at: Floats, relative: Floats, times: Floats) -> Floats:
    """The relative hazards of all whose time is at or after each of the times."""
    order = np.argsort(at, kind="stable")
    from_here = np.concatenate((np.cumsum(relative[order][::-1])[::-1], [0.0]))
    return np.asarray(from_here[np.searchsorted(at[order], times, side="left")])
