"""Who gets through to what: every address of the site for every role, and what those are told who do not."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import include, path

from access.people import PERSON, a_user, logged_in
from house.addresses import routes
from pejl.access.models import Look
from pejl.access.queries import looks
from pejl.access.rights import OWN_ACCOUNT, REGISTER_COUNTS, REGISTER_PERSON, RIGHTS, Door, Right, may_see, right_of
from pejl.access.roles import ADMINISTRATOR, ANALYST, CASEWORKER, ROLES, Role, allowed
from pejl.access.services import disable_user, give_roles
from pejl.web.access.bearers import takes_token_only
from pejl.web.access.look_forms import asks_in_body
from pejl.web.api_delivery import SENT

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_home")]
WORDS = {"int": "1", "date": "2025-03-12", "uuid": "0" * 32}


def address(route: str) -> str:
    """The route as an address, with something in the place of each of its parts."""

    def filled(part: re.Match[str]) -> str:
        kind, _, name = part.group(1).rpartition(":")
        return PERSON if name == "person" and kind in {"str", "slug", ""} else WORDS.get(kind, "x")

    return "/" + re.sub(r"<([^>]+)>", filled, route.removeprefix("^").removesuffix("$"))


def led_to_login(response: HttpResponse) -> bool:
    return response.status_code == 302 and response["Location"].startswith("/adgang/log-ind/")


BEHIND_LOGIN = [(route, right) for route, view in routes() if (right := right_of(view)) and right.needs_login]
BY_TOKEN = {route for route, view in routes() if takes_token_only(view)}
"""What other systems ask, with a token; no login opens it (`test_bearers.py`)."""
OPEN = [(route, right) for route, view in routes() if (right := right_of(view)) and not right.needs_login]


def test_the_walk_finds_pages_of_every_door() -> None:
    assert len(OPEN) > 40 and len(BEHIND_LOGIN) > 8
    assert {right.door for _, right in [*OPEN, *BEHIND_LOGIN]} == set(Door)


def test_every_open_address_is_open_to_whoever_is_not_logged_in() -> None:
    client = Client(raise_request_exception=False)
    for route, _ in OPEN:
        answer = client.get(address(route))
        elsewhere = route in {"adgang/kode/"}  # there is no second step to take for who has not begun
        assert answer.status_code not in {401, 403}, route
        assert elsewhere or not led_to_login(answer), route


def test_every_address_behind_the_login_leads_strangers_to_the_login() -> None:
    for route, _ in BEHIND_LOGIN:
        asked = Client().post if SENT.fullmatch(address(route)) else Client().get
        answer = asked(address(route))
        assert answer.status_code == 401 if route.startswith("api/") else led_to_login(answer), route
        assert not Look.objects.exists()


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.name)
def test_every_address_behind_the_login_answers_a_role_as_the_table_says(role: Role) -> None:
    client = logged_in(a_user("bo", role))
    client.raise_request_exception = False
    for route, right in BEHIND_LOGIN:
        if route in BY_TOKEN:
            asked = client.post if SENT.fullmatch(address(route)) else client.get
            assert asked(address(route)).status_code == 401, route
            continue
        answer = client.get(address(route))
        assert not led_to_login(answer) and answer.status_code != 401, route
        assert (answer.status_code == 403) == (not allowed([role], right)), (route, answer.status_code)


def test_an_address_about_a_person_names_the_person_or_answers_a_form_that_does() -> None:
    about = [(route, view) for route, view in routes() if (right := right_of(view)) and right.about_a_person]
    in_form_or_body = [route for route, view in about if hasattr(view, "look_form") or asks_in_body(view)]
    named = [route for route, _ in about if re.search(r"[<:]person>", route) or route in in_form_or_body]
    assert named == [route for route, _ in about]


# What follows is asked of planted views.


@may_see(REGISTER_PERSON)
def one_person(_request: HttpRequest, person: str) -> HttpResponse:
    return HttpResponse(f"hemmeligt om {person}")


@may_see(REGISTER_PERSON)
def nobody_named(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("hemmeligt")


@may_see(REGISTER_COUNTS)
def counts(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("tal")


@may_see(REGISTER_PERSON)
def failing(_request: HttpRequest, person: str) -> HttpResponse:
    raise ValueError(person)


@may_see(REGISTER_PERSON)
def asking_for_the_log(_request: HttpRequest, person: str) -> HttpResponse:
    """Say how many looks are in the log for good, that is: written, and in no transaction that may be undone."""
    return HttpResponse("fortrudt" if connection.in_atomic_block else str(looks(person=person).count()))


def unmarked(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("hemmeligt")


urlpatterns = [
    path("person/<str:person>/", one_person),
    path("api/v1/person/<str:person>/", one_person),
    path("person-uden-navn/", nobody_named),
    path("fejler/<str:person>/", failing),
    path("spoerg/<str:person>/", asking_for_the_log),
    path("tal/", counts),
    path("api/v1/tal/", counts),
    path("glemt/", unmarked),
    path("", include("pejl.web.urls")),
]
planted = pytest.mark.urls(__name__)
ASKED = f"/person/{PERSON}/?formaal=casework"


@pytest.fixture
def caseworker() -> Client:
    return logged_in(a_user("bo", CASEWORKER))


@planted
@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.name)
def test_a_view_without_a_right_is_shown_to_nobody(role: Role) -> None:
    answer = logged_in(a_user("bo", role)).get("/glemt/")
    assert answer.status_code == 403 and b"hemmeligt" not in answer.content


@planted
def test_who_lacks_the_right_is_told_which_and_who_has_it() -> None:
    answer = logged_in(a_user("bo", ANALYST)).get(ASKED)
    said = answer.content.decode()
    assert answer.status_code == 403 and "hemmeligt" not in said
    assert REGISTER_PERSON.danish in said
    assert "Den ret har man som sagsbehandler, teamleder eller kvalitetskonsulent." in said
    assert not Look.objects.exists()


@planted
def test_who_is_led_to_the_login_comes_back_to_the_page() -> None:
    answer = Client().get(ASKED)
    assert answer["Location"] == f"/adgang/log-ind/?next={quote(ASKED, safe='')}"


@planted
def test_a_program_is_told_in_the_form_of_the_api() -> None:
    stranger = Client().get("/api/v1/tal/")
    assert (stranger.status_code, stranger["Content-Type"]) == (401, "application/problem+json")
    assert stranger["WWW-Authenticate"] and "login" in json.loads(stranger.content)["detail"]
    lacking = logged_in(a_user("bo", ANALYST)).get(f"/api/v1/person/{PERSON}/")
    assert lacking.status_code == 403
    assert "Those who have it: caseworker, team_leader, quality_consultant." in json.loads(lacking.content)["detail"]
    purpose = logged_in(a_user("ida", CASEWORKER)).get(f"/api/v1/person/{PERSON}/")
    assert purpose.status_code == 422 and json.loads(purpose.content)["faults"][0]["parameter"] == "formaal"


@planted
def test_no_cache_and_no_other_site_keeps_what_takes_a_login(caseworker: Client) -> None:
    for answer in (caseworker.get("/tal/"), caseworker.get("/api/v1/tal/"), Client().get("/api/v1/tal/")):
        assert answer["Cache-Control"] == "private, no-store"
        assert "Access-Control-Allow-Origin" not in answer and "ETag" not in answer


@planted
def test_each_look_at_a_person_is_one_line_in_the_log_before_anything_is_shown(caseworker: Client) -> None:
    assert b"hemmeligt" in caseworker.get(ASKED).content
    caseworker.head(ASKED)
    caseworker.get(ASKED, headers={"if-none-match": "*"})
    told = [(look.username, look.subject, look.right, look.page, look.purpose) for look in looks()]
    assert told == [("bo", PERSON, "register_person", f"/person/{PERSON}/", "casework")] * 3


@planted
@pytest.mark.django_db(transaction=True)
def test_a_look_is_in_the_log_for_good_when_the_view_is_asked(caseworker: Client) -> None:
    answers = [caseworker.get(f"/spoerg/{PERSON}/?formaal=casework").content for _ in range(2)]
    assert answers == [b"1", b"2"]


@planted
def test_a_look_that_ends_in_a_fault_of_ours_is_in_the_log_all_the_same(caseworker: Client) -> None:
    caseworker.raise_request_exception = False
    assert caseworker.get(f"/fejler/{PERSON}/?formaal=fault").status_code == 500
    assert [look.purpose for look in looks()] == ["fault"]


@planted
def test_a_look_that_cannot_be_written_shows_nothing(caseworker: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(**_row: object) -> None:
        raise DatabaseError("disk full")

    monkeypatch.setattr(Look.objects, "create", full)
    for asked in (ASKED, f"/api/v1{ASKED}"):
        answer = caseworker.get(asked)
        assert answer.status_code == 503 and b"hemmeligt" not in answer.content
    assert "kunne ikke skrives i loggen" in caseworker.get(ASKED).content.decode()


@planted
@pytest.mark.parametrize("purpose", ["", "?formaal=", "?formaal=nysgerrighed", "?dag=2025-01-01"])
def test_who_states_no_purpose_is_asked_for_one_and_shown_nothing(caseworker: Client, purpose: str) -> None:
    answer = caseworker.get(f"/person/{PERSON}/{purpose}")
    said = answer.content.decode()
    assert answer.status_code == 200 and "hemmeligt" not in said and "Hvorfor slår du op?" in said
    assert ("dag" in said and 'value="2025-01-01"' in said) == ("dag=" in purpose)
    assert not Look.objects.exists()


@planted
@pytest.mark.parametrize(
    "person", ["0101011234", "010101-1234", "p", "p" + "A" * 26, PERSON + "x", "p" + "a" * 26 + "%0A"]
)
def test_what_is_no_pseudonym_is_not_looked_up_and_not_written_down(caseworker: Client, person: str) -> None:
    answer = caseworker.get(f"/person/{person}/?formaal=casework")
    assert answer.status_code == 404 and b"hemmeligt" not in answer.content
    assert not Look.objects.exists()


@planted
def test_a_view_about_a_person_that_names_none_is_shown_to_nobody(
    caseworker: Client, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR, "pejl.access"):
        answer = caseworker.get("/person-uden-navn/?formaal=casework")
    assert answer.status_code == 403 and b"hemmeligt" not in answer.content
    assert "names none" in caplog.text


@planted
def test_a_role_that_is_taken_counts_from_the_next_page_on(caseworker: Client) -> None:
    assert caseworker.get(ASKED).status_code == 200
    give_roles("bo", [ANALYST], who="Else")
    assert caseworker.get(ASKED).status_code == 403
    disable_user("bo", who="Else")
    assert led_to_login(caseworker.get(ASKED))


@planted
def test_being_djangos_superuser_opens_nothing() -> None:
    user = a_user("rod")
    user.is_superuser = user.is_staff = True
    user.save()
    assert logged_in(user).get("/tal/").status_code == 403


@pytest.fixture
def second_step_required() -> Iterator[None]:
    with override_settings(MFA_REQUIRED=True):
        yield


@planted
@pytest.mark.usefixtures("second_step_required")
def test_where_a_second_step_is_required_it_comes_before_everything_else(caseworker: Client) -> None:
    for asked in ("/tal/", ASKED):
        assert caseworker.get(asked)["Location"] == "/adgang/totrin/til/"
    assert caseworker.get("/api/v1/tal/").status_code == 403
    assert caseworker.get("/adgang/totrin/").status_code == 200
    assert caseworker.get("/om/").status_code == 200
    assert not Look.objects.exists()


def test_rights_that_only_administrators_have_are_the_log_and_the_users_and_changes_and_models() -> None:
    alone = {right.name for right in RIGHTS if [role for role in ROLES if allowed([role], right)] == [ADMINISTRATOR]}
    assert alone == {"register_change", "screening_models", "access_log", "access_users"}


@pytest.mark.parametrize("right", [OWN_ACCOUNT], ids=lambda right: right.name)
def test_a_right_for_everyone_with_a_login_is_for_nobody_without(right: Right) -> None:
    assert right.needs_login and allowed([], right)
    assert led_to_login(Client().get("/adgang/"))
    assert settings.LOGIN_URL == "account_login"
