"""A caseworker asks a citizen by a link, which is used once and in time; the answers go into the log and the model."""

from __future__ import annotations

import datetime as dt
import hashlib

import pytest
from django.utils import timezone

from pejl.screening.assessments.case import LinkState
from pejl.screening.assessments.events import Event
from pejl.screening.models import LogEntry, QuestionLink
from pejl.screening.queries.cases import case_of
from pejl.screening.queries.chain import entries, verify
from pejl.screening.queries.questionnaires import answers, asked_by
from pejl.screening.questionnaire.answers import BadAnswer
from pejl.screening.services import questionnaires, standing
from pejl.screening.services.assessing import assess_person
from pejl.screening.services.forgetting import forget
from screening.assessments.fjordby_case import BO, World

GIVEN = {"tilbage_i_job": 8, "oensker_samtale": 0}


def sent(days: int = 14) -> str:
    return questionnaires.send(BO, "G1", who="lise", language="da", days=days)


def test_the_token_is_told_once_and_only_its_hash_is_kept(world: World) -> None:
    token = sent()
    assert len(token) == 43
    kept = " ".join(str(row) for row in (*QuestionLink.objects.values(), *LogEntry.objects.values()))
    assert token not in kept and hashlib.sha256(token.encode()).hexdigest() in kept
    link = asked_by(token)
    assert link and (link.person, link.spell, link.language) == (BO, "G1", "da")
    assert timezone.localtime(link.expires).hour == 23
    assert case_of(world.home, BO).asked.state is LinkState.AABEN


def test_a_citizen_answers_once(world: World) -> None:
    token = sent()
    questionnaires.answer(token, GIVEN, "en")
    with pytest.raises(questionnaires.NoLink):
        questionnaires.answer(token, GIVEN, "en")
    assert asked_by(token) is None
    (entry,) = entries(events=[Event.SVARET])
    assert (entry.who, entry.spell, entry.detail["answers"], entry.detail["language"]) == (
        "borgeren",
        "G1",
        GIVEN,
        "en",
    )
    asked = case_of(world.home, BO).asked
    assert asked.state is LinkState.BESVARET and asked.answers == GIVEN and verify().whole


def test_answers_become_rows_like_those_of_the_register(world: World) -> None:
    assert answers(world.home).num_rows == 0
    questionnaires.answer(sent(), GIVEN, "da")
    rows = answers(world.home).to_pylist()
    assert [(row["person"], row["question"], row["answer"], row["scale_most"]) for row in rows] == [
        (BO, "oensker_samtale", 0.0, 1.0),
        (BO, "tilbage_i_job", 8.0, 10.0),
    ]
    assert rows[0]["answered"] == world.day


def test_what_cannot_be_kept_uses_nothing_up(world: World) -> None:
    token = sent()
    for wrong in ({}, {"tilbage_i_job": 11}, {"diagnose": 1}):
        with pytest.raises(BadAnswer):
            questionnaires.answer(token, wrong, "da")
    assert asked_by(token)


@pytest.mark.parametrize("token", ["", "x", "a" * 43, "a" * 5000, "\udcff", "x\x00y"])
def test_a_token_that_is_none_is_answered_like_one_that_is_used(world: World, token: str) -> None:
    assert asked_by(token) is None
    with pytest.raises(questionnaires.NoLink, match=r"^Linket kan ikke bruges\.$"):
        questionnaires.answer(token, GIVEN, "da")


def test_a_link_goes_out_of_date(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    token = sent(days=1)
    later = timezone.now() + dt.timedelta(days=2)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)
    assert asked_by(token) is None and case_of(world.home, BO).asked.state is LinkState.UDLOEBET
    with pytest.raises(questionnaires.NoLink):
        questionnaires.answer(token, GIVEN, "da")


def test_a_new_link_takes_the_place_of_the_old_and_can_be_taken_back(world: World) -> None:
    first, second = sent(), sent()
    assert asked_by(first) is None and asked_by(second)
    assert questionnaires.revoke(BO, "G1", who="lise") and not questionnaires.revoke(BO, "G1", who="lise")
    assert asked_by(second) is None and case_of(world.home, BO).asked.state is LinkState.TRUKKET
    assert [entry.event for entry in entries(person=BO)] == [Event.SPURGT, Event.SPURGT, Event.LINK_TRUKKET]


def test_nobody_is_asked_who_objects_or_while_it_is_stopped_or_for_too_long(world: World) -> None:
    with pytest.raises(questionnaires.NoLink, match="højst 60"):
        sent(days=61)
    standing.object(BO, who="lise")
    with pytest.raises(questionnaires.NoLink, match="indsigelse"):
        sent()
    standing.stop(who="Anne", why="x")
    with pytest.raises(questionnaires.NoLink, match="stoppet"):
        sent()
    assert not QuestionLink.objects.exists()


def test_a_link_works_no_more_when_the_citizen_objects_and_again_when_they_do_not(world: World) -> None:
    token = sent()
    standing.object(BO, who="lise")
    assert asked_by(token) is None
    with pytest.raises(questionnaires.NoLink):
        questionnaires.answer(token, GIVEN, "da")
    standing.withdraw_objection(BO, who="lise", why="Borgeren ringede")
    questionnaires.answer(token, GIVEN, "da")


def test_an_answer_makes_the_assessment_out_of_date(world: World) -> None:
    token, first = sent(), assess_person(world.home, BO, who="lise")
    questionnaires.answer(token, GIVEN, "da")
    assert case_of(world.home, BO).assessment is None
    assert assess_person(world.home, BO, who="lise").id != first.id


def test_who_is_forgotten_can_no_longer_be_found_by_a_link(world: World) -> None:
    token = sent()
    forget(BO, who="Anne", why="Glemt")
    assert asked_by(token) is None and not QuestionLink.objects.exists() and verify().whole
    assert not list(entries(person=BO))
    assert forget(BO, who="Anne", why="Glemt igen").entries == 0
