"""The API on deadlines: what it answers to whom, what is in the log, and that its description is true."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import schemathesis
from django.conf import settings
from django.db import DatabaseError
from django.test import Client
from hypothesis import HealthCheck
from hypothesis import settings as searching
from schemathesis.specs.openapi.checks import ignored_auth

from access.people import a_user, logged_in
from casework.worklists.hand_made import pseudonym
from patience import examples
from pejl.access.models import Look
from pejl.access.roles import ROLES, TEAM_LEADER, Role
from pejl.home.folders import Home
from pejl.web.wsgi import application

ROOT = "/api/v1/casework"
ASKED = "?formaal=casework"
schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application).include(path_regex="^/api/v1/casework/")


@pytest.fixture
def cookie(casework: Home) -> Iterator[dict[str, str]]:
    client = logged_in(a_user("bo", TEAM_LEADER))
    yield {settings.SESSION_COOKIE_NAME: client.cookies[settings.SESSION_COOKIE_NAME].value}


@schema.parametrize()
@searching(max_examples=examples(6), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_question_of_somebody_with_the_right_is_answered_as_described(
    cookie: dict[str, str], case: schemathesis.Case
) -> None:
    case.call_and_validate(headers={"Accept-Encoding": "identity"}, cookies=cookie, excluded_checks=[ignored_auth])


@pytest.mark.parametrize("operation", [found.ok() for found in schema.get_all_operations()], ids=lambda one: one.label)
def test_an_answer_about_what_is_there_is_as_described(
    cookie: dict[str, str], operation: schemathesis.APIOperation
) -> None:
    there = {"person": pseudonym(0), "name": "alle"}
    wanted = {name: value for name, value in there.items() if f"{{{name}}}" in operation.path}
    query = {"formaal": "casework"} if wanted else {}
    case = operation.Case(path_parameters=wanted, query=query)
    answer = case.call_and_validate(
        headers={"Accept-Encoding": "identity"}, cookies=cookie, excluded_checks=[ignored_auth]
    )
    assert answer.status_code == 200


def test_a_persons_talks_stand_in_the_fields_of_the_hub(leader: Client) -> None:
    told = leader.get(f"{ROOT}/deadlines/{pseudonym(0)}{ASKED}").json()
    assert told["borgerstatus"] == {
        "KanSelvbooke": True,
        "Frister": [
            {
                "FriststatusType": "venter",
                "SamtaleType": None,
                "Fristdato": "2026-04-06",
                "SidsteAfholdelsesdato": "2026-04-04",
            }
        ],
        "StraksbookingPaakraevet": False,
    }
    assert [each["state"] for each in told["deadlines"]] == ["overskredet", "venter"] or told["deadlines"]
    assert told["day"] == told["known"] == "2026-03-31"
    booked = leader.get(f"{ROOT}/deadlines/{pseudonym(2)}{ASKED}").json()["borgerstatus"]
    assert booked["KanSelvbooke"] is False and len(booked["Frister"]) == 1


def test_a_person_is_looked_at_for_a_purpose_and_it_is_in_the_log(leader: Client) -> None:
    assert leader.get(f"{ROOT}/deadlines/{pseudonym(0)}").status_code == 422
    assert leader.get(f"{ROOT}/deadlines/0101801234{ASKED}").status_code == 404
    assert not Look.objects.exists()
    leader.get(f"{ROOT}/deadlines/{pseudonym(0)}{ASKED}")
    assert [(each.right, each.subject) for each in Look.objects.all()] == [("casework_person", pseudonym(0))]


def test_rows_of_a_list_are_looks_at_all_who_are_in_them(lise: Client) -> None:
    assert lise.get(f"{ROOT}/worklists/frist").status_code == 422 and not Look.objects.exists()
    told = lise.get(f"{ROOT}/worklists/frist{ASKED}&limit=1").json()
    assert [each["person"] for each in told["results"]] == [pseudonym(0)] and told["total"] == 2
    assert "offset=1" in told["next"] and told["results"][0]["explanation"][0].startswith("Uret går fra")
    assert [each.subject for each in Look.objects.all()] == [pseudonym(0)]
    other_team = lise.get(f"{ROOT}/worklists/alle{ASKED}&caseworker=s3").json()
    assert other_team["total"] == 0
    assert lise.get(f"{ROOT}/worklists/ukendt{ASKED}").status_code == 404


def test_rows_whose_looks_cannot_be_logged_are_not_told(leader: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_args: object, **_more: object) -> None:
        raise DatabaseError("the disk is full")

    monkeypatch.setattr(Look.objects.__class__, "bulk_create", full)
    answer = leader.get(f"{ROOT}/worklists/frist{ASKED}")
    assert answer.status_code == 503 and pseudonym(0) not in answer.content.decode()


def test_counts_are_of_what_whoever_asks_may_see(lise: Client, leader: Client) -> None:
    def counted(client: Client) -> dict[str, int]:
        return {each["name"]: each["rows"] for each in client.get(f"{ROOT}/worklists").json()["results"]}

    assert counted(lise)["frist"] == 2 and counted(leader)["frist"] == 3
    assert counted(leader)["bortfaldet"] == 1 and counted(lise)["alle"] < counted(leader)["alle"]


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.name)
def test_the_right_is_needed_and_nobody_else_may_keep_the_answer(casework: Home, role: Role) -> None:
    client = logged_in(a_user("bo", role))
    allowed = role.name in {"caseworker", "team_leader", "quality_consultant"}
    for address in (f"{ROOT}/worklists", f"{ROOT}/worklists/frist{ASKED}", f"{ROOT}/deadlines/{pseudonym(0)}{ASKED}"):
        answer = client.get(address)
        assert answer.status_code == (200 if allowed else 403), address
        assert answer["Cache-Control"] == "private, no-store" and "Access-Control-Allow-Origin" not in answer
        assert Client().get(address).status_code == 401


def test_before_the_first_delivery_there_is_nothing(empty_casework: Home) -> None:
    client = logged_in(a_user("else", TEAM_LEADER))
    for address in (f"{ROOT}/worklists", f"{ROOT}/worklists/frist{ASKED}", f"{ROOT}/deadlines/{pseudonym(0)}{ASKED}"):
        assert client.get(address).status_code == 404
