"""Courses in programmes: IPS with aftercare, and specially arranged youth education (STU) with or without transport.

More courses are drawn than are wanted, and whole courses are thinned so that the published numbers hold on their day.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields

import numpy as np

from pejl.register.simulation import offices
from pejl.register.simulation.cells import Rows, Since, code, codes, days, hundredths, keys, named
from pejl.register.simulation.choosing import OTHERS, PoolTooSmall, exactly
from pejl.register.simulation.days import NONE, number, working
from pejl.register.simulation.draws import Draws, Ints
from pejl.register.simulation.levels import STU_DAY, YEAR_END, target
from pejl.register.simulation.people import People
from pejl.register.simulation.spells import Spells
from pejl.register.simulation.states import State

_TABLE = "programme_courses"
_SUPPLIERS = ("Fjordby Kommune", "Skolen ved Fjorden", "Produktionshøjskolen Broen", "Værkstedet Nord")
_IPS_STATES = (State.AKTIV, State.AKTIV_UDD, State.SYGE, State.JOBAFKLARING, State.RESSOURCE)
_IPS_TEAM, _YOUTH_TEAM = 4, 8


@dataclass(frozen=True)
class Courses:
    """Courses of one programme. `result` is a place in the contract; `transport` is 1 where it is granted."""

    person: Ints
    referred: Ints
    start: Ints
    aftercare: Ints
    end: Ints
    result: Ints
    transport: Ints

    def only(self, kept: Ints) -> Courses:
        """Some of the courses."""
        return Courses(*(getattr(self, field.name)[kept] for field in fields(self)))


def _result(word: str) -> int:
    return code(_TABLE, "result", word)


def ips(spells: Spells, inhabitants: int, seed: int, first: int, last: int) -> Courses:
    """The IPS courses that touch the time from the first day to the last."""
    return _large_enough(lambda more: _ips(Draws(seed, f"ips {more}"), spells, inhabitants, first, last, more))


def _large_enough(tried: Callable[[int], Courses]) -> Courses:
    """What comes of a pool, of one twice as large where it is too small, and so on."""
    for more in (1, 2, 4, 8):
        try:
            return tried(more)
        except PoolTooSmall:
            continue
    raise PoolTooSmall


def _ips(draws: Draws, spells: Spells, inhabitants: int, first: int, last: int, more: int) -> Courses:
    pool = _ips_pool(draws, spells, first, last, more)
    day = number(YEAR_END)
    there = (pool.start <= day) & (pool.end >= day)
    after = there & (pool.aftercare != NONE) & (pool.aftercare <= day)
    labels = np.where(after, 1, np.where(there, 0, OTHERS))
    aftercare = target("ips_aftercare", inhabitants)
    wanted = {0: target("ips", inhabitants) - aftercare, 1: aftercare}
    return _thinned(draws, pool, labels, wanted, there)


def _ips_pool(draws: Draws, spells: Spells, first: int, last: int, more: int) -> Courses:
    places = np.flatnonzero(np.isin(spells.state, [int(each) for each in _IPS_STATES]))
    low = np.maximum(spells.start[places] + 14, first - 500)
    long = np.minimum(spells.lasting_to(last)[places], last) - low
    suited = draws.chance(np.clip(more * long / 900.0, 0.0, 1.0), len(places)) & (long > 0)
    places, low, long = places[suited], low[suited], long[suited]
    _, once = np.unique(spells.person[places], return_index=True)
    places, low, long = places[once], low[once], long[once]
    size = len(places)
    referred = working(low + (draws.uniform(size) * long).astype(np.int64))
    start = working(referred + draws.between(3, 35, size))
    length = draws.between(90, 620, size)
    job = draws.chance(0.42, size)
    aftercare = np.where(job, start + length, NONE)
    end = start + length + np.where(job, draws.between(60, 200, size), 0)
    otherwise = np.array(
        [_result(word) for word in ("afbrudt", "smaajob", "uddannelse", "fleksjob", "pension", "andet")]
    )
    result = np.where(job, _result("job"), otherwise[draws.pick((0.42, 0.20, 0.12, 0.08, 0.08, 0.10), size)])
    return Courses(spells.person[places], referred, start, aftercare, end, result, np.zeros(size, np.int64))


def stu(people: People, inhabitants: int, seed: int, first: int, last: int) -> Courses:
    """The courses of specially arranged youth education that touch the time from the first day to the last."""
    return _large_enough(lambda more: _stu(Draws(seed, f"stu {more}"), people, inhabitants, first, last, more))


def _stu(draws: Draws, people: People, inhabitants: int, first: int, last: int, more: int) -> Courses:
    size = len(people)
    age = 17 + draws.pick((0.45, 0.25, 0.15, 0.10, 0.05), size)
    year = people.birth_year + age
    fit = (people.health >= 5) & draws.chance(min(0.22 * more, 1.0), size) & (year >= 2019) & (year <= 2026)
    persons = np.flatnonzero(fit)
    size = len(persons)
    august = (year[persons] - 1970).astype("datetime64[Y]").astype("datetime64[D]").astype(np.int64) + 212
    start = working(august + draws.pick((0.7, 0.3), size) * 160 + draws.between(0, 12, size))
    broken = draws.chance(0.13, size)
    end = start + np.where(broken, draws.between(60, 800, size), 1094)
    otherwise = np.array([_result(word) for word in ("uddannelse", "smaajob", "pension", "andet")])
    result = np.where(broken, _result("afbrudt"), otherwise[draws.pick((0.25, 0.25, 0.2, 0.3), size)])
    none = np.full(size, NONE, np.int64)
    transport = draws.chance(0.30, size).astype(np.int64)
    pool = Courses(persons, start - draws.between(30, 200, size), start, none, end, result, transport)
    day = number(STU_DAY)
    there = (pool.start <= day) & (pool.end >= day)
    labels = np.where(there, pool.transport, OTHERS)
    carried = target("stu_transport", inhabitants)
    kept = _thinned(draws, pool, labels, {0: target("stu", inhabitants) - carried, 1: carried}, there)
    return kept.only(np.flatnonzero((kept.end >= first) & (kept.start <= last)))


def _thinned(
    draws: Draws,
    pool: Courses,
    labels: Ints,
    wanted: dict[int, int],
    there: np.ndarray[tuple[int, ...], np.dtype[np.bool_]],
) -> Courses:
    if not there.any():
        raise PoolTooSmall
    return pool.only(exactly(draws, labels, wanted, sum(wanted.values()) / int(there.sum())))


def rows(ips_courses: Courses, stu_courses: Courses, seed: int, first: int, last: int) -> Rows:
    """The table of all courses that touch the time of the deliveries."""
    draws = Draws(seed, "courses")
    is_stu = np.concatenate([np.zeros(len(ips_courses.person), np.int64), np.ones(len(stu_courses.person), np.int64)])
    both = Courses(
        *(
            np.concatenate([getattr(ips_courses, each.name), getattr(stu_courses, each.name)])
            for each in fields(Courses)
        )
    )
    inside = np.flatnonzero((both.end >= first) & (both.start <= last))
    inside = inside[np.lexsort((both.person[inside], both.start[inside]))]
    found, is_stu = both.only(inside), is_stu[inside]
    size, team = len(inside), np.where(is_stu == 1, _YOUTH_TEAM, _IPS_TEAM)
    programme = np.where(is_stu == 1, code(_TABLE, "programme", "stu"), code(_TABLE, "programme", "ips"))
    ended = Since(found.end + draws.between(1, 12, size))
    return Rows(
        _TABLE,
        {
            "id": keys("K", np.arange(1, size + 1)),
            "person": keys("FK", found.person, 6),
            "programme": codes(_TABLE, "programme", programme),
            "referred": days(found.referred),
            "start": days(found.start),
            "end": days(found.end),
            "aftercare": days(found.aftercare),
            "result": codes(_TABLE, "result", found.result),
            "supplier": named(np.where(is_stu == 1, draws.between(1, 3, size), 0), _SUPPLIERS),
            "unit": named(offices.units(team), offices.UNITS),
            "team": named(team, offices.TEAMS),
        },
        found.start,
        {"end": ended, "result": ended, "aftercare": Since(found.aftercare)},
    )


def transport_rows(stu_courses: Courses, offers: Rows, persons: Ints, seed: int, first: int, last: int) -> Rows:
    """The table of transport: to STU for those who are granted it, and to some of the offers. `persons` are the
    persons of the offers."""
    draws = Draws(seed, "transport")
    carried = stu_courses.only(np.flatnonzero((stu_courses.transport == 1) & (stu_courses.end >= first)))
    start = offers.values("start")
    some = np.flatnonzero(draws.chance(0.05, len(offers)) & (start <= last))
    person = np.concatenate([carried.person, persons[some]])
    begins = np.concatenate([carried.start, start[some]])
    ends = np.concatenate([carried.end, offers.values("end")[some]])
    purpose = np.concatenate([np.full(len(carried.person), _purpose("stu")), np.full(len(some), _purpose("tilbud"))])
    order = np.lexsort((person, begins))
    person, begins, ends, purpose = person[order], begins[order], ends[order], purpose[order]
    size = len(order)
    to_stu = purpose == _purpose("stu")
    cost = np.where(to_stu, draws.between(180, 760, size) * 100_00, draws.between(5, 60, size) * 100_00)
    modes = np.array([code("transport_grants", "mode", word) for word in ("koersel", "kollektiv", "egen_bil")])
    mode = np.where(to_stu, modes[0], modes[1 + draws.pick((0.8, 0.2), size)])
    return Rows(
        "transport_grants",
        {
            "id": keys("B", np.arange(1, size + 1)),
            "person": keys("FK", person, 6),
            "purpose": codes("transport_grants", "purpose", purpose),
            "mode": codes("transport_grants", "mode", mode),
            "start": days(begins),
            "end": days(ends),
            "cost_a_year": hundredths(cost),
        },
        begins,
        {"end": Since(ends)},
    )


def _purpose(word: str) -> int:
    return code("transport_grants", "purpose", word)
