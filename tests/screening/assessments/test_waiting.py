"""The waiting list: why a sick leave waits and since when. No score is in it, so none can order it."""

from __future__ import annotations

import dataclasses
import datetime as dt
import time

import pytest

from pejl.screening.advice.shapes import Kind, Says
from pejl.screening.assessments.waiting import Waiting, Why
from pejl.screening.queries.cases import teams_of, waiting
from pejl.screening.services import deciding, questionnaires, standing
from pejl.screening.services.assessing import assess_person
from screening.assessments.fjordby_case import BO, IDA, TODAY, World, leave
from screening.assessments.own_answers import answer_all


def reasons(world: World) -> dict[str, tuple[Why, dt.date]]:
    return {each.spell: (each.why, each.day) for each in waiting(world.home)}


def test_a_sick_leave_waits_from_the_landmark_that_it_passed(world: World) -> None:
    found = waiting(world.home)
    assert [(each.spell, each.why, each.landmark) for each in found] == [
        ("G2", Why.NY, "uge_13"),
        ("G1", Why.NY, "uge_8"),
    ]
    assert found[1].day == TODAY - dt.timedelta(weeks=2)


def test_a_sick_leave_that_no_chance_is_told_of_any_more_waits_for_none(world: World) -> None:
    world.leaves[0] = leave("G1", BO, 49)
    assert [each.spell for each in waiting(world.home)] == ["G2"]
    world.leaves[0] = leave("G1", BO, 48)
    assert {each.spell for each in waiting(world.home)} == {"G1", "G2"}


def test_the_list_knows_no_score() -> None:
    names = {field.name for field in dataclasses.fields(Waiting)}
    assert names == {"person", "spell", "unit", "team", "caseworker", "landmark", "day", "why"}


def test_one_sees_the_sick_leaves_of_the_own_teams(world: World) -> None:
    assert [each.spell for each in waiting(world.home, teams=teams_of(world.home, "SB002"))] == ["G2"]
    assert waiting(world.home, teams=teams_of(world.home, "")) == ()


def test_what_is_assessed_waits_until_it_is_decided_and_comes_back_at_the_next_landmark(world: World) -> None:
    found = assess_person(world.home, BO, who="lise")
    assert reasons(world)["G1"] == (Why.UAFGJORT, TODAY)
    answer_all(found.id)
    deciding.follow(found.id, Kind.TIDLIG_INDSATS, who="lise", reason="passer")
    assert "G1" not in reasons(world)
    world.day += dt.timedelta(weeks=2)
    assert "G1" not in reasons(world)
    world.day += dt.timedelta(weeks=1)
    assert reasons(world)["G1"] == (Why.NEDSLAG, TODAY + dt.timedelta(weeks=3))


def test_a_score_that_nobody_decided_on_expires(world: World) -> None:
    assess_person(world.home, BO, who="lise")
    world.day += dt.timedelta(days=15)
    assert reasons(world)["G1"] == (Why.UDLOEBET, TODAY + dt.timedelta(days=14))


def test_an_answer_and_a_correction_bring_it_back(world: World) -> None:
    token, found = questionnaires.send(BO, "G1", who="lise", language="da"), assess_person(world.home, BO, who="lise")
    answer_all(found.id)
    deciding.follow(found.id, Kind.TIDLIG_INDSATS, who="lise", reason="passer")
    questionnaires.answer(token, {"oensker_samtale": 1}, "da")
    assert reasons(world)["G1"][0] is Why.SVARET
    again = assess_person(world.home, BO, who="lise")
    assert "G1" not in reasons(world)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pejl.screening.services.correcting.assess_person", lambda *_, **__: again)
        deciding.corrected(again.id, "alder", "50", who="lise", why="CPR")
    assert reasons(world)["G1"][0] is Why.RETTET


def test_who_objects_does_not_wait_but_who_was_left_in_peace_is_looked_at_again(world: World) -> None:
    world.says[Kind.SLIP] = Says.KAN_SLIPPES
    found = assess_person(world.home, BO, who="lise")
    answer_all(found.id, (Kind.SLIP, Says.KAN_SLIPPES))
    first, *_ = deciding.release(found.id, who="lise", reason="passer")
    assert "G1" not in reasons(world)
    world.day = first
    assert reasons(world)["G1"] == (Why.GENTJEK, first)
    standing.object(BO, who="lise")
    standing.object(IDA, who="lise")
    standing.stop(who="Anne", why="x")
    world.active = False
    assert reasons(world) == {"G1": (Why.GENTJEK, first)}


def test_nothing_waits_for_a_model_that_is_not_there(world: World) -> None:
    world.active = False
    assert waiting(world.home) == ()


def test_the_list_of_a_thousand_answers_at_once(world: World) -> None:
    world.leaves = [leave(f"G{number}", f"p{number:026}", 10) for number in range(1000)]
    for number in range(0, 1000, 10):
        assess_person(world.home, f"p{number:026}", who="lise")
    begun = time.perf_counter()
    assert len(waiting(world.home)) == 1000
    assert time.perf_counter() - begun < 2.0
