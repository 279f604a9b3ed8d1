"""Days of a delivery: every Danish form, and a file that could be read in two ways is not guessed at."""

from __future__ import annotations

import datetime as dt

import pyarrow as pa
import pytest

from pejl.intake.cells.days import DayOrder, Days, month_cells
from pejl.intake.faults import FaultKind

NEW_YEARS_EVE = dt.date(2025, 12, 31)


@pytest.mark.parametrize(
    "written",
    ["31-12-2025", "31.12.25", "31.12.2025", "2025-12-31", "31/12/2025", "2025-12-31 00:00:00", "2025-12-31T00:00:00",
     "31. december 2025", "31-12-25"],
)  # fmt: skip
def test_every_danish_form_is_the_same_day(written: str) -> None:
    days = Days()
    assert days.cells(pa.array([written])).values.to_pylist() == [NEW_YEARS_EVE]
    assert days.ambiguous is None


@pytest.mark.parametrize("written", ["31-02-2025", "45992", "i går", "2025-12-31 13:45", "12/31/2025", "31-12-1811"])
def test_what_is_no_day_is_told(written: str) -> None:
    cells = Days().cells(pa.array(["01-01-2025", written]))
    assert cells.wrong == [(1, FaultKind.NO_DAY)]
    assert cells.values.to_pylist() == [dt.date(2025, 1, 1), None]


def test_an_open_end_stands_for_nothing() -> None:
    assert Days().cells(pa.array(["31-12-9999", "", "9999-12-31 00:00:00"])).values.to_pylist() == [None] * 3


def test_slashes_that_nothing_decides_are_ambiguous() -> None:
    days = Days()
    days.cells(pa.array(["01/02/2025", "03/03/2025"]))
    assert days.ambiguous == "01/02/2025"


def test_one_cell_that_can_only_be_day_first_decides_for_the_file() -> None:
    days = Days()
    days.cells(pa.array(["01/02/2025"]))
    days.cells(pa.array(["31/01/2025"]))
    assert days.ambiguous is None


def test_a_month_first_file_is_told_by_its_cell_and_read_once_it_says_so() -> None:
    guessed, stated = Days(), Days(DayOrder.MONTH_FIRST)
    guessed.cells(pa.array(["01/02/2025", "12/31/2025"]))
    assert guessed.ambiguous == "12/31/2025"
    assert stated.cells(pa.array(["12/31/2025"])).values.to_pylist() == [NEW_YEARS_EVE]
    assert stated.ambiguous is None


def test_a_file_that_is_said_to_be_year_first_is_not_read_otherwise() -> None:
    stated = Days(DayOrder.YEAR_FIRST)
    cells = stated.cells(pa.array(["2025-12-31", "01/02/2025", "31-12-2025", "31-12-9999"]))
    assert cells.values.to_pylist() == [NEW_YEARS_EVE, None, None, None]
    assert cells.wrong == [(1, FaultKind.NO_DAY), (2, FaultKind.NO_DAY)]


@pytest.mark.parametrize("written", ["2025-12", "202512", "2025M12", "12-2025", "31-12-2025", "2025-12-01 00:00:00"])
def test_a_month_is_its_first_day(written: str) -> None:
    assert month_cells().cells(pa.array([written])).values.to_pylist() == [dt.date(2025, 12, 1)]


def test_what_is_no_month_is_told() -> None:
    assert month_cells().cells(pa.array(["2025-13", "december"])).wrong == [
        (0, FaultKind.NO_DAY),
        (1, FaultKind.NO_DAY),
    ]
