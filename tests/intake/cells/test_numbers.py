"""Numbers of a delivery: Danish unless it says otherwise, exact to the øre, and never guessed."""

from __future__ import annotations

from decimal import Decimal

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejl.calendar.numbers import danish_number
from pejl.intake.cells import numbers
from pejl.intake.cells.numbers import Numbers
from pejl.intake.contract import Column, Kind
from pejl.intake.faults import FaultKind

LEAST, MOST = Decimal(-500), Decimal(2_000_000)


def column(kind: Kind) -> Column:
    """A column with bounds."""
    return Column("amount", kind, "An amount.", "Beløb", least=LEAST, most=MOST)


@pytest.mark.parametrize(
    ("kind", "written", "value"),
    [
        (Kind.KRONER, "1.234,56", "1234.56"),
        (Kind.KRONER, "1.234", "1234"),
        (Kind.KRONER, "-12,5", "-12.5"),
        (Kind.KRONER, "1.234,56 kr.", "1234.56"),
        (Kind.KRONER, "0", "0"),
        (Kind.COUNT, "1.234", "1234"),
        (Kind.NUMBER, "37,0", "37"),
        (Kind.NUMBER, "0,0625", "0.0625"),
    ],
)
def test_danish_numbers_are_read(kind: Kind, written: str, value: str) -> None:
    assert Numbers(column(kind)).cells(pa.array([written])).values.to_pylist() == [Decimal(value)]


@pytest.mark.parametrize(
    ("kind", "written", "fault"),
    [
        (Kind.KRONER, "1,234", FaultKind.TOO_MANY_DECIMALS),
        (Kind.KRONER, "1.23.4", FaultKind.NO_NUMBER),
        (Kind.KRONER, "12.345,678", FaultKind.TOO_MANY_DECIMALS),
        (Kind.KRONER, "ukendt", FaultKind.NO_NUMBER),
        (Kind.KRONER, "2.000.000,01", FaultKind.TOO_LARGE),
        (Kind.KRONER, "-500,01", FaultKind.TOO_SMALL),
        (Kind.COUNT, "2,5", FaultKind.NO_WHOLE_NUMBER),
        (Kind.NUMBER, "0,00001", FaultKind.TOO_MANY_DECIMALS),
    ],
)
def test_what_cannot_be_is_told(kind: Kind, written: str, fault: FaultKind) -> None:
    cells = Numbers(column(kind)).cells(pa.array(["1", written]))
    assert cells.wrong == [(1, fault)]
    assert cells.values.to_pylist()[1] is None


@pytest.mark.parametrize(
    ("kind", "written", "example"),
    [
        (Kind.NUMBER, ["1.234", "5"], "1.234"),
        (Kind.NUMBER, ["1.234", "5,5"], None),
        (Kind.NUMBER, ["7.5", "5"], "7.5"),
        (Kind.KRONER, ["1.234", "5"], None),
        (Kind.KRONER, ["1234.50"], "1234.50"),
        (Kind.KRONER, ["1234.50", "1.234,50"], None),
        (Kind.COUNT, ["1.234"], None),
    ],
)
def test_a_file_that_nothing_decides_is_ambiguous(kind: Kind, written: list[str], example: str | None) -> None:
    read = Numbers(column(kind))
    read.cells(pa.array(written))
    assert read.ambiguous == example


def test_a_file_that_states_its_point_is_read_by_it() -> None:
    read = Numbers(column(Kind.KRONER), ".")
    cells = read.cells(pa.array(["1,234.50", "7.5", "1.234,50"]))
    assert cells.values.to_pylist() == [Decimal("1234.50"), Decimal("7.50"), None]
    assert cells.wrong == [(2, FaultKind.NO_NUMBER)]
    assert read.ambiguous is None


AMOUNTS = st.decimals(-600, 2_100_000, places=2).map(lambda value: danish_number(value, 2))
ODD = st.sampled_from(["", "12.5", "1,234", "x", "1 234,5", "½", "--1", "1.23.4", "12,50 kr.", "0,1", "00012", "-0"])


@given(st.lists(AMOUNTS | ODD | st.text("0123456789.,-", max_size=9), max_size=40))
def test_reading_a_column_at_once_and_by_its_spellings_is_the_same(written: list[str]) -> None:
    by_spelling, at_once = Numbers(column(Kind.KRONER)), Numbers(column(Kind.KRONER))
    told = by_spelling.cells(pa.array(written, pa.string()))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(numbers, "MANY", -1)
        found = at_once.cells(pa.array(written, pa.string()))
    assert found.values.equals(told.values)
    assert sorted(found.wrong) == sorted(told.wrong)
    assert at_once.ambiguous == by_spelling.ambiguous
