"""The commands about the log and the switch, as whoever answers for the screening types them."""

from __future__ import annotations

import json
import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.pejl_command import PEJL, environment, pejl

PERSON = "p" + "b" * 26
PASSWORD = "gul-hest-under-broen"  # noqa: S105 - of invented users
NAMED = ("--who", "Anne Holm", "--why", "Fejl i leverancen")
AS_LISE = ("--who", "lise", "--why", "casework")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, tables_in: Callable[[Path], Path]) -> Path:
    """An installation with a caseworker and a team leader, and nothing else."""
    folder = tables_in(tmp_path_factory.mktemp("screening-log"))
    for name, role in (("lise", "caseworker"), ("gry", "team-leader")):
        subprocess.run(
            [PEJL, "access", "user", "add", name, "--role", role],
            input=f"{PASSWORD}\n",
            text=True,
            capture_output=True,
            env=environment(folder),
            check=True,
        )
    return folder


def screening(*words: str, home: Path) -> subprocess.CompletedProcess[str]:
    return pejl("screening", *words, home=home)


@pytest.mark.long
def test_the_switch_the_objection_and_the_log_of_both(home: Path) -> None:
    assert screening("stop", *NAMED, home=home).stdout == "The screening is stopped.\n"
    anchor = screening("log", "anchor", home=home).stdout.strip()
    assert anchor.startswith("1:")
    assert screening("start", *NAMED, home=home).stdout == "The screening runs again.\n"

    written = screening("objection", PERSON, *AS_LISE, home=home)
    assert written.stdout == "The objection is written. The citizen is not assessed.\n", written.stderr
    looks = json.loads(pejl("access", "log", "--json", home=home).stdout)
    assert [(look["person"], look["page"]) for look in looks] == [(PERSON, "pejl screening objection")]

    whole = screening("log", "verify", "--anchor", anchor, home=home)
    assert whole.returncode == 0 and whole.stdout.endswith("The log is whole.\n")

    denied = screening("log", "export", *AS_LISE, home=home)
    assert denied.returncode == 2 and "lise may not" in denied.stderr
    out = screening("log", "export", "--who", "gry", "--why", "supervision", home=home).stdout.splitlines()
    assert [json.loads(line).get("event") for line in out] == ["stoppet", "startet", "indsigelse", None]
    assert json.loads(out[-1])["verification"]["whole"]

    with sqlite3.connect(home / "pejl.sqlite3") as database:
        database.execute("UPDATE screening_logentry SET who = 'En anden' WHERE number = 2")
    found = screening("log", "verify", "--json", home=home)
    assert found.returncode == 1 and json.loads(found.stdout)["faults"][0]["number"] == 2


@pytest.mark.long
def test_the_review_tells_of_teams_and_of_users_to_who_may_know(home: Path) -> None:
    screening("objection", "p" + "c" * 26, *AS_LISE, home=home)
    told = json.loads(screening("log", "review", "--json", home=home).stdout)
    assert "users" not in told and told["teams"][0]["persons"] == {"least": 1, "most": 4}
    denied = screening("log", "review", "--users", *AS_LISE, home=home)
    assert denied.returncode == 2 and "--users" not in denied.stdout
    named = screening("log", "review", "--users", "--who", "gry", "--why", "supervision", home=home)
    assert "lise" in named.stdout


@pytest.mark.long
@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("objection", "0101011234", *AS_LISE), "That is no pseudonym"),
        (("objection", PERSON, "--who", "lise"), "needs --why"),
        (("objection", PERSON, "--who", "gert", "--why", "casework"), "no user called"),
        (("ask", PERSON, *AS_LISE), "Registeret"),
        (("log", "verify", "--anchor", "x"), "An anchor is a number"),
        (("log", "retain", "--years", "1", "--who", "Anne", "--why", " "), "the reason"),
        (("stop", "--who", " ", "--why", "x"), "needs the name"),
        (("start", *NAMED), "er ikke stoppet"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(home: Path, words: tuple[str, ...], sentence: str) -> None:
    done = screening(*words, home=home)
    assert done.returncode in (1, 2) and sentence in done.stderr, done.stderr
    assert "Traceback" not in done.stderr and "010101" not in done.stderr
