"""Sheets and Parquet files give the same text that a Danish text file would have."""

from __future__ import annotations

import datetime as dt
import io
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.small_tables import NAMES, cells, delivered, described, lines, malformed, read
from intake.workbooks import Broken, workbook
from pejl.intake.faults import Refused
from pejl.intake.rows.of_file import read_rows
from pejl.intake.rows.typed_text import column_text, number_text

DAY = dt.date(2025, 12, 31)
NOON = dt.datetime.fromisoformat("2025-12-31 12:30")


def parquet(**columns: Any) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out)
    return out.getvalue()


def test_a_sheet_gives_days_numbers_and_yes_as_danish_text() -> None:
    data = workbook(
        {"Ark1": [NAMES, [1, " B1 ", DAY, True, 37.5], [2, "B2", NOON, False, 0.1 + 0.2], [3.0, "Æ", None]]}
    )
    batches = read(data, "a.xlsx")
    assert cells(batches) == [
        ("1", "B1", "2025-12-31", "ja", "37,5"),
        ("2", "B2", "2025-12-31 12:30:00", "nej", "0,3"),
        ("3", "Æ", "", "", ""),
    ]
    assert lines(batches) == [2, 3, 4]


def test_a_sheet_writes_numbers_with_the_sign_that_is_stated() -> None:
    assert cells(read(workbook({"A": [NAMES, [1, "B", DAY, "", 37.5]]}), "a.xlsx", decimal="."))[0][4] == "37.5"


def test_rows_of_a_sheet_keep_their_number_past_blank_rows() -> None:
    data = workbook({"A": [[], NAMES, [1, "B"], [], ["", " "], [2, "C"], [], []]})
    batches = read(data, "a.xlsx")
    assert (lines(batches), [row[0] for row in cells(batches)]) == ([3, 6], ["1", "2"])


def test_a_row_whose_formula_failed_is_told_of() -> None:
    data = workbook({"A": [NAMES, [1, "B", DAY, "bus", Broken()], [2, "C", DAY, "bus", 1]]})
    batches = read(data, "a.xlsx")
    assert lines(batches) == [3]
    assert malformed(batches) == [(2, "unreadable_bytes")]
    assert batches[0].malformed[0][1].column == "Beløb"
    assert batches[0].malformed[0][1].shown == "#REF!"


def test_a_workbook_with_several_sheets_needs_the_name_of_one() -> None:
    data = workbook({"Forside": [["x"]], "Rækker": [NAMES, [1, "B"]]})
    with pytest.raises(Refused, match="»Forside«, »Rækker«"):
        read(data, "a.xlsx")
    with pytest.raises(Refused, match="intet ark"):
        read(data, "a.xlsx", sheet="Ark1")
    assert cells(read(data, "a.xlsx", sheet="Rækker"))[0][0] == "1"


def test_a_title_above_the_names_is_refused_with_what_to_write() -> None:
    data = workbook({"A": [["Udtræk"], [], NAMES, [1, "B"]]})
    with pytest.raises(Refused, match="header = 3"):
        read(data, "a.xlsx")
    assert lines(read(data, "a.xlsx", header=3)) == [4]


def test_many_rows_of_a_sheet_come_in_batches() -> None:
    batches = read(workbook({"A": [NAMES, *([n, "B", DAY, "bus", n] for n in range(1, 45_001))]}), "a.xlsx")
    assert len(batches) == 3
    assert lines(batches) == list(range(2, 45_002))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0" * 100, b"<html></html>"])
@pytest.mark.parametrize("name", ["a.xlsx", "a.parquet"])
def test_what_is_neither_sheet_nor_parquet_is_refused(name: str, data: bytes) -> None:
    with pytest.raises(Refused, match="kan ikke læses"):
        read(data, name)


def test_a_damaged_workbook_or_parquet_is_refused() -> None:
    for name, data in (("a.xlsx", workbook({"A": [NAMES, [1]]})), ("a.parquet", parquet(Nr=["1"] * 1000))):
        for place in range(0, len(data), max(len(data) // 40, 1)):
            broken = data[:place] + b"\xff\x00\xff" + data[place + 3 :]
            try:
                read(broken, name)
            except Refused:
                continue


def test_parquet_gives_days_numbers_and_yes_as_danish_text() -> None:
    moment = dt.datetime.fromisoformat("2025-12-30T23:00:00+00:00")
    data = parquet(
        Nr=pa.array([1, 2, None]),
        Borger=pa.array(["B1", " B2 ", None]).dictionary_encode(),
        Startdato=pa.array([moment, moment, None], pa.timestamp("us", "UTC")),
        Måde=pa.array([True, False, None]),
        Beløb=pa.array([Decimal("14971.50"), Decimal("-0.00"), None], pa.decimal128(14, 2)),
    )
    batches = read(data, "a.parquet")
    assert cells(batches) == [("1", "B1", "2025-12-31", "ja", "14971,5"), ("2", "B2", "2025-12-31", "nej", "0")]
    assert lines(batches) == [1, 2]


def test_what_is_no_value_in_parquet_is_refused_until_it_is_left_out() -> None:
    data = parquet(Nr=["1"], Borger=["B"], Ting=[[1, 2]])
    with pytest.raises(Refused, match='left_out = \\["Ting"\\]'):
        read(data, "a.parquet")
    assert cells(read(data, "a.parquet", left_out=("Ting",))) == [("1", "B", "")]


def test_names_of_parquet_columns_may_hold_full_stops() -> None:
    data = parquet(**{"Nr": ["1"], "Beløb i kr.": ["2"], "Nr.x": ["3"]})
    assert cells(read(data, "a.parquet")) == [("1", "2", "3")]


def test_parquet_within_a_zip_is_read() -> None:
    assert cells(read_rows(delivered(parquet(Nr=["1"]), "a.parquet", packed=True), described())) == [("1",)]


@given(st.one_of(st.floats(-1e300, 1e300), st.integers(-(10**14), 10**14)))
def test_numbers_have_no_exponent_and_stay_what_they_are(number: float) -> None:
    text = number_text(number, ",")
    assert "e" not in text.lower()
    assert float(text.replace(",", ".")) == pytest.approx(number, rel=1e-14)


@given(st.lists(st.one_of(st.none(), st.decimals(-(10**9), 10**9, places=4)), max_size=20))
def test_a_column_of_decimals_is_the_same_numbers(numbers: list[Decimal | None]) -> None:
    for column in (pa.array(numbers, pa.decimal128(20, 4)), pa.array(map(_float, numbers), pa.float64())):
        texts = column_text(column, ",")
        assert texts is not None
        read_again = [None if not text else Decimal(text.replace(",", ".")) for text in texts.to_pylist()]
        assert read_again == numbers


def _float(number: Decimal | None) -> float | None:
    return None if number is None else float(number)
