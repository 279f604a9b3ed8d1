"""Rows, columns and sheets that a workbook does not show, and comments: told of, named, and never kept unseen."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from intake.small_tables import CONTRACT, NAMES, cells, lines, malformed, read
from intake.workbooks import Broken, Look, workbook
from pejl.intake.faults import Refused
from pejl.intake.files.opening import opened
from pejl.intake.key import Key
from pejl.intake.pseudonym import Pseudonyms
from pejl.intake.rows.raw import Hidden, RawBatch
from pejl.intake.rows.sheet_part import sheet_part
from pejl.intake.staging import stage

HIDDEN = ' hidden="1"'
ROWS = [NAMES, [1, "B1"], [2, "B2"], [3, "B3"]]


def hidden(batches: list[RawBatch]) -> Hidden:
    return sum((batch.hidden for batch in batches), Hidden())


def test_rows_that_a_filter_hides_are_read_and_counted() -> None:
    batches = read(workbook({"A": ROWS}, {"A": Look(rows={2: HIDDEN, 4: HIDDEN})}), "a.xlsx")
    assert lines(batches) == [2, 3, 4]
    assert hidden(batches) == Hidden(2)


@pytest.mark.parametrize("said", [' hidden="true"', " hidden = '1'", ' ht="0" customHeight="1"', ' ht="0.0"'])
def test_a_row_is_hidden_however_the_program_says_so(said: str) -> None:
    assert hidden(read(workbook({"A": ROWS}, {"A": Look(rows={3: said})}), "a.xlsx")) == Hidden(1)


@pytest.mark.parametrize("said", ["", ' hidden="0"', ' hidden="false"', ' ht="0.75"', ' ht="15"'])
def test_a_row_that_is_shown_is_not_told_of(said: str) -> None:
    assert not hidden(read(workbook({"A": ROWS}, {"A": Look(rows={3: said})}), "a.xlsx"))


@pytest.mark.parametrize("number", ["x", "", "9" * 5000, "-1", "\u0663"])
def test_a_row_whose_number_is_none_is_the_one_after_the_row_before(number: str) -> None:
    data = workbook({"A": ROWS}, {"A": Look(rows={3: HIDDEN})})
    odd = _with_parts(data, lambda text: text.replace('<row r="3"', f'<row r="{number}"'))
    assert sheet_part("a.xlsx", odd, "A").hidden_rows == {3}


def test_hidden_rows_without_anything_in_them_are_none() -> None:
    data = workbook({"A": [NAMES, [1, "B1"], ["", " "], [2, "B2"]]}, {"A": Look(rows={3: HIDDEN})})
    assert not hidden(read(data, "a.xlsx"))


def test_a_hidden_row_that_could_not_be_read_is_counted_too() -> None:
    data = workbook({"A": [NAMES, [1, "B1"], [2, Broken()]]}, {"A": Look(rows={3: HIDDEN})})
    batches = read(data, "a.xlsx")
    assert malformed(batches) == [(3, "unreadable_bytes")] and hidden(batches) == Hidden(1)


def test_hidden_rows_are_counted_over_all_batches() -> None:
    rows = [NAMES, *([n, "B", "2025-01-01", "bus", n] for n in range(1, 45_001))]
    data = workbook({"A": rows}, {"A": Look(rows=dict.fromkeys(range(30, 45_001, 1_000), HIDDEN))})
    batches = read(data, "a.xlsx")
    assert len(batches) == 3 and hidden(batches) == Hidden(45)


@pytest.mark.parametrize(
    ("columns", "names"),
    [
        ('<col min="2" max="2" width="9" hidden="1"/>', ("Borger",)),
        ('<col min="1" max="2" hidden="true"/>', ("Nr", "Borger")),
        ('<col min="2" max="2" width="0"/>', ("Borger",)),
        ('<col min="6" max="16384" hidden="1"/>', ()),
        ('<col min="2" max="99999999999999999999" hidden="1"/>', ()),
        ('<col min="x" max="2" hidden="1"/>', ()),
        ('<col min="2" max="2" width="9"/>', ()),
    ],
)
def test_hidden_columns_that_are_read_are_named(columns: str, names: tuple[str, ...]) -> None:
    batches = read(workbook({"A": ROWS}, {"A": Look(columns=columns)}), "a.xlsx")
    assert cells(batches)[0][:2] == ("1", "B1")
    assert hidden(batches) == Hidden(0, names)


def test_hidden_columns_that_are_left_out_or_unknown_are_not_read_and_so_not_told_of() -> None:
    rows = [["Nr", "Borger", "Navn", "Kode"], [1, "B1", "Anna", "x"]]
    data = workbook({"A": rows}, {"A": Look(columns='<col min="3" max="4" hidden="1"/>')})
    assert not hidden(read(data, "a.xlsx", left_out=("Navn",)))


def test_columns_keep_their_places_where_the_first_ones_are_empty() -> None:
    rows = [[None, *row] for row in (*ROWS, [4, Broken()])]
    batches = read(workbook({"A": rows}, {"A": Look(columns='<col min="1" max="2" hidden="1"/>')}), "a.xlsx")
    assert hidden(batches) == Hidden(0, ("Nr",))
    assert [fault.column for _, fault in batches[0].malformed] == ["Borger"]


def test_what_is_hidden_is_seen_in_the_strict_form_of_the_standard_too() -> None:
    data = workbook({"A": ROWS}, {"A": Look(rows={3: HIDDEN})})
    strict = _with_parts(data, lambda text: text.replace(
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main"
    ).replace(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
    ))  # fmt: skip
    assert sheet_part("a.xlsx", strict, "A").hidden_rows == {3}


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_read_only_where_it_is_named(state: str) -> None:
    data = workbook({"A": ROWS}, {"A": Look(state=state)})
    with pytest.raises(Refused, match=r"»A« \(skjult\).*sheet = \"A\""):
        read(data, "a.xlsx")
    assert lines(read(data, "a.xlsx", sheet="A")) == [2, 3, 4]


def test_among_several_sheets_one_that_is_shown_is_proposed() -> None:
    data = workbook({"Gammelt": ROWS, "Nyt": ROWS}, {"Gammelt": Look(state="hidden")})
    with pytest.raises(Refused, match=r"»Gammelt« \(skjult\), »Nyt«\).*sheet = \"Nyt\""):
        read(data, "a.xlsx")


def test_comments_and_sheets_that_are_not_asked_for_never_reach_the_disk(tmp_path: Path) -> None:
    comment = "Ring til 010180-9901, hun er syg igen"
    rows = [["id", "person", "start"], *([n, f"B{n}", "2025-01-01"] for n in range(3)), [9, "B9", "i går"]]
    looks = {"Poster": Look(comments={"B2": comment, "C5": comment}), "Noter": Look(state="veryHidden")}
    path = tmp_path / "d"
    path.mkdir()
    (path / "a.xlsx").write_bytes(workbook({"Poster": rows, "Noter": [[comment]]}, looks))
    (path / "delivery.toml").write_text(
        '[delivery]\nsource = "x"\nknown = 2025-12-31\n[[table]]\nname = "grants"\nfiles = ["a.xlsx"]\n'
        'sheet = "Poster"\n[table.columns]\nperson = { from = "person", identifier = "own" }\n',
        encoding="utf-8",
    )
    with opened(path, CONTRACT) as delivery:
        table = stage(delivery, CONTRACT, tmp_path / "out", Pseudonyms(Key(bytes(32)), "x")).tables["grants"]
    assert (table.rows, table.quarantined, table.hidden) == (3, 1, {})
    written = b"".join(each.read_bytes() for each in (tmp_path / "out").rglob("*.parquet"))
    assert b"i g\xc3\xa5r" in written
    assert all(word not in written for word in (b"9901", b"syg", b"Anna Holm"))


def test_what_is_hidden_is_told_by_file(tmp_path: Path) -> None:
    path = tmp_path / "d"
    path.mkdir()
    for name, row in (("a", 2), ("b", 3)):
        rows = [["id", "person", "start"], *([f"{name}{n}", "B1", "2025-01-01"] for n in range(3))]
        look = Look(rows={row: HIDDEN, 4: HIDDEN}, columns='<col min="2" max="2" hidden="1"/>' if name == "b" else "")
        (path / f"{name}.xlsx").write_bytes(workbook({"A": rows}, {"A": look}))
    (path / "delivery.toml").write_text(
        '[delivery]\nsource = "x"\nknown = 2025-12-31\n[[table]]\nname = "grants"\nfiles = ["*.xlsx"]\n'
        '[table.columns]\nperson = { from = "person", identifier = "own" }\n',
        encoding="utf-8",
    )
    with opened(path, CONTRACT) as delivery:
        table = stage(delivery, CONTRACT, tmp_path / "out", Pseudonyms(Key(bytes(32)), "x")).tables["grants"]
    assert table.rows == 6
    assert table.hidden == {"a.xlsx": Hidden(2), "b.xlsx": Hidden(2, ("person",))}


def _with_parts(data: bytes, change: Callable[[str], str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w") as other:
        for name in package.namelist():
            other.writestr(name, change(package.read(name).decode()))
    return out.getvalue()
