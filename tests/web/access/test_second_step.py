"""The second step of a login: an app, and codes for the day on which the telephone is lost."""

from __future__ import annotations

import html
import re

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from axes.models import AccessAttempt
from django.core.cache import cache
from django.test import Client, override_settings

from access.people import PASSWORD, a_user
from pejl.access.roles import CASEWORKER
from web.access.test_login import SHUT, is_in, log_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_home", "clear_cache")]
CODE_WRONG = "Koden er ikke rigtig."


@pytest.fixture
def clear_cache() -> None:
    cache.clear()  # a code that was used is kept there, so that it cannot be used again


def code_of(secret: str, step: int = 0) -> str:
    """What the app shows."""
    counters = list(yield_hotp_counters_from_time())
    return format_hotp_value(hotp_value(secret, counters[len(counters) // 2] + step))


def with_app(client: Client) -> str:
    """Turn the second step on, and tell the key that the app now has."""
    client.post("/adgang/bekraeft/?next=/adgang/totrin/til/", {"password": PASSWORD})
    page = client.get("/adgang/totrin/til/").content.decode()
    secret = re.search(r'<code class="pejl-secret">(\w+)</code>', page)
    assert secret
    answer = client.post("/adgang/totrin/til/", {"code": code_of(secret.group(1))})
    assert answer.status_code == 302, answer.content.decode()
    cache.clear()
    return secret.group(1)


@pytest.fixture
def client_of_bo() -> Client:
    a_user("bo", CASEWORKER)
    client = Client()
    log_in(client)
    return client


def test_a_login_with_an_app_takes_a_code_after_the_password(client_of_bo: Client) -> None:
    secret = with_app(client_of_bo)
    client = Client()
    assert log_in(client, next="/adgang/totrin/")["Location"].startswith("/adgang/kode/")
    assert not is_in(client)
    assert CODE_WRONG in client.post("/adgang/kode/", {"code": "000000"}).content.decode()
    done = client.post("/adgang/kode/", {"code": code_of(secret)})
    assert done["Location"] == "/adgang/totrin/" and is_in(client)


def test_the_page_with_the_picture_may_show_it_and_still_loads_nothing_from_elsewhere(client_of_bo: Client) -> None:
    client_of_bo.post("/adgang/bekraeft/?next=/adgang/totrin/til/", {"password": PASSWORD})
    page = client_of_bo.get("/adgang/totrin/til/")
    assert "img-src 'self' data:" in page["Content-Security-Policy"]
    assert "default-src 'self'" in page["Content-Security-Policy"]
    assert "data:" not in client_of_bo.get("/adgang/totrin/")["Content-Security-Policy"]


def test_a_change_asks_for_the_password_once_more(client_of_bo: Client) -> None:
    answer = client_of_bo.get("/adgang/totrin/til/")
    assert answer["Location"] == "/adgang/bekraeft/?next=%2Fadgang%2Ftotrin%2Ftil%2F"
    wrong = client_of_bo.post("/adgang/bekraeft/", {"password": "forkert"}).content.decode()
    assert "Adgangskoden er ikke rigtig." in wrong


def test_a_code_from_paper_works_once(client_of_bo: Client) -> None:
    with_app(client_of_bo)
    page = client_of_bo.get("/adgang/totrin/noedkoder/").content.decode()
    codes = re.findall(r"<li><code>(\w+)</code></li>", html.unescape(page))
    assert len(codes) == 10
    for expected in (True, False):
        client = Client()
        log_in(client)
        client.post("/adgang/kode/", {"code": codes[0]})
        assert is_in(client) == expected


def test_wrong_codes_are_counted_as_wrong_passwords_and_shut_the_name(client_of_bo: Client) -> None:
    secret = with_app(client_of_bo)
    client = Client()
    log_in(client)
    answers = [client.post("/adgang/kode/", {"code": "000000"}) for _ in range(5)]
    assert [answer.status_code for answer in answers] == [200] * 4 + [429]
    right = client.post("/adgang/kode/", {"code": code_of(secret)})
    assert SHUT in right.content.decode() and not is_in(client)
    assert log_in(Client()).status_code == 429
    assert "000000" not in str(list(AccessAttempt.objects.values()))


def test_the_second_step_is_turned_off_by_who_can_prove_it_is_them(client_of_bo: Client) -> None:
    with_app(client_of_bo)
    assert "Slå totrinslogin fra" in client_of_bo.get("/adgang/totrin/fra/").content.decode()
    client_of_bo.post("/adgang/totrin/fra/")
    assert "Totrinslogin er slået fra." in client_of_bo.get("/adgang/totrin/").content.decode()
    client = Client()
    log_in(client)
    assert is_in(client)


def test_new_codes_take_the_place_of_the_old(client_of_bo: Client) -> None:
    with_app(client_of_bo)
    before = client_of_bo.get("/adgang/totrin/noedkoder/").content
    client_of_bo.post("/adgang/totrin/noedkoder/nye/")
    after = client_of_bo.get("/adgang/totrin/noedkoder/").content
    old, new = (set(re.findall(rb"<li><code>(\w+)</code></li>", page)) for page in (before, after))
    assert len(new) == 10 and not old & new


def test_where_it_is_required_it_is_set_up_at_the_first_login_and_then_all_is_open() -> None:
    a_user("bo", CASEWORKER)
    client = Client()
    with override_settings(MFA_REQUIRED=True):
        log_in(client)
        with_app(client)
        said = client.get("/adgang/").content.decode()
    assert "Totrinslogin</a>. Det kræves her" in said


def test_a_new_password_must_not_be_weak(client_of_bo: Client) -> None:
    sent = {"oldpassword": PASSWORD, "password1": "kort", "password2": "kort"}
    said = client_of_bo.post("/adgang/adgangskode/", sent).content.decode()
    assert "for kort" in said
    described = re.findall(r'aria-invalid="true"[^>]*aria-describedby="([^"]*)"', said)
    assert described == ["id_password1_helptext id_password1_error"]
    assert all(f'id="{name}"' in said for name in described[0].split())
    sent |= {"password1": "rød-ko-over-hegnet", "password2": "rød-ko-over-hegnet"}
    assert client_of_bo.post("/adgang/adgangskode/", sent).status_code == 302
    assert is_in(client_of_bo)
    client = Client()
    log_in(client, "bo", "rød-ko-over-hegnet")
    assert is_in(client)
