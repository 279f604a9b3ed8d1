"""Lengths of time counted from the day on which they were said."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejl.calendar.spans import find_spans

DAY = dt.date(2026, 4, 15)
AFTER = {
    "om et år": dt.date(2027, 4, 15),
    "om et halvt år": dt.date(2026, 10, 15),
    "om halvandet år": dt.date(2027, 10, 15),
    "efter seks måneder": dt.date(2026, 10, 15),
    "om ca. tre måneder": dt.date(2026, 7, 15),
    "efter to år": dt.date(2028, 4, 15),
    "inden for 14 dage": dt.date(2026, 4, 29),
    "senest om to uger": dt.date(2026, 4, 29),
}


@pytest.mark.parametrize("text", AFTER)
def test_a_length_of_time_leads_to_a_day(text: str) -> None:
    (found,) = find_spans(text)
    assert found.after(DAY) == AFTER[text]
    assert found.text == text
    assert found.within == text.startswith(("inden", "senest"))


@pytest.mark.parametrize(
    "text",
    ["om 12 borgere", "efter et års drift", "efter seks måneders ledighed", "i to år", "om 2026 år", "om 900 år",
     "om halvandet måned", "om mange år"],
)  # fmt: skip
def test_what_counts_from_another_day_or_counts_no_time_is_left_alone(text: str) -> None:
    assert find_spans(text) == []


def test_no_length_leads_beyond_the_calendar() -> None:
    (found,) = find_spans("om 40 år")
    assert found.after(dt.date(9990, 1, 1)) is None


@given(st.integers(1, 999), st.sampled_from(["dage", "uger", "måneder"]), st.dates(max_value=dt.date(2200, 1, 1)))
def test_a_longer_time_never_leads_to_an_earlier_day(count: int, unit: str, day: dt.date) -> None:
    (shorter,), (longer,) = find_spans(f"om {count} {unit}"), find_spans(f"om {min(count + 1, 999)} {unit}")
    first, second = shorter.after(day), longer.after(day)
    assert first and second and day < first <= second
