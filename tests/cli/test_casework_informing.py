"""`pejl casework informing`, as a person types it."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from cli.pejl_command import make_demo, pejl
from cli.test_access import typed
from once import copied

DUTY = ("omfattet_af_arbejdspligt", "--from", "2025-07-01")
AUGUST = ("--on", "2025-08-31", "--snapshot", "2026-10-31")
ASK_FOR_SOMETHING = {"missed", "wrongly"}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's data folder with its letters, a leader who may look, and an analyst who may not."""
    folder = copied("demo", make_demo, tmp_path_factory.mktemp("informing"), tmp_path_factory)
    for name, role in (("else", "team_leader"), ("anders", "analyst")):
        added = typed("user", "add", name, "--role", role, home=folder)
        assert added.returncode == 0, added.stderr
    return folder


def run(*words: str | Path, home: Path) -> subprocess.CompletedProcess[str]:
    return pejl("casework", "informing", *words, home=home, PEJL_KEY_FILE=str(home / "demo.key"))


def persons(home: Path, named: str, *more: str) -> list[dict[str, Any]]:
    who = ("--persons", "--who", "else", "--why", "supervision", "--json")
    found = run(*DUTY, *AUGUST, "--list", named, *who, *more, home=home)
    assert found.returncode in (0, 1), found.stderr
    rows: list[dict[str, Any]] = json.loads(found.stdout)
    return rows


def test_the_planted_letters_lead_to_exactly_what_the_stories_say(home: Path) -> None:
    with (home / "simulation" / "informed.csv").open(encoding="utf-8") as file:
        told = [(row["person"], row["state"]) for row in csv.DictReader(file) if row["day"] == AUGUST[1]]
    planted = {each for each in told if each[1] in ASK_FOR_SOMETHING}
    found = {(row["person"], row["list"]) for named in ASK_FOR_SOMETHING for row in persons(home, named)}
    ours = {person for person, _ in told}
    assert planted and {each for each in found if each[0] in ours} == planted


def test_counts_are_told_without_persons_and_small_ones_are_hidden(home: Path) -> None:
    found = run(*DUTY, *AUGUST, home=home)
    assert found.returncode == 0, found.stderr
    assert "LAB kap. 16 a" in found.stdout and ["corrected", "1-4"] in map(str.split, found.stdout.splitlines())
    told = json.loads(run(*DUTY, *AUGUST, "--json", home=home).stdout)
    assert told["lists"]["corrected"] == {"least": 1, "most": 4} and told["day"] == "2025-08-31"
    teams = run(*DUTY, *AUGUST, "--list", "wrongly", home=home)
    assert "Prøveholdet" in teams.stdout and "p2" not in teams.stdout
    every = run(home=home)
    assert every.returncode == 0 and "udbetalt_sats=mindstesats --from 2025-07-01" in every.stdout
    topics = {each["topic"]: each for each in json.loads(run("--json", home=home).stdout)}
    assert topics["udbetalt_sats=mindstesats"]["lists"].keys() == told["lists"].keys()


def test_persons_are_told_for_a_purpose_and_each_is_logged(home: Path) -> None:
    asked = (*DUTY, *AUGUST, "--list", "late", "--persons")
    assert run(*asked, home=home).returncode == 2
    assert "anders may not" in run(*asked, "--who", "anders", "--why", "supervision", home=home).stderr
    (row,) = persons(home, "late")
    assert "LAB kap. 16 a" in row["why"] and "7 dage efter" in row["why"]
    assert not persons(home, "late", "--within", "7")
    log = json.loads(pejl("access", "log", "--user", "else", "--json", home=home).stdout)
    assert row["person"] in {look["person"] for look in log if look["right"] == "casework_informing"}
    as_csv = run(*asked, "--who", "else", "--why", "supervision", "--csv", home=home)
    assert [each["person"] for each in csv.DictReader(io.StringIO(as_csv.stdout))] == [row["person"]]


def test_what_cannot_be_asked_is_told_with_a_sentence(home: Path) -> None:
    for words, said in (
        ((DUTY[0],), "--from names the day"),
        ((*DUTY, "--persons"), "name a --list"),
        (("findes_ikke", *DUTY[1:]), "ingen regel eller pligt"),
        (("paa_mindstesats", "--from", "2024-01-01"), "intet indhold for 1. januar 2024"),
        ((*DUTY, "--scenario", "findes_ikke"), "fjordby"),
    ):
        found = run(*words, home=home)
        assert found.returncode == 2 and said in found.stderr, found.stderr
    early = run(*DUTY, "--on", "2020-01-01", home=home)
    assert early.returncode == 1 and "vidste ikke noget" in early.stderr


def test_letters_are_taken_in_once_and_bad_lines_are_told(home: Path, tmp_path: Path) -> None:
    own = tmp_path / "home"
    shutil.copytree(home, own)
    (who,) = [row["person"] for row in persons(own, "late")]
    file = tmp_path / "breve.csv"
    file.write_text(f"borger;sendt\n{who};24-06-2025\n010170-1234;24-06-2025\n", encoding="utf-8")
    words = ("import", file, "--identifier", "pseudonym", "--topic", DUTY[0], "--json")
    first = run(*words, home=own)
    assert first.returncode == 1 and json.loads(first.stdout)["recorded"] == 1
    assert json.loads(first.stdout)["faults"][0]["line"] == 3 and "010170" not in first.stdout + first.stderr
    assert json.loads(run(*words, home=own).stdout)["already_there"] == 1
    assert not persons(own, "late") and who in {row["person"] for row in persons(own, "twice")}
    assert run("import", tmp_path / "ingen.csv", home=own).returncode == 2
    file.write_text("noget;andet\n1;2\n", encoding="utf-8")
    assert "person og sendt" in run("import", file, home=own).stderr


def test_letters_under_another_key_are_not_taken_in(home: Path, tmp_path: Path) -> None:
    (tmp_path / "breve.csv").write_text("cpr;sendt\n", encoding="utf-8")
    assert pejl("register", "key", tmp_path / "key", home=home).returncode == 0
    found = pejl(
        "casework", "informing", "import", tmp_path / "breve.csv", home=home, PEJL_KEY_FILE=str(tmp_path / "key")
    )
    assert found.returncode == 2 and "another key" in found.stderr


def test_the_help_is_that_of_the_question(home: Path) -> None:
    found = run("--help", home=home)
    assert "--from DATE" in found.stdout and "import" in found.stdout
