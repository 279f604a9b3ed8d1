"""The states of a career: what a person lives on in a week, and how the contract says it."""

from __future__ import annotations

from enum import IntEnum

import numpy as np

from pejl.register.simulation.cells import code
from pejl.register.simulation.days import on
from pejl.register.simulation.draws import Ints


class State(IntEnum):
    """What a person lives on. `IDLE` is work, education or nothing: no benefit from the municipality or the fund."""

    IDLE = 0
    DAGPENGE = 1
    JOBPARAT = 2
    AKTIV = 3
    UDDPARAT = 4
    AKTIV_UDD = 5
    SYGE = 6
    JOBAFKLARING = 7
    RESSOURCE = 8
    LEDIGHED = 9
    FLEKSJOB = 10
    PENSION = 11
    BARSEL = 12
    REVALIDERING = 13


KONTANTHJAELP = (State.JOBPARAT, State.AKTIV, State.UDDPARAT, State.AKTIV_UDD)
"""The states that are one benefit from 01.07.2025, and three before."""

REFORM = on(2025, 7, 1)
"""One benefit with rates instead of kontanthjælp, uddannelseshjælp and selvforsørgelses- og hjemrejseydelse."""

FEWER_REQUIREMENTS = on(2026, 2, 1)
FLEXIBLE_TALKS = on(2026, 7, 1)
"""Two and two talks for dagpenge, a share of 75 percent, and no new revalidering or ressourceforløb."""

_BENEFIT = {
    State.DAGPENGE: "dagpenge",
    State.JOBPARAT: "kontanthjaelp",
    State.AKTIV: "kontanthjaelp",
    State.UDDPARAT: "kontanthjaelp",
    State.AKTIV_UDD: "kontanthjaelp",
    State.SYGE: "sygedagpenge",
    State.JOBAFKLARING: "jobafklaring",
    State.RESSOURCE: "ressourceforloeb",
    State.LEDIGHED: "ledighedsydelse",
    State.FLEKSJOB: "fleksjob",
    State.PENSION: "foertidspension",
    State.BARSEL: "barsel",
    State.REVALIDERING: "revalidering",
}
_GROUP = {
    State.DAGPENGE: "dagpengemodtager",
    State.JOBPARAT: "jobparat",
    State.AKTIV: "aktivitetsparat",
    State.UDDPARAT: "uddannelsesparat",
    State.AKTIV_UDD: "aktivitetsparat_uddannelse",
    State.JOBAFKLARING: "jobafklaring",
    State.RESSOURCE: "ressourceforloeb",
    State.LEDIGHED: "ledighedsydelse",
    State.FLEKSJOB: "fleksjob",
    State.REVALIDERING: "revalidend",
}


def benefit_code(word: str) -> int:
    """The place of a benefit in the contract."""
    return code("benefit_spells", "benefit", word)


def group_code(word: str) -> int:
    """The place of a target group in the contract."""
    return code("benefit_spells", "target_group", word)


def benefits_of(states: Ints) -> Ints:
    """The benefit of each state, as it is from 01.07.2025."""
    table = np.array([benefit_code(_BENEFIT[each]) if each in _BENEFIT else -1 for each in State])
    return table[states].astype(np.int64)


def groups_of(states: Ints) -> Ints:
    """The target group of each state, -1 where it has none of its own."""
    table = np.array([group_code(_GROUP[each]) if each in _GROUP else -1 for each in State])
    return table[states].astype(np.int64)


def is_kontanthjaelp(states: Ints) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """Whether each state is one of kontanthjælp."""
    return np.isin(states, [int(each) for each in KONTANTHJAELP])
