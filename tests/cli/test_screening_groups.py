"""The commands about groups, as an owner types them: told, allowed, taken in, deleted."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.pejl_command import pejl
from pejl.home.folders import Home
from screening.a_run import a_run, put

NAMED = ("--who", "Else Brandt", "--why", "Prøve før ibrugtagning")
UNTIL = (dt.date.today() + dt.timedelta(days=30)).isoformat()  # noqa: DTZ011 - a day ahead is all that is asked


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, tables_in: Callable[[Path], Path]) -> Path:
    folder = tables_in(tmp_path_factory.mktemp("groups"))
    put(Home(folder), a_run())
    return folder


def test_how_groups_fared_is_told_with_intervals(home: Path) -> None:
    said = pejl("screening", "groups", "show", home=home)
    assert said.returncode == 0, said.stderr
    assert "Kvinder" in said.stdout and "22,0 pct. (20,9-23,1)" in said.stdout
    told = json.loads(pejl("screening", "groups", "show", "--json", home=home).stdout)
    assert {group["attribute"] for group in told["groups"]} == {"alle", "koen", "alder", "familie"}


def test_a_sensitive_attribute_takes_a_user_who_may_and_a_legal_basis(home: Path) -> None:
    nobody = pejl("screening", "groups", "show", "--attribute", "oprindelse", *NAMED, home=home)
    assert nobody.returncode == 2 and "needs --who with the name of a user" in nobody.stderr
    allowed = pejl(
        "screening", "groups", "allow", "En lov § 1", "--attribute", "oprindelse", "--until", UNTIL, *NAMED, home=home
    )
    assert allowed.stdout == f"Allowed until {UNTIL}: oprindelse.\n"
    left = json.loads(pejl("screening", "groups", "delete", "--json", home=home).stdout)
    assert left["until"] == UNTIL and left["left"] == {}
    assert pejl("screening", "groups", "withdraw", *NAMED, home=home).returncode == 0
    again = pejl("screening", "groups", "withdraw", *NAMED, home=home)
    assert again.returncode == 2 and "Der er ikke givet lov til noget" in again.stderr
