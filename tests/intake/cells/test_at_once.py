"""Columns are read at once for speed: what comes of it is what reading every cell by itself gives."""

from __future__ import annotations

from decimal import Decimal

import pyarrow as pa
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pejl.intake.cells.numbers import Numbers
from pejl.intake.cells.read import Spellings
from pejl.intake.cells.words import Names
from pejl.intake.contract import Column, Kind
from pejl.intake.faults import FaultKind

SIGNS = st.text("0123456789.,- k−", max_size=14).map(str.strip)
NUMBERS = st.one_of(
    SIGNS,
    st.integers(-(10**11), 10**11).map(str),
    st.integers(-(10**9), 10**9).map(lambda n: f"{n:,}".replace(",", ".")),
    st.decimals(-(10**7), 10**7, places=3).map(lambda n: str(n).replace(".", ",")),
)


@pytest.mark.parametrize("kind", [Kind.COUNT, Kind.KRONER, Kind.NUMBER])
@pytest.mark.parametrize("bounds", [(None, None), (Decimal(0), Decimal(1000))])
@settings(deadline=None)
@given(texts=st.lists(NUMBERS, max_size=30))
@example(texts=["1.234", "-0", "007", "1.234,5", "0,12345", "999999999", "1000000000", "-1,00", "", "1,234,567"])
def test_numbers_read_at_once_are_those_read_one_by_one(
    kind: Kind, bounds: tuple[Decimal | None, Decimal | None], texts: list[str]
) -> None:
    column = Column("x", kind, "", "", least=bounds[0], most=bounds[1])
    one_by_one, at_once = Numbers(column), Numbers(column)
    written = pa.array(texts, pa.string())
    expected, found = one_by_one.cells(written), at_once._at_once(written)
    assert found.values.to_pylist() == expected.values.to_pylist()
    assert sorted(found.wrong) == sorted(expected.wrong)
    assert (at_once.ambiguous is None) == (one_by_one.ambiguous is None)


@settings(deadline=None)
@given(st.lists(st.lists(st.text("ab", max_size=4), max_size=12), max_size=8), st.integers(1, 6))
def test_what_is_forgotten_is_read_again(batches: list[list[str]], remembered: int) -> None:
    def read(text: str) -> int | FaultKind:
        return FaultKind.NOT_ALLOWED if text == "b" else len(text)

    spellings = Spellings(read, pa.int64(), remembered)
    for texts in batches:
        cells = spellings.cells(pa.array(texts, pa.string()))
        assert cells.values.to_pylist() == [None if text in ("", "b") else len(text) for text in texts]
        assert cells.wrong == [(row, FaultKind.NOT_ALLOWED) for row, text in enumerate(texts) if text == "b"]


@given(
    st.lists(
        st.one_of(st.text(max_size=14), st.sampled_from(["010180-1234", "'=1", "æ" * 9, "x 0101801234"])), max_size=9
    )
)
def test_names_read_at_once_are_those_read_one_by_one(texts: list[str]) -> None:
    names = Names(Column("x", Kind.NAME, "", "", longest=12))
    found = names.cells(pa.array(texts, pa.string()))
    expected = [names._read(text) if text else None for text in texts]
    wrong = [(row, result) for row, result in enumerate(expected) if isinstance(result, FaultKind)]
    assert found.values.to_pylist() == [None if isinstance(each, FaultKind) else each for each in expected]
    assert found.wrong == wrong
