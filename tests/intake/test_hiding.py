"""A personal number that has strayed into another column is not kept there, in whatever form it is written."""

from __future__ import annotations

import pyarrow as pa
import pytest

from pejl.calendar.personal_numbers import MASK
from pejl.intake.cells.words import Names
from pejl.intake.contract import Column, Kind
from pejl.intake.faults import FaultKind
from pejl.intake.quarantine.hiding import hidden, holds_number


@pytest.mark.parametrize("text", ["010180-1234", "0101801234", "610180-1234", "6101801234", "010180 1234"])
@pytest.mark.parametrize("kind", Kind)
def test_ten_digits_with_a_day_are_hidden_in_every_column(text: str, kind: Kind) -> None:
    assert hidden(text, kind) == MASK
    assert holds_number(text)


@pytest.mark.parametrize(
    ("text", "kind", "kept"),
    [
        ("101801234", Kind.DAY, MASK),
        ("101801234", Kind.CODE, MASK),
        ("101801234", Kind.KEY, "101801234"),
        ("101801234", Kind.KRONER, "101801234"),
        ("31-12-2025", Kind.DAY, "31-12-2025"),
        ("999999999", Kind.DAY, "999999999"),
        ("Se 010180-1234", Kind.NAME, f"Se {MASK}"),
        ("", Kind.NAME, ""),
    ],
)
def test_other_cells_are_kept_as_they_are(text: str, kind: Kind, kept: str) -> None:
    assert hidden(text, kind) == kept


@pytest.mark.parametrize(
    "text",
    [
        *("010180-1234-01", "0101801234-1", "0101801234/2", "S0101801234", "0101801234A", "A1-010180-1234"),
        *("01.01.80-1234", "01.01.80 1234", "01 01 80 1234", "01-01-80-1234", "010180.1234", "010180_1234"),
        *("010180/1234", "0 1 0 1 8 0 1 2 3 4", "2025-0101801234", "tlf 0101801234", "sagsnr 0101801234"),
        *("cpr 01 01 80 1234", "x6101801234", "０１０１８０１２３４"),
    ],
)
def test_a_number_is_seen_in_a_key_whatever_stands_beside_it(text: str) -> None:
    assert holds_number(text)
    column = Column("id", Kind.KEY, "A number.", "Nummer")
    assert Names(column).cells(pa.array([text])).wrong == [(0, FaultKind.CPR_IN_OTHER_COLUMN)]
    left = "".join(sign for sign in hidden(text, Kind.DAY) if sign.isdecimal())
    assert len(left) < 6


@pytest.mark.parametrize("text", ["2012-104567", "01-01-2025-12", "S0999999999", "2025-00000123", "1234-5678-90"])
def test_a_key_that_holds_no_day_is_kept(text: str) -> None:
    assert not holds_number(text)
