"""The arithmetic of days more or less: each day lies in a week of its spell, and the week tells who pays how much.

A spell that lasted `counted` days gets day `counted + 1` and so on; one that becomes shorter loses its last days, and
never more than it had. Steps are the stretches of weeks that the law shares alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pejl.casework.duration.spells import Days, Spells
from pejl.casework.duration.weekly import WEEK


@dataclass(frozen=True, slots=True)
class Step:
    """Weeks that are shared alike: the last one None where it goes on. `percent` is the municipality's."""

    first: int
    last: int | None
    percent: float


@dataclass(frozen=True, slots=True)
class Costs:
    """What one step of weeks contributes: spells that have days there, those days, and kroner of both payers."""

    step: Step
    spells: int
    days: int
    gross: float
    municipality: float

    @property
    def state(self) -> float:
        """What the state (of dagpenge: the state and the funds) pays of it."""
        return self.gross - self.municipality


def costs(spells: Spells, days: int, steps: Sequence[Step], week: float) -> list[Costs]:
    """What `days` more (or fewer, where negative) of each spell come to, step by step, at `week` kroner a week."""
    return [_of_step(step, _days_within(spells, days, step), days, week) for step in steps]


def _of_step(step: Step, many: Days, days: int, week: float) -> Costs:
    total = int(many.sum()) * (1 if days >= 0 else -1)
    gross = total * week / WEEK
    return Costs(step, int(np.count_nonzero(many)), total, gross, gross * step.percent / 100)


def _days_within(spells: Spells, days: int, step: Step) -> Days:
    """How many of the days that come or go lie within a step, for each spell."""
    low, high = _moved(spells, days)
    begin = (step.first - 1) * WEEK
    top = high if step.last is None else np.minimum(high, step.last * WEEK)
    return np.maximum(top - np.maximum(low, begin), 0)


def _moved(spells: Spells, days: int) -> tuple[Days, Days]:
    """The days that come or go: those after `low`, up to and with `high`."""
    if days >= 0:
        return spells.counted, spells.counted + days
    return spells.counted - np.minimum(spells.own, -days), spells.counted
