"""What stands of a statute on a day, and when it changed."""

from __future__ import annotations

import datetime as dt

import pytest

from pejl.law.commencements import commencements
from pejl.law.law import law
from pejl.law.outline import askable, asked_first, asks_for, outline
from pejl.law.status import Status

JULY_2025, JULY_2026 = dt.date(2025, 7, 1), dt.date(2026, 7, 1)


def test_the_days_on_which_the_reforms_came_are_found_and_yearly_amounts_are_none() -> None:
    days = {each.day for each in commencements(law().book)}
    assert {dt.date(2024, 1, 1), JULY_2025, dt.date(2026, 2, 1), JULY_2026} <= days
    assert dt.date(2026, 1, 1) not in days, "only amounts change that day"


def test_a_day_tells_what_is_new_what_changed_and_what_went() -> None:
    found = next(
        each for each in commencements(law().book) if (each.day, each.statute.name) == (JULY_2025, "kontanthjaelp")
    )
    assert "paa_mindstesats" in found.new
    assert "kontanthjaelp_sats" in found.changed
    assert "kontanthjaelpsloft_stk_1" in found.gone
    assert found.day_before == dt.date(2025, 6, 30)
    assert not set(found.new) & set(found.changed) | set(found.changed) & set(found.gone)


def test_what_is_expected_in_2027_is_a_proposal() -> None:
    assert {each.status for each in commencements(law().book) if each.day == dt.date(2027, 1, 1)} == {Status.PROPOSED}


def test_every_unsettled_amount_of_the_day_is_there_without_a_value_and_with_where_to_look() -> None:
    statute, on = law().statute("kontanthjaelp"), law().on(JULY_2025)
    found = outline(statute, on)
    grundsats = next(each for each in found.parameters if each.name == "grundsats_beloeb")
    assert (grundsats.written, grundsats.used) == ("", False)
    assert "Slå det op" in grundsats.sentence
    assert "grundsats_beloeb" in {each.thing.name for each in found.unsettled if not each.supposed}


def test_a_scenario_stands_in_and_is_marked_on_what_it_touches_alone() -> None:
    found = outline(law().statute("kontanthjaelp"), law().on(JULY_2025, scenario="fjordby"))
    by_name = {each.name: each for each in found.parameters}
    assert by_name["grundsats_beloeb"].scenario
    assert not by_name["mindstesats_beloeb"].scenario
    assert "grundsats_beloeb" not in {each.thing.name for each in found.unsettled if not each.supposed}


@pytest.mark.parametrize("day", [dt.date(2024, 6, 1), JULY_2025, JULY_2026])
@pytest.mark.parametrize("statute", [each.name for each in law().statutes])
def test_every_statute_has_a_question_that_it_answers_and_the_facts_for_it(statute: str, day: dt.date) -> None:
    on = law().on(day)
    wanted = asked_first(law().statute(statute), on)
    assert wanted
    assert "dag" not in {given.name for given in asks_for(on, wanted)}


def test_the_names_that_answer_a_statutes_question_are_rules_of_it() -> None:
    for statute in law().statutes:
        assert statute.answers
        assert set(statute.answers) <= {rule.name for rule in statute.rules}


def test_before_anything_is_known_a_statute_is_empty() -> None:
    assert outline(law().statute("klage"), law().on(dt.date(1990, 1, 1))).empty


def test_what_is_unsettled_stands_once_under_the_place_where_it_is_looked_up_most_first() -> None:
    for statute in law().statutes:
        found = outline(statute, law().on(JULY_2025))
        things = [each.thing for place in found.places for each in place.things]
        assert sorted(each.name for each in things) == sorted(each.thing.name for each in found.unsettled)
        assert all(place.look_up == each.thing.look_up for place in found.places for each in place.things)
        assert [len(place.things) for place in found.places] == sorted(
            (len(place.things) for place in found.places), reverse=True
        )


def test_each_target_group_has_the_duties_that_are_owed_to_it() -> None:
    found = outline(law().statute("indsats"), law().on(JULY_2026))
    groups = {group.word: {each.duty.name for each in group.duties} for group in found.owed}
    assert "foerste_tilbud" in groups["jobparat"] and "foerste_tilbud" in groups["dagpengemodtager"]
    assert "foerste_tilbud" not in groups["fleksjob"]
    assert {name for names in groups.values() for name in names} == {each.duty.name for each in found.duties}


def test_a_duty_that_is_only_supposed_is_marked_and_one_that_is_not_used_too() -> None:
    alone = {each.duty.name: each for each in outline(law().statute("indsats"), law().on(JULY_2026)).duties}
    supposed = outline(law().statute("indsats"), law().on(JULY_2026, scenario="fjordby"))
    with_fjordby = {each.duty.name: each for each in supposed.duties}
    assert (alone["foerste_samtale"].used, alone["foerste_samtale"].scenario) == (False, False)
    assert (with_fjordby["foerste_samtale"].used, with_fjordby["foerste_samtale"].scenario) == (True, True)
    assert (with_fjordby["foerste_tilbud"].used, with_fjordby["foerste_tilbud"].scenario) == (True, False)


def test_facts_are_asked_in_the_order_in_which_the_law_declares_them() -> None:
    on = law().on(JULY_2025)
    names = [given.name for given in asks_for(on, ("kontanthjaelp_brutto",))]
    assert names == [name for name in law().book.givens if name in names]
    assert "formue" not in names and "opholdsaar" in names


def test_what_answers_the_question_stands_first_among_what_can_be_asked() -> None:
    statute, on = law().statute("kontanthjaelp"), law().on(JULY_2025)
    names = [version.name for version in askable(statute, on)]
    assert names[0] == "kontanthjaelp_brutto" and len(names) == len(set(names))
    assert "arbejdspligt_som_udgangspunkt" in names, "what is not confirmed can be asked, and refuses"
    assert "kontanthjaelpsloft_stk_1" not in names


def test_an_end_that_nobody_knew_of_is_not_shown() -> None:
    before = law().on(dt.date(2026, 7, 15), known=dt.date(2025, 12, 28))
    found = outline(law().statute("indsats"), before)
    ends = {each.version.name: each.force.until for each in found.rules}
    assert ends["samtaler_dagpenge_krav"] is None
    assert all(each.duty.force.until is None for each in found.duties if each.duty.name == "samtaler_akasse")
    assert next(each.until for each in found.parameters if each.name == "samtaler_akasse_antal") is None


@pytest.mark.parametrize(
    ("statute", "answers"),
    [
        ("kontanthjaelp", {"kontanthjaelp_brutto"}),
        ("sygedagpenge", {"foerste_sygesamtale_frist", "revurdering_dag"}),
    ],
)
def test_a_statute_answers_its_own_question_where_nobody_says_what(statute: str, answers: set[str]) -> None:
    assert set(asked_first(law().statute(statute), law().on(JULY_2025))) == answers
