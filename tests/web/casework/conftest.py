"""The site on a small register with deadlines written by hand, and readers with each role."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from django.test import Client, override_settings

from pejl.home.folders import Home


@pytest.fixture(autouse=True)
def quick_passwords() -> Iterator[None]:
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield


@pytest.fixture(scope="module")
def judged_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Twelve people at three desks; see `web.casework.rows`."""
    hand_made = import_module("casework.worklists.hand_made")  # not above: this may be read before Django is ready
    home: Home = hand_made.a_register(tmp_path_factory.mktemp("casework"))
    return home


@pytest.fixture
def casework(judged_home: Home, db: None) -> Iterator[Home]:
    """The site on that register."""
    rows, hand_made = import_module("web.casework.rows"), import_module("casework.worklists.hand_made")
    with pytest.MonkeyPatch.context() as patch, override_settings(HOME=judged_home):
        patch.setenv("PEJL_HOME", str(judged_home.root))
        patch.setattr("pejl.casework.judged.by_the_law", hand_made.judge_of(rows.ROWS))
        patch.setattr("pejl.web.casework.reading.duty_book", lambda: rows.BOOK)
        yield judged_home


@pytest.fixture
def empty_casework(tmp_path: Path, db: None) -> Iterator[Home]:
    """The site before anything was delivered."""
    home = Home(tmp_path)
    with override_settings(HOME=home):
        yield home


@pytest.fixture
def lise(casework: Home) -> Client:
    """Caseworker s1, of Team Nord in the Jobcenter."""
    people, services = import_module("access.people"), import_module("pejl.access.services")
    roles = import_module("pejl.access.roles")
    user = people.a_user("lise", roles.CASEWORKER)
    services.set_caseworker("lise", "s1", who="Prøve")
    client: Client = people.logged_in(user)
    return client


@pytest.fixture
def leader(casework: Home) -> Client:
    """A team leader with no number of their own."""
    people, roles = import_module("access.people"), import_module("pejl.access.roles")
    client: Client = people.logged_in(people.a_user("else", roles.TEAM_LEADER))
    return client
