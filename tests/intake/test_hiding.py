"""A personal number that has strayed into another column is not kept there, in whatever form it is written."""

from __future__ import annotations

import pytest

from pejl.calendar.personal_numbers import MASK
from pejl.intake.contract import Kind
from pejl.intake.hiding import hidden, holds_number


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
