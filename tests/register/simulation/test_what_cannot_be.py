"""What no municipality has is not in the invented one either."""

from __future__ import annotations

import numpy as np
import pytest

from pejl.calendar.personal_numbers import find_personal_numbers
from pejl.register.contract import CONTRACT
from pejl.register.simulation.cells import code, words_of
from pejl.register.simulation.days import NONE, number, years_of
from pejl.register.simulation.draws import Ints
from pejl.register.simulation.municipality import Municipality
from pejl.register.simulation.states import REFORM, benefit_code
from register.simulation.fjordby import LAST, Loaded

FAR = 2**31
HIGHEST = 1_000_000


def over(end: Ints) -> Ints:
    return np.where(end == NONE, FAR, end)


def test_nobody_has_two_benefits_on_one_day(fjordby: Municipality) -> None:
    spells = fjordby.table("benefit_spells")
    order = np.lexsort((spells.values("start"), spells.values("person")))
    person, start, end = (spells.values(name)[order] for name in ("person", "start", "end"))
    same = person[1:] == person[:-1]
    assert (start[1:][same] > over(end)[:-1][same]).all()


def test_a_spell_ends_for_what_comes_next(fjordby: Municipality) -> None:
    spells = fjordby.table("benefit_spells")
    order = np.lexsort((spells.values("start"), spells.values("person")))
    person, start, end, reason, benefit = (
        spells.values(name)[order] for name in ("person", "start", "end", "exit_reason", "benefit")
    )
    words = np.array(words_of("benefit_spells", "exit_reason"))
    followed = (person[1:] == person[:-1]) & (start[1:] == end[:-1] + 1)
    next_benefit = np.array(words_of("benefit_spells", "benefit"))[benefit[1:][followed]]
    told = words[reason[:-1][followed]]
    for word, after in zip(told, next_benefit, strict=True):
        if word == "fleksjob":
            assert after == "fleksjob"
        if word == "foertidspension":
            assert after == "foertidspension"
    assert set(told) <= {"anden_ydelse", "fleksjob", "foertidspension", "barsel", "andet", "varighed"}
    alone = ~np.append(followed, False) & (end != NONE) & (end < number(LAST))
    assert not set(words[reason[alone]]) & {"anden_ydelse", "fleksjob", "foertidspension", "andet"}
    assert (reason[end == NONE] == NONE).all()


def test_ages_fit_the_benefit(fjordby: Municipality) -> None:
    persons, spells = fjordby.table("persons"), fjordby.table("benefit_spells")
    born = dict(zip(persons.values("person").tolist(), persons.values("birth_year").tolist(), strict=True))
    age = years_of(spells.values("start")) - np.array([born[each] for each in spells.values("person").tolist()])
    assert age.min() >= 18 and age.max() <= 67
    assert age[spells.values("benefit") == benefit_code("dagpenge")].min() >= 20
    courses = fjordby.table("programme_courses")
    stu = courses.values("programme") == code("programme_courses", "programme", "stu")
    of_stu = years_of(courses.values("start"))[stu] - np.array([born[each] for each in courses.values("person")[stu]])
    assert of_stu.min() >= 16 and of_stu.max() <= 24


@pytest.mark.parametrize(("table", "day"), [("talks", "day"), ("talks", "booked"), ("offers", "start")])
def test_nothing_is_before_the_first_spell_or_after_the_last(fjordby: Municipality, table: str, day: str) -> None:
    spells, rows = fjordby.table("benefit_spells"), fjordby.table(table)
    first, last = np.full(HIGHEST, FAR), np.zeros(HIGHEST, np.int64)
    np.minimum.at(first, spells.values("person"), spells.values("start"))
    np.maximum.at(last, spells.values("person"), over(spells.values("end")))
    days, person = rows.values(day), rows.values("person")
    assert (days >= first[person]).all()
    assert (days <= last[person]).all()


def test_the_reform_leaves_one_benefit(fjordby: Municipality) -> None:
    spells = fjordby.table("benefit_spells")
    old = np.isin(spells.values("benefit"), [benefit_code("uddannelseshjaelp"), benefit_code("shydelse")])
    assert old.any()
    assert (spells.values("end")[old] < REFORM).all() and (spells.values("end")[old] != NONE).all()
    cash = spells.values("benefit") == benefit_code("kontanthjaelp")
    rated = spells.values("rate") != NONE
    assert (rated == (cash & (over(spells.values("end")) >= REFORM))).all()


def test_every_person_of_a_row_is_delivered_and_every_delivered_person_has_a_row(fjordby: Municipality) -> None:
    known = set(fjordby.table("persons").values("person").tolist())
    others = [rows.values("person").tolist() for rows in fjordby.tables[1:] if "person" in rows.columns]
    assert set().union(*others) == known


def test_all_tables_and_columns_of_the_contract_are_filled(fjordby: Municipality) -> None:
    for table in CONTRACT.tables:
        rows = fjordby.table(table.name)
        assert set(rows.columns) == {column.name for column in table.columns}, table.name
        assert all((rows.values(name) != NONE).any() for name in rows.columns), table.name


def test_nothing_passes_as_a_personal_number(register: Loaded) -> None:
    for path in register.folder.rglob("*.csv"):
        text = path.read_bytes().decode("cp1252", "replace")
        assert not any(find_personal_numbers(line) for line in text.splitlines()), path.name
        assert not any(find_personal_numbers(cell) for line in text.splitlines()[:2000] for cell in line.split(";"))
