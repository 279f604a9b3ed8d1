"""Careers: week by week, who comes to a benefit, who leaves it, for what, and who comes again.

The simulation begins long before the first day that is delivered, so that durations have settled by then. All careers
take each week's step together; a person has one state at a time, so no two spells of a person overlap.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace

import numpy as np

from pejl.register.contract.codes import EXITS
from pejl.register.simulation import arrivals, hazards
from pejl.register.simulation.days import NONE, on, years_of
from pejl.register.simulation.draws import Bools, Draws, Floats, Ints
from pejl.register.simulation.people import People
from pejl.register.simulation.place import FJORDBY, Place
from pejl.register.simulation.season import FINDING, by_month, cycle
from pejl.register.simulation.sick_risk import Onset, onset, onward_in_a_week, well_in_a_week
from pejl.register.simulation.states import FLEXIBLE_TALKS, KONTANTHJAELP, State

BEGINNING = on(2016, 1, 4)
"""The Monday on which the simulation begins."""

PAUSE = 14
"""Days at least between a benefit that was left for work or the like and the next: otherwise it was not left."""

EXIT = {word: place for place, word in enumerate(EXITS)}
_AFTER = {State.FLEKSJOB: "fleksjob", State.PENSION: "foertidspension", State.BARSEL: "barsel"}


@dataclass(frozen=True)
class Careers:
    """All spells, one entry each, in the order in which they ended; those that run on come last, with `NONE` as end.
    `onset` is a place in `onsets` for sick leave, -1 otherwise. `exit` is a place in the contract's exit reasons."""

    person: Ints
    state: Ints
    start: Ints
    end: Ints
    exit: Ints
    following: Ints
    onset: Ints
    onsets: Onset
    gone: Ints
    """For each person the day they died or left the municipality, `NONE` for most."""


@dataclass
class _Now:
    """Where everybody is in the week that is being simulated."""

    people: People
    draws: Draws
    state: Ints
    since: Ints
    onset: Ints
    gone: Ints
    well_again: Ints
    well_before: Ints
    pace: Floats
    ended: list[tuple[Ints, ...]] = field(default_factory=list)
    place: Place = FJORDBY
    onsets: list[Onset] = field(default_factory=list)
    fallen_ill: int = 0

    def end(self, persons: Ints, days: Ints, exits: Ints, following: Ints) -> None:
        """Spells end on the days; the next begins on the day after, or none does."""
        if not len(persons):
            return
        self.ended.append(
            (persons, self.state[persons], self.since[persons], days, exits, following, self.onset[persons])
        )
        sick = persons[self.state[persons] == State.SYGE]
        self.well_before[sick] = self.well_again[sick]
        self.well_again[sick] = days[self.state[persons] == State.SYGE]
        self.begin(persons, following, days + 1)

    def begin(self, persons: Ints, states: Ints, days: Ints) -> None:
        """Spells begin."""
        ill = states == State.SYGE
        working = self.state[persons] == State.IDLE
        self.state[persons], self.since[persons] = states, days
        self.onset[persons] = -1
        if ill.any():
            self._fall_ill(persons[ill], working[ill], days[ill])

    def _fall_ill(self, persons: Ints, working: Bools, days: Ints) -> None:
        people, since = self.people, days - 730
        earlier = (self.well_again[persons] > since).astype(np.int64) + (self.well_before[persons] > since)
        ages = years_of(days) - people.birth_year[persons]
        drawn = onset(self.draws, working, people.health[persons], ages, people.woman[persons], earlier)
        if self.place != FJORDBY:
            drawn = replace(drawn, pace=drawn.pace * self.place.factor(days))
        self.onset[persons] = self.fallen_ill + np.arange(len(persons))
        self.pace[persons] = drawn.pace
        self.fallen_ill += len(persons)
        self.onsets.append(drawn)


