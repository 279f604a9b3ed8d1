"""Decisions, and the complaints over some of them: of those that Ankestyrelsen decided in 2025 exactly as many were
upheld, changed and sent back as the committee was told; other years are invented, within what it was told of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pejl.register.contract.decisions import ACTS
from pejl.register.simulation import offices
from pejl.register.simulation.cells import Rows, Since, code, codes, days, keys, named
from pejl.register.simulation.days import NONE, on, working
from pejl.register.simulation.draws import Draws, Ints
from pejl.register.simulation.levels import COMPLAINTS_YEAR, INHABITANTS, target
from pejl.register.simulation.spells import Spells
from pejl.register.simulation.states import State, is_kontanthjaelp

_TABLE = "decisions"
_OUTCOMES = ("stadfaestet", "aendret", "hjemvist", "afvist", "medhold", "trukket")
_YEARS: dict[int, tuple[int, ...]] = {
    2023: (108, 18, 21, 13, 24, 7),
    2024: (116, 20, 20, 12, 22, 6),
    COMPLAINTS_YEAR: (144, 12, 8, 12, 21, 6),
    2026: (138, 13, 11, 12, 20, 6),
}
"""Complaints decided in each year by outcome, for 70,000 inhabitants. The first three of 2025 are published; of the
earlier years it is published that between 22 and 30 percent were changed or sent back."""

_SECTIONS = ("§ 11", "§ 13", "§ 35", "§ 36", "§ 81", "§ 91", "§ 100", "§ 106", "§ 7", "§ 24", "§ 27", "§ 56", "§ 71")
_OF_ACT = {"las": (0, 4), "lab": (5, 7), "sdp": (8, 12)}
_WITHOUT = {"las": 1_400, "sdp": 900}
"""Decisions a year without a complaint that are kept. More than 1,400 by LAS in 2025 are published; the rest is
invented."""


@dataclass(frozen=True)
class _Decisions:
    """Decisions in the making. Days are `NONE` where there was no complaint."""

    spell: Ints
    act: Ints
    decided: Ints
    complained: Ints
    reassessed: Ints
    answered: Ints
    outcome: Ints


def rows(spells: Spells, inhabitants: int, seed: int, first: int, last: int) -> Rows:
    """The table."""
    draws = Draws(seed, "complaints")
    parts = [_complaints(draws, spells, inhabitants, year, first) for year in _YEARS]
    parts += [_kept(draws, spells, inhabitants, act, first, last) for act in _WITHOUT]
    found = _Decisions(*(np.concatenate(column) for column in zip(*(_columns(part) for part in parts), strict=True)))
    inside = np.flatnonzero((found.decided <= last) & ((found.answered == NONE) | (found.answered >= first)))
    inside = inside[np.lexsort((spells.person[found.spell[inside]], found.decided[inside]))]
    found = _Decisions(*(column[inside] for column in _columns(found)))
    size, team = len(inside), spells.office[found.spell]
    own = (found.outcome == _outcome("medhold")) | (found.outcome == _outcome("trukket"))
    authority = np.where(own, code(_TABLE, "authority", "kommunen"), code(_TABLE, "authority", "ankestyrelsen"))
    answered = Since(found.answered)
    return Rows(
        _TABLE,
        {
            "id": keys("A", np.arange(1, size + 1)),
            "person": keys("FK", spells.person[found.spell], 6),
            "act": codes(_TABLE, "act", found.act),
            "section": named(_sections(draws, found.act), _SECTIONS),
            "decided": days(found.decided),
            "complained": days(found.complained),
            "reassessed": days(np.where(own, NONE, found.reassessed)),
            "authority": codes(_TABLE, "authority", np.where(found.answered == NONE, NONE, authority)),
            "answered": days(found.answered),
            "outcome": codes(_TABLE, "outcome", found.outcome),
            "unit": named(offices.units(team), offices.UNITS),
            "team": named(team, offices.TEAMS),
        },
        found.decided,
        {
            "complained": Since(found.complained),
            "reassessed": Since(found.reassessed),
            "authority": answered,
            "answered": answered,
            "outcome": answered,
        },
    )


def _columns(made: _Decisions) -> tuple[Ints, ...]:
    return (made.spell, made.act, made.decided, made.complained, made.reassessed, made.answered, made.outcome)


def _outcome(word: str) -> int:
    return code(_TABLE, "outcome", word)


def _counts(year: int, inhabitants: int) -> list[int]:
    """How many complaints of each outcome are decided in the year."""
    scaled = [round(each * inhabitants / INHABITANTS) for each in _YEARS[year]]
    if year == COMPLAINTS_YEAR:
        scaled[:3] = [target(name, inhabitants) for name in ("upheld", "changed", "sent_back")]
    return scaled


def _complaints(draws: Draws, spells: Spells, inhabitants: int, year: int, first: int) -> _Decisions:
    outcome = np.repeat([_outcome(word) for word in _OUTCOMES], _counts(year, inhabitants)).astype(np.int64)
    size = len(outcome)
    answered = _working_within(on(year, 1, 1) + draws.between(0, 364, size), on(year, 12, 31))
    own = (outcome == _outcome("medhold")) | (outcome == _outcome("trukket"))
    complained = answered - np.where(own, draws.between(8, 28, size), draws.between(80, 230, size))
    decided = complained - draws.between(4, 28, size)
    reassessed = np.minimum(complained + draws.between(3, 26, size), answered)
    words = tuple(ACTS)
    act = np.array([words.index(word) for word in ("las", "sdp", "lab")])[draws.pick((0.48, 0.38, 0.14), size)]
    spell = _spells_on(draws, spells, act, np.maximum(decided, first + 1))
    return _Decisions(spell, act, decided, complained, reassessed, answered, outcome)


def _working_within(days_: Ints, latest: int) -> Ints:
    """Working days, and none after the last of the year."""
    moved = working(days_)
    return np.where(moved > latest, working(days_ - 7), moved)


def _kept(draws: Draws, spells: Spells, inhabitants: int, act: str, first: int, last: int) -> _Decisions:
    """Decisions without a complaint, spread over the time."""
    size = round(_WITHOUT[act] * inhabitants / INHABITANTS * (last - first) / 365.25)
    decided = working(first + draws.between(0, max(last - first - 3, 0), size))
    acts = np.full(size, tuple(ACTS).index(act), np.int64)
    none = np.full(size, NONE, np.int64)
    return _Decisions(_spells_on(draws, spells, acts, decided), acts, decided, none, none, none, none)


def _spells_on(draws: Draws, spells: Spells, act: Ints, day: Ints) -> Ints:
    """For each decision a spell that ran on its day, on a benefit of its act."""
    over = spells.lasting_to(2**31)
    words = tuple(ACTS)
    groups = {
        words.index("las"): is_kontanthjaelp(spells.state),
        words.index("sdp"): spells.state == State.SYGE,
        words.index("lab"): np.isin(spells.state, (int(State.DAGPENGE), int(State.JOBPARAT), int(State.LEDIGHED))),
    }
    chance = draws.uniform(len(act))
    found = np.zeros(len(act), np.int64)
    for each, of_act in groups.items():
        places = np.flatnonzero(of_act)
        start, end = spells.start[places], over[places]
        for row in np.flatnonzero(act == each).tolist():
            running = places[(start <= day[row]) & (end >= day[row])]
            among = running if len(running) else (places if len(places) else np.arange(len(over)))
            found[row] = among[int(chance[row] * len(among))]
    return found


def _sections(draws: Draws, act: Ints) -> Ints:
    words, size = tuple(ACTS), len(act)
    found = np.zeros(size, np.int64)
    for word, (least, most) in _OF_ACT.items():
        found = np.where(act == words.index(word), draws.between(least, most, size), found)
    return found
