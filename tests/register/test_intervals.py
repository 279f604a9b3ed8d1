"""Wilson's interval, against published values and against what it must not do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejl.register.intervals import newcombe, wilson

# Newcombe (1998), table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
NEWCOMBE = [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)]


@pytest.mark.parametrize(("kept", "of", "least", "most"), NEWCOMBE)
def test_published_intervals(kept: int, of: int, least: float, most: float) -> None:
    found = wilson(kept, of)
    assert found is not None
    assert found.least == pytest.approx(least, abs=5e-5)
    assert found.most == pytest.approx(most, abs=5e-5)


def test_of_nothing_there_is_no_share() -> None:
    assert wilson(0, 0) is None


@given(st.data())
def test_the_interval_holds_the_share_and_stays_within_nought_and_one(data: st.DataObject) -> None:
    of = data.draw(st.integers(1, 5000))
    kept = data.draw(st.integers(0, of))
    among = data.draw(st.integers(of, of * 10))
    wide, narrow = wilson(kept, of), wilson(kept, of, among=among)
    assert wide is not None and narrow is not None
    for each in (wide, narrow):
        assert 0.0 <= each.least <= each.share <= each.most <= 1.0
    assert narrow.most - narrow.least <= wide.most - wide.least + 1e-12


def test_a_sample_of_all_cases_is_sure() -> None:
    found = wilson(30, 40, among=40)
    assert found is not None
    assert found.least == found.share == found.most == 0.75


def test_a_difference_is_that_of_newcombes_own_example() -> None:
    found = newcombe(56, 70, 48, 80)  # Newcombe, Statistics in Medicine 1998;17:873-890, table II, contrast (a)
    assert found and round(found.share, 4) == 0.2
    assert (round(found.least, 4), round(found.most, 4)) == (0.0524, 0.3339)


def test_no_difference_is_told_of_nobody() -> None:
    assert newcombe(0, 0, 1, 2) is None
