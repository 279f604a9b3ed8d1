"""The state of a promise on a day, and that no later day takes it back."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejl.record.promises.state import State, state_on

FIRST, LAST = dt.date(2026, 1, 1), dt.date(2026, 3, 31)
ORDER = [State.COMING, State.DUE, State.OVERDUE]
DAYS = st.dates(dt.date(2024, 1, 1), dt.date(2028, 1, 1))
SOME_DAY = st.none() | DAYS


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (dt.date(2025, 12, 31), State.COMING),
        (dt.date(2026, 1, 1), State.DUE),
        (dt.date(2026, 3, 31), State.DUE),
        (dt.date(2026, 4, 1), State.OVERDUE),
    ],
)
def test_a_promise_comes_is_due_and_is_overdue(day: dt.date, state: State) -> None:
    assert state_on(day, first=FIRST, last=LAST) == state


def test_a_promise_is_kept_from_the_day_of_the_item_that_keeps_it() -> None:
    kept = dt.date(2026, 5, 1)
    assert state_on(dt.date(2026, 4, 30), first=FIRST, last=LAST, kept_on=kept) == State.OVERDUE
    assert state_on(kept, first=FIRST, last=LAST, kept_on=kept) == State.KEPT
    assert state_on(dt.date(2025, 12, 1), first=FIRST, last=LAST, kept_on=dt.date(2025, 12, 1)) == State.KEPT


def test_a_promise_without_days_never_is_overdue_and_one_without_an_end_stays_due() -> None:
    assert state_on(dt.date(2099, 1, 1), first=None, last=None) == State.COMING
    assert state_on(dt.date(2099, 1, 1), first=FIRST, last=None) == State.DUE
    assert state_on(dt.date(2025, 1, 1), first=None, last=LAST) == State.DUE


def test_a_promise_of_a_withdrawn_item_is_void_unless_something_keeps_it() -> None:
    assert state_on(dt.date(2026, 5, 1), first=FIRST, last=LAST, stands=False) == State.VOID
    assert state_on(dt.date(2026, 5, 1), first=FIRST, last=LAST, stands=False, kept_on=LAST) == State.KEPT


def test_a_dropped_promise_is_dropped_whatever_keeps_it() -> None:
    assert state_on(LAST, first=FIRST, last=LAST, kept_on=FIRST, dropped_on=FIRST) == State.DROPPED


@given(
    first=SOME_DAY, last=SOME_DAY, kept=SOME_DAY, dropped=SOME_DAY, stands=st.booleans(), day=DAYS,
    later=st.integers(0, 900),
)  # fmt: skip
def test_a_later_day_never_takes_a_state_back(
    first: dt.date | None,
    last: dt.date | None,
    kept: dt.date | None,
    dropped: dt.date | None,
    stands: bool,
    day: dt.date,
    later: int,
) -> None:
    if first and last and first > last:
        first, last = last, first
    told = {"first": first, "last": last, "kept_on": kept, "dropped_on": dropped, "stands": stands}
    now = state_on(day, **told)  # type: ignore[arg-type]
    then = state_on(day + dt.timedelta(days=later), **told)  # type: ignore[arg-type]
    if now == State.DROPPED:
        assert then == State.DROPPED
    elif now == State.KEPT:
        assert then in {State.KEPT, State.DROPPED}
    elif now == State.VOID:
        assert then in {State.VOID, State.KEPT, State.DROPPED}
    else:
        assert then in {State.KEPT, State.DROPPED} or ORDER.index(then) >= ORDER.index(now)
