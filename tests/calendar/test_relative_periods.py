"""Periods that only the day they are seen from can place."""

from __future__ import annotations

import datetime as dt

import pytest

from pejl.calendar.relative_periods import find_relative_periods

SEEN_FROM = dt.date(2025, 12, 3)


def days(text: str, seen_from: dt.date = SEEN_FROM) -> list[tuple[str, str, str]]:
    return [(str(f.period.first), str(f.period.last), f.period.text) for f in find_relative_periods(text, seen_from)]


def test_the_summer_holiday_is_this_years_until_it_is_over() -> None:
    assert days("inden sommerferien", dt.date(2026, 3, 1)) == [("2026-07-01", "2026-07-31", "sommerferien")]
    assert days("i sommerferien", dt.date(2026, 7, 31)) == [("2026-07-01", "2026-07-31", "sommerferien")]
    assert days("inden sommerferien", dt.date(2026, 8, 1)) == [("2027-07-01", "2027-07-31", "sommerferien")]


def test_after_the_summer_holiday_is_august_and_september() -> None:
    assert days("efter sommerferien", dt.date(2026, 6, 1)) == [("2026-08-01", "2026-09-30", "efter sommerferien")]
    assert days("efter sommerferien", dt.date(2026, 10, 1)) == [("2027-08-01", "2027-09-30", "efter sommerferien")]


def test_what_is_found_stands_where_it_says() -> None:
    text = "Status gives til næste år og igen inden årets udgang."
    for found in find_relative_periods(text, SEEN_FROM):
        assert text[found.start : found.end] == found.period.text and found.year_supplied


@pytest.mark.parametrize("text", ["årets udgangspunkt", "næste årsag", "det kommende byråd", "i årevis"])
def test_longer_words_are_none(text: str) -> None:
    assert days(text) == []


def test_the_calendars_last_year_has_none_after_it() -> None:
    assert days("næste år", dt.date(9999, 5, 1)) == []
