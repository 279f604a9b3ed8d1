"""A scenario fills in what nobody has confirmed, and everything that it touches says so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import ibis
import numpy as np
import pyarrow as pa
import pytest

from law.engine.mini.statute import MINI_LAW
from pejl.law.explanation import explained
from pejl.law.given import Given
from pejl.law.law import law
from pejl.law.law_days import Law
from pejl.law.parameters import Scalar
from pejl.law.refusals import LawFault, NotSettled
from pejl.law.scenario import Scenario, read_scenario, scenario, scenario_names, supposed
from pejl.law.yaml_text import YamlText

DAY = dt.date(2026, 8, 1)
FACTS = {"boern": 2, "loen": 0.0, "rask": False}


def assumed(name: str = "ydelse_beloeb", value: Scalar = 11_000, **more: object) -> Scenario:
    row = supposed(value, dt.date(2026, 1, 1), dt.date(2026, 12, 31), "Prøve")
    return Scenario("proeve", "Prøve", "Til en prøve.", {name: (row,)}, **more)  # type: ignore[arg-type]


def test_without_a_scenario_a_missing_amount_is_refused_with_where_to_find_it() -> None:
    with pytest.raises(NotSettled, match=r"»Ydelsen« mangler.*Slå det op: tavlen") as refused:
        MINI_LAW.on(DAY).person(FACTS, ["mini_ydelse"])
    assert refused.value.name == "ydelse_beloeb"


def test_a_scenario_supplies_it_and_is_marked_in_all_that_it_touches() -> None:
    answer = MINI_LAW.on(DAY, scenario=assumed()).person(FACTS, ["mini_ydelse"])
    assert answer.values == {"mini_ydelse": 11_225.0}
    assert answer.scenario
    step = answer.steps()[-1]
    assert step.scenario and [value.scenario for value in step.parameters if value.name == "ydelse_beloeb"] == ["Prøve"]
    assert "Svaret bygger på et scenarie" in explained(answer)[-1]


def test_what_a_scenario_does_not_touch_is_not_marked() -> None:
    answer = MINI_LAW.on(DAY, scenario=assumed()).person({"case_start": DAY}, ["mini_frist"])
    assert not answer.scenario
    assert not any("scenarie" in line for line in explained(answer))


def test_a_supposed_value_that_was_not_needed_does_not_mark_the_answer() -> None:
    """A wage above the benefit leaves the supplement alone, but the amount was looked at; a person without is not."""
    law_day = MINI_LAW.on(
        DAY,
        scenario=Scenario(
            "x",
            "X",
            "x",
            accepts=frozenset({"nedsat_pct"}),
            values={"ydelse_beloeb": (supposed(11_000, DAY, DAY, "X"),)},
        ),
    )
    well = law_day.person(FACTS | {"rask": True}, ["mini_nedsat"])
    assert {value.name for step in well.steps() for value in step.parameters if value.scenario} == {"ydelse_beloeb"}
    ill = law_day.person(FACTS, ["mini_nedsat"])
    assert "nedsat_pct" in {value.name for step in ill.steps() for value in step.parameters if value.scenario}


def test_a_proposed_rule_is_used_only_where_a_scenario_accepts_it() -> None:
    with pytest.raises(NotSettled, match="foreslået"):
        MINI_LAW.on(DAY, scenario=assumed()).person({}, ["mini_forslag"])
    accepting = assumed(accepts=frozenset({"mini_forslag"}))
    answer = MINI_LAW.on(DAY, scenario=accepting).person({}, ["mini_forslag"])
    assert (answer.values, answer.scenario) == ({"mini_forslag": 22_000.0}, True)


def test_a_proposal_that_lies_over_the_law_is_used_instead_of_it_in_every_way(law_of: Callable[..., Law]) -> None:
    made = law_of(
        "@dated()\ndef svar(a: int) -> int:\n    return a\n",
        '@dated("2025-07-01", by=FORSLAG, status=Status.PROPOSED)\ndef svar(a: int) -> int:\n    return a + 1\n',
        givens=(Given("a", int, "A."),),
    )
    accepting = Scenario("proeve", "Prøve", "Til prøve.", accepts=frozenset({"svar"}))
    for supposing, expected in ((None, 1), (accepting, 2)):
        law_day = made.on(DAY, scenario=supposing)
        assert law_day.person({"a": 1}, ["svar"]).values == {"svar": expected}
        assert law_day.arrays({"a": np.array([1])}, ["svar"])["svar"].tolist() == [expected]
        found = law_day.columns(ibis.memtable(pa.table({"a": [1]})), ["svar"]).to_pyarrow()
        assert found["svar"].to_pylist() == [expected]
        assert law_day.plan(["svar"]).scenario == (("svar",) if supposing else ())


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (assumed("findes_ikke"), "findes_ikke"),
        (assumed(accepts=frozenset({"findes_ikke"})), "findes_ikke"),
        (assumed("barn_beloeb"), "overrides"),
        (assumed(value=True), "anden slags"),
    ],
)
def test_a_scenario_that_does_not_fit_the_law_is_a_fault(wrong: Scenario, says: str) -> None:
    with pytest.raises(LawFault, match=says):
        MINI_LAW.on(DAY, scenario=wrong)


def test_a_scenario_may_stand_in_for_the_law_where_it_says_so() -> None:
    law_day = MINI_LAW.on(DAY, scenario=assumed("barn_beloeb", 1_000, overrides=True))
    assert law_day.value("barn_beloeb").value == 1_000
    assert law_day.value("barn_beloeb").scenario == "Prøve"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("danish: X", "why"),
        ("danish: X\nwhy: x\nandet: 1", "andet"),
        ("danish: X\nwhy: x\naccepts: a", "liste"),
        ("danish: X\nwhy: x\nvalues: {a: [{from: 2025-01-01, value: 1}]}", "until"),
        ("danish: X\nwhy: x\nvalues: {a: [{from: 2025-01-01, until: 2025-12-31, value: x}]}", "value"),
        ("danish: X\nwhy: x\nvalues: {a: 1}", "liste"),
        (
            "danish: X\nwhy: x\nvalues: {a: [{from: 2025-01-01, lasting: true, value: 1},"
            " {from: 2026-01-01, lasting: true, value: 2}]}",
            "samme dage",
        ),
    ],
)
def test_a_scenario_that_is_not_written_right_is_refused(text: str, says: str) -> None:
    with pytest.raises(LawFault, match=rf"proeve\.yaml.*{says}"):
        read_scenario("proeve", YamlText("scenarios/proeve.yaml", text))


@pytest.mark.parametrize("name", scenario_names())
def test_the_scenarios_of_the_product_fit_the_law(name: str) -> None:
    assert law().on(dt.date(2025, 9, 1), scenario=name).scenario == scenario(name)


def test_a_scenario_that_there_is_not_is_named_with_those_that_there_are() -> None:
    with pytest.raises(LawFault, match=r"Der er: .*fjordby"):
        law().on(dt.date(2025, 9, 1), scenario="gladsaxe")
