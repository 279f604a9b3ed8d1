"""How an answer came about: only what was looked at, in the order of reasoning, with everything's source."""

from __future__ import annotations

import datetime as dt
import time

import pytest

from law.engine.mini.statute import MINI_LAW
from pejl.law.answer import Answer
from pejl.law.explanation import explained

AUTUMN = MINI_LAW.on(dt.date(2025, 9, 1))
FACTS = {"boern": 2, "loen": 500.0, "rask": False, "alder": 1, "case_start": dt.date(2025, 4, 1)}


def answer(wanted: str, **facts: object) -> Answer:
    return AUTUMN.person(FACTS | facts, [wanted])


def test_a_step_stands_after_what_it_rests_on() -> None:
    steps = answer("har_ret").steps()
    assert [step.name for step in steps] == ["mini_ydelse", "har_ret"]
    assert [step.written for step in steps] == ["10.225 kr. pr. måned", "ja"]


def test_what_was_not_looked_at_is_not_told() -> None:
    """Who is well and old enough has the right whatever the benefit is."""
    (step,) = answer("har_ret", rask=True, alder=30).steps()
    assert [argument.name for argument in step.arguments] == ["case_start", "rask", "alder"]


def test_a_step_tells_value_sentence_section_amounts_and_act() -> None:
    (step,) = answer("mini_ydelse").steps()
    assert (step.value, step.unit, step.cites, step.statute) == (10_225.0, "kr. pr. måned", "MINI § 1", "mini")
    assert step.danish == "Ydelsen nedsættes med lønnen og rundes til hele kroner."
    assert step.by.name == "Opdigtet lov nr. 1"
    amount = next(value for value in step.parameters if value.name == "ydelse_beloeb")
    assert (amount.written, amount.source, amount.status.value) == ("10.500,25 kr. pr. måned", "rettelse", "confirmed")
    assert [(argument.name, argument.written, argument.given) for argument in step.arguments] == [
        ("boern", "2", True),
        ("loen", "500 kr. pr. måned", True),
    ]


def test_the_whole_explanation_is_danish_lines() -> None:
    assert explained(answer("mini_ydelse")) == [
        "1. Mini ydelse: 10.225 kr. pr. måned (MINI § 1)",
        "   Ydelsen nedsættes med lønnen og rundes til hele kroner.",
        "   Set på: børn = 2 (oplyst); løn = 500 kr. pr. måned (oplyst)",
        "   Tillæg for hvert barn: 112,50 kr. pr. måned, 1. januar 2023 og frem (udledt; opdigtet)",
        "   Hvor mange børn der højst gives tillæg for: 3 børn, 1. januar 2023 og frem (bekræftet; opdigtet)",
        "   Ydelsen: 10.500,25 kr. pr. måned, 1. januar 2025 til 31. december 2025 (bekræftet; rettelse)",
        "   Gælder fra 1. juli 2025. Opdigtet lov nr. 1. Kilde: opdigtet",
    ]


def test_something_unknown_is_told_as_unknown() -> None:
    (step,) = answer("mini_ydelse", loen=None).steps()
    assert (step.value, step.written) == (None, "ukendt")


@pytest.mark.long
def test_one_person_is_explained_in_a_millisecond() -> None:
    """Measured on a machine that others use: the quickest of many."""
    took = []
    for _ in range(200):
        before = time.perf_counter()
        answer("har_ret").steps()
        took.append(time.perf_counter() - before)
    assert min(took) < 0.001
