"""Rows in quarantine: found by reason, shown without names, taken out as a delivery, mended and loaded again."""

from __future__ import annotations

import re
import tomllib
import zipfile
from pathlib import Path

import pytest
from django.test import Client

from access.people import a_user, logged_in
from pejl.access.roles import ANALYST
from pejl.home.folders import Home
from pejl.register.loading import load
from pejl.register.mending import NothingToMend, as_delivery
from pejl.register.register import Register
from pejl.register.report import Outcome
from register.deliveries import KEY, delivery, person, spell
from web.register import loaded


@pytest.fixture
def analyst(register: Home) -> Client:
    return logged_in(a_user("bo", ANALYST))


def page(client: Client, home: Home, table: str, asked: str = "") -> str:
    newest = Register(home).newest().id
    answer = client.get(f"/register/karantaene/{newest}/{table}/{asked}")
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_rows_stand_with_place_reason_and_cells_as_delivered(analyst: Client, register: Home) -> None:
    said = page(analyst, register, "benefit_spells")
    assert "15 rækker kunne ikke godtages" in said and "benefit_spells.csv, linje 145" in said
    assert loaded.pseudonym("n0")[:8] not in said
    assert "ukendt (fejl)" in said and "2025-04-01 (fejl)" in said


def test_rows_are_found_by_reason(analyst: Client, register: Home) -> None:
    said = page(analyst, register, "benefit_spells", "?grund=not_allowed.benefit")
    assert "3 rækker" in said and "2025-04-01" not in said
    assert "Ingen rækker har den grund" in page(analyst, register, "benefit_spells", "?grund=noget.andet%00")
    assert "Så mange sider er der ikke" in page(analyst, register, "benefit_spells", "?side=9")


def test_a_number_that_must_not_be_there_is_hidden(analyst: Client, register: Home) -> None:
    said = page(analyst, register, "talks")
    assert loaded.CPR not in said and "1 række kunne ikke godtages" in said and "holder et CPR-nummer" in said


def test_a_table_without_such_rows_says_so(analyst: Client, register: Home) -> None:
    assert "Ingen rækker er i karantæne her" in page(analyst, register, "persons")


def test_many_rows_come_in_pages(tmp_path: Path, db: None, settings: object) -> None:
    home = Home(tmp_path / "home")
    spells = [spell(f"y{number}", "n1") for number in range(200)]
    bad = [spell(f"b{number}", "n1", "2025-05-05", "2025-04-01") for number in range(120)]
    load(
        delivery(tmp_path / "d", loaded.DECEMBER, {"persons": [person("n1")], "benefit_spells": spells + bad}),
        home,
        KEY,
    )
    settings.HOME = home  # type: ignore[attr-defined]
    client = logged_in(a_user("bo", ANALYST))
    first, last = page(client, home, "benefit_spells"), page(client, home, "benefit_spells", "?side=3")
    assert "side 1 af 3" in first and "linje 202 " in first and "linje 252 " not in first
    assert "side 3 af 3" in last and "linje 321 " in last and "Næste side" not in last


def test_rows_that_are_taken_out_can_be_mended_and_loaded_again(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    loaded.first(tmp_path, home)
    newest = Register(home).newest()
    with as_delivery(home, newest.id, ("benefit_spells",)) as taken, zipfile.ZipFile(taken) as archive:
        archive.extractall(tmp_path / "mended")
    described = tomllib.loads((tmp_path / "mended" / "delivery.toml").read_text(encoding="utf-8"))
    assert described["delivery"]["mends"] == newest.manifest.delivery
    rows = tmp_path / "mended" / "benefit_spells.csv"
    text = rows.read_text(encoding="utf-8-sig")
    assert "Ret den af de to dage" in text and loaded.pseudonym("n0") in text
    rows.write_text(text.replace("2025-04-01", "2025-06-01").replace("01-04-2025", "01-06-2025"), encoding="utf-8")
    report = load(tmp_path / "mended", home, KEY)
    assert report.outcome is Outcome.LOADED, report.sentence
    (table,) = report.tables
    assert (table.accepted, table.quarantined) == (12, 3)
    assert Register(home).newest().table("benefit_spells").count().to_pyarrow().as_py() == 152


def test_there_is_nothing_to_take_out_where_nothing_is_wrong(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    load(delivery(tmp_path / "d", loaded.DECEMBER, {"persons": [person("n1")]}), home, KEY)
    for snapshot in (Register(home).newest().id, "..", "2025-12-31-000000000000"):
        with pytest.raises(NothingToMend):
            as_delivery(home, snapshot)


def test_a_cell_that_a_spreadsheet_would_run_is_told_to_be_text(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    row = spell("=HYPERLINK(1)", "n1", "2025-05-05", "2025-04-01", team="@team", hours_paid="-1,5")
    load(
        delivery(tmp_path / "d", loaded.DECEMBER, {"persons": [person("n1")], "benefit_spells": [row, *_good()]}),
        home,
        KEY,
    )
    with as_delivery(home, Register(home).newest().id) as taken, zipfile.ZipFile(taken) as archive:
        text = archive.read("benefit_spells.csv").decode("utf-8-sig")
    assert "'=HYPERLINK(1)" in text and "'@team" in text and ";-1,5;" in text


def _good() -> list[dict[str, object]]:
    return [spell(f"y{number}", "n1") for number in range(5)]
