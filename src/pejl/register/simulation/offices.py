"""The municipality's units and teams, and what each is like: how often talks are late, cancelled or not held."""

from __future__ import annotations

import numpy as np

from pejl.register.simulation.draws import Floats, Ints, shuffled_number
from pejl.register.simulation.states import State

UNITS = ("Job og Virksomhed", "Sygefravær", "Indsats og Udvikling", "Ungeenheden")
TEAMS = (
    "Dagpenge",
    "Kontanthjælp Job",
    "Sygefravær Nord",
    "Sygefravær Syd",
    "Afklaring",
    "Aktiv A",
    "Aktiv B",
    "Unge Uddannelse",
    "Unge Vejledning",
    "Fleks",
    "Prøveholdet",
)
STORIES = "Prøveholdet"
"""The team of those whose stories are decided by hand (`stories`). No simulated person is in it."""

_UNIT = np.array((0, 0, 1, 1, 2, 2, 2, 3, 3, 2, 2))
_WORKERS = np.array((14, 5, 12, 12, 9, 8, 9, 6, 4, 8))

MISSED = np.array((0.05, 0.07, 0.06, 0.13, 0.08, 0.09, 0.19, 0.08, 0.12, 0.15))
"""The share of due talks that each team does not hold at all."""

LATE = np.array((0.12, 0.15, 0.14, 0.27, 0.18, 0.16, 0.33, 0.15, 0.21, 0.30))
"""The share that it holds late."""

CANCELS = np.array((0.03, 0.04, 0.03, 0.08, 0.04, 0.04, 0.10, 0.04, 0.05, 0.05))
"""The share that it cancels itself."""

OFFERS_IN_TIME = np.array((0.78, 0.74, 0.5, 0.5, 0.5, 0.70, 0.58, 0.76, 0.68, 0.6))
"""The share of first offers that it lets begin within 26 weeks. The audit's mark is 80 percent."""


def of(state: Ints, person: Ints, birth_year: Ints) -> tuple[Ints, Ints]:
    """The team and the caseworker of each spell. Who has a person's case stays the same."""
    chance = shuffled_number(person, 5)
    north = np.where(birth_year % 2 == 0, 2, 3)
    active = np.where(chance % 2 == 0, 5, 6)
    by_state = {
        State.DAGPENGE: np.zeros_like(state),
        State.JOBPARAT: np.full_like(state, 1),
        State.SYGE: north,
        State.JOBAFKLARING: np.full_like(state, 4),
        State.RESSOURCE: np.full_like(state, 4),
        State.REVALIDERING: np.full_like(state, 4),
        State.AKTIV: active,
        State.UDDPARAT: np.full_like(state, 7),
        State.AKTIV_UDD: np.full_like(state, 8),
    }
    team = np.select([state == int(each) for each in by_state], list(by_state.values()), 9).astype(np.int64)
    first = np.concatenate([[0], np.cumsum(_WORKERS)[:-1]])
    return team, first[team] + 2 + chance % _WORKERS[team]


def units(team: Ints) -> Ints:
    """The unit of each team."""
    return _UNIT[team].astype(np.int64)


def by_team(shares: Floats, team: Ints) -> Floats:
    """A team's share, for each row."""
    return np.asarray(shares[team], dtype=np.float64)
