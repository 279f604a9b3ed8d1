"""Files for spreadsheets: what was printed, in cells that run nothing."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejl.record.spreadsheet import BYTE_ORDER_MARK, as_csv, harmless


def read_back(text: str) -> list[list[str]]:
    assert text.startswith(BYTE_ORDER_MARK)
    return list(csv.reader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK), newline=""), delimiter=";"))


def test_danish_numbers_and_letters_come_out_as_they_are_printed() -> None:
    rows = [["Ærø", "5.194.370", "-3,5", "12 pct."], ["a;b", 'sagt "så"', "to\nlinjer", "–"]]
    assert read_back(as_csv(rows)) == rows


@pytest.mark.parametrize("cell", ["=HYPERLINK(1)", "+45 12 34 56 78 A", "-2+3", "@SUM(A1)", "\tx", " =1+1", "-a"])
def test_cell_that_a_spreadsheet_would_run_is_made_text(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "-", "-3,5", "−450", "+7", "5 = 5", "a@b", "1.000"])
def test_plain_cells_stay_as_they_are(cell: str) -> None:
    assert harmless(cell) == cell


@given(st.lists(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\x00")), min_size=1), max_size=5))
def test_any_cells_come_out_again_and_none_begins_a_formula(rows: list[list[str]]) -> None:
    told = read_back(as_csv(rows))
    for row, cells in zip(told, rows, strict=True) if all("\r" not in "".join(row) for row in rows) else ():
        assert [cell.removeprefix("'") for cell in row] == [cell.removeprefix("'") for cell in cells] or row == [""]
        assert not any(cell.startswith(("=", "@")) and len(cell) > 1 for cell in row)
