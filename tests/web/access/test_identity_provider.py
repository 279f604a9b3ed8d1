"""Logging in through the municipality's own identity provider: it opens accounts that there are, and makes none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount
from allauth.socialaccount.providers import registry
from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.http import HttpResponse
from django.test import Client, modify_settings, override_settings
from django.urls import include, path

from access.people import a_user
from pejl.access.roles import CASEWORKER
from pejl.web.access.adapters import FromElsewhere
from pejl.web.access.oidc import identity_provider
from pejl.web.access.provider_urls import provider_addresses
from web.access.test_login import is_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_home")]
SERVER = "https://login.fjordby.example"
GIVEN = {"name": "Fjordbys login", "server": SERVER, "client": "pejl", "secret": "s" * 20}
APPLICATION = "allauth.socialaccount.providers.openid_connect"


class Answer:
    """What the provider answers."""

    def __init__(self, told: dict[str, Any]) -> None:
        self.told, self.status_code, self.headers = told, 200, {"content-type": "application/json"}

    def raise_for_status(self) -> None: ...

    def json(self) -> dict[str, Any]:
        return self.told


class Provider:
    """An identity provider that knows one person."""

    def __init__(self, **person: Any) -> None:
        self.person = person

    def __enter__(self) -> Provider:
        return self

    def __exit__(self, *_trouble: object) -> None: ...

    def get(self, address: str, **_more: object) -> Answer:
        if address.endswith("/me"):
            return Answer(self.person)
        ends = {"authorization": "authorize", "token": "token", "userinfo": "me"}
        return Answer({"issuer": SERVER, **{f"{name}_endpoint": f"{SERVER}/{end}" for name, end in ends.items()}})

    def request(self, *_words: object, **_more: object) -> Answer:
        return Answer({"access_token": "t", "token_type": "Bearer"})

    def post(self, *words: object, **more: object) -> Answer:
        return self.request(*words, **more)


class UrlsWithProvider:
    """The site's addresses with those of the provider."""

    urlpatterns: list[object] = []


