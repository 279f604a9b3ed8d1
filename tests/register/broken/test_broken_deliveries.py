"""Somebody delivers something broken: nothing is loaded, or exactly the bad rows are put aside. Each by its name."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from pejl.home.folders import Home
from pejl.intake.faults import FaultKind
from pejl.intake.quarantine.quarantined import FILE, LINE, REASONS
from pejl.register import parquet
from pejl.register.loading import load
from pejl.register.report import Outcome
from register.broken.fjordby import NUMBERS, described, whole
from register.broken.kinds import KINDS, Bad, Kind
from register.deliveries import KEY, OTHER_KEY


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home that holds an earlier delivery with nothing broken."""
    folder = tmp_path_factory.mktemp("earlier")
    earlier = written(folder / "delivery", {**whole(), **described("2025-12-31", "2025-11-30")})
    report = load(earlier, Home(folder / "home"), KEY)
    assert [each.quarantined for each in report.tables] == [0, 0, 0]
    return folder / "home"


def written(folder: Path, files: dict[str, bytes]) -> Path:
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder


def laid(kind: Kind, folder: Path) -> Path:
    if kind.packed is None:
        return written(folder / "delivery", kind.delivered())
    (folder / "delivery.zip").write_bytes(kind.packed)
    return folder / "delivery.zip"


def tree(home: Home) -> dict[str, bytes]:
    return {
        str(path.relative_to(home.register)): path.read_bytes() for path in home.register.rglob("*") if path.is_file()
    }


def put_aside(home: Home, snapshot: str) -> list[Bad]:
    return sorted(
        (row[FILE], row[LINE], FaultKind(fault["kind"]), fault["column"])
        for path in (home.register / snapshot / "quarantine").glob("*.parquet")
        for batch in parquet.batches(path)
        for row in batch.to_pylist()
        for fault in row[REASONS]
    )


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_broken_delivery_loads_nothing_or_loses_just_its_bad_rows(kind: Kind, loaded: Path, tmp_path: Path) -> None:
    shutil.copytree(loaded, tmp_path / "home")
    home = Home(tmp_path / "home")
    before = tree(home)
    report = load(laid(kind, tmp_path), home, OTHER_KEY if kind.other_key else KEY)
    after = tree(home)
    assert {name: after.get(name) for name in before} == before
    new = after.keys() - before.keys()
    if kind.refused:
        assert report.outcome is Outcome.REFUSED, report.tables
        assert re.search(kind.refused, report.sentence, re.DOTALL), report.sentence
        assert new == {f"refused/{report.id}.json"}
    else:
        assert report.outcome is Outcome.LOADED, report.sentence
        assert put_aside(home, report.snapshot) == sorted(kind.bad)
        tables = {each.name: each for each in report.tables}
        assert sum(each.quarantined for each in report.tables) == len({bad[:2] for bad in kind.bad})
        assert tables["benefit_spells"].accepted == (
            4 - len({bad for bad in kind.bad if bad[0].startswith("ydelser")}) if kind.spells is None else kind.spells
        )
        assert {name.split("/")[0] for name in new} == {report.snapshot}
    for number in NUMBERS:
        for digits in (number, number.replace("-", "")):
            assert not [name for name, data in after.items() if digits.encode() in data]


def test_there_are_at_least_thirty_kinds_and_each_has_its_own_name() -> None:
    assert len({kind.name for kind in KINDS}) == len(KINDS) >= 30


def test_every_kind_of_fault_comes_of_some_broken_delivery() -> None:
    assert {bad[2] for kind in KINDS for bad in kind.bad} == set(FaultKind)
