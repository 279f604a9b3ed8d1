"""Leafing through a list: every row is met once on the way forth, and there is always a way back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pejl.record.queries.stretch import stretch_of

ROWS = st.integers(0, 60).map(lambda count: list(range(count)))


@given(rows=ROWS, limit=st.integers(1, 20))
def test_the_way_forth_meets_every_row_once_and_has_as_many_steps_as_pages(rows: list[int], limit: int) -> None:
    met, steps, offset = [], 0, 0
    while offset is not None:
        stretch = stretch_of(rows, limit, offset)
        met += stretch.rows
        steps, offset = steps + 1, stretch.following
    assert met == rows
    assert steps == stretch_of(rows, limit, 0).pages


@given(rows=ROWS, limit=st.integers(1, 20), offset=st.integers(0, 200))
def test_from_anywhere_also_beyond_the_end_the_way_back_leads_to_the_beginning(
    rows: list[int], limit: int, offset: int
) -> None:
    stretch = stretch_of(rows, limit, offset)
    while stretch.before is not None:
        assert stretch.before < stretch.offset
        stretch = stretch_of(rows, limit, stretch.before)
        assert stretch.rows
    assert stretch.offset == 0 or not rows
