"""How likely each inhabitant without a benefit is to come, and to what: by age, insurance, attachment and health."""

from __future__ import annotations

import numpy as np

from pejl.register.simulation.draws import Bools, Draws, Floats, Ints
from pejl.register.simulation.hazards import ARRIVING
from pejl.register.simulation.people import People
from pejl.register.simulation.season import FALLING_ILL, LOSING, by_month, cycle
from pejl.register.simulation.states import State

WAYS = (State.DAGPENGE, State.JOBPARAT, State.SYGE, State.BARSEL)
_LOOSE = np.array((2.0, 1.7, 1.5, 1.3, 1.1, 1.0, 0.85, 0.7, 0.55, 0.45))
"""The factor of attachment on losing work, weakest first."""

_POOR = np.array((7.5, 4.0, 2.0, 1.0, 0.5, 0.3, 0.15, 0.1, 0.05, 0.03))
"""The factor of attachment on coming to kontanthjælp."""

_ILL = np.array((0.35, 0.45, 0.6, 0.7, 0.85, 1.0, 1.2, 1.45, 1.8, 2.3))
"""The factor of health on falling ill, best first."""

AGAIN = 1.8
"""The factor on falling ill again within half a year."""


def chances(people: People) -> Floats:
    """One row for each way, one column for each inhabitant: the chance of a usual week, before age."""
    loose, poor, ill = _LOOSE[people.attachment], _POOR[people.attachment], _ILL[people.health]
    cash = poor * np.where(people.insured, 0.25, 1.0) * np.where(people.health >= 6, 1.6, 0.8)
    cash = cash * np.where(people.fails_a_condition, 1.35, 0.95)
    return np.stack(
        [
            ARRIVING[State.DAGPENGE] * np.where(people.insured, loose, 0.0),
            ARRIVING[State.JOBPARAT] * cash,
            ARRIVING[State.SYGE] * ill * np.where(people.attachment >= 1, 1.0, 0.3),
            ARRIVING[State.BARSEL] * np.where(people.woman, 1.6, 0.5),
        ]
    )


def by_age(ages: Ints) -> Floats:
    """The factor of age on each way."""
    return np.stack(
        [
            np.where(
                ages < 20, 0.0, np.where(ages < 33, 1.35, np.where(ages < 58, 0.9, np.where(ages < 64, 1.0, 0.4)))
            ),
            np.where(ages < 30, 2.2, np.where(ages < 60, 0.8, 0.5)),
            np.where(ages < 20, 0.15, np.where(ages < 30, 0.8, np.where(ages < 62, 1.1, 0.8))),
            np.where((ages < 20) | (ages > 44), 0.0, np.where(ages < 36, 1.8, 0.7)),
        ]
    )


def by_week(mondays: Ints) -> Floats:
    """The factor of season and business cycle on each way, one column for each week."""
    lost, ill = by_month(LOSING, mondays) * cycle(mondays), by_month(FALLING_ILL, mondays)
    return np.stack([lost, 0.5 + 0.5 * lost, ill, np.ones(len(mondays))])


def visited(draws: Draws, people: People, persons: Ints, ages: Ints) -> Ints:
    """The visitation of those who come to kontanthjælp: by health, age and education."""
    poor = draws.chance(np.where(people.health[persons] >= 6, 0.60, 0.08), len(persons))
    young = (ages < 30) & ~people.education[persons]
    return np.where(
        young,
        np.where(poor, int(State.AKTIV_UDD), int(State.UDDPARAT)),
        np.where(poor, int(State.AKTIV), int(State.JOBPARAT)),
    )


def at_first(draws: Draws, people: People, ages: Ints) -> Bools:
    """Who has førtidspension, is in fleksjob or has long had kontanthjælp when the simulation begins."""
    weak = (people.health >= 7) & (people.attachment <= 6)
    return draws.chance(np.where(weak, np.clip((ages - 20) * 0.009, 0.0, 0.33), 0.0), len(people))
