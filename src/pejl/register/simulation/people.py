"""The inhabitants: who they are before anything happens to them. What is hidden here (health, attachment) steers their
careers and stands in no delivered table."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np

from pejl.register.contract.persons import FAMILY
from pejl.register.simulation.draws import Bools, Draws, Ints

OLDEST, YOUNGEST = 1947, 2010
"""The years of birth of those whose careers are followed: 18 to 66 years old at some time of the simulation."""

OF_ALL = 0.74
"""The share of all inhabitants who are born in those years."""

_FAMILY = tuple(FAMILY)


@dataclass(frozen=True)
class People:
    """One entry for each inhabitant whose career is followed. `health` (0 best to 9 worst) and `attachment` (0 weakest
    to 9) are hidden; `residence` counts tenths of years and `work` hundredths, of the last ten years."""

    birth_year: Ints
    woman: Bools
    insured: Bools
    health: Ints
    attachment: Ints
    immigrant: Bools
    residence: Ints
    work: Ints
    education: Bools
    family: Ints
    children_at_home: Ints
    children: Ints

    def __len__(self) -> int:
        return len(self.birth_year)

    def only(self, kept: Ints) -> People:
        """Some of the people."""
        return People(*(getattr(self, field.name)[kept] for field in fields(self)))

    @property
    def fails_residence(self) -> Bools:
        """Whether the person fails the condition of nine years' stay (LAS § 11, stk. 3)."""
        return self.residence < 90

    @property
    def fails_a_condition(self) -> Bools:
        """Whether the person fails the stay or the work condition: one is enough for mindstesats (LAS § 16)."""
        return self.fails_residence | (self.immigrant & (self.work < 250))


def people(seed: int, inhabitants: int) -> People:
    """Those of a municipality of that many inhabitants whose careers are followed."""
    draws = Draws(seed, "people")
    size = int(inhabitants * OF_ALL)
    birth_year = draws.between(OLDEST, YOUNGEST, size)
    woman = draws.chance(0.5, size)
    immigrant = draws.chance(0.16, size)
    recent = immigrant & draws.chance(0.30, size)
    residence = np.where(recent, draws.between(5, 89, size), 100)
    health = draws.between(0, 9, size)
    attachment = np.clip(draws.between(0, 9, size) - 2 * (immigrant & draws.chance(0.5, size)), 0, 9)
    education = draws.chance(np.where(attachment >= 3, 0.85, 0.40), size)
    family, at_home, children = _families(draws, birth_year)
    return People(
        birth_year,
        woman,
        insured=draws.chance(np.where(attachment >= 2, 0.78, 0.30), size),
        health=health,
        attachment=attachment,
        immigrant=immigrant,
        residence=residence,
        work=_work(draws, birth_year, attachment, residence),
        education=education & (birth_year < 2005),
        family=family,
        children_at_home=at_home,
        children=children,
    )


def _work(draws: Draws, birth_year: Ints, attachment: Ints, residence: Ints) -> Ints:
    """Hundredths of years of full-time work in the last ten, never more than age and stay allow."""
    share = np.clip(attachment * 11 + draws.between(-15, 15, len(birth_year)), 0, 100)
    most = np.minimum(np.clip((2025 - birth_year - 17) * 100, 0, 1000), residence * 10)
    return np.asarray(most * share // 100, np.int64)


def _families(draws: Draws, birth_year: Ints) -> tuple[Ints, Ints, Ints]:
    """Family form, children at home and children in all."""
    size = len(birth_year)
    age = 2025 - birth_year
    couple = draws.chance(np.where(age < 25, 0.2, np.where(age < 32, 0.5, 0.66)), size)
    parent = draws.chance(np.where(age < 25, 0.04, np.where(age < 50, 0.55, 0.12)), size)
    home = ~parent & ~couple & draws.chance(np.where(age < 22, 0.6, np.where(age < 30, 0.12, 0.0)), size)
    at_home = np.where(parent, 1 + draws.pick((0.42, 0.42, 0.13, 0.03), size), 0)
    elsewhere = np.where((age > 24) & (age < 55), draws.pick((0.93, 0.05, 0.02), size), 0)
    word = np.where(parent, np.where(couple, 3, 1), np.where(couple, 2, np.where(home, 4, 0)))
    places = np.array(
        [_FAMILY.index(each) for each in ("enlig", "enlig_forsoerger", "par", "par_forsoerger", "hjemmeboende")]
    )
    family = np.asarray(places[word], np.int64)
    return family, at_home, at_home + elsewhere
