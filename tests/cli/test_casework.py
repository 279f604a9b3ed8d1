"""`pejl casework`, as a person types it."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from cli.pejl_command import make_demo, pejl
from cli.test_access import typed
from once import copied
from pejl.register.simulation.offices import STORIES as TEAM

DAY = ("--on", "2026-10-31")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's data folder, and in it a quality consultant, who may look, and an analyst, who may not."""
    folder = copied("demo", make_demo, tmp_path_factory.mktemp("casework"), tmp_path_factory)
    for name, role in (("karen", "quality_consultant"), ("anders", "analyst")):
        added = typed("user", "add", name, "--role", role, home=folder)
        assert added.returncode == 0, added.stderr
    return folder


def run(*words: str, home: Path) -> subprocess.CompletedProcess[str]:
    return pejl("casework", *words, home=home)


def answered(*words: str, home: Path) -> Any:
    found = run(*words, "--json", home=home)
    assert found.returncode == 0, found.stderr
    return json.loads(found.stdout)


def test_the_worklists_are_counted_and_small_counts_are_hidden(home: Path) -> None:
    lists = answered("due", *DAY, home=home)["lists"]
    assert list(lists) == ["frist", "overskredet", "tabt", "bortfaldet", "begrundelse", "alle"]
    assert all(each["least"] in (0, 1) or each["least"] % 10 == 5 for each in lists.values())
    one = run("due", *DAY, "--list", "overskredet", "--team", TEAM, home=home)
    assert one.returncode == 0, one.stderr
    assert "Første samtale" in one.stdout
    assert "FK9" not in one.stdout


def test_a_list_or_a_team_that_there_is_not_is_told(home: Path) -> None:
    for words in (("--list", "glemt"), ("--team", "Ingen"), ("--persons",)):
        found = run("due", *DAY, *words, home=home)
        assert found.returncode == 2
        assert "names one of" in found.stderr


def test_persons_are_listed_for_a_purpose_and_each_is_logged(home: Path) -> None:
    asked = ("due", *DAY, "--list", "overskredet", "--team", TEAM, "--persons")
    assert run(*asked, home=home).returncode == 2
    assert run(*asked, "--who", "karen", home=home).returncode == 2
    refused = run(*asked, "--who", "anders", "--why", "supervision", home=home)
    assert refused.returncode == 2
    assert "anders may not" in refused.stderr
    rows = answered(*asked, "--who", "karen", "--why", "supervision", home=home)
    assert {row["state"] for row in rows} == {"overskredet"}
    log = json.loads(pejl("access", "log", "--user", "karen", "--json", home=home).stdout)
    assert {look["person"] for look in log} == {row["person"] for row in rows}
    assert {look["purpose"] for look in log} == {"supervision"}


def test_shares_are_told_with_intervals_and_few_as_bounds(home: Path) -> None:
    found = answered("timeliness", *DAY, "--by", "team", home=home)
    assert {"samtaler_akasse", "foerste_tilbud"} <= {each["duty"] for each in found["duties"]}
    for each in found["duties"]:
        total = each["total"]
        if not total["hidden"] and total["share"] is not None:
            assert total["least"] <= total["share"] <= total["most"]
        parts = [*each["parts"], total]
        assert all(part["share"] is None for part in parts if part["hidden"])
    assert {"dagpenge_akasse", "tilbud_samlet"} <= {each["group"] for each in found["groups"]}


def test_the_rows_come_as_csv_too(home: Path) -> None:
    found = run("timeliness", *DAY, "--csv", home=home)
    rows = list(csv.DictReader(io.StringIO(found.stdout)))
    assert {row["day"] for row in rows} == {"2026-10-31"}


def test_a_day_before_all_deliveries_is_judged_by_a_later_snapshot(home: Path) -> None:
    unknown = run("timeliness", "--on", "2024-11-30", home=home)
    assert unknown.returncode == 1
    assert "vidste ikke noget" in unknown.stderr
    later = answered("timeliness", "--on", "2024-11-30", "--snapshot", "2026-10-31", home=home)
    assert later["day"] == "2024-11-30" and later["duties"]


def test_the_same_seed_draws_the_same_cases(home: Path) -> None:
    asked = ("audit", *DAY, "--sample", "12", "--persons", "--who", "karen", "--why", "supervision")
    one, again = (answered(*asked, "--seed", "3", home=home) for _ in range(2))
    assert one == again
    assert len(one["sample"]) == 12
    other = answered(*asked, "--seed", "4", home=home)
    assert other["sample"] != one["sample"]


def test_an_audit_says_what_it_cannot_check_until_a_scenario_supposes_it(home: Path) -> None:
    found = run("audit", *DAY, home=home)
    assert found.returncode == 0, found.stderr
    assert "plan_fleksjob: no case to check" in found.stderr
    supposed = run("audit", *DAY, "--scenario", "fjordby", home=home)
    assert "plan_fleksjob: no case" not in supposed.stderr
    wrong = run("audit", *DAY, "--scenario", "findes_ikke", home=home)
    assert wrong.returncode == 2
    assert "fjordby" in wrong.stderr
