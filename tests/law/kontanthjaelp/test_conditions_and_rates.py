from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law.kontanthjaelp.citizens import NEW, OLD, citizens, kontanthjaelp

tenths = st.integers(0, 100).map(lambda each: each / 10)


@given(citizens(), tenths, tenths, st.booleans(), st.booleans())
def test_the_least_rate_is_given_where_one_of_the_two_conditions_fails_and_only_there(
    citizen: dict[str, Any], stay: float, work: float, entered: bool, exempt: bool
) -> None:
    citizen |= {
        "opholdsaar": stay,
        "arbejdsaar": work,
        "indrejst_1968_eller_senere": entered,
        "undtaget_fra_beskaeftigelseskrav": exempt,
    }
    fails_stay = stay < 9
    fails_work = entered and not exempt and work < 2.5
    assert kontanthjaelp(citizen, "paa_mindstesats") is (fails_stay or fails_work)
    assert (kontanthjaelp(citizen, "satsgruppe") == "mindstesats") is (fails_stay or fails_work)


@pytest.mark.parametrize(("stay", "work"), [(9, 2.4), (8.9, 2.5)])
def test_exactly_one_missing_condition_is_enough_for_the_least_rate(stay: float, work: float) -> None:
    citizen = {
        "opholdsaar": stay,
        "arbejdsaar": work,
        "indrejst_1968_eller_senere": True,
        "undtaget_fra_beskaeftigelseskrav": False,
    }
    met = [kontanthjaelp(citizen, condition) for condition in ("opholdskrav_opfyldt", "beskaeftigelseskrav_opfyldt")]
    assert sorted(met) == [False, True]
    assert kontanthjaelp(citizen, "paa_mindstesats") is True


@given(citizens(), st.integers(1, 12), st.integers(1, 12))
def test_there_is_one_child_supplement_however_many_children(citizen: dict[str, Any], one: int, other: int) -> None:
    first, second = (kontanthjaelp(citizen | {"boern": count}, "boernetillaeg") for count in (one, other))
    assert first == second == 2784


@given(citizens())
def test_leisure_supplements_are_for_three_children_at_most(citizen: dict[str, Any]) -> None:
    three = kontanthjaelp(citizen | {"boern_hjemme": 3}, "fritidstillaeg")
    assert kontanthjaelp(citizen | {"boern_hjemme": 9}, "fritidstillaeg") == three
    assert three in (0.0, 3 * 112.5, 3 * 450.0)


@given(citizens(), st.integers(18, 66))
def test_growing_older_never_lowers_the_rate(citizen: dict[str, Any], older: int) -> None:
    young, old = sorted((citizen["alder"], older))
    before, after = (kontanthjaelp(citizen | {"alder": age}, "kontanthjaelp_sats") for age in (young, old))
    assert before <= after


@pytest.mark.parametrize("day", [OLD, NEW])
@pytest.mark.parametrize("wanted", ["kontanthjaelp_brutto", "ved_siden_af_ydelsen", "formue_over_graensen"])
@given(citizens(), st.booleans(), st.integers(5, 40))
def test_who_is_single_or_one_of_two_is_it_whether_or_not_the_word_tells_of_children(
    wanted: str, day: dt.date, citizen: dict[str, Any], activity: bool, wealth: int
) -> None:
    citizen |= {"ret_til_aktivitetstillaeg": activity, "formue": wealth * 1000.0}
    for word in ("enlig", "par"):
        without, with_word = (
            kontanthjaelp(citizen | {"familie": familie}, wanted, day=day) for familie in (word, f"{word}_forsoerger")
        )
        assert without == with_word
