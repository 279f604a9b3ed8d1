"""The table of persons: everybody whom another table is about."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pejl.register.simulation.careers import EXIT
from pejl.register.simulation.cells import Rows, Since, code, codes, counts, days, flags, hundredths, keys, tenths
from pejl.register.simulation.days import NONE
from pejl.register.simulation.draws import Draws, Ints
from pejl.register.simulation.people import People
from pejl.register.simulation.place import FJORDBY
from pejl.register.simulation.spells import Spells

_TABLE = "persons"
MUNICIPALITY = FJORDBY.number


def rows(people: People, spells: Spells, tables: Sequence[Rows], seed: int, municipality: int = MUNICIPALITY) -> Rows:
    """The table. A person is known from the first day on which one of their rows is."""
    draws = Draws(seed, "persons")
    size = len(people)
    known = np.full(size, 2**31, np.int64)
    for table in tables:
        if "person" in table.columns:
            np.minimum.at(known, table.values("person"), table.known)
    moved = np.full(size, NONE, np.int64)
    away = np.flatnonzero(spells.exit == EXIT["fraflyttet"])
    moved[spells.person[away]] = spells.end[away]
    family, was = people.family, _family_before(people)
    changed = draws.chance(0.03, size) & (was != family)
    since = np.where(changed, known + draws.between(20, 900, size), NONE)
    woman, man = (code(_TABLE, "sex", word) for word in ("kvinde", "mand"))
    made = Rows(
        _TABLE,
        {
            "person": keys("FK", np.arange(size), 6),
            "birth_year": counts(people.birth_year),
            "sex": codes(_TABLE, "sex", np.where(people.woman, woman, man)),
            "family": codes(_TABLE, "family", family),
            "children_at_home": counts(people.children_at_home),
            "children": counts(people.children),
            "household": keys("H", _households(people, draws), 6),
            "residence_years": tenths(people.residence),
            "work_years": hundredths(people.work),
            "entered_1968_or_later": flags(people.immigrant),
            "education": flags(people.education),
            "municipality": counts(np.full(size, municipality, np.int64)),
            "moved_out": days(moved),
        },
        known,
        {"family": Since(since, before=was), "moved_out": Since(moved)},
    )
    return made.only(known < 2**31)


def _family_before(people: People) -> Ints:
    """What the family was before somebody moved in or out."""
    alone, couple = (code(_TABLE, "family", word) for word in ("enlig", "par"))
    return np.where(people.family == alone, couple, np.where(people.family == couple, alone, people.family))


def _households(people: People, draws: Draws) -> Ints:
    """A household's number: one of one's own, but shared by some couples of about the same age."""
    size = len(people)
    couples = [code(_TABLE, "family", word) for word in ("par", "par_forsoerger")]
    living = np.flatnonzero(np.isin(people.family, couples))
    order = living[np.lexsort((draws.uniform(len(living)), people.birth_year[living], people.family[living]))]
    household = np.arange(size)
    pairs = np.arange(0, len(order) - 1, 10)
    household[order[pairs + 1]] = household[order[pairs]]
    return household
