"""Talks: due on the law's clocks, and held in time, late, cancelled by somebody, missed by the citizen, or not at all.

From 01.07.2026 the fund and the municipality hold two talks each with those on dagpenge, and sick-listed persons whom
both sides expect back soon are out of follow-up.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pejl.register.simulation import offices
from pejl.register.simulation.cells import Rows, Since, code, codes, days, keys, named
from pejl.register.simulation.days import NONE, working
from pejl.register.simulation.draws import Bools, Draws, Ints, shuffled_number
from pejl.register.simulation.schedule import TALKS, Due, due
from pejl.register.simulation.spells import Spells
from pejl.register.simulation.states import FLEXIBLE_TALKS, State

_TABLE = "talks"
_HELD, _CANCELLED, _ABSENT = (code(_TABLE, "status", word) for word in ("afholdt", "aflyst", "udeblevet"))
_BOOKED = code(_TABLE, "status", "booket")
_CITIZEN, _MUNICIPALITY, _FUND = (code(_TABLE, "cancelled_by", word) for word in ("borger", "kommune", "akasse"))
_OF_FUND = 3
"""The first talks on dagpenge, which the unemployment fund holds."""

_JOINT = 10
"""Which turn of the clock is the joint talk at 16 months."""


@dataclass(frozen=True)
class _Made:
    """Talks in the making. `cancelled_by` is `NONE` but for cancelled ones."""

    spell: Ints
    turn: Ints
    day: Ints
    booked: Ints
    status: Ints
    cancelled_by: Ints


def rows(spells: Spells, seed: int, first: int, last: int) -> Rows:
    """The table: talks from the first day to the last, and those booked by then for the weeks after."""
    draws = Draws(seed, "talks")
    asked = _as_the_law_asks(due(spells, TALKS, first, last + 40), spells)
    made = _within(_with_cancelled(draws, _planned(draws, asked, spells), spells), spells, first, last)
    team = spells.office[made.spell]
    size = len(made.spell)
    settled = made.day + np.where(made.status == _CANCELLED, -draws.between(0, 4, size), draws.between(0, 2, size))
    became = Since(np.maximum(settled, made.booked), before=_BOOKED)
    return Rows(
        _TABLE,
        {
            "id": keys("S", np.arange(1, size + 1)),
            "person": keys("FK", spells.person[made.spell], 6),
            "type": codes(_TABLE, "type", _types(made, spells)),
            "form": codes(_TABLE, "form", _forms(draws, size)),
            "authority": codes(_TABLE, "authority", _authorities(made, spells)),
            "day": days(made.day),
            "booked": days(made.booked),
            "status": codes(_TABLE, "status", made.status),
            "cancelled_by": codes(_TABLE, "cancelled_by", made.cancelled_by),
            "unit": named(offices.units(team), offices.UNITS),
            "team": named(team, offices.TEAMS),
            "caseworker": keys("SB", spells.caseworker[made.spell], 3),
        },
        made.booked,
        {"status": became, "cancelled_by": Since(became.days)},
    )


def _as_the_law_asks(asked: Due, spells: Spells) -> Due:
    """Without the talks that are no longer asked for after 01.07.2026."""
    state = spells.state[asked.spell]
    late = asked.day >= FLEXIBLE_TALKS
    third = (state == State.DAGPENGE) & ((asked.turn == 2) | (asked.turn == 5))
    soon_back = (state == State.SYGE) & (shuffled_number(spells.person[asked.spell], 13) % 100 < 55)
    return asked.only(~(late & (third | soon_back)))


def _planned(draws: Draws, asked: Due, spells: Spells) -> _Made:
    """The talks that are booked at all, on time or late."""
    team = spells.office[asked.spell]
    asked = asked.only(~draws.chance(offices.by_team(offices.MISSED, team), len(team)))
    team, size = spells.office[asked.spell], len(asked.spell)
    late = draws.chance(offices.by_team(offices.LATE, team), size)
    day = asked.day + np.where(late, draws.between(4, 35, size), -draws.between(0, 6, size))
    day = working(np.maximum(day, spells.start[asked.spell] + 1))
    booked = np.maximum(day - draws.between(5, 32, size), spells.start[asked.spell])
    absent = draws.chance(0.04, size)
    none = np.full(size, NONE, np.int64)
    return _Made(asked.spell, asked.turn, day, booked, np.where(absent, _ABSENT, _HELD), none)


def _with_cancelled(draws: Draws, made: _Made, spells: Spells) -> _Made:
    """The talks, and before some of them the one that was cancelled."""
    size, team = len(made.spell), spells.office[made.spell]
    by_us = draws.chance(offices.by_team(offices.CANCELS, team), size)
    moved = by_us | draws.chance(0.08, size)
    fund = _is_of_fund(made.spell, made.turn, spells)
    who = np.where(by_us, np.where(fund, _FUND, _MUNICIPALITY), _CITIZEN)
    again = working(made.day + draws.between(5, 20, size))
    first = np.flatnonzero(moved)
    return _Made(
        np.concatenate([made.spell, made.spell[first]]),
        np.concatenate([made.turn, made.turn[first]]),
        np.concatenate([np.where(moved, again, made.day), made.day[first]]),
        np.concatenate([np.where(moved, made.day - 1, made.booked), made.booked[first]]),
        np.concatenate([made.status, np.full(len(first), _CANCELLED, np.int64)]),
        np.concatenate([made.cancelled_by, who[first]]),
    )


def _within(made: _Made, spells: Spells, first: int, last: int) -> _Made:
    """The talks that lie within their spell and their time, in the order in which they were booked."""
    booked = np.maximum(made.booked, spells.start[made.spell])
    inside = (made.day <= spells.lasting_to(2**31)[made.spell]) & (made.day >= first) & (booked <= last)
    places = np.flatnonzero(inside)
    places = places[np.lexsort((made.day[places], made.spell[places], booked[places]))]
    return _Made(
        made.spell[places],
        made.turn[places],
        made.day[places],
        booked[places],
        made.status[places],
        made.cancelled_by[places],
    )


def _is_of_fund(spell: Ints, turn: Ints, spells: Spells) -> Bools:
    return np.asarray((spells.state[spell] == State.DAGPENGE) & (turn < _OF_FUND))


def _authorities(made: _Made, spells: Spells) -> Ints:
    fund, joint, ours = (code(_TABLE, "authority", word) for word in ("akasse", "faelles", "kommune"))
    jointly = (spells.state[made.spell] == State.DAGPENGE) & (made.turn == _JOINT)
    return np.where(_is_of_fund(made.spell, made.turn, spells), fund, np.where(jointly, joint, ours))


def _types(made: _Made, spells: Spells) -> Ints:
    word = {
        each: code(_TABLE, "type", each)
        for each in ("opfoelgningssamtale", "jobsamtale", "cv_samtale", "faelles_jobsamtale")
    }
    state = spells.state[made.spell]
    job = np.isin(
        state,
        [
            int(each)
            for each in (State.DAGPENGE, State.JOBPARAT, State.UDDPARAT, State.AKTIV, State.AKTIV_UDD, State.LEDIGHED)
        ],
    )
    found = np.where(job, word["jobsamtale"], word["opfoelgningssamtale"])
    dagpenge = state == State.DAGPENGE
    found = np.where(dagpenge & (made.turn == 0), word["cv_samtale"], found)
    return np.where(dagpenge & (made.turn == _JOINT), word["faelles_jobsamtale"], found)


def _forms(draws: Draws, size: int) -> Ints:
    places = np.array([code(_TABLE, "form", word) for word in ("fremmoede", "telefon", "video", "digital")])
    return places[draws.pick((0.66, 0.20, 0.11, 0.03), size)].astype(np.int64)
