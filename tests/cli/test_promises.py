"""`pejl record promises`: a person sees what was promised, and says what became of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cli.pejl_command import pejl

pytestmark = pytest.mark.usefixtures("tables")

PROMISE = """\
Beskæftigelsesudvalget

Referat fra mødet onsdag den 10. september 2025 kl. 16.00

Punkt 1. Handleplaner efter revisionen

Indstilling
Forvaltningen indstiller, at handleplanerne godkendes.

Beslutning
Godkendt.

Sagsfremstilling
En status på handleplanerne forelægges udvalget i 1. kvartal 2026. En redegørelse om klager forelægges udvalget i
november 2025.
"""
KEEPER = """\
Beskæftigelsesudvalget

Referat fra mødet onsdag den 11. marts 2026 kl. 16.00

Punkt 1. Status på handleplanerne

Indstilling
Forvaltningen indstiller, at status tages til efterretning.

Beslutning
Taget til efterretning.
"""
ADDRESS = "fjordby-kommune/beskaeftigelsesudvalg/2026-03-11/punkt-1"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "minutes"
    folder.mkdir()
    (folder / "a.txt").write_text(PROMISE, encoding="utf-8")
    (folder / "b.txt").write_text(KEEPER, encoding="utf-8")
    done = pejl("record", "import", folder, "--municipality", "Fjordby Kommune", home=tmp_path)
    assert done.returncode == 0, done.stderr
    return tmp_path


def listed(home: Path, *words: str) -> list[dict[str, Any]]:
    said = pejl("record", "promises", "--as-of", "2026-05-01", "--json", *words, home=home)
    assert said.returncode in {0, 1}, said.stderr
    told: list[dict[str, Any]] = json.loads(said.stdout)
    return told


def test_promises_are_told_with_their_state_on_a_day(home: Path) -> None:
    assert [(row["state"], row["what"]) for row in listed(home)] == [
        ("overdue", "En redegørelse om klager"),
        ("kept", "En status på handleplanerne"),
    ]
    assert [row["state"] for row in listed(home, "--state", "kept")] == ["kept"]
    assert listed(home, "--text", "enhjørning") == []
    said = pejl("record", "promises", "--as-of", "2025-10-01", home=home)
    assert said.stdout.splitlines()[0].startswith("coming   ")
    assert "2025-11-01 to 2025-11-30 (i november 2025), by Forvaltningen" in said.stdout


def test_a_person_keeps_drops_and_reopens(home: Path) -> None:
    overdue, kept = listed(home)
    assert (kept["kept_by"]["item"], kept["kept_by"]["confirmed"]) == (ADDRESS, False)
    done = pejl("record", "promises", "keep", kept["key"], "--item", ADDRESS, "--who", "Anna Holm", home=home)
    assert (done.returncode, done.stdout) == (0, f"{kept['key']} is kept by {ADDRESS}.\n")
    pejl("record", "promises", "drop", overdue["key"], "--who", "Anna Holm", "--why", "Overhalet.", home=home)
    now = {row["key"]: row for row in json.loads(pejl("record", "promises", "--json", home=home).stdout)}
    assert now[kept["key"]]["kept_by"]["confirmed"]
    assert (now[overdue["key"]]["state"], now[overdue["key"]]["dropped"]) == ("dropped", "Overhalet.")
    rebuilt = pejl("record", "rebuild", home=home)
    assert rebuilt.returncode == 0
    pejl("record", "promises", "reopen", overdue["key"], "--who", "Bo Lund", home=home)
    after = {row["key"]: row for row in json.loads(pejl("record", "promises", "--json", home=home).stdout)}
    assert after[kept["key"]]["kept_by"]["confirmed"]
    assert after[overdue["key"]]["state"] == "overdue"


def test_what_cannot_be_is_refused_with_a_sentence(home: Path) -> None:
    (key,) = (row["key"] for row in listed(home, "--state", "overdue"))
    for words in (
        ("keep", key, "--item", "nowhere", "--who", "Anna Holm"),
        ("keep", "nothere", "--item", ADDRESS, "--who", "Anna Holm"),
        ("keep", key, "--item", ADDRESS, "--who", " "),
        ("drop", key, "--who", "Anna Holm", "--why", ""),
        ("reopen", key, "--who", "Anna Holm"),
    ):
        said = pejl("record", "promises", *words, home=home)
        assert (said.returncode, said.stdout) == (2, ""), words
        assert said.stderr.endswith(".\n") and "Traceback" not in said.stderr


def test_a_record_without_promises_says_so(tmp_path: Path) -> None:
    said = pejl("record", "promises", home=tmp_path)
    assert (said.returncode, said.stdout) == (1, "")
    assert said.stderr.startswith("The record in ") and "`pejl record import PATH` takes minutes in" in said.stderr


@pytest.mark.parametrize("day", ["2025-13-01", "1. maj", ""])
def test_what_is_no_day_is_named_with_how_to_write_one(home: Path, day: str) -> None:
    said = pejl("record", "promises", "--as-of", day, home=home)
    assert said.returncode == 2
    assert "is no day. Write it as 2026-01-15." in said.stderr
