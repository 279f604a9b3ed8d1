"""Public holidays and working days."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejl.calendar.holidays import (
    FIRST_YEAR,
    LAST_YEAR,
    add_working_days,
    holiday_name,
    is_working_day,
    public_holidays,
    working_days_before,
)

DAYS = st.dates(dt.date(1950, 1, 1), dt.date(2090, 12, 31))


@pytest.mark.parametrize(
    ("iso", "name"),
    [
        ("2026-01-01", "Nytårsdag"),
        ("2026-04-02", "Skærtorsdag"),
        ("2026-04-03", "Langfredag"),
        ("2026-04-06", "Anden påskedag"),
        ("2026-05-14", "Kristi himmelfartsdag"),
        ("2026-05-25", "Anden pinsedag"),
        ("2026-12-25", "Juledag"),
        ("2026-12-26", "Anden juledag"),
        ("2023-05-05", "Store bededag"),
        ("2024-04-26", None),
        ("2026-06-05", None),
        ("2026-12-24", None),
        ("2026-05-01", None),
    ],
)
def test_public_holidays_carry_their_danish_names(iso: str, name: str | None) -> None:
    assert holiday_name(dt.date.fromisoformat(iso)) == name


def test_saturday_is_no_working_day_here() -> None:
    friday = dt.date(2026, 5, 8)
    assert is_working_day(friday)
    assert not is_working_day(friday + dt.timedelta(days=1))
    assert not is_working_day(friday + dt.timedelta(days=2))


def test_an_agenda_due_four_working_days_before_a_meeting_after_easter() -> None:
    wednesday_after_easter = dt.date(2026, 4, 8)
    # Counted back from the Wednesday: 7 April; Easter takes the 2nd, 3rd and 6th; then 1 April, 31 and 30 March.
    assert working_days_before(wednesday_after_easter, 4) == dt.date(2026, 3, 30)
    assert add_working_days(dt.date(2026, 3, 30), 4) == wednesday_after_easter


def test_no_working_days_from_a_day_is_the_day_itself() -> None:
    christmas = dt.date(2026, 12, 25)
    assert add_working_days(christmas, 0) == working_days_before(christmas, 0) == christmas


def test_counting_backwards_takes_its_own_verb() -> None:
    assert add_working_days(dt.date(2026, 5, 11), -1) == dt.date(2026, 5, 8)
    with pytest.raises(ValueError, match="add_working_days"):
        working_days_before(dt.date(2026, 5, 11), -1)


def test_unknown_years_are_refused_rather_than_counted_as_all_work() -> None:
    for day in (dt.date(FIRST_YEAR - 1, 12, 26), dt.date(LAST_YEAR + 1, 12, 26)):
        with pytest.raises(ValueError, match="not known"):
            is_working_day(day)


@pytest.mark.parametrize("year", [FIRST_YEAR, 1999, 2023, 2024, LAST_YEAR])
def test_every_known_year_has_its_holidays(year: int) -> None:
    assert len(public_holidays(year)) == (11 if year <= 2023 else 10)


@given(DAYS, st.integers(1, 60))
def test_working_days_forth_and_back_meet_on_a_working_day(day: dt.date, count: int) -> None:
    later = add_working_days(day, count)
    assert is_working_day(later)
    passed = [day + dt.timedelta(days=n) for n in range(1, (later - day).days + 1)]
    assert sum(map(is_working_day, passed)) == count
    if is_working_day(day):
        assert working_days_before(later, count) == day
