"""`pejl record verify`: a clerk asks whether the archive, or a backup of it, is whole."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.pejl_command import pejl

pytestmark = pytest.mark.usefixtures("tables")

HEAD = "Beskæftigelsesudvalget\n\nReferat fra mødet onsdag den {day}. marts 2025\n\n"
TEXT = HEAD + "Punkt 1. Budget\n\nBeslutning\nGodkendt.\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    for day in (5, 12):
        (tmp_path / f"moede-{day}.txt").write_text(TEXT.format(day=day), encoding="utf-8")
    home = tmp_path / "home"
    home.mkdir()
    files = [tmp_path / "moede-5.txt", tmp_path / "moede-12.txt"]
    assert pejl("record", "import", *files, home=home).returncode == 0
    return home


def archived(home: Path) -> list[Path]:
    return sorted((home / "archive").glob("??/*.txt"))


def test_a_whole_archive_is_said_to_be_whole(home: Path) -> None:
    said = pejl("record", "verify", home=home)
    assert (said.returncode, said.stdout) == (0, "")
    assert "2 files read. Nothing is wrong." in said.stderr
    assert json.loads(pejl("record", "verify", "--json", home=home).stdout) == {"files": 2, "faults": []}


def test_each_damaged_and_each_missing_file_is_named_with_what_to_do(home: Path) -> None:
    damaged, gone = archived(home)
    damaged.chmod(0o640)
    damaged.write_bytes(b"noget andet")
    gone.unlink()
    said = pejl("record", "verify", home=home)
    assert said.returncode == 1
    assert "2 things are wrong." in said.stderr
    lines = said.stdout.splitlines()
    assert len(lines) == 2
    for path in (damaged, gone):
        assert any(str(path) in line and "from a backup" in line for line in lines), path
    assert len(json.loads(pejl("record", "verify", "--json", home=home).stdout)["faults"]) == 2


def test_a_file_that_is_gone_with_its_receipt_is_missed(home: Path) -> None:
    gone, _ = archived(home)
    gone.with_suffix(".json").unlink()
    gone.unlink()
    said = pejl("record", "verify", home=home)
    assert said.returncode == 1
    assert gone.stem in said.stdout and "from a backup" in said.stdout
    assert "1 thing is wrong." in said.stderr


def test_a_receipt_that_cannot_be_read_is_named_and_stops_nothing(home: Path) -> None:
    receipt = archived(home)[0].with_suffix(".json")
    receipt.chmod(0o640)
    receipt.write_text("{", encoding="utf-8")
    said = pejl("record", "verify", home=home)
    assert said.returncode == 1
    assert str(receipt) in said.stdout
