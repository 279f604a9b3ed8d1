"""The chances of a week: leaving a state for work or for something else, by how long one has been there.

All figures are invented, and chosen so that durations and levels are those of a Danish municipality of this size; see
`docs/simulation.md`. `calibration` sees to the published levels.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pejl.register.simulation.draws import Ints
from pejl.register.simulation.states import State

BANDS = (0, 4, 8, 13, 22, 26, 39, 52, 78)
"""The weeks at which a band of duration begins."""


def band(weeks: Ints) -> Ints:
    """The band that each duration lies in."""
    return (np.searchsorted(np.array(BANDS), weeks, side="right") - 1).astype(np.int64)


@dataclass(frozen=True)
class Leaving:
    """How a state is left in a week: for work (or health), by band; for another state, by band; and for which."""

    work: tuple[float, ...]
    other: tuple[float, ...]
    onward: dict[State, float]


def _even(share: float) -> tuple[float, ...]:
    return (share,) * len(BANDS)


S = State
LEAVING: dict[State, Leaving] = {
    S.DAGPENGE: Leaving(
        (0.046, 0.046, 0.043, 0.037, 0.031, 0.029, 0.027, 0.026, 0.026),
        _even(0.0030),
        {S.SYGE: 0.72, S.JOBPARAT: 0.14, S.BARSEL: 0.14},
    ),
    S.JOBPARAT: Leaving(
        (0.034, 0.034, 0.032, 0.028, 0.026, 0.022, 0.018, 0.016, 0.014),
        _even(0.0075),
        {S.AKTIV: 0.60, S.SYGE: 0.10, S.DAGPENGE: 0.20, S.BARSEL: 0.10},
    ),
    S.AKTIV: Leaving(
        (0.0045, 0.0045, 0.0042, 0.0038, 0.0034, 0.0034, 0.0030, 0.0022, 0.0016),
        (0.0008, 0.0010, 0.0018, 0.0024, 0.0028, 0.0032, 0.0036, 0.0038, 0.0038),
        {S.JOBPARAT: 0.22, S.RESSOURCE: 0.20, S.LEDIGHED: 0.28, S.PENSION: 0.28, S.REVALIDERING: 0.02},
    ),
    S.UDDPARAT: Leaving(
        (0.012, 0.012, 0.010, 0.008, 0.007, 0.007, 0.006, 0.006, 0.006),
        _even(0.0040),
        {S.AKTIV_UDD: 0.85, S.BARSEL: 0.10, S.SYGE: 0.05},
    ),
    S.AKTIV_UDD: Leaving(
        (0.006, 0.006, 0.006, 0.005, 0.005, 0.005, 0.004, 0.003, 0.003),
        _even(0.0032),
        {S.UDDPARAT: 0.45, S.RESSOURCE: 0.15, S.LEDIGHED: 0.15, S.PENSION: 0.20, S.BARSEL: 0.05},
    ),
    S.SYGE: Leaving(
        (0.165, 0.145, 0.115, 0.082, 0.062, 0.054, 0.044, 0.036, 0.028),
        (0.001, 0.001, 0.001, 0.002, 0.016, 0.006, 0.008, 0.010, 0.018),
        {
            S.JOBAFKLARING: 0.56,
            S.AKTIV: 0.04,
            S.LEDIGHED: 0.15,
            S.PENSION: 0.12,
            S.DAGPENGE: 0.10,
            S.REVALIDERING: 0.03,
        },
    ),
    S.JOBAFKLARING: Leaving(
        (0.012, 0.012, 0.012, 0.012, 0.011, 0.010, 0.009, 0.008, 0.007),
        (0.001, 0.002, 0.003, 0.005, 0.007, 0.009, 0.011, 0.015, 0.022),
        {S.LEDIGHED: 0.44, S.PENSION: 0.30, S.RESSOURCE: 0.10, S.AKTIV: 0.12, S.REVALIDERING: 0.04},
    ),
    S.RESSOURCE: Leaving(
        _even(0.0012),
        (0.0005, 0.0005, 0.001, 0.001, 0.002, 0.003, 0.004, 0.006, 0.009),
        {S.PENSION: 0.55, S.LEDIGHED: 0.35, S.AKTIV: 0.10},
    ),
    S.LEDIGHED: Leaving(_even(0.0015), _even(0.0230), {S.FLEKSJOB: 0.85, S.SYGE: 0.05, S.PENSION: 0.10}),
    S.FLEKSJOB: Leaving(_even(0.0003), _even(0.0022), {S.LEDIGHED: 0.72, S.PENSION: 0.28}),
    S.BARSEL: Leaving((0.004, 0.004, 0.004, 0.02, 0.03, 0.06, 0.12, 0.2, 0.3), _even(0.002), {S.DAGPENGE: 1.0}),
    S.REVALIDERING: Leaving(_even(0.006), _even(0.002), {S.AKTIV: 0.6, S.LEDIGHED: 0.4}),
}

ARRIVING = {S.DAGPENGE: 0.00171, S.JOBPARAT: 0.000118, S.SYGE: 0.00195, S.BARSEL: 0.00042}
"""The chance of a week for an inhabitant of working age without a benefit, before age, health and attachment.
`JOBPARAT` stands for kontanthjælp of any visitation."""

LONGEST_DAGPENGE = 104
"""Weeks of dagpenge at most: two years."""


def work_table() -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """The chance of leaving for work, by state and band."""
    return np.array([LEAVING[each].work if each in LEAVING else _even(0.0) for each in State])


def other_table() -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """The chance of leaving for another state, by state and band."""
    return np.array([LEAVING[each].other if each in LEAVING else _even(0.0) for each in State])


def onward_table() -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """Where one leaves to: by state, the chance of each other state or one before it in the list."""
    table = np.zeros((len(State), len(State)))
    for each, leaving in LEAVING.items():
        total = sum(leaving.onward.values())
        for to, share in leaving.onward.items():
            table[each, to] = share / total
    reached = np.zeros(len(State))
    found = np.zeros_like(table)
    for place in range(len(State)):
        reached = reached + table[:, place]
        found[:, place] = reached
    found[:, -1] = 2.0
    return found
