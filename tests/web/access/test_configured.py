"""What an installation says about logins is understood, or it stops with a sentence; it never means less safety."""

from __future__ import annotations

import re

import pytest

from house.test_settings import settings
from house.tree import DOCS
from pejl.access.rights import RIGHTS
from pejl.access.roles import ROLES
from pejl.web.access.configured import idle_seconds, second_step_required


def test_a_second_step_is_required_where_it_is_said() -> None:
    assert second_step_required("required")
    assert not second_step_required(None) and not second_step_required("")


@pytest.mark.parametrize("word", ["Required", "1", "yes", "off", " required"])
def test_a_word_that_is_not_understood_is_not_taken_for_no(word: str) -> None:
    with pytest.raises(ValueError, match=r"PEJL_MFA is .*; it must be “required”, or left out"):
        second_step_required(word)


def test_a_login_lasts_half_an_hour_without_use_or_as_long_as_is_said() -> None:
    assert idle_seconds(None) == idle_seconds("") == 30 * 60
    assert (idle_seconds("1"), idle_seconds("1440")) == (60, 24 * 3600)


@pytest.mark.parametrize("word", ["0", "-5", "1441", "en time", "٣", "1e3", "9" * 50])
def test_what_is_no_number_of_minutes_stops_the_site_with_a_sentence(word: str) -> None:
    with pytest.raises(ValueError, match=r"PEJL_IDLE_MINUTES is .*; it must be a whole number from 1 to 1440"):
        idle_seconds(word)


def test_behind_https_the_cookies_go_by_https_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    plain, https = settings(monkeypatch), settings(monkeypatch, PEJL_HTTPS="1")
    for cookie in ("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE"):
        assert (plain[cookie], https[cookie]) == (False, True)


def test_without_an_identity_provider_its_application_is_not_even_there(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SERVER", "CLIENT", "SECRET", "NAME"):
        monkeypatch.delenv(f"PEJL_OIDC_{name}", raising=False)
    assert not [app for app in settings(monkeypatch)["INSTALLED_APPS"] if "openid_connect" in app]
    given = {"PEJL_OIDC_SERVER": "https://login.fjordby.example", "PEJL_OIDC_CLIENT": "pejl", "PEJL_OIDC_SECRET": "s"}
    assert [app for app in settings(monkeypatch, **given)["INSTALLED_APPS"] if "openid_connect" in app]


def test_the_documentation_names_every_right_and_every_role_with_its_rights() -> None:
    text = (DOCS / "access.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `(\w+)` \|(.*)$", text, re.MULTILINE))
    assert set(rows) == {right.name for right in RIGHTS} | {role.name for role in ROLES}
    everyone = set.intersection(*(set(role.rights) for role in ROLES))
    for role in ROLES:
        assert set(re.findall(r"`(\w+)`", rows[role.name])) == {right.name for right in role.rights - everyone}
