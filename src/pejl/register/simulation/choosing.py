"""Choosing the municipality out of a larger pool, so that published levels hold exactly and nothing looks bent.

More careers are simulated than are wanted, and all are thinned by about the same share. Among those who belong to a
published level on its day the share is drawn as a number: so many of these and so many of those. A whole career stays
or goes, so the days around the counted one are as smooth as they were.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from pejl.register.simulation.careers import Careers
from pejl.register.simulation.days import NONE, number
from pejl.register.simulation.draws import Bools, Draws, Ints
from pejl.register.simulation.levels import LONG_SHARE, LONG_WEEKS, NOVEMBER, target
from pejl.register.simulation.people import People
from pejl.register.simulation.states import State, is_kontanthjaelp

OTHERS = -1
"""The label of those who belong to no published level: of them the share stays."""

_DAY = number(NOVEMBER)
_SHORT, _LONGER, _SICK, _CASH = 0, 1, 2, 3


class PoolTooSmall(Exception):
    """The pool has fewer of some kind than are wanted. A larger one will do."""


def exactly(draws: Draws, labels: Ints, wanted: Mapping[int, int], share: float) -> Ints:
    """The places that stay, in their order: of each label as many as wanted, of others about the share."""
    order = draws.order(len(labels))
    kept = []
    for label in sorted({*wanted, OTHERS}):
        of_label = order[labels[order] == label]
        number_kept = wanted.get(label, round(len(of_label) * share))
        if number_kept > len(of_label):
            raise PoolTooSmall
        kept.append(of_label[:number_kept])
    return np.sort(np.concatenate(kept))


@dataclass(frozen=True)
class _There:
    """The pool on the counted day: each person's state and stratum, and who is long-term unemployed."""

    stratum: Ints
    long_term: Bools


def chosen(people: People, careers: Careers, inhabitants: int, share: float, seed: int) -> tuple[People, Careers]:
    """The people of the municipality and their careers. Raises `PoolTooSmall`."""
    there = _on_the_day(people, careers)
    labels, wanted = _quotas(there, _targets(inhabitants), target("long_term", inhabitants))
    kept = exactly(Draws(seed, "choosing"), labels, wanted, share)
    return people.only(kept), _of(careers, kept, len(people))


def _on_the_day(people: People, careers: Careers) -> _There:
    now = (careers.start <= _DAY) & ((careers.end == NONE) | (careers.end >= _DAY))
    stratum = np.full(len(people), OTHERS, np.int64)
    person, state = careers.person[now], careers.state[now]
    recent = careers.start[now] > _three_months_before()
    cash = is_kontanthjaelp(state)
    group = np.where(state == State.JOBPARAT, 0, np.where(state == State.UDDPARAT, 1, 2))
    stratum[person] = np.select(
        [state == State.DAGPENGE, state == State.SYGE, cash],
        [np.where(recent, _SHORT, _LONGER), _SICK, _CASH + 2 * group + people.fails_a_condition[person]],
        OTHERS,
    )
    return _There(stratum, _days_on_benefit(careers, len(people)) >= LONG_SHARE * LONG_WEEKS * 7)


def _three_months_before() -> int:
    year, month = NOVEMBER.year, NOVEMBER.month - 3
    return number(NOVEMBER.replace(year=year, month=month))


def _days_on_benefit(careers: Careers, size: int) -> Ints:
    counted = is_kontanthjaelp(careers.state) | (careers.state == State.DAGPENGE)
    last = np.where(careers.end == NONE, _DAY, np.minimum(careers.end, _DAY))[counted]
    first = np.maximum(careers.start[counted], _DAY - LONG_WEEKS * 7 + 1)
    days = np.zeros(size, np.int64)
    np.add.at(days, careers.person[counted], np.maximum(last - first + 1, 0))
    return days


def _targets(inhabitants: int) -> dict[int, int]:
    """How many are wanted of each stratum. Where the publications do not divide a level further, we do."""
    dagpenge = target("dagpenge", inhabitants)
    short = round(dagpenge * 0.40)
    cash, ready = target("kontanthjaelp", inhabitants), target("jobparat", inhabitants)
    active, least = target("aktivitetsparat", inhabitants), target("mindstesats", inhabitants)
    learners = cash - ready - active
    ready_least, learner_least = round(ready * 0.30), round(learners * 0.18)
    active_least = least - ready_least - learner_least
    return {
        _SHORT: short,
        _LONGER: dagpenge - short,
        _SICK: target("dagpenge_sygedagpenge", inhabitants) - dagpenge,
        _CASH: ready - ready_least,
        _CASH + 1: ready_least,
        _CASH + 2: learners - learner_least,
        _CASH + 3: learner_least,
        _CASH + 4: active - active_least,
        _CASH + 5: active_least,
    }


def _quotas(there: _There, targets: dict[int, int], long_term: int) -> tuple[Ints, dict[int, int]]:
    """Each stratum in two, the long-term unemployed and the others, so that their number comes out too."""
    counted = [stratum for stratum in targets if stratum != _SICK]
    long_here = {each: int(((there.stratum == each) & there.long_term).sum()) for each in counted}
    all_here = {each: int((there.stratum == each).sum()) for each in counted}
    least = {each: max(0, targets[each] - (all_here[each] - long_here[each])) for each in counted}
    most = {each: min(targets[each], long_here[each]) for each in counted}
    quota = {
        each: min(max(round(targets[each] * long_here[each] / max(all_here[each], 1)), least[each]), most[each])
        for each in counted
    }
    _shift(quota, least, most, long_term - sum(quota.values()))
    labels = np.where(there.stratum == OTHERS, OTHERS, there.stratum * 2 + there.long_term)
    labels = np.where(there.stratum == _SICK, 2 * _SICK, labels)
    wanted = {2 * _SICK: targets[_SICK]}
    for each in counted:
        wanted[2 * each + 1], wanted[2 * each] = quota[each], targets[each] - quota[each]
    return labels, wanted


def _shift(quota: dict[int, int], least: dict[int, int], most: dict[int, int], missing: int) -> None:
    """Spread what is missing over the strata that have room for it, the roomiest first, one at a time."""
    step = 1 if missing > 0 else -1
    for _ in range(abs(missing)):
        room = {each: (most[each] - quota[each]) if step > 0 else (quota[each] - least[each]) for each in quota}
        roomiest = max(sorted(room), key=lambda each: room[each])
        if room[roomiest] <= 0:
            raise PoolTooSmall
        quota[roomiest] += step


def _of(careers: Careers, kept: Ints, size: int) -> Careers:
    """The careers of those who stay, under their new places."""
    place = np.full(size, -1, np.int64)
    place[kept] = np.arange(len(kept))
    stays = place[careers.person] >= 0
    used = careers.onset[stays]
    sick = np.flatnonzero(used >= 0)
    onset = np.full(len(used), -1, np.int64)
    onset[sick] = np.arange(len(sick))
    return Careers(
        place[careers.person[stays]],
        careers.state[stays],
        careers.start[stays],
        careers.end[stays],
        careers.exit[stays],
        careers.following[stays],
        onset,
        careers.onsets.only(used[sick]),
        careers.gone[kept],
    )