@pytest.fixture(autouse=True)
def configured(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(registry, "loaded", False)
    monkeypatch.setattr(registry, "provider_map", {})
    with (
        override_settings(
            OIDC=identity_provider(**GIVEN),
            SOCIALACCOUNT_PROVIDERS=identity_provider(**GIVEN),
            ROOT_URLCONF=UrlsWithProvider,
        ),
        modify_settings(INSTALLED_APPS={"append": APPLICATION}),
    ):
        UrlsWithProvider.urlpatterns = [
            path("adgang/", include(provider_addresses())),
            path("", include("pejl.web.urls")),
        ]
        yield


def through_provider(client: Client, patch: pytest.MonkeyPatch, way: str = "", **person: Any) -> HttpResponse:
    """Go to the provider and come back as this person."""
    patch.setattr(FromElsewhere, "get_requests_session", lambda _adapter: Provider(**person))
    out = client.get(f"/adgang/udbyder/kommune/{way}")
    asked = parse_qs(urlsplit(out["Location"]).query)
    assert out["Location"].startswith(f"{SERVER}/authorize?") and asked["code_challenge"]
    return client.get("/adgang/udbyder/kommune/tilbage/", {"code": "c", "state": asked["state"][0]})


def test_the_login_page_offers_the_provider() -> None:
    said = Client().get("/adgang/log-ind/").content.decode()
    assert "Log ind med Fjordbys login" in said and 'href="/adgang/udbyder/kommune/?process=login"' in said


def test_who_has_a_user_with_the_address_that_the_provider_vouches_for_is_let_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    a_user("bo", CASEWORKER, email="Bo@fjordby.example")
    client = Client()
    through_provider(client, monkeypatch, sub="17", email="bo@fjordby.example", email_verified=True)
    assert is_in(client) and SocialAccount.objects.get().user.username == "bo"
    again = Client()
    through_provider(again, monkeypatch, sub="17", email="andet@fjordby.example", email_verified=True)
    assert is_in(again)


def test_nothing_of_what_the_provider_tells_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    a_user("bo", CASEWORKER, email="bo@fjordby.example")
    told = {"sub": "0101901234", "cprNumber": "010190-1234", "name": "Bo Hemmelig"}
    for _ in range(2):
        client = Client()
        through_provider(client, monkeypatch, **told, email="bo@fjordby.example", email_verified=True)
        assert is_in(client)
    tables = [model._default_manager.values() for model in apps.get_models() if model._meta.label != "sessions.Session"]
    kept = str([list(rows) for rows in tables])
    assert "bo@fjordby.example" in kept
    assert not re.findall(r".{0,300}(?:010190|Hemmelig).{0,100}", kept)
    assert not [row for row in Session.objects.all() if "010190" in str(row.get_decoded())]
    assert SocialAccount.objects.count() == 1


@pytest.mark.parametrize(
    "person",
    [
        {"email": "fremmed@fjordby.example", "email_verified": True},
        {"email": "bo@fjordby.example", "email_verified": False},
        {"email": "bo@fjordby.example"},
        {"preferred_username": "bo"},
    ],
)
def test_whoever_has_no_user_is_told_so_and_none_is_made(
    monkeypatch: pytest.MonkeyPatch, person: dict[str, Any]
) -> None:
    a_user("bo", CASEWORKER, email="bo@fjordby.example")
    client = Client()
    answer = through_provider(client, monkeypatch, sub="18", **person)
    assert answer.status_code == 403 and "Der er ingen bruger til dig" in answer.content.decode()
    assert not is_in(client) and User.objects.count() == 1 and not SocialAccount.objects.exists()


def test_who_is_logged_in_cannot_tie_another_login_to_their_user(monkeypatch: pytest.MonkeyPatch) -> None:
    client = Client()
    client.force_login(a_user("bo", CASEWORKER))
    through_provider(client, monkeypatch, "?process=connect", sub="19", email="x@fjordby.example", email_verified=True)
    assert not SocialAccount.objects.exists()


def test_a_way_back_that_nobody_went_out_by_leads_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    a_user("bo", CASEWORKER, email="bo@fjordby.example")
    person = {"sub": "17", "email": "bo@fjordby.example", "email_verified": True}
    monkeypatch.setattr(FromElsewhere, "get_requests_session", lambda _adapter: Provider(**person))
    for back in ("?code=c&state=x", "?code=c", "?error=access_denied&state=x", ""):
        client = Client()
        answer = client.get(f"/adgang/udbyder/kommune/tilbage/{back}")
        assert answer.status_code == 502 and "svarede ikke, som det skulle" in answer.content.decode()
        assert not is_in(client)
    assert Client().get("/adgang/udbyder/findes-ikke/").status_code == 404


class Silent(Provider):
    """A provider that is not reached, or that answers what it should not."""

    def __init__(self, trouble: Exception | None) -> None:
        super().__init__()
        self.trouble = trouble

    def get(self, address: str, **_more: object) -> Answer:
        if self.trouble:
            raise self.trouble
        return Answer({"error": "not here"})


@pytest.mark.parametrize("trouble", [ConnectionError("no way"), TimeoutError(), ValueError("no JSON"), None])
def test_a_provider_that_does_not_answer_is_told_of_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, trouble: Exception | None
) -> None:
    monkeypatch.setattr(FromElsewhere, "get_requests_session", lambda _adapter: Silent(trouble))
    answer = Client().get("/adgang/udbyder/kommune/")
    assert answer.status_code == 502 and "Du er ikke logget ind. Prøv igen om lidt." in answer.content.decode()


def test_the_provider_is_the_second_step_where_one_is_required(monkeypatch: pytest.MonkeyPatch) -> None:
    a_user("bo", CASEWORKER, email="bo@fjordby.example")
    client = Client()
    with override_settings(MFA_REQUIRED=True):
        through_provider(client, monkeypatch, sub="17", email="bo@fjordby.example", email_verified=True)
        assert client.get("/adgang/brugere/").status_code == 403  # asked for its right, not for a second step


def test_a_login_leads_on_to_no_other_site(monkeypatch: pytest.MonkeyPatch) -> None:
    a_user("bo", CASEWORKER, email="bo@fjordby.example")
    person = {"sub": "17", "email": "bo@fjordby.example", "email_verified": True}
    answer = through_provider(Client(), monkeypatch, "?next=https://ond.example/", **person)
    assert answer["Location"] == "/adgang/"


@pytest.mark.parametrize("missing", ["server", "client", "secret"])
def test_a_provider_of_which_only_a_part_is_told_stops_the_site_with_a_sentence(missing: str) -> None:
    with pytest.raises(ValueError, match=f"lacks PEJL_OIDC_{missing.upper()}; set it, or leave all"):
        identity_provider(**{**GIVEN, missing: None})


def test_without_a_provider_there_is_none() -> None:
    assert identity_provider(name=None, server=None, client=None, secret="") == {}
    with pytest.raises(ValueError, match="must be an https:// address"):
        identity_provider(**{**GIVEN, "server": "http://login.fjordby.example"})
    assert settings.SOCIALACCOUNT_AUTO_SIGNUP is False
