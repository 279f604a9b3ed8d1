"""Numbers that are missing within a meeting and between meetings, and numbers that are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejl.record.number_gaps import Between, Numbered, missing_between, missing_within


@pytest.mark.parametrize(
    ("numbers", "missing"),
    [
        ([1, 2, 4], [3]),
        ([715, 716, 719], [717, 718]),
        ([1, 17, 2, 3], []),
        ([2, 3], []),
        ([5], []),
        ([], []),
    ],
)
def test_a_meeting_lacks_what_lies_between_its_own_numbers(numbers: list[int], missing: list[int]) -> None:
    assert missing_within(numbers) == missing


def numbered(*ends: tuple[int, int]) -> list[Numbered[int]]:
    return [Numbered(place, first, last) for place, (first, last) in enumerate(ends)]


def test_numbers_that_run_on_tell_of_what_is_missing_between_two_meetings() -> None:
    meetings = numbered((1, 5), (6, 9), (10, 12), (20, 22), (23, 30))
    assert missing_between(meetings) == [Between(2, 3, 13, 19)]


@pytest.mark.parametrize(
    "ends",
    [
        [(1, 8), (1, 6), (1, 9), (1, 7)],
        [(1, 1), (3, 6), (1, 4)],
        [(1, 5), (9, 12), (20, 22), (30, 31)],
        [(1, 5), (6, 9), (20, 22)],
        [(1, 5), (6, 9), (10, 12), (1, 4), (5, 8), (9, 20)],
        [(1, 5), (6, 9), (10, 12), (900, 905)],
        [],
        [(4, 9)],
    ],
    ids=[
        "each meeting counts for itself",
        "two meetings by chance",
        "numbers that never follow",
        "too few steps to tell",
        "a new term",
        "another way to count",
        "no meeting",
        "one meeting",
    ],
)
def test_nothing_is_said_to_be_missing_where_numbers_do_not_plainly_run_on(ends: list[tuple[int, int]]) -> None:
    assert missing_between(numbered(*ends)) == []


@given(st.lists(st.integers(1, 9), min_size=5, max_size=40), st.data())
def test_a_meeting_taken_out_of_a_run_is_missed_and_nothing_else(sizes: list[int], data: st.DataObject) -> None:
    ends, reached = [], 0
    for size in sizes:
        ends.append((reached + 1, reached + size))
        reached += size
    assert missing_between(numbered(*ends)) == []
    gone = data.draw(st.integers(1, len(ends) - 2))
    left = ends[:gone] + ends[gone + 1 :]
    assert missing_between(numbered(*left)) == [Between(gone - 1, gone, *ends[gone])]
