"""The law in the API: read by anybody, and reckoned with for facts that are sent in the body."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from law.citizen_b import CITIZEN_B

pytestmark = pytest.mark.django_db

COMPUTE = "/api/v1/law/kontanthjaelp/compute"


def send(content: object, address: str = COMPUTE, **headers: str) -> HttpResponse:
    body = content if isinstance(content, str) else json.dumps(content)
    return Client(enforce_csrf_checks=True).post(address, body, content_type="application/json", headers=headers)


def told(address: str) -> Any:
    answer = Client().get(address)
    assert answer.status_code == 200, answer.content
    return answer.json()


def test_a_program_finds_the_statutes_the_days_and_the_scenarios() -> None:
    found = told("/api/v1/law")
    assert found["statutes"][0]["statute"] == "kontanthjaelp"
    assert {"2025-07-01", "2026-07-01"} <= {each["day"] for each in found["commencements"]}
    assert "fjordby" in {each["name"] for each in found["scenarios"]}
    for each in found["statutes"]:
        assert told(each["url"])["statute"] == each["statute"]


def test_a_day_is_told_as_it_was_known_and_with_what_is_supposed() -> None:
    found = told("/api/v1/law/kontanthjaelp?on=2025-07-01&known=2024-06-01&scenario=fjordby")
    assert (found["on"], found["known"], found["scenario"]["name"]) == ("2025-07-01", "2024-06-01", "fjordby")
    assert "paa_mindstesats" not in {rule["name"] for rule in found["rules"]}
    assert Client().get(found["page"]).status_code == 200
    assert told(found["url"]) == found


def test_two_days_are_told_apart() -> None:
    found = told("/api/v1/law/indsats/difference?from=2026-06-30&to=2026-07-01")
    assert {each["movement"] for each in found["changes"]} == {"came", "went", "changed"}
    assert Client().get("/api/v1/law/indsats/difference?from=2026-06-30").status_code == 422


def test_a_cut_of_7219_is_computed_on_both_days() -> None:
    values = []
    for on in ("2025-06-30", "2025-07-01"):
        answer = send({"on": on, "facts": CITIZEN_B})
        assert answer.status_code == 200, answer.content
        assert answer.headers["Cache-Control"] == "no-store" and not answer.cookies
        values.append(answer.json()["answers"][0]["value"])
    assert values == [16972, 9753]


def test_an_unconfirmed_amount_is_answered_with_where_to_look_it_up() -> None:
    found = send({"on": "2026-07-01", "facts": CITIZEN_B}).json()["answers"][0]
    assert (found["value"], found["refused"]["kind"]) == (None, "not_settled")
    assert "Slå det op: bm.dk" in found["refused"]["sentence"]
    supposed = send({"on": "2026-07-01", "scenario": "fjordby", "facts": CITIZEN_B}).json()["answers"][0]
    assert supposed["scenario"] and supposed["refused"] is None


def test_facts_that_are_not_told_are_listed_with_what_they_mean() -> None:
    found = send({"on": "2025-07-01"}).json()
    assert found["answers"][0]["refused"]["kind"] == "not_given"
    assert "alder" in {fact["name"] for fact in found["not_told"]}
    complete = {fact["name"]: fact["example"] for fact in found["not_told"]}
    again = send({"on": "2025-07-01", "scenario": "fjordby", "facts": complete}).json()
    assert not again["not_told"] and again["answers"][0]["refused"] is None


@pytest.mark.parametrize(
    ("content", "status"),
    [
        ({"on": "2025-07-01", "facts": {"hund": 1}}, 422),
        ({"on": "2025-07-01", "facts": {"alder": "gammel"}}, 422),
        ({"on": "2025-07-01", "facts": {"alder": 10**400}}, 422),
        ({"on": "2025-07-01", "facts": {"familie": "gift"}}, 422),
        ({"on": "1492-07-01"}, 422),
        ({"on": "2025-07-01", "scenario": "utopia"}, 422),
        ({}, 422),
        ("{", 400),
        ("[" * 5000, 400),
    ],
)
def test_what_cannot_be_used_is_named(content: object, status: int) -> None:
    answer = send(content)
    assert (answer.status_code, answer.headers["Content-Type"]) == (status, "application/problem+json")
    assert answer.json()["detail"]


def test_facts_are_taken_in_the_body_alone() -> None:
    for method in ("GET", "HEAD", "PUT", "DELETE"):
        answer = Client().generic(method, f"{COMPUTE}?alder=42")
        assert (answer.status_code, answer.headers["Allow"]) == (405, "POST, OPTIONS")
    assert Client().options(COMPUTE).headers["Allow"] == "POST, OPTIONS"
    assert send({"on": "2025-07-01"}, "/api/v1/law/kontanthjaelp").status_code == 405
    assert send({"on": "2025-07-01"}, "/api/v1/law/strandloven/compute").status_code == 404


def test_a_name_that_the_law_does_not_have_is_answered_with_a_sentence() -> None:
    answer = send({"on": "2026-01-05", "wanted": ["opdigtet_ydelse"], "facts": CITIZEN_B})
    assert answer.status_code == 200, answer.content
    assert "»opdigtet_ydelse«" in answer.json()["answers"][0]["refused"]["sentence"]
    assert answer.json()["not_told"] == []
