"""`pejl record completeness`: what is missing, as the one who imports sees it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.conftest import SHORT
from cli.pejl_command import pejl

pytestmark = pytest.mark.usefixtures("tables")


def test_what_is_missing_is_told_body_by_body(tmp_path: Path, bad_file: Path) -> None:
    text = SHORT.replace("Intet.", "Sagen følger op på Byrådet 04.02.2025, punkt 2.").replace("Punkt 2.", "Punkt 3.")
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    pejl("record", "import", tmp_path / "a.txt", bad_file, "--municipality", "Fjordby Kommune", home=tmp_path)
    said = pejl("record", "completeness", home=tmp_path)
    assert said.returncode == 0, said.stderr
    here, elsewhere, failed = said.stdout.splitlines()
    assert here.startswith(
        "Beskæftigelsesudvalget, Fjordby Kommune: 1 of 1 known meetings imported, 1 numbers missing, updated "
    )
    assert elsewhere == "Byrådet, Fjordby Kommune: 1 meetings named only, 1 missing"
    assert failed.startswith(f"{bad_file.name} was refused on ")
    told = json.loads(pejl("record", "completeness", "--json", home=tmp_path).stdout)
    assert [body["slug"] for body in told["bodies"]] == ["beskaeftigelsesudvalg", "byraad"]
    assert told["bodies"][0]["numbers_within"] == [{"date": "2025-03-12", "numbers": [2]}]
    (missing,) = told["bodies"][1]["missing"]
    assert (missing["date"], missing["named"]) == ("2025-02-04", 1)
    assert missing["places"] == ["fjordby-kommune/beskaeftigelsesudvalg/2025-03-12/punkt-3"]
    assert [failed["name"] for failed in told["failed_files"]] == [bad_file.name]


def test_one_body_is_told_with_the_places_that_name_its_meetings(fjordby: Path) -> None:
    bodies = json.loads(pejl("record", "completeness", "--json", home=fjordby).stdout)["bodies"]
    lacking = next(body for body in bodies if body["missing"] and body["coming"])
    said = pejl("record", "completeness", "--body", lacking["slug"], home=fjordby).stdout.splitlines()
    first = lacking["missing"][0]
    assert f"  missing {first['date']}, named {first['named']} times" in said
    assert f"    {first['places'][0]}" in said
    (ahead,) = lacking["coming"]
    assert ahead["named"] == 1
    assert f"  coming {ahead['date']}, named once" in said


def test_an_empty_record_and_an_unknown_body_say_so(tmp_path: Path) -> None:
    for words in ((), ("--body", "byraad")):
        said = pejl("record", "completeness", *words, home=tmp_path)
        assert said.returncode == 1
        assert said.stderr.startswith("The record in ") and "is empty." in said.stderr
