"""A system that asks the API with a token: let in for its rights and its purpose, and in the log of looks."""

from __future__ import annotations

import pytest
from django.test import Client

from access.people import PERSON, a_user, logged_in
from pejl.access.models import Look
from pejl.access.purposes import Purpose
from pejl.access.rights import CASEWORK_PERSON, REGISTER_COUNTS, Right
from pejl.access.roles import CASEWORKER
from pejl.access.tokens.services import make_token, take_back

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_home")]
DELIVERIES = "/api/v1/register/deliveries"
DEADLINES = f"/api/v1/casework/deadlines/{PERSON}"


def with_token(*rights: Right, purpose: Purpose = Purpose.CASEWORK) -> Client:
    secret = make_token("fagsystem", rights, purpose, days=30, who="Prøve")
    return Client(headers={"Authorization": f"Bearer {secret}"})


def test_a_system_with_the_right_is_answered_without_a_cookie() -> None:
    answer = with_token(REGISTER_COUNTS).get(DELIVERIES)
    assert answer.status_code == 200 and not answer.cookies
    assert answer["Cache-Control"] == "private, no-store"


def test_a_system_without_the_right_is_told_what_it_has() -> None:
    answer = with_token(CASEWORK_PERSON).get(DELIVERIES)
    assert answer.status_code == 403 and "casework_person" in answer.json()["detail"]
    assert 'error="insufficient_scope"' in answer["WWW-Authenticate"]


@pytest.mark.parametrize("sent", ["Bearer x", "bearer pejl_aaaa", "Bearer ", "Bearer æ"])
def test_an_unknown_token_is_answered_with_401(sent: str) -> None:
    answer = Client(headers={"Authorization": sent}).get(DELIVERIES)
    assert answer.status_code == 401 and "invalid_token" in answer["WWW-Authenticate"]


def test_a_token_that_is_taken_back_counts_no_more_from_the_next_request() -> None:
    client = with_token(REGISTER_COUNTS)
    assert client.get(DELIVERIES).status_code == 200
    take_back("fagsystem", who="Prøve")
    assert client.get(DELIVERIES).status_code == 401


def test_a_systems_look_at_a_person_stands_in_the_log_under_its_name() -> None:
    with_token(CASEWORK_PERSON).get(f"{DEADLINES}?formaal=casework")
    look = Look.objects.get()
    assert (look.username, look.subject, look.purpose) == ("system.fagsystem", PERSON, "casework")


def test_a_system_states_the_purpose_that_its_token_was_made_for_and_no_other() -> None:
    client = with_token(CASEWORK_PERSON)
    answer = client.get(f"{DEADLINES}?formaal=supervision")
    assert answer.status_code == 403 and "casework" in answer.json()["faults"][0]["reason"]
    assert client.get(DEADLINES).status_code == 422
    assert not Look.objects.exists()


def test_a_wrong_token_is_not_mended_by_the_cookie_of_a_login() -> None:
    client = logged_in(a_user("lise", CASEWORKER))
    assert client.get(DELIVERIES).status_code == 200
    assert client.get(DELIVERIES, headers={"Authorization": "Bearer pejl_forkert"}).status_code == 401


def test_a_token_opens_no_page() -> None:
    client = with_token(REGISTER_COUNTS)
    assert client.get("/register/").status_code == 200  # what everyone may see there
    answer = client.get("/arbejdslister/rettidighed/")
    assert answer.status_code == 302 and "/adgang/log-ind/" in answer["Location"]
