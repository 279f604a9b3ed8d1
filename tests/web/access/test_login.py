"""Logging in and out, and what somebody meets who tries to get in otherwise."""

from __future__ import annotations

import re
import time
from datetime import timedelta
from urllib.parse import quote

import pytest
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.sessions.models import Session
from django.http import HttpResponse
from django.test import Client, override_settings
from django.utils import timezone

from access.people import PASSWORD, a_user
from pejl.access.roles import ADMINISTRATOR, CASEWORKER
from pejl.access.services import clear_ended_logins, disable_user, enable_user, set_password

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_home")]
LOGIN = "/adgang/log-ind/"
WRONG = "Brugernavn eller adgangskode er ikke rigtig."
SHUT = "Der er svaret forkert for mange gange. Prøv igen om 15 minutter."


def log_in(client: Client, name: str = "bo", password: str = PASSWORD, **more: str) -> HttpResponse:
    return client.post(LOGIN, {"login": name, "password": password, **more})


def is_in(client: Client) -> bool:
    return client.get("/adgang/").status_code == 200


@pytest.fixture
def bo() -> str:
    return a_user("bo", CASEWORKER, full_name="Bo Lund").username


@pytest.mark.usefixtures("bo")
class TestLogin:
    """Somebody who has a user."""

    def test_who_logs_in_comes_to_their_own_access_and_out_again(self) -> None:
        client = Client()
        assert log_in(client)["Location"] == "/adgang/"
        said = client.get("/adgang/").content.decode()
        assert "Du er logget ind som Bo Lund. Din rolle er sagsbehandler." in said
        assert 'href="/adgang/adgangskode/"' in said and 'href="/adgang/log/"' not in said
        assert client.get("/adgang/log-ud/").status_code == 200 and is_in(client)
        out = client.post("/adgang/log-ud/")
        assert out["Location"] == "/" and not is_in(client)
        assert client.cookies[settings.SESSION_COOKIE_NAME].value == ""

    def test_a_wrong_password_and_an_unknown_name_are_told_apart_by_nothing(self) -> None:
        for name, password in (("bo", "forkert"), ("ukendt", "forkert"), ("ukendt", PASSWORD)):
            client = Client()
            answer = log_in(client, name, password)
            assert WRONG in answer.content.decode() and not is_in(client)

    def test_a_name_is_the_same_whatever_its_capitals(self) -> None:
        client = Client()
        log_in(client, "BO")
        assert is_in(client)

    def test_an_empty_form_says_what_is_missing(self) -> None:
        said = Client().post(LOGIN, {}).content.decode()
        assert said.count("Dette felt er påkrævet.") == 2 and "<title>Fejl: Log ind" in said

    def test_who_is_shut_out_does_not_get_in_and_who_is_in_is_out(self) -> None:
        client = Client()
        log_in(client)
        disable_user("bo", who="Else")
        assert not is_in(client) and not is_in(_tried(Client()))
        enable_user("bo", who="Else")
        assert is_in(_tried(Client()))

    def test_a_new_password_ends_what_was_logged_in_by_the_old(self) -> None:
        client = Client()
        log_in(client)
        set_password("bo", "rød-ko-over-hegnet", who="Else")
        assert not is_in(client)

    def test_a_form_from_elsewhere_is_refused_in_danish(self) -> None:
        client = Client(enforce_csrf_checks=True)
        answer = log_in(client)
        assert answer.status_code == 403 and "Formularen er for gammel" in answer.content.decode()
        page = client.get(LOGIN).content.decode()
        mark = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
        assert mark and log_in(client, csrfmiddlewaretoken=mark.group(1)).status_code == 302
        assert client.post("/adgang/log-ud/").status_code == 403 and is_in(client)

    def test_a_session_that_was_there_before_the_login_is_of_no_use_after_it(self) -> None:
        thief = Client()
        thief.get("/adgang/")
        session = thief.session
        session["left"] = "behind"
        session.save()
        planted = session.session_key
        victim = Client()
        victim.cookies[settings.SESSION_COOKIE_NAME] = planted
        log_in(victim)
        assert is_in(victim) and victim.cookies[settings.SESSION_COOKIE_NAME].value != planted
        thief.cookies[settings.SESSION_COOKIE_NAME] = planted
        assert not is_in(thief)

    def test_a_login_is_of_no_use_after_logging_out(self) -> None:
        client, copy = Client(), Client()
        log_in(client)
        copy.cookies[settings.SESSION_COOKIE_NAME] = client.cookies[settings.SESSION_COOKIE_NAME].value
        assert is_in(copy)
        client.post("/adgang/log-ud/")
        assert not is_in(copy)

    @pytest.mark.parametrize(
        "elsewhere",
        [
            *("https://ond.example/", "//ond.example/", "///ond.example", "/\\ond.example", "\\\\ond.example"),
            *(
                "http:ond.example",
                "javascript:alert(1)",
                "https://localhost/x",
                "http://testserver/om/",
                " //ond.example",
            ),
            *("/%09/ond.example", "\t//ond.example", "https:/ond.example"),
        ],
    )
    def test_a_login_leads_to_no_other_site(self, elsewhere: str) -> None:
        for client, answer in (
            (one := Client(), log_in(one, next=elsewhere)),
            (two := Client(), two.post(f"{LOGIN}?next={quote(elsewhere)}", {"login": "bo", "password": PASSWORD})),
        ):
            assert answer.status_code == 302, elsewhere
            assert re.match(r"/(?![/\\])", answer["Location"]), answer["Location"]
            out = client.post("/adgang/log-ud/", {"next": elsewhere})
            assert re.match(r"/(?![/\\])", out["Location"]), out["Location"]

    def test_a_login_leads_back_to_the_page_that_was_asked_for(self) -> None:
        assert log_in(Client(), next="/adgang/totrin/?a=1")["Location"] == "/adgang/totrin/?a=1"

    def test_what_is_not_used_for_a_while_ends(self) -> None:
        client = Client()
        log_in(client)
        client.get("/adgang/")
        (kept,) = Session.objects.all()
        assert timedelta(minutes=29) < kept.expire_date - timezone.now() <= timedelta(minutes=30)
        Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
        assert not is_in(client)
        clear_ended_logins()
        assert not Session.objects.exists()

    def test_what_is_used_goes_on_and_is_written_once_a_minute(self, monkeypatch: pytest.MonkeyPatch) -> None:
        client = Client()
        log_in(client)
        assert is_in(client)
        now = time.time()
        assert "Set-Cookie" not in client.get("/adgang/").headers
        Session.objects.update(expire_date=timezone.now() + timedelta(seconds=30))
        monkeypatch.setattr("pejl.web.access.sessions.time.time", lambda: now + 61)
        assert is_in(client)
        assert Session.objects.get().expire_date > timezone.now() + timedelta(minutes=29)

    def test_cookies_are_for_this_site_and_no_script(self) -> None:
        client = Client()
        client.get(LOGIN)
        log_in(client)
        for name in ("pejl_login", "pejl_form"):
            cookie = client.cookies[name]
            assert cookie["httponly"] and cookie["samesite"] == "Lax" and not cookie["max-age"], name
            assert not cookie["secure"]

    def test_behind_https_cookies_go_by_https_alone(self) -> None:
        client = Client()
        with override_settings(SESSION_COOKIE_SECURE=True, CSRF_COOKIE_SECURE=True):
            client.get(LOGIN, secure=True)
            client.post(LOGIN, {"login": "bo", "password": PASSWORD}, secure=True)
        assert all(client.cookies[name]["secure"] for name in ("pejl_login", "pejl_form"))


