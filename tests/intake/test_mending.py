"""A clerk exports what was quarantined, mends it in a spreadsheet, and loads it again by the ordinary way."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from pejl.intake.cells.words import guarded, unguarded
from pejl.intake.contract import Column, Contract, Kind, NotBefore, Table
from pejl.intake.faults import FaultKind
from pejl.intake.files.opening import opened
from pejl.intake.key import Key
from pejl.intake.pseudonym import Pseudonyms
from pejl.intake.quarantine.mending import PLACE_COLUMN, REASON_COLUMN, Mended, write_for_mending
from pejl.intake.staging import Staged, stage

COURSES = Table(
    name="courses",
    danish="Forløb",
    meaning="Invented courses.",
    key=("id",),
    columns=(
        Column("id", Kind.KEY, "", "Nummer"),
        Column("person", Kind.PERSON, "", "Borger"),
        Column("kind", Kind.CODE, "", "Slags", allowed={"praktik": "Praktik", "mentor": "Mentor"}),
        Column("start", Kind.DAY, "", "Startdato"),
        Column("end", Kind.DAY, "", "Slutdato", required=False),
        Column("cost", Kind.KRONER, "", "Udgift", required=False, least=Decimal(-10_000), most=Decimal(100_000)),
        Column("hours", Kind.NUMBER, "", "Timer", required=False),
        Column("place", Kind.NAME, "", "Sted", required=False, longest=20),
    ),
    rules=(NotBefore("end", "start"),),
)
CONTRACT = Contract("courses", "1", (COURSES,))
PERSON = "010180-1234"
GOOD = {
    "Nr": "K1",
    "CPR": PERSON,
    "Slags": "Virksomhedspraktik",
    "Fra": "02/13/2025",
    "Til": "03/14/2025",
    "Udgift": "-1,234.50",
    "Timer": "37.5",
    "Sted": "Øst",
}
DESCRIPTION = """
[delivery]
source = "Fjordby Kommunes \\"andet\\" fagsystem"
known = 2025-12-31
[[table]]
name = "courses"
files = ["forloeb.csv"]
decimal = "."
days = "m/d/y"
[table.columns]
id = "Nr"
person = { from = "CPR", identifier = "cpr" }
kind = { from = "Slags", values = { "Virksomhedspraktik" = "praktik" } }
start = "Fra"
end = "Til"
cost = "Udgift"
hours = "Timer"
place = "Sted"
"""


def delivered(folder: Path, *rows: Mapping[str, str]) -> Path:
    folder.mkdir(parents=True)
    (folder / "delivery.toml").write_text(DESCRIPTION, encoding="utf-8")
    with (folder / "forloeb.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(GOOD), delimiter=";")
        writer.writeheader()
        writer.writerows({**GOOD, **row} for row in rows)
    return folder


def staged(path: Path, into: Path) -> Staged:
    with opened(path, CONTRACT) as delivery:
        return stage(delivery, CONTRACT, into, Pseudonyms(Key(bytes(32)), delivery.description.source))


def exported(target: Path, *rows: Mapping[str, str]) -> Path:
    """The export of what is quarantined of a delivery of these rows."""
    table = staged(delivered(target.parent / "delivery", *rows), target.parent / "staged").tables["courses"]
    mended = Mended("ab" * 32, 'Fjordby Kommunes "andet" fagsystem', dt.date(2025, 12, 31))
    write_for_mending(target, {"courses": table.quarantine_path}, CONTRACT, mended)
    return target


def rows_of(folder: Path) -> list[dict[str, str]]:
    text = (folder / "courses.csv").read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def mended(folder: Path, **cells: str) -> None:
    """Write cells of the first row anew, as a spreadsheet in Danish saves."""
    first, *others = rows_of(folder)
    with (folder / "courses.csv").open("w", encoding="cp1252", newline="") as file:
        writer = csv.DictWriter(file, list(first), delimiter=";")
        writer.writeheader()
        writer.writerows([{**first, **cells}, *others])


def test_a_mended_row_becomes_the_row_it_was_meant_to_be(tmp_path: Path) -> None:
    right = staged(delivered(tmp_path / "right", {}), tmp_path / "right-staged").tables["courses"]
    folder = exported(tmp_path / "export", {"Slags": "Praktikken"})
    assert REASON_COLUMN in rows_of(folder)[0]
    mended(folder, kind="praktik")
    again = staged(folder, tmp_path / "again").tables["courses"]
    assert (again.rows, again.quarantined, again.left_out_columns) == (1, 0, (REASON_COLUMN, PLACE_COLUMN))
    own = [column.name for column in COURSES.columns]
    assert pq.read_table(again.path, columns=own).equals(pq.read_table(right.path, columns=own))


BROKEN: list[tuple[dict[str, str], FaultKind]] = [
    ({"Nr": ""}, FaultKind.MISSING),
    ({"CPR": "320180-1234"}, FaultKind.NO_SUCH_DAY_IN_CPR),
    ({"CPR": "12"}, FaultKind.NO_PERSON),
    ({"Slags": "SU"}, FaultKind.NOT_ALLOWED),
    ({"Slags": "=SUM(A1)"}, FaultKind.NOT_ALLOWED),
    ({"Fra": "13/02/2025"}, FaultKind.NO_DAY),
    ({"Fra": "02/30/2025"}, FaultKind.NO_DAY),
    ({"Til": "02/12/2025"}, FaultKind.ENDS_BEFORE_START),
    ({"Udgift": "12.345"}, FaultKind.TOO_MANY_DECIMALS),
    ({"Udgift": "123,456.00"}, FaultKind.TOO_LARGE),
    ({"Udgift": "1.234,50"}, FaultKind.NO_NUMBER),
    ({"Timer": "@37"}, FaultKind.NO_NUMBER),
    ({"Sted": "Øst for den store fjord"}, FaultKind.TOO_LONG),
    ({"Sted": "=" + "x" * 30}, FaultKind.TOO_LONG),
    ({"Sted": f"hos {PERSON}"}, FaultKind.CPR_IN_OTHER_COLUMN),
    ({"Sted": PERSON}, FaultKind.CPR_IN_OTHER_COLUMN),
]


@pytest.mark.parametrize(("row", "kind"), BROKEN)
def test_a_row_that_nobody_mended_is_quarantined_again(row: dict[str, str], kind: FaultKind, tmp_path: Path) -> None:
    folder = exported(tmp_path / "export", row)
    again = staged(folder, tmp_path / "again").tables["courses"]
    assert (again.rows, again.quarantined) == (0, 1)
    assert {kind, FaultKind.MISSING} & {found for found, _ in again.fault_counts}
    assert PERSON not in (folder / "courses.csv").read_text("utf-8")


def test_no_cell_of_the_export_is_run_by_a_spreadsheet_and_names_come_back_as_they_were(tmp_path: Path) -> None:
    formula = "=cmd|' /C calc'!A0"
    folder = exported(tmp_path / "export", {"Slags": formula, "Sted": "@kanalen"}, {"Slags": "+1", "Nr": "-K2"})
    first, second = rows_of(folder)
    assert (first["kind"], first["place"], first["cost"]) == ("'=cmd|' /C calc'!A0", "'@kanalen", "-1.234,50")
    assert second["id"] == "'-K2"
    mended(folder, kind="mentor")
    again = staged(folder, tmp_path / "again").tables["courses"]
    assert pq.read_table(again.path)["place"].to_pylist() == ["@kanalen"]


@pytest.mark.parametrize("text", ["=1", "+x", "-x", "@x", "x", "", "'x", "-1.234,50", "−3"])
def test_the_guard_is_taken_off_again(text: str) -> None:
    assert unguarded(guarded(text)) == text


def test_the_same_rows_give_the_same_bytes_as_a_zip_and_as_a_folder(tmp_path: Path) -> None:
    one = exported(tmp_path / "one" / "export.zip", {"Slags": "SU"})
    two = exported(tmp_path / "two" / "export.zip", {"Slags": "SU"})
    assert one.read_bytes() == two.read_bytes()
    assert staged(one, tmp_path / "staged").tables["courses"].quarantined == 1
    with pytest.raises(FileExistsError):
        write_for_mending(one, {}, CONTRACT, Mended("ab" * 32, "x", dt.date(2025, 12, 31)))
