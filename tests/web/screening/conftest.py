"""The site on four sick leaves whose advice is written by hand, and readers with each role."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from django.test import Client, override_settings

from pejl.home.folders import Home


@pytest.fixture(autouse=True)
def quick_passwords() -> Iterator[None]:
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, db: None) -> Iterator[Any]:
    """See `screening.assessments.fjordby_case`."""
    rich, fjordby = import_module("web.screening.rich_case"), import_module("screening.assessments.fjordby_case")
    found = rich.RichWorld(Home(tmp_path))
    fjordby.settle(found, monkeypatch)
    with override_settings(HOME=found.home):
        yield found


@pytest.fixture
def lise(world: Any) -> Client:
    """A caseworker of team Nord, who has Bo's sick leave."""
    return reader("lise", "CASEWORKER", number="SB001")


@pytest.fixture
def leader(world: Any) -> Client:
    return reader("else", "TEAM_LEADER")


def reader(name: str, role: str, number: str = "") -> Client:
    """A browser in which somebody with this role is logged in."""
    people, services = import_module("access.people"), import_module("pejl.access.services")
    user = people.a_user(name, getattr(import_module("pejl.access.roles"), role))
    if number:
        services.set_caseworker(name, number, who="Prøve")
    client: Client = people.logged_in(user)
    return client
