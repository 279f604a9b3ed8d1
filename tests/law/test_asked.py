"""Questions about one person, each answered by itself, and how far an answer has moved between two days."""

from __future__ import annotations

import datetime as dt

import pytest

from law.citizen_b import CITIZEN_B
from pejl.law.asked import asked, moved, not_told
from pejl.law.law import law
from pejl.law.person_difference import person_difference
from pejl.law.refusals import Contradiction, NoRule, NotGiven, NotSettled

BEFORE, AFTER, YEAR_AFTER = dt.date(2025, 6, 30), dt.date(2025, 7, 1), dt.date(2026, 7, 1)


def test_each_question_has_its_own_answer_and_a_refusal_leaves_the_others_theirs() -> None:
    rate, unsettled, unknown_name = asked(
        law().on(AFTER), CITIZEN_B, ["kontanthjaelp_sats", "arbejdspligt_som_udgangspunkt", "intet_af_den_slags"]
    )
    assert (rate.value, rate.written, rate.unit, rate.refusal) == (6969, "6.969 kr. pr. måned", "kr. pr. måned", None)
    assert rate.danish == "Sats for kontanthjælp"
    assert [step.name for step in rate.steps][-2:] == ["satsgruppe", "kontanthjaelp_sats"]
    assert isinstance(unsettled.refusal, NotSettled) and (unsettled.value, unsettled.steps) == (None, ())
    assert isinstance(unknown_name.refusal, NoRule)


def test_an_amount_can_be_asked_too_and_is_called_by_its_own_name() -> None:
    (amount,) = asked(law().on(AFTER), {}, ["mindstesats_beloeb"])
    assert (amount.danish, amount.written, amount.steps) == ("Mindstesats", "6.969 kr. pr. måned", ())


def test_what_was_told_as_unknown_is_named_only_where_it_was_looked_at() -> None:
    (answer,) = asked(law().on(AFTER), {**CITIZEN_B, "arbejdsaar": None}, ["kontanthjaelp_sats"])
    assert (answer.value, answer.written) == (None, "ukendt")
    assert [given.name for given in answer.unknown] == ["arbejdsaar"]
    (sure,) = asked(law().on(AFTER), {**CITIZEN_B, "opholdsaar": 1, "arbejdsaar": None}, ["paa_mindstesats"])
    assert sure.value is True, "one missing condition is enough, whatever the other is"


def test_a_fact_that_nobody_told_refuses_and_all_of_them_can_be_listed() -> None:
    on, wanted = law().on(AFTER), ("paa_mindstesats",)
    (answer,) = asked(on, {"opholdsaar": 10}, wanted)
    assert isinstance(answer.refusal, NotGiven)
    missing = {given.name for given in not_told(on, {"opholdsaar": 10}, wanted)}
    assert missing == {"arbejdsaar", "indrejst_1968_eller_senere", "undtaget_fra_beskaeftigelseskrav"}
    assert not not_told(on, dict.fromkeys([*missing, "opholdsaar"]), wanted), "unknown is told"
    assert "dag" not in {given.name for given in not_told(on, {}, ("fritidstillaeg",))}


def test_a_fact_that_cannot_be_stops_every_question() -> None:
    with pytest.raises(Contradiction):
        asked(law().on(AFTER), {**CITIZEN_B, "familie": "gift"}, ["kontanthjaelp_sats"])


def test_a_scenario_is_told_of_answers_that_rest_on_it_and_of_no_others() -> None:
    touched, untouched = asked(
        law().on(YEAR_AFTER, scenario="fjordby"), CITIZEN_B, ["kontanthjaelp_sats", "paa_mindstesats"]
    )
    assert touched.scenario and not untouched.scenario


@pytest.mark.parametrize(
    ("changes", "said"),
    [({}, "7.219 kr. pr. måned mindre"), ({"arbejdsaar": None}, ""), ({"ydelse": "shydelse"}, "")],
    ids=["less", "unknown after", "refused before"],
)
def test_how_far_an_amount_moved_is_said_where_both_days_have_one(changes: dict[str, object], said: str) -> None:
    found = person_difference({**CITIZEN_B, **changes}, ["kontanthjaelp_brutto"], law().on(BEFORE), law().on(AFTER))
    assert moved(found.values[0]) == said


def test_more_is_said_of_what_rose_and_nothing_of_what_stayed_or_is_no_number() -> None:
    names = ["kontanthjaelp_brutto", "forsoerger", "kontanthjaelp_sats"]
    back = person_difference(CITIZEN_B, names, law().on(AFTER), law().on(BEFORE))
    assert [moved(each) for each in back.values] == [
        "7.219 kr. pr. måned mere",
        "",
        "10.003 kr. pr. måned mere",
    ]
    same = person_difference(CITIZEN_B, names, law().on(AFTER), law().on(AFTER))
    assert {moved(each) for each in same.values} == {""}
