"""From which day the register holds every sick leave."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from pejl.screening.caseload.window import FEWEST, QUARTER, holds_all_from


def test_it_begins_with_the_first_end_of_the_unbroken_run() -> None:
    steady = np.arange(10_000, 11_000)
    assert abs(holds_all_from(steady) - 10_000) < QUARTER
    assert holds_all_from(steady) >= 10_000


def test_old_cases_that_came_by_mistake_do_not_begin_it() -> None:
    steady = np.arange(10_000, 11_092)
    stray = np.array([4_000, 7_000, 9_000])
    assert holds_all_from(np.concatenate([stray, steady])) >= 10_000


def test_of_few_ends_the_first_begins_it_and_of_none_nothing_does() -> None:
    assert holds_all_from(np.array([50, 20, 30])) == 20
    assert holds_all_from(np.array([], np.int64)) == 0


@given(st.lists(st.integers(0, 4_000), min_size=1, max_size=3 * FEWEST))
def test_it_is_always_the_day_of_an_end(days: list[int]) -> None:
    assert holds_all_from(np.array(days)) in days
