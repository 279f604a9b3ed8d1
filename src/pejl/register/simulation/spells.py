"""Benefit spells as the contract has them: one row for each unbroken time on one benefit in one target group.

On 01.07.2025 uddannelseshjælp and selvforsørgelses- og hjemrejseydelse end and kontanthjælp begins, in the same case.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pejl.register.simulation import offices
from pejl.register.simulation.careers import EXIT, Careers
from pejl.register.simulation.cells import Rows, Since, code, codes, days, flags, hundredths, keys, named
from pejl.register.simulation.days import NONE, on, years_of
from pejl.register.simulation.draws import Bools, Draws, Ints, shuffled_number
from pejl.register.simulation.people import People
from pejl.register.simulation.states import (
    REFORM,
    State,
    benefit_code,
    benefits_of,
    group_code,
    groups_of,
    is_kontanthjaelp,
)

_NO_CATEGORIES = on(2025, 1, 1)
_TABLE = "benefit_spells"


@dataclass(frozen=True)
class Spells:
    """Spells that touch the time of the deliveries, in the order of their first days. `case` is the first day of the
    case, `office` the team; `onset` is a place among the sick leaves, -1 for other benefits."""

    person: Ints
    state: Ints
    benefit: Ints
    group: Ints
    rate: Ints
    start: Ints
    end: Ints
    case: Ints
    exit: Ints
    onset: Ints
    office: Ints
    caseworker: Ints

    def __len__(self) -> int:
        return len(self.person)

    def lasting_to(self, until: int) -> Ints:
        """The last day of each spell, or the day where it runs on."""
        return np.where(self.end == NONE, until, self.end)


def spells(people: People, careers: Careers, first: int, last: int) -> Spells:
    """The spells of the careers that touch the days from `first` to `last`."""
    touching = (careers.start <= last) & ((careers.end == NONE) | (careers.end >= first))
    case = _cases(careers)
    places = np.flatnonzero(touching)
    places = places[np.lexsort((careers.person[places], careers.start[places]))]
    person, state = careers.person[places], careers.state[places]
    start, end = careers.start[places], careers.end[places]
    exits = np.where(end == NONE, NONE, careers.exit[places])
    old = _old_benefit(people, person, state)
    new = benefits_of(state)
    split = (old != new) & (start < REFORM) & ((end == NONE) | (end >= REFORM))
    before = np.where(start < REFORM, old, new)
    halves = np.concatenate([np.arange(len(places)), np.flatnonzero(split)])
    second = np.concatenate([np.zeros(len(places), np.bool_), np.ones(int(split.sum()), np.bool_)])
    ends_at_reform = np.concatenate([split, np.zeros(int(split.sum()), np.bool_)])
    made_start = np.where(second, REFORM, start[halves])
    made_end = np.where(ends_at_reform, REFORM - 1, end[halves])
    made_exit = np.where(ends_at_reform, EXIT["anden_ydelse"], exits[halves])
    keep = (made_start <= last) & ((made_end == NONE) | (made_end >= first))
    order = np.flatnonzero(keep)
    order = order[np.lexsort((person[halves][order], made_start[order]))]
    halves, second = halves[order], second[order]
    office, caseworker = offices.of(state[halves], person[halves], people.birth_year[person[halves]])
    benefit = np.where(second, new[halves], before[halves])
    return Spells(
        person[halves],
        state[halves],
        benefit,
        _groups(people, careers, places[halves], state[halves], start[halves]),
        _rates(people, person[halves], benefit, made_start[order], made_end[order]),
        made_start[order],
        made_end[order],
        case[places][halves],
        made_exit[order],
        careers.onset[places][halves],
        office,
        caseworker,
    )


def _cases(careers: Careers) -> Ints:
    """The first day of the case of each spell: kontanthjælp of one visitation after another is one case."""
    order = np.lexsort((careers.start, careers.person))
    person, start, end = careers.person[order], careers.start[order], careers.end[order]
    cash = is_kontanthjaelp(careers.state[order])
    goes_on = np.zeros(len(order), np.bool_)
    goes_on[1:] = (person[1:] == person[:-1]) & (start[1:] == end[:-1] + 1) & cash[1:] & cash[:-1]
    head = np.maximum.accumulate(np.where(goes_on, 0, np.arange(len(order))))
    found = np.empty(len(order), np.int64)
    found[order] = start[head]
    sick = careers.onset >= 0
    found[sick] = careers.start[sick] - careers.onsets.waited[careers.onset[sick]]
    return found


def _old_benefit(people: People, person: Ints, state: Ints) -> Ints:
    """What the benefit was called until 30.06.2025."""
    benefit = benefits_of(state)
    cash = is_kontanthjaelp(state)
    learner = (state == State.UDDPARAT) | (state == State.AKTIV_UDD)
    benefit = np.where(learner, benefit_code("uddannelseshjaelp"), benefit)
    return np.where(cash & people.fails_residence[person], benefit_code("shydelse"), benefit)


def _groups(people: People, careers: Careers, places: Ints, state: Ints, start: Ints) -> Ints:
    """The target group; sick leave has its category by what is expected, and from 2025 no third one."""
    groups = groups_of(state)
    sick = np.flatnonzero(state == State.SYGE)
    pace = careers.onsets.pace[careers.onset[places[sick]]]
    health = people.health[careers.person[places[sick]]]
    third = (pace < 0.6) & (health >= 8) & (start[sick] < _NO_CATEGORIES)
    first = shuffled_number(places[sick], 3) % 100 < np.where(pace > 1.6, 80, np.where(pace > 0.9, 35, 8))
    words = [group_code(f"sygedagpenge_kategori_{each}") for each in (1, 2, 3)]
    groups[sick] = np.where(third, words[2], np.where(first, words[0], words[1]))
    return np.where(groups < 0, NONE, groups)


def rate_words() -> dict[str, int]:
    """The places of the rates in the contract."""
    return {
        word: code(_TABLE, "rate", word) for word in ("mindstesats", "grundsats", "forhoejet_sats", "hjemmeboendesats")
    }


def _rates(people: People, person: Ints, benefit: Ints, start: Ints, end: Ints) -> Ints:
    """The rate of kontanthjælp on the spell's first day from 01.07.2025 on; empty for what ended before."""
    word = rate_words()
    age = years_of(np.maximum(start, REFORM)) - people.birth_year[person]
    at_home = (people.family[person] == code("persons", "family", "hjemmeboende")) & (age < 30)
    raised = (age >= 30) | ((age >= 25) & (people.work[person] >= 250))
    rate = np.where(raised, word["forhoejet_sats"], word["grundsats"])
    rate = np.where(at_home, word["hjemmeboendesats"], rate)
    rate = np.where(people.fails_a_condition[person], word["mindstesats"], rate)
    has_rate = (benefit == benefit_code("kontanthjaelp")) & ((end == NONE) | (end >= REFORM))
    return np.where(has_rate, rate, NONE)


