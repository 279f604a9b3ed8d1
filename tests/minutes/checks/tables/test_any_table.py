"""Any table that adds up is left alone, any figure misprinted in it is told of, and no table takes long."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from patience import examples
from pejl.calendar.numbers import danish_number

from .tables_drawn import flags_of, flags_of_text

SCALES = {"Mio. kr.": (1_000_000, 1), "1.000 kr.": (1000, 0), "Kr.": (1, 0), "Antal sager": (1, 0)}


@dataclass
class Drawn:
    """A table of exact figures with row and column totals, printed in a unit."""

    corner: str
    values: list[list[int]]

    def with_totals(self) -> list[list[int]]:
        rows = [[*row, sum(row)] for row in self.values]
        return [*rows, [sum(column) for column in zip(*rows, strict=True)]]

    def printed(self, misprint: tuple[int, int, int] | None = None) -> str:
        scale, decimals = SCALES[self.corner]
        cells = self.with_totals()
        if misprint:
            row, column, by = misprint
            cells[row][column] += by
        years = [str(2024 + at) for at in range(len(self.values[0]))]
        labels = [f"Post {chr(ord('A') + at)}" for at in range(len(self.values))]
        head = " | ".join([self.corner, *years, "I alt"])
        texts = [[danish_number(Decimal(cell) / scale, decimals) for cell in row] for row in cells]
        body = [" | ".join([label, *row]) for label, row in zip([*labels, "I alt"], texts, strict=True)]
        return "\n".join([head, *body])


@st.composite
def drawn(draw: st.DrawFn, least: int = 0) -> Drawn:
    corner = draw(st.sampled_from(sorted(SCALES)))
    width, height = draw(st.integers(2, 5)), draw(st.integers(2, 6))
    most = {"Mio. kr.": 900_000_000, "1.000 kr.": 9_000_000, "Kr.": 5_000_000, "Antal sager": 400}[corner]
    row = st.lists(st.integers(most // 100 * least, most), min_size=width, max_size=width)
    return Drawn(corner, draw(st.lists(row, min_size=height, max_size=height)))


@settings(deadline=None, max_examples=examples(300))
@given(drawn())
def test_table_that_adds_up_before_it_is_rounded_has_no_flag(table: Drawn) -> None:
    assert flags_of(table.printed()) == []


@settings(deadline=None, max_examples=examples(300))
@given(table=drawn(least=10), data=st.data())
def test_any_misprinted_figure_is_told_of_and_as_one_thing(table: Drawn, data: st.DataObject) -> None:
    height, width = len(table.values), len(table.values[0])
    row, column = data.draw(st.integers(0, height)), data.draw(st.integers(0, width))
    scale, decimals = SCALES[table.corner]
    more_than_rounding = scale * (height + width + 3) // 10**decimals
    sign = data.draw(st.sampled_from((1, -1)))
    by = sign * data.draw(st.integers(more_than_rounding, more_than_rounding * 50))
    (flag,) = flags_of(table.printed((row, column, by)))
    assert not flag.rounding


@settings(deadline=None, max_examples=examples(200))
@given(
    budgets=st.lists(st.tuples(st.integers(1, 9_000_000), st.integers(1, 9_000_000)), min_size=3, max_size=8),
    signed=st.booleans(),
    turned=st.booleans(),
)
def test_differences_of_rounded_figures_have_no_flag(
    budgets: list[tuple[int, int]], signed: bool, turned: bool
) -> None:
    def mio(value: int) -> str:
        return danish_number(Decimal(value) / 10_000, 1)

    rows = [*budgets, tuple(map(sum, zip(*budgets, strict=True)))]
    labels = [*(f"Ramme {at}" for at in range(1, len(budgets) + 1)), "I alt"]
    lines = ["Mio. kr. | Budget | Forbrug | Afvigelse"]
    for label, (budget, used) in zip(labels, rows, strict=True):
        difference = used - budget if turned else budget - used
        lines.append(f"{label} | {mio(budget)} | {mio(used)} | {mio(difference if signed else abs(difference))}")
    assert flags_of("\n".join(lines)) == []


@settings(deadline=None, max_examples=examples(300))
@given(
    st.lists(
        st.lists(
            st.sampled_from(["", "-", "0", "1", "12", "7,5", "100", "45 pct.", "ca. 3", "I alt", "Heraf", "2025", "kr.",
                             "Afvigelse", "1.000", "5 mio. kr.", "-4", "<b>3</b>", "x" * 70, "Samlet", "Andel"]),
            min_size=3, max_size=5,
        ),
        min_size=2, max_size=7,
    )
)  # fmt: skip
@example([["", "", ""], ["I alt", "1", "1"], ["I alt", "2", "2"]])
def test_any_mixture_of_cells_is_read_without_a_fault(rows: list[list[str]]) -> None:
    flags_of("\n".join(" | ".join(row) for row in rows))


TWO_YEARS = "Antal | 2025 | 2026\n"
HOSTILE = {
    "10,000 rows": TWO_YEARS + "".join(f"Sag {at} | 1 | 2\n" for at in range(10_000)) + "I alt | 1 | 2",
    "10,000 totals": TWO_YEARS + "I alt | 1 | 2\n" * 10_000,
    "10,000 differences": TWO_YEARS + "A | 1 | 2\nB | 1 | 3\n" + "Afvigelse | 1 | 2\n" * 10_000,
    "10,000 heraf": TWO_YEARS + "Heraf x | 1 | 2\nPost | 1 | 3\n" * 5000 + "I alt | 5000 | 15000",
    "3,000 columns": "A | " + "I alt | 2025 | Afvigelse | " * 1000 + "\nx | " + "1 | " * 3000,
    "alternating totals": "Antal | 2025\n" + "Post | 1\nI alt | 2\n" * 5000,
    "cells of 40 kB": "A | B\n" + f"{'x1 ' * 13_000} | {'1.000 ' * 6_700}\n" * 8 + "I alt | 3",
    "labels of 40 kB": f"{'i alt ' * 7000} | {'mio. kr. ' * 4500}\n{'heraf ' * 7000} | 3\n{'total ' * 7000} | 4",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_table_that_no_person_made_comes_to_an_end(name: str) -> None:
    assert flags_of(HOSTILE[name]) is not None


def test_thousands_of_tables_come_to_an_end() -> None:
    one = "Kr.\t2025\t2026\nA\t1\t2\nB\t3\t4\nI alt\t4\t6\n\nTekst om tabellen.\n\n"
    assert flags_of_text(one * 2000) == []
