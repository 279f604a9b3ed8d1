"""When a promised thing is to come: limits, the next time of a name, and what comes again."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejl.minutes.promises.promise import Recurring, Window
from pejl.minutes.promises.times import Time, find_times

MADE_ON = dt.date(2025, 12, 3)
DAYS = {
    "senest 1. marts 2026": ("2025-12-03", "2026-03-01"),
    "senest ultimo juni 2026": ("2025-12-03", "2026-06-30"),
    "inden udgangen af 2026": ("2025-12-03", "2026-12-31"),
    "inden sommeren 2026": ("2025-12-03", "2026-05-31"),
    "inden sommerferien": ("2025-12-03", "2026-06-30"),
    "efter sommerferien": ("2026-08-01", "2026-09-30"),
    "inden for et år": ("2025-12-03", "2026-12-03"),
    "i foråret": ("2026-03-01", "2026-05-31"),
    "i efteråret": ("2026-09-01", "2026-11-30"),
    "i 4. kvartal": ("2025-10-01", "2025-12-31"),
    "i november": ("2026-11-01", "2026-11-30"),
    "den 14. januar": ("2026-01-14", "2026-01-14"),
    "på mødet den 14. januar 2026": ("2026-01-14", "2026-01-14"),
    "i 2026": ("2026-01-01", "2026-12-31"),
    "i løbet af 1. halvår 2026": ("2026-01-01", "2026-06-30"),
    "til næste år": ("2026-01-01", "2026-12-31"),
    "om et år": ("2026-12-03", "2027-03-03"),
    "hvert år i marts": ("2026-03-01", "2026-03-31"),
    "hvert år": ("2025-12-04", "2026-12-03"),
}


@pytest.mark.parametrize("words", DAYS)
def test_words_for_a_time_to_come_give_its_days(words: str) -> None:
    (time,) = find_times(f"Udvalget får en status {words}", MADE_ON)
    assert (str(time.window.first), str(time.window.last)) == DAYS[words]
    assert not time.past


@pytest.mark.parametrize(
    "words",
    [
        "for 1. kvartal 2026",
        "fra 1. juli 2026",
        "Budget 2026-2029",
        "budgetopfølgning 3. kvartal 2026",
        "siden 2024",
        "03.12.2025, punkt 4",
        "pr. 1. maj 2026",
        "2026",
    ],
)
def test_what_is_counted_begins_or_is_pointed_at_is_no_time_to_come(words: str) -> None:
    assert find_times(f"Udvalget får en status {words}", MADE_ON) == []


def test_a_time_that_is_over_is_told_from_one_to_come() -> None:
    past, coming = find_times("i foråret 2025 og i foråret 2026", MADE_ON)
    assert (past.past, coming.past) == (True, False)


def test_without_the_meetings_day_only_whole_dates_are_days() -> None:
    assert [time.window.first for time in find_times("i efteråret 2026", None)] == [dt.date(2026, 9, 1)]
    assert find_times("i efteråret", None) == []
    (yearly,) = find_times("hvert år", None)
    assert (yearly.window.first, yearly.window.recurring) == (None, Recurring.YEARLY)


def test_what_comes_again_has_a_window_for_each_time() -> None:
    (half_yearly,) = find_times("hvert halve år", MADE_ON)
    each = half_yearly.window.each(until=dt.date(2027, 12, 3))
    assert [str(window.last) for window in each] == ["2026-06-03", "2026-12-03", "2027-06-03", "2027-12-03"]
    assert len({window.words for window in each}) == 1


def test_the_last_of_a_month_stays_the_last_of_a_month() -> None:
    (february,) = find_times("hvert år i februar", dt.date(2026, 12, 3))
    assert [str(window.last) for window in february.window.each(until=dt.date(2029, 1, 1))] == [
        "2027-02-28",
        "2028-02-29",
    ]


def test_what_comes_once_has_one_window() -> None:
    once = Window(first=MADE_ON, last=MADE_ON)
    assert once.each(until=dt.date(2030, 1, 1)) == [once]
    assert Window(recurring=Recurring.YEARLY).each(until=dt.date(2030, 1, 1)) == [Window(recurring=Recurring.YEARLY)]


@given(st.dates(dt.date(1990, 1, 1), dt.date(2100, 1, 1)), st.sampled_from(["hvert år", "kvartalsvis", "halvårligt"]))
def test_windows_of_what_comes_again_follow_on_each_other(made_on: dt.date, words: str) -> None:
    (time,) = find_times(words, made_on)
    each = time.window.each(until=made_on + dt.timedelta(days=900))
    assert each[0].first == made_on + dt.timedelta(days=1)
    for earlier, later in pairwise(each):
        assert earlier.first and earlier.last and later.first and later.last
        assert earlier.first < later.first and earlier.last < later.last
        assert abs((later.first - earlier.last).days) <= 4


WORDS = [*DAYS, "for 2026", "og", "senest", "hvert", "punkt 4", "1.", "halvår", "kvartal 2027", "10 kr.", "møde"]


@given(st.lists(st.sampled_from(WORDS), max_size=12), st.dates(dt.date(1800, 1, 1), dt.date(2190, 1, 1)))
def test_any_mixture_of_such_words_gives_times_that_stand_apart_and_run_forwards(
    words: list[str], made_on: dt.date
) -> None:
    text = " ".join(words)
    times: list[Time] = find_times(text, made_on)
    assert all(earlier.end <= later.start for earlier, later in pairwise(times))
    for time in times:
        window = time.window
        assert 0 <= time.start < time.end <= len(text)
        assert window.first is None or window.last is None or window.first <= window.last
