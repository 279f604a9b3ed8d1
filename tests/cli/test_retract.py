"""`pejl record retract`, `restore` and `withdrawn`, and exports in a folder, as a clerk meets them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.pejl_command import pejl

pytestmark = pytest.mark.usefixtures("tables")

SAMPLES = Path(__file__).resolve().parents[1] / "minutes" / "exports" / "samples"
ADDRESS = "fjordby-kommune/beskaeftigelsesudvalg/2025-03-12"


@pytest.fixture
def home(minutes_file: Path, tmp_path: Path) -> Path:
    pejl("record", "import", minutes_file, "--municipality", "Fjordby Kommune", home=tmp_path)
    return tmp_path


def test_a_clerk_withdraws_a_meeting_and_puts_it_back(home: Path) -> None:
    said = pejl("record", "retract", ADDRESS, "--who", "Else Brandt", "--why", "Et navn for meget.", home=home)
    assert (said.returncode, said.stdout) == (0, "minutes 1 of Beskæftigelsesudvalget, 2025-03-12: withdrawn.\n")
    gone = pejl("record", "show", ADDRESS, home=home)
    assert gone.returncode == 1 and "was withdrawn on" in gone.stderr
    assert pejl("record", "search", "kontanthjælp", home=home).returncode == 1
    assert "Else Brandt: Et navn for meget." in pejl("record", "withdrawn", home=home).stdout
    back = pejl("record", "restore", ADDRESS, "--who", "Else Brandt", home=home)
    assert (back.returncode, back.stdout) == (0, "minutes 1 of Beskæftigelsesudvalget, 2025-03-12: put back.\n")
    assert pejl("record", "show", ADDRESS, home=home).returncode == 0
    assert pejl("record", "search", "kontanthjælp", home=home).returncode == 0


def test_a_document_is_named_by_its_hash(home: Path) -> None:
    sha256 = json.loads(pejl("record", "show", ADDRESS, "--json", home=home).stdout)["source"]["sha256"]
    said = pejl("record", "retract", sha256, "--who", "Else", "--why", "Fejl.", "--json", home=home)
    (told,) = json.loads(said.stdout)
    assert told == {
        "sha256": sha256,
        "kind": "minutes",
        "version": 1,
        "body": "Beskæftigelsesudvalget",
        "date": "2025-03-12",
    }
    (listed,) = json.loads(pejl("record", "withdrawn", "--json", home=home).stdout)
    assert (listed["address"], listed["why"]) == (ADDRESS, "Fejl.")


def test_a_withdrawal_needs_name_and_reason(home: Path) -> None:
    assert pejl("record", "retract", ADDRESS, "--who", "Else", home=home).returncode == 2
    nameless = pejl("record", "retract", ADDRESS, "--who", " ", "--why", "Fejl.", home=home)
    assert nameless.returncode == 2 and "needs the name" in nameless.stderr
    assert pejl("record", "show", ADDRESS, home=home).returncode == 0


@pytest.mark.parametrize("verb", ["retract", "restore"])
def test_what_is_not_there_is_said_in_a_sentence(home: Path, verb: str) -> None:
    words = ["--who", "Else", "--why", "Fejl."]
    for subject in ("fjordby-kommune/byraad/2025-03-12", "intet", "0" * 64):
        said = pejl("record", verb, subject, *words, home=home)
        assert said.returncode == 1 and said.stdout == ""
        assert said.stderr.count("\n") == 1 and "Traceback" not in said.stderr


def test_nothing_is_withdrawn_at_first(home: Path) -> None:
    said = pejl("record", "withdrawn", home=home)
    assert (said.returncode, said.stderr) == (1, "Nothing is withdrawn.\n")


def test_a_folder_of_an_export_is_one_delivery(tmp_path: Path) -> None:
    said = pejl("record", "import", SAMPLES / "acadre" / "311", "--json", home=tmp_path)
    told = [(Path(entry["file"]).name, entry["status"]) for entry in json.loads(said.stdout)["imported"]]
    assert told == [("XML_311.twin.txt", "new"), ("XML_311.xml", "new_version")]


def test_lists_and_notices_are_counted_and_told_of(tmp_path: Path) -> None:
    folder = SAMPLES / "edoc-fujitsu"
    files = [folder / "Referat_m1.xml", folder / "meddelelser" / "trukket.xml"]
    said = pejl("record", "import", *files, SAMPLES / "firstagenda" / "udvalgsliste.json", home=tmp_path)
    assert (said.returncode, said.stdout.splitlines()[0]) == (0, "1 new, 2 lists or notices.")
    assert "trukket.xml: it withdraws 1 document." in said.stderr
    assert "udvalgsliste.json: it lists 4 meetings." in said.stderr


def test_exports_are_read_as_documents(tmp_path: Path) -> None:
    said = pejl("minutes", "read", SAMPLES / "fics" / "PUB_501.xml", "--json", home=tmp_path)
    assert json.loads(said.stdout)["source"]["family"] == "fics"
    manifest = pejl("minutes", "read", SAMPLES / "acadre" / "311" / "XML_311.xml", "--json", home=tmp_path)
    assert json.loads(manifest.stdout)["source"]["family"] == "acadre"
    listed = pejl("minutes", "read", SAMPLES / "firstagenda" / "udvalgsliste.json", home=tmp_path)
    assert listed.returncode == 2 and "it is a list of meetings" in listed.stderr
