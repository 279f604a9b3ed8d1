"""`pejl record export`: a person, or another system, takes the record along and keeps it up to date."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from pathlib import Path

import pytest

from cli.pejl_command import pejl

pytestmark = pytest.mark.usefixtures("tables")


def test_the_record_is_exported_and_then_only_what_has_changed(
    minutes_file: Path, fjordby: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    shutil.copytree(fjordby, home)
    said = pejl("record", "export", home=home)
    assert (said.returncode, said.stderr) == (0, "")
    lines = [json.loads(line) for line in said.stdout.splitlines()]
    assert Counter(line["type"] for line in lines)["meeting"] == 19
    assert lines[-1]["type"] == "end" and lines[-1]["more"] is False
    assert pejl("record", "export", "--since", lines[-1]["cursor"], home=home).stdout.count("\n") == 1

    pejl("record", "import", minutes_file, "--municipality", "Fjordby Kommune", home=home)
    since = pejl("record", "export", "--since", lines[-1]["cursor"], home=home)
    added = [json.loads(line) for line in since.stdout.splitlines()]
    assert Counter(line["type"] for line in added)["meeting"] == 1
    assert len(added) < 20

    pejl("record", "rebuild", home=home)
    assert pejl("record", "export", home=home).stdout == pejl("record", "export", home=home).stdout
    again = pejl("record", "export", "--since", lines[-1]["cursor"], home=home)
    assert again.stdout == since.stdout, "a rebuild tells the same times and gives the same cursors"


def test_a_few_lines_at_a_time(fjordby: Path) -> None:
    first = pejl("record", "export", "--limit", "5", home=fjordby).stdout.splitlines()
    assert len(first) == 6
    end = json.loads(first[-1])
    assert end["more"] is True
    following = pejl("record", "export", "--limit", "5", "--since", end["cursor"], home=fjordby).stdout.splitlines()
    assert not {json.loads(line).get("id") for line in first[:-1]} & {
        json.loads(line).get("id") for line in following[:-1]
    }


def test_a_word_that_is_no_cursor_is_refused(fjordby: Path) -> None:
    said = pejl("record", "export", "--since", "i går", home=fjordby)
    assert said.returncode == 2
    assert "not a cursor" in said.stderr
    assert said.stdout == ""


def test_a_cursor_of_another_past_is_refused(minutes_file: Path, fjordby: Path, tmp_path: Path) -> None:
    """Files of another archive, received earlier, are put into this one: nobody may miss them."""
    other, home = tmp_path / "other", tmp_path / "home"
    pejl("record", "import", minutes_file, "--municipality", "Fjordby Kommune", home=_made(other))
    shutil.copytree(fjordby, home)
    for receipt in (other / "archive").rglob("*.json"):
        receipt.chmod(0o640)
        told = json.loads(receipt.read_text(encoding="utf-8"))
        receipt.write_text(json.dumps({**told, "received_at": "2020-01-01T00:00:00+00:00"}), encoding="utf-8")
    cursor = json.loads(pejl("record", "export", home=home).stdout.splitlines()[-1])["cursor"]
    shutil.copytree(other / "archive", home / "archive", dirs_exist_ok=True)
    said = pejl("record", "export", "--since", cursor, home=home)
    assert said.returncode == 2
    assert "Export everything again" in said.stderr


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder
