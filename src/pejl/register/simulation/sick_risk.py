"""What makes a sick leave long, as the simulation knows it: the truth that screening is measured against later.

A spell's pace is a product of factors: cause, severity (hidden), age, job, earlier absence. The pace multiplies the
weekly chance of getting well, and its inverse the chance of leaving for another benefit. From them the true chance of
still being sick at each horizon follows exactly, without any simulation.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np

from pejl.register.contract.sick_leave_spells import CAUSES
from pejl.register.simulation.draws import Bools, Draws, Floats, Ints
from pejl.register.simulation.hazards import LEAVING, band
from pejl.register.simulation.states import State

CAUSE_WORDS = tuple(CAUSES)
_CAUSES: dict[str, tuple[float, float]] = {
    "muskel_skelet": (0.25, 1.00),
    "psykisk_let": (0.24, 0.72),
    "psykisk_svaer": (0.04, 0.36),
    "hjerte_kar": (0.04, 0.75),
    "kraeft": (0.04, 0.42),
    "ulykke": (0.13, 1.45),
    "graviditet": (0.06, 1.00),
    "infektion": (0.07, 2.00),
    "neurologisk": (0.04, 0.55),
    "andet": (0.07, 1.00),
    "ukendt": (0.02, 0.95),
}
"""Each cause's share among those who fall ill, and its factor on the pace of getting well."""

SEVERITY_PACE = (2.40, 1.75, 1.35, 1.05, 0.80, 0.58, 0.40, 0.26)
"""The factor of each step of hidden severity, all equally frequent at the start."""

SECTORS = ("kommune", "region", "stat", "privat_stor", "privat_lille", "selvstaendig")
_SECTOR_SHARES = (0.27, 0.09, 0.05, 0.36, 0.17, 0.06)
_SECTOR_PACE = np.array((0.95, 0.95, 1.05, 1.05, 0.95, 1.10))
SELF_EMPLOYED = SECTORS.index("selvstaendig")

EMPLOYER_DAYS = 30
"""The first days of absence, which the employer pays."""

HORIZONS = (8, 13, 22, 26, 39, 52)
"""Weeks from the first day of absence at which the true chance is written down."""


@dataclass(frozen=True)
class Onset:
    """What holds from the first day of each spell. `sector` is -1 without work; `pace` is the truth."""

    cause: Ints
    severity: Ints
    sector: Ints
    waited: Ints
    pace: Floats

    def only(self, kept: Ints | Bools) -> Onset:
        """Some of the spells."""
        return Onset(*(getattr(self, field.name)[kept] for field in fields(self)))


def onset(draws: Draws, working: Bools, health: Ints, age: Ints, woman: Bools, earlier: Ints) -> Onset:
    """What falls ill with what, how badly, and how fast they get well."""
    size = len(health)
    cause = draws.pick([_CAUSES[word][0] for word in CAUSE_WORDS], size)
    pregnant = cause == CAUSE_WORDS.index("graviditet")
    cause = np.where(pregnant & (~woman | (age > 43)), CAUSE_WORDS.index("muskel_skelet"), cause)
    worse = draws.chance(np.where(health >= 7, 0.5, 0.0), size)
    severity = np.clip(draws.between(0, 7, size) + worse, 0, 7).astype(np.int64)
    sector = np.where(working, draws.pick(_SECTOR_SHARES, size), -1)
    pace = np.array([_CAUSES[word][1] for word in CAUSE_WORDS])[cause] * np.array(SEVERITY_PACE)[severity]
    pace = pace * np.where(age < 35, 1.15, np.where(age < 50, 1.0, np.where(age < 58, 0.88, 0.76)))
    pace = pace * np.where(sector < 0, 0.62, _SECTOR_PACE[sector]) * np.where(earlier > 1, 0.8, 1.0)
    employed = (sector >= 0) & (sector != SELF_EMPLOYED)
    waited = np.where(employed, EMPLOYER_DAYS, np.where(sector == SELF_EMPLOYED, 14, 0))
    return Onset(cause, severity, sector, waited, pace)


def well_in_a_week(pace: Floats, bands: Ints) -> Floats:
    """The chance of getting well within a week."""
    return np.asarray(np.minimum(np.array(LEAVING[State.SYGE].work)[bands] * pace, 0.6), np.float64)


def onward_in_a_week(pace: Floats, bands: Ints) -> Floats:
    """The chance of leaving for another benefit within a week."""
    usual = np.array(LEAVING[State.SYGE].other)[bands]
    return np.asarray(np.minimum(usual * np.clip(1.5 - pace * 0.5, 0.4, 1.4), 0.3), np.float64)


def true_chances(spells: Onset, start: Ints) -> dict[str, Floats]:
    """For each spell the chance of still being sick at each horizon, and of ending on another benefit within a year,
    as it is on the day on which the municipality takes over. Weeks count from the first day of absence."""
    still, onward = _by_steps(spells.pace)
    found = {f"still_sick_at_{week}": _on_day(still, spells, start, 7 * week) for week in HORIZONS}
    return {**found, "other_benefit_within_52": _on_day(onward, spells, start, 7 * HORIZONS[-1])}


def _by_steps(pace: Floats) -> tuple[Floats, Floats]:
    """The chance of being sick, and of having left for another benefit, after each number of weekly steps."""
    still, onward = [np.ones(len(pace))], [np.zeros(len(pace))]
    for week in range(HORIZONS[-1] + 1):
        bands = band(np.full(len(pace), week, np.int64))
        well, other = well_in_a_week(pace, bands), onward_in_a_week(pace, bands)
        onward.append(onward[-1] + still[-1] * (1.0 - well) * other)
        still.append(still[-1] * (1.0 - well) * (1.0 - other))
    return np.stack(still), np.stack(onward)


def _on_day(by_steps: Floats, spells: Onset, start: Ints, days: int) -> Floats:
    """The chance on a day of absence. Steps are taken on Mondays, and a spell ends on any day of the week after."""
    weekday = (start + 3) % 7
    until_step = np.where(weekday == 0, np.where(spells.sector >= 0, 7, 0), 7 - weekday)
    spell, total = np.arange(len(start)), np.zeros(len(start))
    for into_week in range(7):
        steps = -((spells.waited + until_step + into_week - days) // 7)
        total = total + by_steps[np.clip(steps, 0, len(by_steps) - 1), spell]
    return total / 7
