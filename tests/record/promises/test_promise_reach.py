"""Where and how long an item that keeps a promise is looked for."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejl.minutes.promises.promise import Recurring, Window
from pejl.record.promises.reach import akin_bodies, search_days, windows_followed

MADE_ON = dt.date(2025, 12, 3)


@pytest.mark.parametrize(
    ("one", "other", "akin"),
    [
        ("beskæftigelses og integrationsudvalg", "beskæftigelsesudvalg", True),
        ("beskæftigelses og uddannelsesudvalg", "beskæftigelsesudvalg", True),
        ("social og sundhedsudvalg", "sundheds og rehabiliteringsudvalg", True),
        ("byråd", "byråd", True),
        ("byråd", "økonomiudvalg", False),
        ("teknik og miljøudvalg", "beskæftigelsesudvalg", False),
        ("udvalget for job og fællesskaber", "udvalget for kultur og fritid", False),
    ],
)
def test_bodies_for_one_field_are_told_by_their_names(one: str, other: str, akin: bool) -> None:
    assert akin_bodies(one, other) == akin_bodies(other, one) == akin


def test_nothing_is_kept_on_or_before_the_day_of_the_promise() -> None:
    reach = search_days(MADE_ON, Window(first=MADE_ON, last=dt.date(2026, 1, 1)))
    assert reach and reach[0] == dt.date(2025, 12, 4)


def test_a_promise_without_a_day_of_its_own_is_followed_by_nothing() -> None:
    assert search_days(None, Window(first=MADE_ON, last=MADE_ON)) is None


def test_a_promise_without_an_end_is_looked_for_in_two_years() -> None:
    reach = search_days(MADE_ON, Window())
    assert reach == (dt.date(2025, 12, 4), dt.date(2025, 12, 4) + dt.timedelta(days=730))


def test_what_comes_again_is_followed_for_two_years() -> None:
    window = Window(first=dt.date(2025, 12, 4), last=dt.date(2026, 6, 3), recurring=Recurring.HALF_YEARLY)
    assert [str(each.last) for each in windows_followed(window, MADE_ON)] == [
        "2026-06-03",
        "2026-12-03",
        "2027-06-03",
        "2027-12-03",
    ]
    assert windows_followed(window, None) == [window]


@given(
    made_on=st.dates(dt.date(1, 1, 1), dt.date.max),
    first=st.none() | st.dates(dt.date(1, 1, 1), dt.date.max),
    length=st.integers(0, 4000),
)
def test_reach_never_leaves_the_calendar(made_on: dt.date, first: dt.date | None, length: int) -> None:
    last = None
    if first is not None and first.toordinal() + length <= dt.date.max.toordinal():
        last = first + dt.timedelta(days=length)
    reach = search_days(made_on, Window(first=first, last=last))
    assert reach is not None
