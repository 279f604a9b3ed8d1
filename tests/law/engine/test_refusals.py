"""The law never makes an answer up: it refuses with a sentence that says what is wrong, and what to do about it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import ibis
import numpy as np
import pyarrow as pa
import pytest

from law.engine.mini.mini_givens import GIVENS
from law.engine.mini.statute import MINI_LAW
from pejl.law.given import Given
from pejl.law.law_days import Law
from pejl.law.refusals import Contradiction, NoRule, NotGiven, NotSettled

AUTUMN = MINI_LAW.on(dt.date(2025, 9, 1))
FACTS = {"boern": 2, "loen": 0.0}


def test_a_day_before_all_rules_is_a_gap_with_the_days_that_are_covered() -> None:
    with pytest.raises(NoRule, match=r"31\. december 2022.*Det dækkede er fra 1\. januar 2023\.") as refused:
        MINI_LAW.on(dt.date(2022, 12, 31)).person(FACTS, ["mini_ydelse"])
    assert refused.value.name == "mini_ydelse"


def test_a_day_after_the_last_amount_is_a_gap_with_the_days_that_are_covered() -> None:
    with pytest.raises(NoRule, match=r"»Ydelsen« har intet.*til 31\. december 2026\."):
        MINI_LAW.on(dt.date(2027, 1, 1)).value("ydelse_beloeb")


def test_a_name_that_nobody_wrote_is_refused() -> None:
    for ask in (lambda: AUTUMN.person({}, ["findes_ikke"]), lambda: AUTUMN.value("mini_ydelse")):
        with pytest.raises(NoRule, match="hedder"):
            ask()


def test_a_fact_that_was_not_told_is_asked_for_by_what_it_means() -> None:
    with pytest.raises(NotGiven, match=r"Oplysningen »løn« mangler: Løn i måneden\."):
        AUTUMN.person({"boern": 2}, ["mini_ydelse"])


def test_a_fact_that_makes_no_difference_need_not_be_told() -> None:
    assert AUTUMN.person({"rask": True, "alder": 2, "case_start": None}, ["har_ret"]).values == {"har_ret": True}


def test_an_unknown_fact_makes_the_answer_unknown_and_is_no_refusal() -> None:
    assert AUTUMN.person({"boern": 2, "loen": None}, ["mini_ydelse"]).values == {"mini_ydelse": None}


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"familie": "gift"}, "enlig, enlig_forsoerger, par, par_forsoerger eller hjemmeboende"),
        ({"boern": 1.5}, "et helt tal"),
        ({"boern": True}, "et helt tal"),
        ({"loen": float("nan")}, "et tal"),
        ({"loen": "100"}, "et tal"),
        ({"rask": 1}, "ja eller nej"),
        ({"case_start": dt.datetime(2025, 1, 1, tzinfo=dt.UTC)}, "en dag"),
        ({"case_start": dt.date(20, 1, 1)}, "en dag"),
        ({"vejr": "sol"}, "ikke en oplysning, som loven spørger om"),
        ({"dag": dt.date(2025, 9, 2)}, "dag"),
    ],
)
def test_what_cannot_be_is_refused_with_what_can(facts: dict[str, object], says: str) -> None:
    with pytest.raises(Contradiction, match=says):
        AUTUMN.person(
            {"boern": 2, "loen": 0.0, "rask": None, "case_start": None, "alder": 3, "farve": "roed"} | facts,
            ["mini_ydelse", "har_ret", "mini_farve", "mini_dag"],
        )


def test_each_name_is_told_or_refused_by_itself() -> None:
    found = AUTUMN.outcomes({"boern": 2, "loen": 0.0, "rask": False}, ["mini_ydelse", "mini_nedsat", "mini_frist"])
    assert found["mini_ydelse"] == 10_500.25 + 225
    assert isinstance(found["mini_nedsat"], NotSettled) and isinstance(found["mini_frist"], NotGiven)


def table(**columns: object) -> ibis.Table:
    return ibis.memtable(pa.table({name: pa.array([value]) for name, value in columns.items()}))


def test_a_table_is_refused_what_is_not_settled_unless_it_is_taken_as_unknown() -> None:
    asked = table(boern=2, loen=0.0, rask=False)
    with pytest.raises(NotSettled) as refused:
        AUTUMN.columns(asked, ["mini_nedsat"])
    assert refused.value.name == "nedsat_pct"
    found = AUTUMN.columns(asked, ["mini_nedsat"], unsettled="unknown")
    assert found.to_pyarrow().to_pylist() == [{"boern": 2, "loen": 0.0, "rask": False, "mini_nedsat": None}]


def test_a_table_without_a_column_is_asked_for_it() -> None:
    with pytest.raises(NotGiven, match="»løn«"):
        AUTUMN.columns(table(boern=2), ["mini_ydelse"])


def test_a_column_may_have_another_name() -> None:
    found = AUTUMN.columns(table(boern=2, wage=0.0), ["mini_ydelse"], {"loen": "wage"})
    assert found.to_pyarrow().to_pylist() == [{"boern": 2, "wage": 0.0, "mini_ydelse": 10_725.25}]


def test_arrays_are_refused_what_is_unknown() -> None:
    with pytest.raises(Contradiction, match="loen"):
        AUTUMN.arrays({"boern": np.array([2]), "loen": np.array([np.nan])}, ["mini_ydelse"])
    with pytest.raises(Contradiction, match="mini_oere"):
        AUTUMN.arrays({"loen": np.array([1.0]), "opbrugt": np.array([0])}, ["mini_oere"])
    with pytest.raises(NotGiven, match="»løn«"):
        AUTUMN.arrays({"boern": np.array([2])}, ["mini_ydelse"])
    with pytest.raises(NotSettled, match="»Nedsættelse« er ikke bekræftet"):
        AUTUMN.arrays({"boern": np.array([2]), "loen": np.array([0.0]), "rask": np.array([True])}, ["mini_nedsat"])


def test_arrays_are_refused_a_case_for_which_nothing_is_law() -> None:
    facts = {"rask": np.array([True, True]), "alder": np.array([2, 2])}
    starts = np.array(["2025-02-28", "2025-03-01"], "datetime64[D]")
    with pytest.raises(NoRule, match=r"der begyndte 1\. marts 2025"):
        MINI_LAW.on(dt.date(2025, 2, 28)).arrays(facts | {"case_start": starts}, ["har_ret"])


@pytest.mark.parametrize(
    "text",
    [
        "def a(loen: float, boern: int) -> bool:\n    return loen / boern > 3",
        "def a(loen: float, boern: int) -> bool:\n    return (loen / boern) is None",
        "def a(loen: float, boern: int) -> float:\n    return min(loen / (boern - boern), 5)",
        "def a(boern: int) -> bool:\n    return None if boern == 0 else True",
        "def a(boern: int) -> float:\n    return None",
    ],
)
def test_arrays_make_nothing_of_what_may_be_unknown(law_of: Callable[..., Law], text: str) -> None:
    """A comparison with no number is false, and would be an answer."""
    law_day = law_of(f"@dated()\n{text}\n", givens=GIVENS).on(dt.date(2025, 9, 1))
    assert law_day.person({"loen": 1.0, "boern": 0}, ["a"]).values in ({"a": None}, {"a": True})
    with pytest.raises(Contradiction, match="»a«"):
        law_day.arrays({"loen": np.array([1.0]), "boern": np.array([0])}, ["a"])


def test_arrays_divide_where_nothing_is_decided_by_it(law_of: Callable[..., Law]) -> None:
    text = "@dated()\ndef a(loen: float, boern: int) -> float:\n    return 0 if boern == 0 else loen / boern\n"
    law_day = law_of(text, givens=GIVENS).on(dt.date(2025, 9, 1))
    found = law_day.arrays({"loen": np.array([1.0, 6.0]), "boern": np.array([0, 2])}, ["a"])
    assert found["a"].tolist() == [0.0, 3.0]


def test_words_may_be_given_to_arrays_as_their_places() -> None:
    words = {"farve": np.array(["blaa", "groen"]), "familie": np.array(["enlig", "par_forsoerger"])}
    places = {"farve": np.array([2, 1]), "familie": np.array([0, 3], np.int8)}
    age = {"alder": np.array([5, 50])}
    expected = ["gul", "roed"]
    assert AUTUMN.arrays(words | age, ["mini_farve"])["mini_farve"].tolist() == expected
    assert AUTUMN.arrays(places | age, ["mini_farve"])["mini_farve"].tolist() == expected
    for wrong in ({"farve": np.array([3, 0])}, {"farve": np.array(["gul", "roed"])}):
        with pytest.raises(Contradiction, match="farve"):
            AUTUMN.arrays(places | age | wrong, ["mini_farve"])


def test_arrays_answer_where_nobody_comes_to_what_a_rule_leaves_unknown(law_of: Callable[..., Law]) -> None:
    text = (
        "@dated()\ndef svar(a: int) -> float:\n    x = a + 1\n    if a > 0:\n        return x / 2\n    return None\n"
        "@dated()\ndef rest(a: int) -> float:\n    x = a if a > 0 else None\n    return x / 2\n"
    )
    made = law_of(text, givens=(Given("a", int, "A."),)).on(AUTUMN.day)
    assert made.arrays({"a": np.array([1, 3])}, ["svar"])["svar"].tolist() == [1.0, 2.0]
    with pytest.raises(Contradiction, match="svar"):
        made.arrays({"a": np.array([1, 0])}, ["svar"])
    with pytest.raises(Contradiction, match="rest"):
        made.arrays({"a": np.array([1, 3])}, ["rest"])
