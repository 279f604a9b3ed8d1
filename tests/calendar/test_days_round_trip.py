"""What is written can be read: every day from 1900 to 2100, in every form."""

import datetime as dt
from collections.abc import Callable

import pytest

from pejl.calendar.days import danish_day, find_days, month_name, parse_day, short_day, weekday_name

EVERY_DAY = [
    dt.date.fromordinal(n) for n in range(dt.date(1900, 1, 1).toordinal(), dt.date(2100, 12, 31).toordinal() + 1)
]
TWO_DIGIT_DAYS = [day for day in EVERY_DAY if 1969 <= day.year <= 2068]

ENGLISH = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
ABBREVIATED = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]

Form = Callable[[dt.date], str]
LONG_FORMS: dict[str, Form] = {
    "06-05-2026": lambda d: f"{d:%d-%m-%Y}",
    "6-5-2026": lambda d: f"{d.day}-{d.month}-{d.year}",
    "6/5/2026": lambda d: f"{d.day}/{d.month}/{d.year}",
    "6.5.2026": lambda d: f"{d.day}.{d.month}.{d.year}",
    "6. 5. 2026": lambda d: f"{d.day}. {d.month}. {d.year}",
    "2026-05-06": lambda d: d.isoformat(),
    "6/5-2026": lambda d: f"{d.day}/{d.month}-{d.year}",
    "6/5 2026": lambda d: f"{d.day}/{d.month} {d.year}",
    "06. maj 2026": lambda d: f"{d.day:02}. {month_name(d.month)} {d.year}",
    "6 maj, 2026": lambda d: f"{d.day} {month_name(d.month)}, {d.year}",
    "6. MAJ 2026": lambda d: f"{d.day}. {month_name(d.month).upper()} {d.year}",
    "d. 6. maj. 2026": lambda d: f"d. {d.day}. {ABBREVIATED[d.month - 1]}. {d.year}",
    "May 6, 2026": lambda d: f"{ENGLISH[d.month - 1]} {d.day}, {d.year}",
    "Onsdag, May 6, 2026": lambda d: f"{weekday_name(d).capitalize()}, {ENGLISH[d.month - 1]} {d.day}, {d.year}",
    "onsdag den 6. maj 2026": lambda d: f"{weekday_name(d)} den {danish_day(d)}",
    "Onsdag d. 06. maj 2026": lambda d: f"{weekday_name(d).capitalize()} d. {d.day:02}. {month_name(d.month)} {d.year}",
}
SHORT_FORMS: dict[str, Form] = {
    "06.05.26": lambda d: f"{d:%d.%m.%y}",
    "6-5-26": lambda d: f"{d.day}-{d.month}-{d:%y}",
    "6/5/26": lambda d: f"{d.day}/{d.month}/{d:%y}",
    "6/5-26": lambda d: f"{d.day}/{d.month}-{d:%y}",
    "6. maj '26": lambda d: f"{d.day}. {month_name(d.month)} '{d:%y}",
    "6. maj 26": lambda d: f"{d.day}. {month_name(d.month)} {d:%y}",
}


@pytest.mark.parametrize("write", [danish_day, short_day])
def test_the_two_forms_of_the_house_are_read_back_for_every_day(write: Form) -> None:
    assert [day for day in EVERY_DAY if parse_day(write(day)) != day] == []


@pytest.mark.long
@pytest.mark.parametrize("form", LONG_FORMS)
def test_every_long_form_is_read_for_every_day(form: str) -> None:
    write = LONG_FORMS[form]
    assert write(dt.date(2026, 5, 6)) == form
    assert [day for day in EVERY_DAY if parse_day(write(day)) != day] == []


@pytest.mark.long
@pytest.mark.parametrize("form", SHORT_FORMS)
def test_every_form_with_a_short_year_is_read_for_every_day_of_its_century(form: str) -> None:
    write = SHORT_FORMS[form]
    assert write(dt.date(2026, 5, 6)) == form
    assert [day for day in TWO_DIGIT_DAYS if parse_day(write(day)) != day] == []


@pytest.mark.parametrize("form", LONG_FORMS)
def test_every_long_form_is_found_in_a_sentence_at_its_place(form: str) -> None:
    write = LONG_FORMS[form]
    for day in EVERY_DAY[::97]:
        text = f"Udvalget drøftede sagen {write(day)}, punkt 4 og 7."
        (found,) = find_days(text)
        assert found.day == day
        assert text[found.start : found.end] == found.text
        assert parse_day(found.text) == day


def test_the_pivot_decides_the_century() -> None:
    assert parse_day("01.01.30", two_digit_pivot=29) == dt.date(1930, 1, 1)
    assert find_days("den 01.01.30", two_digit_pivot=29)[0].day == dt.date(1930, 1, 1)
