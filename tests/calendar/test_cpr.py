"""A personal number that is said to be one: its forms, its day, its century."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejl.calendar.cpr import birth_day, modulus_holds, ten_digits


@pytest.mark.parametrize("written", ["0101701234", "010170-1234", " 010170 1234 ", "010170 - 1234", "101701234"])
def test_every_form_gives_the_same_ten_digits(written: str) -> None:
    assert ten_digits(written) == "0101701234"


@pytest.mark.parametrize("written", ["", "010170", "01017012345", "01.01.70-1234", "10170-1234", "x101701234"])
def test_other_forms_are_no_number(written: str) -> None:
    assert ten_digits(written) is None


@pytest.mark.parametrize(
    ("digits", "day"),
    [
        ("0101700000", dt.date(1970, 1, 1)),
        ("0101364000", dt.date(2036, 1, 1)),
        ("0101374000", dt.date(1937, 1, 1)),
        ("0101575000", dt.date(2057, 1, 1)),
        ("0101585000", dt.date(1858, 1, 1)),
        ("2902004000", dt.date(2000, 2, 29)),
        ("2902000000", None),
        ("6101700000", dt.date(1970, 1, 1)),
        ("9101700000", dt.date(1970, 1, 31)),
        ("9201700000", None),
        ("0013700000", None),
        ("3204700000", None),
    ],
)
def test_the_seventh_digit_tells_the_century_and_impossible_days_are_none(digits: str, day: dt.date | None) -> None:
    assert birth_day(digits) == day


def test_the_old_modulus_is_a_hint_only() -> None:
    assert modulus_holds("0707614285")
    assert not modulus_holds("0707614286")
    assert birth_day("0707614286") == dt.date(1961, 7, 7)


@given(st.dates(dt.date(1900, 1, 1), dt.date(1999, 12, 31)), st.integers(0, 3999))
def test_a_number_of_the_last_century_gives_its_day_back(day: dt.date, serial: int) -> None:
    assert birth_day(f"{day:%d%m%y}{serial:04}") == day
