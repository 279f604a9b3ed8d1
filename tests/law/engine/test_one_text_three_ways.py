"""A rule has one text. Asked for one person, for a table and for arrays, it gives one answer."""

from __future__ import annotations

import datetime as dt

import pytest

from law.engine.drawn import REFUSED, by_arrays, by_columns, by_person, drawn, same
from law.engine.mini.statute import MINI_LAW

ALL = (
    "mini_ydelse",
    "har_ret",
    "mini_frist",
    "mini_dag",
    "mini_tal",
    "mini_oere",
    "mini_farve",
    "mini_ja",
    "mini_valg",
    "mini_ukendt",
    "mini_nedsat",
)
UNSETTLED = ("mini_nedsat",)
DAYS = (dt.date(2025, 6, 30), dt.date(2025, 7, 1), dt.date(2025, 12, 31))


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize("unknown", [0.0, 0.2])
def test_a_person_and_a_table_get_the_same_answer(day: dt.date, unknown: float) -> None:
    law = MINI_LAW.on(day)
    persons = drawn(law, ALL, 1500, seed=1, unknown=unknown)
    one_by_one, together = by_person(law, persons, ALL), by_columns(law, persons, ALL)
    for name in ALL:
        expected = [None if value == REFUSED else value for value in one_by_one[name]]
        differing = [
            (person, mine, theirs)
            for person, mine, theirs in zip(persons, expected, together[name], strict=True)
            if not same(mine, theirs)
        ]
        assert not differing[:3], name


@pytest.mark.parametrize("day", DAYS[1:], ids=str)
def test_a_person_and_arrays_get_the_same_answer(day: dt.date) -> None:
    law = MINI_LAW.on(day)
    wanted = [name for name in ALL if name not in UNSETTLED]
    persons = [person | {"opbrugt": max(1, person["opbrugt"])} for person in drawn(law, wanted, 2000, 2, 0.0)]
    one_by_one, together = by_person(law, persons, wanted), by_arrays(law, persons, wanted)
    for name in wanted:
        assert all(map(same, one_by_one[name], together[name])), name


def test_a_table_does_not_say_that_something_is_unknown_where_the_law_may_be_to_blame() -> None:
    """A person without children told has an unknown benefit. In a table nobody can tell that from a refused one."""
    law = MINI_LAW.on(dt.date(2025, 7, 1))
    persons = drawn(law, ["mini_afvist"], 300, seed=1, unknown=0.2)
    alone, together = (ask(law, persons, ["mini_afvist"])["mini_afvist"] for ask in (by_person, by_columns))
    assert {(mine, theirs) for mine, theirs in zip(alone, together, strict=True)} == {
        (False, False),
        (REFUSED, None),
        (True, None),
    }
