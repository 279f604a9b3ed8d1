from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law.kontanthjaelp.citizens import NEW, OLD, citizens, kontanthjaelp
from pejl.law.kontanthjaelp import STATUTE
from pejl.law.kontanthjaelp.givens import GIVENS, ORDINARILY
from pejl.law.law import law
from pejl.law.refusals import NotSettled, Refusal

TOTAL = "kontanthjaelp_i_alt"


@pytest.mark.parametrize(
    ("age", "family", "missing"),
    [
        (24, "enlig", "grundsats_beloeb"),
        (40, "enlig", "forhoejet_sats_beloeb"),
        (20, "hjemmeboende", "hjemmeboendesats_beloeb"),
    ],
)
@pytest.mark.parametrize("day", [NEW, dt.date(2026, 1, 1)])
def test_an_amount_that_nobody_has_looked_up_is_named_with_the_place_to_find_it(
    age: int, family: str, missing: str, day: dt.date
) -> None:
    citizen = {
        "alder": age,
        "familie": family,
        "opholdsaar": 10.0,
        "arbejdsaar": 0.0,
        "indrejst_1968_eller_senere": False,
        "undtaget_fra_beskaeftigelseskrav": False,
    }
    with pytest.raises(NotSettled, match=r"bm\.dk/satser") as refused:
        kontanthjaelp(citizen, "kontanthjaelp_sats", day=day, scenario=None)
    assert refused.value.name == missing


@given(citizens(), st.dates(dt.date(2023, 1, 1), dt.date(2026, 12, 31)))
def test_fjordby_supposes_all_that_is_missing_to_tell_the_total(citizen: dict[str, Any], day: dt.date) -> None:
    assert kontanthjaelp(citizen, TOTAL, day=day) >= 0


@given(citizens(), st.dates(dt.date(2023, 1, 1), dt.date(2026, 12, 31)))
def test_what_is_answered_without_a_scenario_is_answered_the_same_with_it(
    citizen: dict[str, Any], day: dt.date
) -> None:
    try:
        settled = law().on(day).person(citizen, [TOTAL])
    except Refusal:
        return
    supposed = law().on(day, scenario="fjordby").person(citizen, [TOTAL])
    assert supposed.values == settled.values
    assert not supposed.scenario


def test_an_answer_that_rests_on_a_supposed_amount_says_so() -> None:
    citizen = {**ORDINARILY, "alder": 24, "familie": "enlig", "boern": 0, "boern_hjemme": 0, "maalgruppe": "jobparat"}
    citizen |= {"opholdsaar": 10.0, "arbejdsaar": 0.0, "indrejst_1968_eller_senere": False, "case_start": NEW}
    answer = law().on(NEW, scenario="fjordby").person(citizen, [TOTAL])
    assert answer.scenario
    assert any(step.scenario and step.name == "kontanthjaelp_sats" for step in answer.steps())


def test_what_ordinarily_holds_are_facts_that_the_law_asks_for() -> None:
    kinds = {one.name: one.kind for one in GIVENS}
    assert ORDINARILY.keys() <= kinds.keys()
    assert all(type(value) is kinds[name] for name, value in ORDINARILY.items())


def test_the_disagreement_over_the_work_duty_is_listed_as_unsettled() -> None:
    names = {one.name for one in law().on(NEW).unsettled(STATUTE.name)}
    assert {"arbejdspligt_som_udgangspunkt", "grundsats_beloeb", "fri_arbejdsindtaegt_forhoejet"} <= names


@pytest.mark.parametrize(
    "day", [dt.date(2023, 6, 1), dt.date(2024, 6, 1), dt.date(2025, 6, 30), NEW, dt.date(2026, 12, 31)]
)
def test_with_fjordby_no_rule_behind_the_total_is_left_open_for_a_whole_register(day: dt.date) -> None:
    law_day = law().on(day, scenario="fjordby")
    left = [name for name in law_day.plan((TOTAL,)).names if isinstance(law_day.settled(name), Refusal)]
    assert not left


@pytest.mark.parametrize("day", [dt.date(2023, 6, 1), OLD, NEW])
def test_what_ordinarily_holds_adds_nothing_and_takes_nothing(day: dt.date) -> None:
    """Nobody is counted with a supplement, a cut, a wage or an exemption that nobody has told of."""
    citizen = {**ORDINARILY, "ydelse": "kontanthjaelp", "alder": 24, "familie": "par_forsoerger", "boern": 1}
    citizen |= {"boern_hjemme": 1, "maalgruppe": "jobparat", "case_start": dt.date(2024, 1, 1), "opholdsaar": 10.0}
    citizen |= {"arbejdsaar": 0.0, "indrejst_1968_eller_senere": True, "ret_til_ekstra_boernetilskud": False}
    citizen |= {"kan_arbejde": True}

    def of(name: str) -> object:
        return law().on(day, scenario="fjordby").person(citizen, [name]).values[name]

    if day == NEW:
        assert of("beskaeftigelseskrav_gaelder") is True
        assert of("kontanthjaelp_brutto") == of("mindstesats_beloeb") + of("boernetillaeg_beloeb")  # type: ignore[operator]
        assert of("ved_siden_af_ydelsen") == of("fritidstillaeg_par")
    else:
        assert of("kontanthjaelp_brutto") == of("kh_ung_forsoerger")
        assert of("ved_siden_af_ydelsen") == 0
    assert of("sanktion") == 0