@pytest.mark.usefixtures("bo")
class TestLockOut:
    """Somebody who guesses."""

    def test_after_five_wrong_passwords_the_name_is_shut_also_for_the_right_one(self) -> None:
        for _ in range(4):
            assert WRONG in log_in(Client(), "bo", "forkert").content.decode()
        assert is_in(_tried(Client()))  # the right one in between starts the count anew
        for _ in range(4):
            log_in(Client(), "bo", "forkert")
        fifth = log_in(Client(), "bo", "forkert")
        assert fifth.status_code == 429 and SHUT in fifth.content.decode()
        assert log_in(Client()).status_code == 429
        assert not is_in(_tried(Client()))

    def test_another_spelling_and_another_place_give_no_further_tries(self) -> None:
        for turn, name in enumerate(("bo", "BO", "Bo", " bo ", "bO")):
            Client(REMOTE_ADDR=f"192.0.2.{turn}", headers={"user-agent": str(turn)}).post(
                LOGIN, {"login": name, "password": "forkert"}
            )
        assert log_in(Client(REMOTE_ADDR="192.0.2.99")).status_code == 429

    def test_one_name_being_shut_shuts_no_other(self) -> None:
        a_user("ida", CASEWORKER)
        for _ in range(6):
            log_in(Client(), "bo", "forkert")
        client = Client()
        log_in(client, "ida")
        assert is_in(client)

    def test_the_name_opens_by_itself_and_guessing_on_does_not_keep_it_shut(self) -> None:
        for _ in range(7):
            log_in(Client(), "bo", "forkert")
        AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=16))
        assert is_in(_tried(Client()))

    def test_what_was_tried_is_not_kept(self) -> None:
        log_in(Client(), "010190-1234", "næsten-rigtig")
        (kept,) = AccessAttempt.objects.values()
        assert "næsten" not in str(kept) and "010190" not in str(kept)


def _tried(client: Client) -> Client:
    log_in(client)
    return client


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
@pytest.mark.parametrize(
    "address", ["/adgang/", "/adgang/roller/", "/adgang/log/", "/adgang/brugere/", "/adgang/totrin/"]
)
def test_what_is_no_form_takes_nothing(address: str, method: str) -> None:
    client = Client()
    client.force_login(a_user("else", ADMINISTRATOR))
    assert client.generic(method, address, b"x=1").status_code == 405


@pytest.mark.parametrize(
    "address", ["/adgang/tilmeld/", "/adgang/signup/", "/accounts/signup/", "/admin/", "/adgang/email/"]
)
def test_nobody_signs_up_and_there_is_no_other_door(address: str) -> None:
    assert Client().get(address).status_code == 404
