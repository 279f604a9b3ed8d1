"""Whoever only reads what is public is given no cookie and asked for none, and no login is looked up for them."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from access.people import a_user, logged_in
from house.addresses import routes
from pejl.access.rights import Door, right_of
from pejl.access.roles import ADMINISTRATOR
from web.access.test_gate import address

PUBLIC = sorted({address(route) for route, view in routes() if (right := right_of(view)) and right.door is Door.OPEN})
NOT_THERE = ["/findes-ikke/", "/api/v1/findes-ikke"]
OF_LOGINS = ("django_session", "auth_user", "auth_group", "access_look", "axes_", "mfa_", "account_")


def asked_of_logins(client: Client, asked: str) -> list[str]:
    """The queries about logins that the request led to; and no cookie is set on the way."""
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(asked)
    assert "Set-Cookie" not in answer.headers and not answer.cookies, asked
    assert "Cookie" not in answer.get("Vary", ""), asked
    return [query["sql"] for query in queries if any(table in query["sql"] for table in OF_LOGINS)]


@pytest.mark.parametrize("asked", [*PUBLIC, *NOT_THERE])
def test_a_public_page_sets_no_cookie_and_looks_no_login_up(record: None, asked: str) -> None:
    assert not asked_of_logins(Client(raise_request_exception=False), asked)


@pytest.mark.parametrize(
    "asked", ["/", "/om/", "/adgang/roller/", "/api/v1/meetings", "/eksport/record.ndjson", *NOT_THERE]
)
def test_not_even_for_somebody_who_is_logged_in(record: None, asked: str) -> None:
    client = logged_in(a_user("else", ADMINISTRATOR))
    assert not asked_of_logins(client, asked)


@pytest.mark.parametrize("cookie", ["x", "", "a" * 32, "\x01", "ø"])
def test_not_even_for_a_cookie_that_is_no_login(record: None, cookie: str) -> None:
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = cookie
    assert not asked_of_logins(client, "/om/")
    assert client.get("/adgang/").status_code == 302


def test_the_header_offers_to_log_in_or_out_without_asking_who_it_is(record: None) -> None:
    said = Client().get("/om/").content.decode()
    assert ">Log ind</a>" in said and ">Log ud</a>" not in said
    client = logged_in(a_user("else", ADMINISTRATOR, full_name="Else Brandt"))
    public = client.get("/om/").content.decode()
    assert ">Min adgang</a>" in public and ">Log ud</a>" in public and "Else" not in public
    own = client.get("/adgang/").content.decode()
    assert ">Else Brandt</a>" in own and ">Log ud</a>" in own


def test_a_public_page_is_kept_and_asked_about_as_before(record: None) -> None:
    page = Client().get("/om/")
    assert page["Cache-Control"] == "no-cache"
    again = Client(headers={"if-none-match": page["ETag"]}).get("/om/")
    assert again.status_code == 304
