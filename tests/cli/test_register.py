"""`pejl register`, as a person types it."""

from __future__ import annotations

import json
import stat
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.pejl_command import PEJL, environment, pejl
from pejl.intake.key import read_key
from pejl.intake.pseudonym import Identifier, Pseudonyms
from register.deliveries import delivery, person, spell


@pytest.fixture
def home(tmp_path: Path, tables_in: Callable[[Path], Path]) -> Path:
    folder = tables_in(tmp_path / "data")
    assert pejl("register", "key", tmp_path / "key", home=folder).returncode == 0
    return folder


def run(*words: str | Path, home: Path) -> subprocess.CompletedProcess[str]:
    return pejl("register", *words, home=home, PEJL_KEY_FILE=str(home.parent / "key"))


def november(home: Path) -> Path:
    tables = {"persons": [person("1"), person("2")], "benefit_spells": [spell("a", "1"), spell("b", "9")]}
    return delivery(home.parent / "november", "2025-11-30", tables)


def test_a_delivery_is_loaded_shown_mended_compared_and_forgotten(home: Path, tmp_path: Path) -> None:
    loaded = run("load", november(home), home=home)
    assert loaded.returncode == 0, loaded.stderr
    assert "benefit_spells          2         1            1" in loaded.stdout
    assert "henviser til noget" in loaded.stdout
    again = run("load", tmp_path / "november", home=home)
    assert (again.returncode, "already loaded" in again.stdout) == (0, True)

    listed = json.loads(run("list", "--json", home=home).stdout)
    shown = run("show", home=home)
    assert "Every file is what was written." in shown.stdout
    assert listed[0]["id"] in shown.stdout
    assert json.loads(run("report", "--json", home=home).stdout)["outcome"] == "loaded"

    assert "benefit_spells: 1 rows" in run("quarantine", home=home).stdout
    told = json.loads(run("quarantine", "--json", home=home).stdout)
    assert [(each["table"], each["rows"], len(each["first"])) for each in told] == [("benefit_spells", 1, 1)]
    exported = run("quarantine", "--export", tmp_path / "mend", home=home)
    assert exported.returncode == 0, exported.stderr
    assert stat.S_IMODE((tmp_path / "mend").stat().st_mode) == 0o700
    assert run("quarantine", "--export", tmp_path / "mend", home=home).returncode == 2, "nothing is written over"
    assert run("quarantine", "--export", tmp_path / "new" / "mend.zip", home=home).returncode == 0
    assert zipfile.is_zipfile(tmp_path / "new" / "mend.zip")
    rows = (tmp_path / "mend" / "benefit_spells.csv").read_text(encoding="utf-8-sig").splitlines()
    known = pseudonym_of("1", home)
    (tmp_path / "mend" / "benefit_spells.csv").write_text(
        "\n".join([rows[0], rows[1].replace(rows[1].split(";")[1], known)]), encoding="utf-8"
    )
    mended = run("load", tmp_path / "mend", home=home)
    assert mended.returncode == 0, mended.stdout + mended.stderr

    one, two = (each["id"] for each in json.loads(run("list", "--json", home=home).stdout))
    diff = run("diff", one, two, "benefit_spells", home=home)
    assert "b  new" in diff.stdout
    assert run("diff", one, one, home=home).returncode == 1

    forgot = run("forget", "--person", known, "--who", "Else Brandt", "--why", "Efter ønske", home=home)
    assert forgot.returncode == 0, forgot.stderr
    assert "persons: 2" in forgot.stdout
    assert run("forget", "--person", known, "--who", "Else", "--why", "Igen", home=home).returncode == 1
    assert run("show", home=home).returncode == 0


def pseudonym_of(number: str, home: Path) -> str:
    """The pseudonym of a person by the number of the source."""
    key = read_key(home.parent / "key")
    return str(Pseudonyms(key, "Fjordby Kommunes fagsystem").one(number, Identifier.OWN))


def test_without_a_key_it_says_how_to_make_one(tmp_path: Path) -> None:
    said = pejl("register", "load", tmp_path, home=tmp_path)
    assert said.returncode == 2
    assert "pejl register key" in said.stderr


def test_a_refused_delivery_ends_with_exit_code_2_and_is_told_again(home: Path) -> None:
    path = november(home)
    (path / "persons.csv").write_text("", encoding="utf-8")
    refused = run("load", path, home=home)
    assert refused.returncode == 2
    assert "refused" in refused.stdout
    assert run("report", home=home).stdout == refused.stdout


@pytest.mark.parametrize("words", [["list"], ["show"], ["report"], ["quarantine"], ["diff", "a", "b"]])
def test_an_empty_register_is_said_to_be_empty(words: list[str], home: Path) -> None:
    said = run(*words, home=home)
    assert said.returncode == 1
    assert said.stderr
    assert not said.stdout


def test_a_cpr_number_among_the_words_is_not_taken(home: Path) -> None:
    said = run("forget", "--person", "0101019999", "--who", "Else", "--why", "x", home=home)
    assert said.returncode == 2
    assert "--person -" in said.stderr
    assert "0101019999" not in said.stderr


def test_a_file_that_somebody_touched_is_found(home: Path) -> None:
    run("load", november(home), home=home)
    name = json.loads(run("list", "--json", home=home).stdout)[0]["id"]
    path = home / "register" / name / "persons.parquet"
    path.write_bytes(path.read_bytes() + b" ")
    shown = run("show", home=home)
    assert shown.returncode == 2
    assert "er ændret" in shown.stdout


def test_the_contract_is_printed_in_three_ways(home: Path) -> None:
    assert "benefit_spells (Ydelsesforløb)" in run("contract", home=home).stdout
    assert json.loads(run("contract", "--json", home=home).stdout)["name"] == "pejl.register"
    assert run("contract", "--markdown", home=home).stdout.startswith("# The contract pejl.register-1")
    assert run("contract", "--json", "--markdown", home=home).returncode == 2


def test_a_cpr_number_is_asked_for_and_piped_in(home: Path) -> None:
    tables = {"persons": [person("0101389901"), person("0201389901")]}
    loaded = run("load", delivery(home.parent / "d", "2025-12-31", tables, identifier="cpr"), home=home)
    assert loaded.returncode == 0, loaded.stdout
    words = ["register", "forget", "--person", "-", "--who", "Else Brandt", "--why", "Efter ønske"]
    forgot = subprocess.run(
        [PEJL, *words],
        input="010138-9901\n",
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**environment(home), "PEJL_KEY_FILE": str(home.parent / "key")},
        cwd=home,
        check=False,
    )
    assert forgot.returncode == 0, forgot.stderr
    assert "persons: 1" in forgot.stdout
    assert "9901" not in forgot.stdout + forgot.stderr
