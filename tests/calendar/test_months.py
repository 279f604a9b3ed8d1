"""Arithmetic with months and weeks."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejl.calendar.months import add_months, last_of_month, weeks_between

DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-03-31", 1, "2026-04-30"),
        ("2025-12-15", 1, "2026-01-15"),
        ("2026-01-15", -1, "2025-12-15"),
        ("2026-03-31", -1, "2026-02-28"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2026-05-06", 0, "2026-05-06"),
        ("2026-05-06", -25, "2024-04-06"),
    ],
)
def test_a_month_later_is_the_same_day_or_the_months_last(day: str, months: int, expected: str) -> None:
    assert add_months(dt.date.fromisoformat(day), months).isoformat() == expected


def test_months_beyond_the_calendar_are_refused() -> None:
    with pytest.raises(ValueError, match="outside the years"):
        add_months(dt.date(9999, 12, 1), 1)


@given(DAYS, st.integers(-1200, 1200))
def test_months_are_counted_whole_and_never_spill_over(day: dt.date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == day.day or (later.day < day.day and later == last_of_month(later))


@given(DAYS)
def test_the_day_after_the_last_of_a_month_is_a_first(day: dt.date) -> None:
    assert (last_of_month(day) + dt.timedelta(days=1)).day == 1


@pytest.mark.parametrize(("days", "weeks"), [(0, 0), (6, 0), (7, 1), (13, 1), (14, 2), (-6, 0), (-7, -1), (-13, -1)])
def test_only_whole_weeks_count(days: int, weeks: int) -> None:
    first = dt.date(2026, 5, 6)
    assert weeks_between(first, first + dt.timedelta(days=days)) == weeks