def rows(made: Spells, people: People, seed: int) -> Rows:
    """The table. Starts, ends and caseworkers that were first registered late or wrong are mended later."""
    draws = Draws(seed, "spells")
    size = len(made)
    known = made.start + np.where(draws.chance(0.07, size), draws.between(15, 45, size), draws.between(0, 6, size))
    told = np.where(made.end == NONE, NONE, made.end + draws.between(0, 9, size))
    told = np.where(made.end == NONE, 2**31, np.maximum(told, known))
    wrong = draws.chance(0.01, size)
    mended = np.where(wrong, known + draws.between(30, 80, size), NONE)
    ended = Since(told)
    return Rows(
        _TABLE,
        {
            "id": keys("Y", np.arange(1, size + 1)),
            "person": keys("FK", made.person, 6),
            "benefit": codes(_TABLE, "benefit", made.benefit),
            "target_group": codes(_TABLE, "target_group", made.group),
            "rate": codes(_TABLE, "rate", made.rate),
            "start": days(made.start),
            "end": days(made.end),
            "case_start": days(made.case),
            "exit_reason": codes(_TABLE, "exit_reason", made.exit),
            "hours_paid": hundredths(_hours(made, 2**31)),
            "special_effort": flags(_exempt(made)),
            "unit": named(offices.units(made.office), offices.UNITS),
            "team": named(made.office, offices.TEAMS),
            "caseworker": keys("SB", made.caseworker, 3),
        },
        known,
        {
            "end": ended,
            "exit_reason": ended,
            "hours_paid": Since(told, before=lambda until: _hours(made, until)),
            "start": Since(mended, before=np.minimum(made.start + 1, made.lasting_to(2**31))),
            "caseworker": Since(mended, before=np.maximum(made.caseworker - 1, 1)),
        },
    )


def _hours(made: Spells, until: int) -> Ints:
    """Hours of dagpenge paid up to the day, in hundredths; other benefits count none."""
    weekly = 3000 + (shuffled_number(made.person, 7) % 8) * 100
    used = np.maximum(np.minimum(made.lasting_to(until), until) - made.start + 1, 0) * weekly // 7
    return np.where((made.state == State.DAGPENGE) & (used <= 20_000_00), used, NONE)


def _exempt(made: Spells) -> Bools:
    return np.asarray((made.state == State.AKTIV) & (shuffled_number(made.person, 11) % 100 < 4))
