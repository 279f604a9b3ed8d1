"""`pejl register simulate`, as a person types it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.pejl_command import pejl
from register.deliveries import delivery, person, spell

SMALL = ("--persons", "1000", "--seed", "3", "--from", "2025-01-01", "--to", "2025-12-31")


@pytest.fixture
def home(tmp_path: Path, tables_in: Callable[[Path], Path]) -> Path:
    folder = tables_in(tmp_path / "data")
    assert pejl("register", "key", tmp_path / "key", home=folder).returncode == 0
    return folder


def run(*words: str | Path, home: Path) -> subprocess.CompletedProcess[str]:
    return pejl("register", *words, home=home, PEJL_KEY_FILE=str(home.parent / "key"))


def test_the_municipality_is_made_loaded_and_held_against_the_levels(home: Path) -> None:
    made = run("simulate", *SMALL, home=home)
    assert made.returncode == 0, made.stderr
    head, *rows = made.stdout.splitlines()
    assert head.split() == ["level", "day", "published", "simulated", "deviation"]
    assert any(row.startswith("on dagpenge") and "13.8" in row and "14.0" in row for row in rows)
    assert {path.name for path in (home / "simulation").iterdir()} == {
        "truth.parquet",
        "planted.csv",
        "stories.csv",
        "letters.csv",
        "informed.csv",
    }
    assert len(json.loads(run("list", "--json", home=home).stdout)) == 2
    again = run("simulate", *SMALL, "--json", home=home)
    assert again.returncode == 0, again.stderr
    assert "allerede" in again.stderr or "indlæst før" in again.stderr
    assert {"dagpenge", "complaints"} <= {each["level"] for each in json.loads(again.stdout)}
    assert len(json.loads(run("list", "--json", home=home).stdout)) == 2


def test_the_deliveries_can_be_written_without_being_loaded(home: Path, tmp_path: Path) -> None:
    written = pejl("register", "simulate", *SMALL, "--out", tmp_path / "out", home=home)
    assert written.returncode == 0, written.stderr
    folders = [Path(line) for line in written.stdout.splitlines()]
    assert [folder.name for folder in folders] == ["2025-09-30", "2025-12-31"]
    assert not (home / "register").exists()
    loaded = run("load", folders[0], home=home)
    assert loaded.returncode == 0, loaded.stdout + loaded.stderr


def test_invented_people_are_not_put_among_others(home: Path, tmp_path: Path) -> None:
    tables = {"persons": [person("1")], "benefit_spells": [spell("a", "1")]}
    real = delivery(tmp_path / "real", "2025-11-30", tables, source="Et andet system")
    assert run("load", real, home=home).returncode == 0
    refused = run("simulate", *SMALL, home=home)
    assert refused.returncode == 2
    assert "PEJL_HOME" in refused.stderr
    assert len(json.loads(run("list", "--json", home=home).stdout)) == 1


def test_a_time_that_cannot_be_simulated_is_told(home: Path) -> None:
    told = run("simulate", "--from", "2026-01-01", "--to", "2025-01-01", home=home)
    assert told.returncode == 2
    assert "first before the last" in told.stderr
