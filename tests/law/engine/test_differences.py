"""What a change of the law changed: in the statute, and for one person."""

from __future__ import annotations

import datetime as dt

from law.engine.mini.statute import MINI_LAW
from pejl.law.difference import Movement, difference
from pejl.law.person_difference import person_difference

BEFORE, AFTER = MINI_LAW.on(dt.date(2025, 6, 30)), MINI_LAW.on(dt.date(2025, 7, 1))
FACTS = {"boern": 2, "loen": 500.0, "rask": True}


def test_rules_that_came_and_changed_are_told_with_what_brought_them() -> None:
    found = {change.name: change for change in difference("mini", BEFORE, AFTER).rules}
    assert set(found) == {"mini_ydelse", "mini_nedsat"}
    changed = found["mini_ydelse"]
    assert changed.movement is Movement.CHANGED
    assert changed.by == "Opdigtet lov nr. 1"
    assert changed.sentence.startswith("Ændret regel, Mini ydelse: Ydelsen nedsættes med lønnen")
    assert found["mini_nedsat"].movement is Movement.CAME


def test_backwards_what_came_is_what_went() -> None:
    found = {change.name: change.movement for change in difference("mini", AFTER, BEFORE).rules}
    assert found["mini_nedsat"] is Movement.WENT


def test_amounts_are_told_with_both_values() -> None:
    (changed,) = difference("mini", MINI_LAW.on(dt.date(2024, 12, 31)), MINI_LAW.on(dt.date(2025, 1, 1))).parameters
    assert changed.sentence == "Ydelsen: 10.000 kr. pr. måned → 10.500,25 kr. pr. måned"


def test_an_amount_that_nobody_has_is_told_as_missing() -> None:
    (changed,) = difference("mini", MINI_LAW.on(dt.date(2025, 12, 31)), MINI_LAW.on(dt.date(2026, 1, 1))).parameters
    assert changed.sentence == "Ydelsen: 10.500,25 kr. pr. måned → mangler"


def test_the_same_day_differs_in_nothing() -> None:
    assert not difference("mini", AFTER, AFTER).changes


def test_as_known_before_the_act_nothing_differs() -> None:
    known = dt.date(2024, 12, 29)
    days = [MINI_LAW.on(law_day.day, known=known) for law_day in (BEFORE, AFTER)]
    assert not difference("mini", *days).changes


def test_one_person_before_and_after() -> None:
    found = person_difference(FACTS, ["mini_ydelse", "mini_nedsat"], BEFORE, AFTER)
    ydelse, nedsat = found.values
    assert ydelse.changed and (ydelse.before.value, ydelse.after.value) == (10_725.25, 10_225.0)
    assert nedsat.changed and nedsat.before.refused and nedsat.after.value == 10_225.0
    assert "10.725,25 kr. pr. måned → 10.225 kr. pr. måned" in ydelse.sentence
    assert {step.name for step in found.steps} == {"mini_ydelse", "mini_nedsat"}


def test_a_person_that_nothing_happens_to() -> None:
    facts = {"farve": "blaa", "familie": "par", "alder": 40}
    (value,) = person_difference(facts, ["mini_farve"], BEFORE, AFTER).values
    assert not value.changed
    assert "Uændret: blå" in value.sentence
