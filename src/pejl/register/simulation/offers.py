"""Offers: the first within 26 weeks or late or never, some of them too short, and more after it; from 01.07.2025 the
work duty of those on mindstesats."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pejl.register.simulation import offices
from pejl.register.simulation.cells import Rows, Since, code, codes, counts, days, flags, keys, named
from pejl.register.simulation.days import NONE, working
from pejl.register.simulation.draws import Draws, Ints
from pejl.register.simulation.schedule import Clock, Due, due
from pejl.register.simulation.spells import Spells, rate_words
from pejl.register.simulation.states import FEWER_REQUIREMENTS, FLEXIBLE_TALKS, REFORM, State

_TABLE = "offers"
_CLOCKS = {
    State.DAGPENGE: Clock((112,), 168),
    State.JOBPARAT: Clock((105,), 126),
    State.AKTIV: Clock((120,), 182),
    State.UDDPARAT: Clock((40,), 120),
    State.AKTIV_UDD: Clock((60,), 150),
    State.JOBAFKLARING: Clock((90,), 150),
    State.RESSOURCE: Clock((90,), 180),
    State.LEDIGHED: Clock((100,), 180),
    State.REVALIDERING: Clock((20,), 365),
}
"""The middle of the days on which an offer begins, in days of the case. The law's limit is 26 weeks (LAB § 102)."""

_LIMIT = 182
_KINDS = (
    "virksomhedspraktik",
    "loentilskud",
    "nytteindsats",
    "vejledning_opkvalificering",
    "jobrettet_uddannelse",
    "mentor",
    "afklaring",
    "trivsel",
    "arbejdspligt",
    "ordblindeundervisning",
)
_READY = (0.40, 0.12, 0.06, 0.28, 0.12, 0.0, 0.0, 0.0, 0.0, 0.02)
_READY_FROM_2026 = (0.46, 0.14, 0.05, 0.20, 0.13, 0.0, 0.0, 0.0, 0.0, 0.02)
_ACTIVE = (0.30, 0.02, 0.02, 0.16, 0.0, 0.20, 0.15, 0.15, 0.0, 0.0)
_PLACES = (
    "Fjordby Bageri",
    "Havnens Lager",
    "Rådhusets kantine",
    "Skovbo Plejehjem",
    "Byens Brugskøb",
    "Mølleskolens køkken",
    "Nordre Cykelværksted",
    "Strandparkens drift",
    "Fjordby Bibliotek",
    "Søndre Børnehus",
)
_SUPPLIERS = ("Fjordby Kommune", "Havnegade Kursuscenter", "Brobyg Indsats", "Kompasset Fjordby")


@dataclass(frozen=True)
class _Made:
    """Offers in the making."""

    spell: Ints
    kind: Ints
    offered: Ints
    start: Ints
    end: Ints
    cut: Ints


def rows(spells: Spells, seed: int, first: int, last: int) -> Rows:
    """The table: offers that begin from the first day to the last, and those made by then for the weeks after."""
    draws = Draws(seed, "offers")
    made = _within(_made(draws, due(spells, _CLOCKS, first - 120, last + 60), spells), spells, first, last)
    size, team = len(made.spell), spells.office[made.spell]
    status = {
        word: code(_TABLE, "status", word)
        for word in ("tilbudt", "i_gang", "gennemfoert", "afbrudt", "ikke_paabegyndt")
    }
    never = draws.chance(0.03, size)
    became = np.where(made.cut == 1, status["afbrudt"], status["gennemfoert"])
    became = np.where(never, status["ikke_paabegyndt"], became)
    began = Since(made.start, before=status["tilbudt"])
    running = np.where(never, status["ikke_paabegyndt"], status["i_gang"])

    def until_ended(until: int) -> Ints:
        return np.where(began.days <= until, running, status["tilbudt"])

    workplace = np.isin(
        made.kind, [_kind(each) for each in ("virksomhedspraktik", "loentilskud", "nytteindsats", "arbejdspligt")]
    )
    none = np.full(size, NONE, np.int64)
    return Rows(
        _TABLE,
        {
            "id": keys("T", np.arange(1, size + 1)),
            "person": keys("FK", spells.person[made.spell], 6),
            "kind": codes(_TABLE, "kind", made.kind),
            "offered": days(made.offered),
            "start": days(made.start),
            "end": days(made.end),
            "hours_a_week": counts(_hours(draws, spells, made)),
            "wage_hours": flags(workplace & draws.chance(0.18, size)),
            "place": named(np.where(workplace, draws.between(0, len(_PLACES) - 1, size), none), _PLACES),
            "supplier": named(np.where(workplace, none, draws.between(0, len(_SUPPLIERS) - 1, size)), _SUPPLIERS),
            "status": codes(_TABLE, "status", became),
            "unit": named(offices.units(team), offices.UNITS),
            "team": named(team, offices.TEAMS),
            "caseworker": keys("SB", spells.caseworker[made.spell], 3),
        },
        made.offered,
        {"status": Since(made.end + 1, before=until_ended)},
    )


