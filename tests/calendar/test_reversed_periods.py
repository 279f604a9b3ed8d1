"""A period that ends before it begins is told of; everything else that looks like one is left alone."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejl.calendar.days import danish_day, short_day
from pejl.calendar.periods import find_periods
from pejl.calendar.reversed_periods import find_reversed_periods

DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2060, 12, 31))


@pytest.mark.parametrize(
    ("text", "found", "led"),
    [
        ("Aftalen løber fra 01.05.2026 til 30.04.2026.", "01.05.2026 til 30.04.2026", True),
        ("Aftalen (1. maj 2026 – 30. april 2026) er ny.", "1. maj 2026 – 30. april 2026", True),
        ("Kurset 10.06.2026 - 03.06.2026 er fuldt.", "10.06.2026 - 03.06.2026", False),
        ("i perioden 2029-2026", "2029-2026", True),
        ("i årene 2029 til 2026", "2029 til 2026", True),
        ("fra 2. halvår 2026 til 1. halvår 2026", "2. halvår 2026 til 1. halvår 2026", True),
        ("Projektet løber fra uge 40 2026 til uge 5 2026", "uge 40 2026 til uge 5 2026", True),
    ],
)
def test_a_period_that_ends_before_it_begins_is_found(text: str, found: str, led: bool) -> None:
    (period,) = find_reversed_periods(text)
    assert (period.text, period.led) == (found, led)
    assert text[period.start : period.end] == period.text


@pytest.mark.parametrize(
    "text",
    [
        "Aftalen løber fra 01.05.2025 til 30.04.2026.",
        "1. marts – 28. februar",
        "fra 1. november til 31. marts",
        "Møderne 03.12.2025 - 10.09.2025 - 05.06.2025",
        "Mødet rykkes fra 10.06.2026 til 03.06.2026",
        "Fristen ændres fra 1. juni 2026 til 1. maj 2026",
        "juni 2026 - juni 2025",
        "steg fra 2025 til 2024",
        "unge mellem 29 og 18 år",
        "sag 2029-2026",
        "fra den 3. til den 5. marts",
        "fra 3. marts til 3. marts",
    ],
)
def test_what_is_no_period_or_runs_forwards_is_left_alone(text: str) -> None:
    assert find_reversed_periods(text) == []


@given(DAYS, DAYS)
def test_a_range_of_days_is_either_a_period_or_runs_backwards(one: dt.date, other: dt.date) -> None:
    for written in (short_day, danish_day):
        text = f"i perioden fra {written(one)} til {written(other)}"
        same_of_two_years = (one.day, one.month) == (other.day, other.month) and one != other
        assert bool(find_reversed_periods(text)) == (other < one and not same_of_two_years)
        assert bool(find_periods(text)) == (one <= other)


@given(st.text(alphabet="0123456789. -–tilframdejnugåo", max_size=80))
def test_no_text_brings_it_down(text: str) -> None:
    for period in find_reversed_periods(text):
        assert text[period.start : period.end] == period.text


@pytest.mark.parametrize("unit", ["01.01.2026 - ", "fra 1. maj ", "2029-2026 ", "perioden ", "1. maj 2026 til "])
def test_endless_lines_come_to_an_end(unit: str) -> None:
    find_reversed_periods(unit * 4000)