def careers(people: People, seed: int, until: int, place: Place = FJORDBY) -> Careers:
    """The careers of all people from the beginning to the day."""
    size, draws = len(people), Draws(seed, "careers")
    now = _Now(
        people,
        draws,
        np.zeros(size, np.int64),
        np.full(size, NONE, np.int64),
        np.full(size, -1, np.int64),
        np.full(size, NONE, np.int64),
        np.full(size, NONE, np.int64),
        np.full(size, NONE, np.int64),
        np.ones(size),
        place=place,
    )
    _begin(now)
    mondays = np.arange(BEGINNING, until + 1, 7, dtype=np.int64)
    coming, finding = arrivals.by_week(mondays), by_month(FINDING, mondays) * (2.0 - cycle(mondays))
    tables = hazards.work_table(), hazards.other_table(), hazards.onward_table()
    usual, age_factor, year = arrivals.chances(people), np.ones((len(arrivals.WAYS), size)), 0
    retiring = (people.birth_year + 67 - 1970).astype("datetime64[Y]").astype("datetime64[D]").astype(np.int64)
    retiring += draws.between(0, 364, size)
    adult = np.zeros(size, np.bool_)
    for week, monday in enumerate(mondays.tolist()):
        this_year = int(years_of(mondays[week : week + 1])[0])
        if this_year != year:
            year, ages = this_year, this_year - people.birth_year
            age_factor = usual * arrivals.by_age(ages)
            adult = (ages >= 18) & (ages < 67)
        idle = (now.state == State.IDLE) & adult & (now.gone == NONE) & (now.since < monday - PAUSE)
        _retire(now, np.flatnonzero((now.state > 0) & (retiring <= monday)), monday)
        _leave(now, monday, float(finding[week]), *tables)
        _arrive(now, np.flatnonzero(idle & (retiring > monday + 7)), monday, age_factor, coming[:, week])
    return _collected(now)


def _begin(now: _Now) -> None:
    ages = 2016 - now.people.birth_year
    known = arrivals.at_first(now.draws, now.people, ages)
    persons = np.flatnonzero(known & (ages < 66))
    state = now.draws.pick((0.27, 0.54, 0.19), len(persons))
    grown = (now.people.birth_year[persons] + 19 - 1970).astype("datetime64[Y]").astype("datetime64[D]")
    started = BEGINNING - now.draws.between(10, 4000, len(persons))
    started = np.minimum(np.maximum(started, grown.astype(np.int64)), BEGINNING - 1)
    first = np.array([int(each) for each in (State.FLEKSJOB, State.PENSION, State.AKTIV)])
    now.begin(persons, first[state], started)


def _retire(now: _Now, persons: Ints, monday: int) -> None:
    days = np.full(len(persons), monday, np.int64)
    now.end(persons, days, np.full(len(persons), EXIT["folkepension"]), np.zeros(len(persons), np.int64))


def _arrive(now: _Now, idle: Ints, monday: int, chances: Floats, season: Floats) -> None:
    """Those without a benefit who come to one this week."""
    here = chances[:, idle] * season[:, None]
    again = now.well_again[idle] > monday - 182
    here[2] = here[2] * np.where(again, arrivals.AGAIN, 1.0)
    drawn = now.draws.uniform(len(idle))
    reached = np.cumsum(here, axis=0)
    coming = np.flatnonzero(drawn < reached[-1])
    persons = idle[coming]
    way = (drawn[coming] >= reached[:, coming]).sum(axis=0)
    states = np.array([int(each) for each in arrivals.WAYS])[way]
    ages = np.full(len(persons), int(years_of(np.array([monday]))[0])) - now.people.birth_year[persons]
    states = np.where(states == State.JOBPARAT, arrivals.visited(now.draws, now.people, persons, ages), states)
    now.begin(persons, states, monday + now.draws.between(0, 6, len(persons)))