def _kind(word: str) -> int:
    return code(_TABLE, "kind", word)


def _made(draws: Draws, asked: Due, spells: Spells) -> _Made:
    size = len(asked.spell)
    team = spells.office[asked.spell]
    in_time = draws.chance(offices.by_team(offices.OFFERS_IN_TIME, team), size)
    never = ~in_time & draws.chance(0.3, size)
    limit = spells.case[asked.spell] + _LIMIT
    late = limit + draws.between(7, 110, size)
    on_time = np.minimum(asked.day + draws.between(-35, 60, size), limit)
    again = asked.day + draws.between(-30, 90, size)
    start = np.where(asked.turn == 0, np.where(in_time, on_time, late), again)
    start = working(np.maximum(start, spells.start[asked.spell] + 1))
    kind = _kinds(draws, spells, asked.spell, start)
    short = draws.chance(0.09, size)
    length = np.where(short, draws.between(4, 12, size), draws.between(14, 90, size))
    end = start + length
    kept = (asked.turn > 0) | ~never
    offered = np.maximum(start - draws.between(3, 28, size), spells.start[asked.spell])
    return _Made(*(each[kept] for each in (asked.spell, kind, offered, start, end, np.zeros(size, np.int64))))


def _kinds(draws: Draws, spells: Spells, spell: Ints, start: Ints) -> Ints:
    """Kinds by group; fewer courses of guidance from 2026, and more again when they count from 01.07.2026."""
    size = len(spell)
    places = np.array([_kind(each) for each in _KINDS])
    state = spells.state[spell]
    ready = np.isin(state, [int(each) for each in (State.DAGPENGE, State.JOBPARAT, State.UDDPARAT)])
    fewer = (start >= FEWER_REQUIREMENTS) & (start < FLEXIBLE_TALKS)
    found = np.where(ready, draws.pick(_READY, size), draws.pick(_ACTIVE, size))
    found = np.where(ready & fewer, draws.pick(_READY_FROM_2026, size), found)
    duty = (spells.rate[spell] == rate_words()["mindstesats"]) & (start >= REFORM) & draws.chance(0.6, size)
    return np.where(duty, _kind("arbejdspligt"), places[found]).astype(np.int64)


def _within(made: _Made, spells: Spells, first: int, last: int) -> _Made:
    """The offers that begin within their spell; one that the spell's end cuts off ends there."""
    over = spells.lasting_to(2**31)[made.spell]
    inside = (made.start <= over) & (made.start >= first) & (made.offered <= last)
    places = np.flatnonzero(inside)
    places = places[np.lexsort((made.start[places], made.spell[places], made.offered[places]))]
    end = np.minimum(made.end[places], over[places])
    cut = (end < made.end[places]).astype(np.int64)
    return _Made(made.spell[places], made.kind[places], made.offered[places], made.start[places], end, cut)


def _hours(draws: Draws, spells: Spells, made: _Made) -> Ints:
    """Hours a week: more for those who are ready for work."""
    size = len(made.spell)
    ready = np.isin(spells.state[made.spell], [int(State.DAGPENGE), int(State.JOBPARAT)])
    return np.where(ready, draws.between(20, 37, size), draws.between(3, 25, size))
