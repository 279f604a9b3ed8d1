"""Whether new sick leaves are like those that a model was trained on."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from pejl.screening.measures.stability import SELDOM, UNKNOWN, distribution_of, stability
from pejl.screening.spells import Words

DRAWS = np.random.default_rng(11)


def words(*values: str | None) -> Words:
    return np.array(values, dtype=object)


def test_the_same_people_are_not_unlike_themselves() -> None:
    ages = DRAWS.normal(45, 10, 5000)
    found = stability(distribution_of(ages), ages)
    assert found and found.index < 1e-3 < found.by_chance


def test_older_people_than_before_are_seen() -> None:
    found = stability(distribution_of(DRAWS.normal(45, 10, 5000)), DRAWS.normal(55, 10, 500))
    assert found and found.index > 0.5 > found.by_chance and found.largest == "9"


def test_a_small_group_like_the_others_stays_within_what_chance_does() -> None:
    reference = distribution_of(DRAWS.normal(45, 10, 5000))
    over = [stability(reference, DRAWS.normal(45, 10, 40)) for _ in range(300)]
    assert sum(1 for each in over if each and each.index > each.by_chance) < 20


def test_more_unknown_than_before_is_seen() -> None:
    before = distribution_of(np.array([1.0, 2.0, 3.0, 4.0] * 100))
    after = np.array([1.0, 2.0, np.nan, np.nan] * 50)
    found = stability(before, after)
    assert found and found.largest == UNKNOWN and found.index > found.by_chance


def test_a_word_that_was_never_seen_counts_among_the_seldom() -> None:
    before = distribution_of(words(*["kommune", "stat"] * 200))
    found = stability(before, words(*["kommune", "stat", "måne"] * 40))
    assert found and found.largest == SELDOM


def test_nobody_is_no_group() -> None:
    assert stability(distribution_of(np.array([1.0, 2.0])), np.array([])) is None


@given(st.lists(st.one_of(st.none(), st.sampled_from("abcdef")), min_size=1, max_size=60))
def test_shares_of_a_reference_are_the_whole(values: list[str | None]) -> None:
    assert abs(sum(distribution_of(words(*values)).shares.values()) - 1) < 1e-9


@given(
    st.lists(st.floats(-1e6, 1e6) | st.just(float("nan")), min_size=1, max_size=60),
    st.lists(st.floats(-1e6, 1e6), min_size=1),
)
def test_any_numbers_can_be_compared(before: list[float], after: list[float]) -> None:
    found = stability(distribution_of(np.array(before)), np.array(after))
    assert found and np.isfinite(found.index) and found.index >= 0
