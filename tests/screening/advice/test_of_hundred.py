"""A chance is told as people of a hundred, and what is shown adds up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejl.screening.advice.of_hundred import of_hundred, shares_of_hundred, span_of_hundred

CHANCE = st.floats(0.0, 1.0)


@pytest.mark.parametrize(("chance", "people"), [(0.234, 23), (0.235, 24), (0.0, 0), (1.0, 100), (0.285, 29)])
def test_a_chance_is_told_as_people_of_a_hundred(chance: float, people: int) -> None:
    assert of_hundred(chance) == people


def test_an_interval_never_looks_narrower_than_it_is() -> None:
    assert span_of_hundred(0.171, 0.299) == (17, 30)
    assert span_of_hundred(0.17, 0.30) == (17, 30)
    assert span_of_hundred(0.0, 1.0) == (0, 100)


def test_shares_are_shown_so_that_they_add_up() -> None:
    assert shares_of_hundred(0.20, (0.034, 0.033, -0.012), 0.255) == (4, 3, -1)
    assert shares_of_hundred(0.20, (), 0.20) == ()


@given(CHANCE, st.lists(st.floats(-0.2, 0.2), min_size=1, max_size=12))
def test_what_is_shown_always_adds_up_and_no_share_is_shown_far_from_what_it_is(
    usual: float, shares: list[float]
) -> None:
    chance = usual + sum(shares)
    shown = shares_of_hundred(usual, shares, chance)
    assert of_hundred(usual) + sum(shown) == of_hundred(chance)
    assert all(abs(each - share * 100) <= 2 for each, share in zip(shown, shares, strict=True))


@given(CHANCE, CHANCE)
def test_the_chance_in_people_lies_within_its_interval_in_people(one: float, other: float) -> None:
    low, high = sorted((one, other))
    least, most = span_of_hundred(low, high)
    assert least <= of_hundred((low + high) / 2) <= most
