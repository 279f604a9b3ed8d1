"""A register that was filled before the contract got another column: the column is empty there, and work goes on."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from pejl.home.folders import Home
from pejl.register.differences import between
from pejl.register.loading import load
from pejl.register.parquet import sha256_of
from pejl.register.places import MANIFEST, Places
from pejl.register.register import Register
from pejl.register.report import Outcome
from register.deliveries import KEY, delivery, person

NOVEMBER, DECEMBER = dt.date(2025, 11, 30), dt.date(2025, 12, 31)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """One delivery of two persons, written as it was before the register knew of a person's sex."""
    found = Home(tmp_path / "home")
    load(delivery(tmp_path / "first", NOVEMBER, {"persons": [person("1"), person("2")]}), found, KEY)
    folder = Places.of(found).snapshot(Register(found).newest().id)
    path, manifest = folder / "persons.parquet", folder / MANIFEST
    before = sha256_of(path)
    pq.write_table(pq.read_table(path).drop_columns(["sex"]), path)
    manifest.write_text(manifest.read_text(encoding="utf-8").replace(before, sha256_of(path)), encoding="utf-8")
    return found


def sexes(home: Home) -> list[str | None]:
    return sorted(Register(home).newest().table("persons").sex.to_pyarrow().to_pylist(), key=str)


def test_it_is_empty_where_it_was_not_asked_for(home: Home) -> None:
    assert sexes(home) == [None, None]


def test_additions_are_laid_beside_and_told_as_changes(home: Home, tmp_path: Path) -> None:
    added = delivery(
        tmp_path / "more", DECEMBER, {"persons": [person("2", sex="kvinde")]}, covers={"persons": "additions"}
    )
    report = load(added, home, KEY)
    assert report.outcome is Outcome.LOADED
    assert sexes(home) == [None, "kvinde"]
    known = Register(home).snapshots()
    with between(home, known[0], known[1], "persons") as found:
        assert [(row.column, row.now) for row in found.rows] == [("sex", "kvinde")]
