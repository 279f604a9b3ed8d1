"""`pejl record check` and `pejl record import --check`: what a clerk should look at, in all that is here or came in."""

from __future__ import annotations

import json
import signal
from pathlib import Path

import pytest

from cli.conftest import SHORT
from cli.pejl_command import pejl, start
from pejl.cli.spooled import Spooled
from pejl.record import fjordby as demo

pytestmark = pytest.mark.usefixtures("tables")

WRONG_WEEKDAY = SHORT.replace("Intet.", "Udvalget mødes igen torsdag den 12. marts 2025.")


@pytest.fixture
def doubtful(tmp_path: Path) -> Path:
    """A folder with minutes that give one day two weekdays, and others that hold nothing to look at."""
    folder = tmp_path / "referater"
    folder.mkdir()
    (folder / "a.txt").write_text(WRONG_WEEKDAY, encoding="utf-8")
    (folder / "b.txt").write_text(SHORT.replace("12. marts", "9. april"), encoding="utf-8")
    return folder


def test_what_came_in_is_checked_when_all_is_in(doubtful: Path, tmp_path: Path) -> None:
    said = pejl("record", "import", doubtful, "--check", "--json", home=tmp_path)
    assert said.returncode == 0, said.stderr
    told = json.loads(said.stdout)
    assert (told["checked"], len(told["imported"])) == (2, 2)
    flag = next(flag for flag in told["flags"] if flag["kind"] == "date")
    assert (flag["body"], flag["date"], flag["item"]) == ("Beskæftigelsesudvalget", "2025-03-12", 2)
    assert flag["address"].endswith("/beskaeftigelsesudvalg/2025-03-12")
    assert told["count"]["date"] == 1


def test_flags_are_told_as_text_under_their_meeting(doubtful: Path, tmp_path: Path) -> None:
    said = pejl("record", "import", doubtful, "--check", home=tmp_path)
    first, address, *_ = said.stdout.splitlines()
    assert first.startswith("2 new.")
    assert address.endswith("/beskaeftigelsesudvalg/2025-03-12")
    assert "Tjek dette: " in said.stdout
    assert said.stdout.splitlines()[-1].startswith("2 documents checked: ")


def test_without_the_wish_nothing_is_checked(doubtful: Path, tmp_path: Path) -> None:
    told = json.loads(pejl("record", "import", doubtful, "--json", home=tmp_path).stdout)
    assert set(told) == {"imported", "refused", "left"}


def test_the_whole_record_is_checked_and_narrowed_down(doubtful: Path, tmp_path: Path) -> None:
    pejl("record", "import", doubtful, home=tmp_path)

    def check(*words: str) -> dict[str, object]:
        said = pejl("record", "check", *words, "--json", home=tmp_path)
        assert said.returncode == 0, said.stderr
        told: dict[str, object] = json.loads(said.stdout)
        return told

    every = check()
    assert every["checked"] == 2
    assert check("--body", "beskaeftigelsesudvalg") == every
    assert check("--kind", "people")["flags"] == []
    assert (
        pejl("record", "check", "--kind", "people", home=tmp_path).stdout
        == "2 documents checked: nothing to look at.\n"
    )
    nobody = pejl("record", "check", "--body", "byraad", home=tmp_path)
    assert nobody.returncode == 1
    assert nobody.stderr.startswith("The record holds no such meeting.")


def test_a_reference_is_held_against_what_came_in_later(tmp_path: Path) -> None:
    pointing = SHORT.replace("Intet.", "Byrådet godkendte budgetopfølgningen 02.04.2025, punkt 1.")
    (tmp_path / "a.txt").write_text(pointing, encoding="utf-8")
    council = SHORT.replace("Beskæftigelsesudvalget", "Byrådet").replace("12. marts", "2. april")
    (tmp_path / "b.txt").write_text(council.replace("Godkendt.", "Udsat."), encoding="utf-8")
    told = json.loads(pejl("record", "import", tmp_path, "--check", "--json", home=tmp_path).stdout)
    assert [flag["kind"] for flag in told["flags"]] == ["reference"]


def test_a_stopped_import_leaves_nothing_out_of_search(tmp_path: Path) -> None:
    running = start("record", "import", demo.FOLDER, "--check", home=tmp_path)
    assert running.stderr
    assert running.stderr.readline().startswith("1/")
    running.send_signal(signal.SIGINT)
    running.communicate(timeout=60)
    assert running.returncode == 130
    listed = pejl("record", "list", home=tmp_path)
    assert listed.returncode == 0
    assert "put in order" not in listed.stderr


def test_answers_of_any_length_are_kept_on_disk_and_told_as_a_list() -> None:
    many = Spooled()
    assert (list(many), bool(many), json.dumps(many, indent=2)) == ([], False, "[]")
    for number in range(3):
        many.append({"nummer": number, "tegn": "æ\n"})
    assert json.loads("".join(json.JSONEncoder(indent=2).iterencode({"many": many}))) == {
        "many": [{"nummer": number, "tegn": "æ\n"} for number in range(3)]
    }
    assert len(many) == 3