def _leave(now: _Now, monday: int, finding: float, work: Floats, other: Floats, onward: Floats) -> None:
    """Those on a benefit who leave it this week: for work, for another benefit, because time is up, or altogether."""
    persons = np.flatnonzero((now.state > State.IDLE) & (now.since <= monday))
    state = now.state[persons]
    weeks = (monday - now.since[persons]) // 7
    bands = hazards.band(weeks)
    sick = state == State.SYGE
    pace = np.where(sick, now.pace[persons], 1.0)
    to_work = work[state, bands] * np.where(
        sick, 1.0, finding * (0.7 + 0.06 * now.people.attachment[persons] + 0.02 * (9 - now.people.health[persons]))
    )
    to_work = np.where(sick, well_in_a_week(pace, bands), to_work)
    to_other = np.where(sick, onward_in_a_week(pace, bands), other[state, bands])
    used_up = (state == State.DAGPENGE) & (weeks >= hazards.LONGEST_DAGPENGE)
    size = len(persons)
    first, second, third, fourth = (now.draws.uniform(size) for _ in range(4))
    works = first < to_work
    leaves = ~works & (second < to_other)
    goes = ~works & ~leaves & (third < 0.00035)
    limit = used_up & ~works & ~leaves & ~goes
    following = np.where(leaves, (fourth[:, None] >= onward[state]).sum(axis=1), int(State.IDLE))
    following = np.where(limit & (fourth < 0.35), int(State.JOBPARAT), following)
    following = _allowed(now, persons, following, monday)
    exits = np.where(works, _to_work(state, fourth), EXIT["anden_ydelse"])
    exits = np.where(goes, np.where(fourth < 0.8, EXIT["fraflyttet"], EXIT["doed"]), exits)
    exits = np.where(limit, EXIT["varighed"], exits)
    moving = np.flatnonzero(works | leaves | goes | limit)
    exits = _agreed(exits, state, following)
    days = monday + now.draws.between(0, 6, size)
    now.gone[persons[goes]] = days[goes]
    now.end(persons[moving], days[moving], exits[moving], following[moving])


def _allowed(now: _Now, persons: Ints, following: Ints, monday: int) -> Ints:
    """The next state as age and the law of the day allow it."""
    ages = int(years_of(np.array([monday]))[0]) - now.people.birth_year[persons]
    young = (ages < 30) & ~now.people.education[persons]
    if monday >= FLEXIBLE_TALKS:
        abolished = (following == State.RESSOURCE) | (following == State.REVALIDERING)
        following = np.where(abolished, int(State.AKTIV), following)
    following = np.where((following == State.PENSION) & (ages < 25), int(State.AKTIV), following)
    following = np.where((following == State.DAGPENGE) & ~now.people.insured[persons], int(State.IDLE), following)
    following = np.where(young & (following == State.AKTIV), int(State.AKTIV_UDD), following)
    following = np.where(young & (following == State.JOBPARAT), int(State.UDDPARAT), following)
    same = following == now.state[persons]
    return np.where(same, int(State.IDLE), following)


def _to_work(state: Ints, drawn: Floats) -> Ints:
    """The exit reason of those who leave without another benefit."""
    education = np.isin(state, (int(State.UDDPARAT), int(State.AKTIV_UDD)))
    reason = np.where(drawn < np.where(education, 0.55, 0.08), EXIT["uddannelse"], EXIT["arbejde"])
    reason = np.where((drawn > 0.93) & (state != State.BARSEL), EXIT["ingen_ret"], reason)
    return np.where(state == State.SYGE, EXIT["rask"], reason)


def _agreed(exits: Ints, state: Ints, following: Ints) -> Ints:
    """Exit reasons that agree with what follows."""
    found = np.where((exits == EXIT["anden_ydelse"]) & (following == State.IDLE), EXIT["ingen_ret"], exits)
    for each, word in _AFTER.items():
        found = np.where(following == each, EXIT[word], found)
    cash = [int(each) for each in KONTANTHJAELP]
    new_visitation = np.isin(state, cash) & np.isin(following, cash)
    return np.where(new_visitation, EXIT["andet"], found)


def _collected(now: _Now) -> Careers:
    open_ = np.flatnonzero(now.state > State.IDLE)
    none = np.full(len(open_), NONE, np.int64)
    running = (open_, now.state[open_], now.since[open_], none, none, np.zeros_like(none), now.onset[open_])
    columns = [np.concatenate(parts) for parts in zip(*now.ended, running, strict=True)]
    onsets = Onset(*(np.concatenate([getattr(each, name.name) for each in now.onsets]) for name in fields(Onset)))
    person, state, start, end, exits, following, onset_place = columns
    return Careers(person, state, start, end, exits, following, onset_place, onsets, now.gone)
