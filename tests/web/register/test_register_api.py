"""The API on the register: what it answers to whom, and that its description is true for somebody who is logged in."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import schemathesis
from django.conf import settings
from django.test import Client
from hypothesis import HealthCheck
from hypothesis import settings as searching
from schemathesis.specs.openapi.checks import ignored_auth

from access.people import a_user, logged_in
from patience import examples
from pejl.access.roles import READER, ROLES, SECRETARY, Role
from pejl.home.folders import Home
from pejl.register.deliveries import held
from pejl.web.wsgi import application

ROOT = "/api/v1/register"
schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application).include(path_regex="^/api/v1/register/")


@pytest.fixture
def cookie(register: Home) -> Iterator[dict[str, str]]:
    client = logged_in(a_user("bo", SECRETARY))
    yield {settings.SESSION_COOKIE_NAME: client.cookies[settings.SESSION_COOKIE_NAME].value}


@schema.parametrize()
@searching(max_examples=examples(15), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_question_of_somebody_with_the_right_is_answered_as_described(
    cookie: dict[str, str], case: schemathesis.Case
) -> None:
    case.call_and_validate(headers={"Accept-Encoding": "identity"}, cookies=cookie, excluded_checks=[ignored_auth])


@pytest.mark.parametrize("operation", [found.ok() for found in schema.get_all_operations()], ids=lambda one: one.label)
def test_an_answer_about_what_is_there_is_as_described(
    cookie: dict[str, str], register: Home, operation: schemathesis.APIOperation
) -> None:
    for told in held(register).deliveries:
        case = operation.Case(path_parameters={"delivery": told.report.id} if "{" in operation.path else {})
        answer = case.call_and_validate(
            headers={"Accept-Encoding": "identity"}, cookies=cookie, excluded_checks=[ignored_auth]
        )
        assert answer.status_code == 200


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.name)
def test_deliveries_take_the_right(register: Home, role: Role) -> None:
    client = logged_in(a_user("bo", role))
    answer = client.get(f"{ROOT}/deliveries")
    assert answer.status_code == (403 if role is READER else 200)
    assert answer["Cache-Control"] == "private, no-store" and "Access-Control-Allow-Origin" not in answer


def test_deliveries_take_a_login_and_the_contract_takes_none(register: Home) -> None:
    answer = Client().get(f"{ROOT}/deliveries")
    assert answer.status_code == 401 and answer["Content-Type"] == "application/problem+json"
    assert Client().get(f"{ROOT}/deliveries/{'0' * 64}").status_code == 401
    contract = Client().get(f"{ROOT}/contract")
    assert contract.status_code == 200 and len(contract.json()["tables"]) == 12


def test_small_counts_are_told_as_bounds_and_nobody_is_named(register: Home) -> None:
    client = logged_in(a_user("bo", SECRETARY))
    made = held(register).made_by
    assert made
    answer = client.get(f"{ROOT}/deliveries/{made.report.id}")
    tables = {table["name"]: table for table in answer.json()["tables"]}
    assert tables["persons"]["changes"]["new"] == {"least": 1, "most": 4}
    assert tables["persons"]["accepted"] == {"least": 135, "most": 144}
    assert tables["ledger_lines"]["quarantined"] == {"least": 1, "most": 1}
    assert not re.search(r"p[a-z2-7]{26}", answer.content.decode())


def test_a_refused_delivery_says_why(register: Home) -> None:
    found = logged_in(a_user("bo", SECRETARY)).get(f"{ROOT}/deliveries").json()
    assert [each["outcome"] for each in found["results"]] == ["refused", "loaded", "loaded"] and found["total"] == 3
    refused = logged_in(a_user("else", SECRETARY)).get(found["results"][0]["url"]).json()
    assert "»hair«" in refused["reason"] and refused["tables"] == [] and refused["known"] is None
