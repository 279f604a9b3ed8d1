"""`pejl access`, as somebody who runs an installation meets it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from cli.pejl_command import PEJL, environment, pejl

pytestmark = pytest.mark.usefixtures("tables")

PASSWORD = "gul-hest-under-broen"  # noqa: S105 - of invented users


def typed(*words: str, home: Path, line: str = PASSWORD) -> subprocess.CompletedProcess[str]:
    """The command with a password piped in."""
    return subprocess.run(
        [PEJL, "access", *words],
        input=f"{line}\n",
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment(home),
        cwd=home,
        check=False,
        timeout=120,
    )


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder in which there is nobody yet; its database is made once."""
    home = tmp_path_factory.mktemp("empty")
    pejl("access", "user", "list", home=home)
    return home


def test_a_user_is_made_given_another_role_and_shut_out(tmp_path: Path) -> None:
    words = ("--role", "caseworker", "--full-name", "Bo Lund", "--email", "bo@fjordby.example")
    made = typed("user", "add", "bo", *words, home=tmp_path)
    assert (made.returncode, made.stdout) == (0, "bo can log in as caseworker.\n")
    assert PASSWORD not in made.stdout + made.stderr
    changed = pejl("access", "user", "role", "bo", "--role", "team-leader", "--role", "analyst", home=tmp_path)
    assert changed.stdout == "bo is now team_leader, analyst.\n"
    assert pejl("access", "user", "disable", "bo", "--who", "Else", home=tmp_path).stdout == "bo is shut out.\n"
    (told,) = json.loads(pejl("access", "user", "list", "--json", home=tmp_path).stdout)
    assert told["roles"] == ["team_leader", "analyst"] and not told["active"] and told["full_name"] == "Bo Lund"
    assert typed("user", "password", "bo", home=tmp_path, line="rød-ko-over-hegnet").returncode == 0
    assert pejl("access", "user", "enable", "bo", home=tmp_path).returncode == 0
    database = tmp_path / "pejl.sqlite3"
    assert not database.stat().st_mode & 0o007
    assert PASSWORD.encode() not in database.read_bytes()


@pytest.mark.parametrize(
    ("words", "line", "code", "sentence"),
    [
        (("user", "add", "bo", "--role", "chef"), PASSWORD, 2, "There is no role 'chef'. The roles are: reader,"),
        (("user", "add", "bo", "--role", "analyst"), "kort", 2, "This password is too short."),
        (("user", "add", "bo", "--role", "analyst"), "", 2, "This password is too short."),
        (("user", "add", "bo lund", "--role", "analyst"), PASSWORD, 2, "Enter a valid username."),
        (("user", "disable", "ida"), "", 1, "There is no user called 'ida'."),
        (("user", "list"), "", 1, "There are no users yet."),
        (("log",), "", 1, "Nobody has looked at anybody"),
        (("log", "--since", "i går"), "", 2, "i går"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(
    empty: Path, words: tuple[str, ...], line: str, code: int, sentence: str
) -> None:
    said = typed(*words, home=empty, line=line)
    assert said.returncode == code and sentence in said.stderr and "Traceback" not in said.stderr
    assert not said.stdout


def test_the_roles_are_told_with_their_rights(empty: Path) -> None:
    told = {each["role"]: each["rights"] for each in json.loads(pejl("access", "roles", "--json", home=empty).stdout)}
    assert "register_person" in told["caseworker"] and "register_person" not in told["administrator"]
    assert "caseworker: " in pejl("access", "roles", home=empty).stdout


def test_the_log_is_a_json_document_also_where_it_is_empty(empty: Path) -> None:
    assert json.loads(pejl("access", "log", "--person", "p" + "a" * 26, "--json", home=empty).stdout) == []


def test_a_secret_that_is_too_short_stops_the_site_with_a_sentence(tmp_path: Path) -> None:
    said = pejl("serve", "--port", "18999", home=tmp_path, **{"PEJL_SECRET_KEY": "kort"})
    assert said.returncode == 2 and "PEJL_SECRET_KEY has 4 characters" in said.stderr
