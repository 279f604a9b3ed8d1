"""What stands of a statute on a day, and when it changed."""

from __future__ import annotations

import datetime as dt

import pytest

from pejl.law.commencements import commencements
from pejl.law.law import law
from pejl.law.outline import asked_first, asks_for, outline
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
    assert "grundsats_beloeb" in {each.name for each in found.left_open}


def test_a_scenario_stands_in_and_is_marked_on_what_it_touches_alone() -> None:
    found = outline(law().statute("kontanthjaelp"), law().on(JULY_2025, scenario="fjordby"))
    by_name = {each.name: each for each in found.parameters}
    assert by_name["grundsats_beloeb"].scenario
    assert not by_name["mindstesats_beloeb"].scenario
    assert "grundsats_beloeb" not in {each.name for each in found.left_open}


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
