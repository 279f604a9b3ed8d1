"""A sample is random, can be drawn again by anybody, and takes its part of every stratum."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from pejl.casework.audit.sampling import drawn, drawn_by_stratum, shared_out

CASES = [f"p{place:04d}" for place in range(1000)]


def own(case: str) -> str:
    return case


def last_digit(case: str) -> str:
    return case[-1]


def test_the_same_seed_draws_the_same_cases_however_they_come() -> None:
    one = drawn(CASES, 30, 7, own)
    assert one == drawn(list(reversed(CASES)), 30, 7, own)
    assert one != drawn(CASES, 30, 8, own)
    assert len(set(one)) == 30


def test_a_larger_sample_holds_the_smaller_one() -> None:
    assert drawn(CASES, 50, 7, own)[:30] == drawn(CASES, 30, 7, own)


def test_a_case_that_is_new_moves_at_most_one_other_out() -> None:
    before, after = set(drawn(CASES, 30, 7, own)), set(drawn([*CASES, "p9999"], 30, 7, own))
    assert len(before - after) <= 1


def test_no_place_is_drawn_more_often_than_another() -> None:
    times = Counter(place // 100 for seed in range(200) for place in map(CASES.index, drawn(CASES, 20, seed, own)))
    assert max(times.values()) / min(times.values()) < 1.3


def test_each_stratum_has_its_part() -> None:
    found = drawn_by_stratum(CASES, 100, 1, own, last_digit)
    assert Counter(map(last_digit, found)) == dict.fromkeys("0123456789", 10)


@given(st.integers(0, 80), st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 40), max_size=8))
def test_the_parts_make_the_whole(many: int, sizes: dict[str, int]) -> None:
    parts = shared_out(many, sizes)
    assert sum(parts.values()) == min(many, sum(sizes.values()))
    assert all(0 <= parts[word] <= sizes[word] for word in parts)
    if many >= len(sizes):
        assert all(part >= 1 for part in parts.values())
