"""Reading and writing days: what Danish records write, and what only looks like a day."""

import datetime as dt

import pytest

from pejl.calendar.days import danish_day, find_days, find_days_without_year, parse_day, short_day, weekday_name


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("06-05-2026", "2026-05-06"),
        ("6. maj 2026", "2026-05-06"),
        ("06. maj 2026", "2026-05-06"),
        ("11 januar, 2021", "2021-01-11"),
        ("September 10, 2020", "2020-09-10"),
        ("Torsdag, September 10, 2020", "2020-09-10"),
        ("09.05.2022", "2022-05-09"),
        ("13.05.25", "2025-05-13"),
        ("13.05.68", "2068-05-13"),
        ("13.05.69", "1969-05-13"),
        ("2025-12-03", "2025-12-03"),
        ("d. 3. dec. 2025", "2025-12-03"),
        ("d.3.dec.2025", "2025-12-03"),
        ("3. dec. 25", "2025-12-03"),
        ("31/12-2025", "2025-12-31"),
        ("31/12-25", "2025-12-31"),
        ("3/12 2025", "2025-12-03"),
        ("onsdag den 3. december 2025", "2025-12-03"),
        ("Mandag d. 08. september 2025", "2025-09-08"),
        ("Mandag, 11 januar, 2021", "2021-01-11"),
        ("Onsdag d. 4 januar 2023,", "2023-01-04"),
    ],
)
def test_every_written_form_is_read(text: str, iso: str) -> None:
    assert parse_day(text) == dt.date.fromisoformat(iso)


@pytest.mark.parametrize("text", ["01-01-0001", "1899-12-30", "1753-01-01", "31-12-9999", "31.02.2025", "29.02.2025"])
def test_null_dates_and_impossible_days_are_no_days(text: str) -> None:
    assert parse_day(text) is None
    assert find_days(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "24-26-15.00.00-A00",
        "25-2-00.22.00-P35",
        "00.22.02-A00-9-17",
        "24-12-15.10.08-A00",
        "27.03.10-A00-1-17",
        "KLE 27.03.10",
        "Sagsnr.: 12/27845",
        "Sagsnr. 17-10-12",
        "1.341.434",
        "1.341.434 kr.",
        "bilag 1.1",
        "afsnit 1.2.10",
        "09.30",
        "kl. 10.10.20",
        "tlf. 12.10.20.25",
        "44 88 12 12",
        "15.00.00",
        "3/12 8000 Aarhus",
        "2026-2029",
        "3. maj 25 personer",
    ],
)
def test_other_numbers_are_not_taken_for_days(text: str) -> None:
    assert find_days(text) == []


def test_a_chain_of_references_gives_each_day_with_its_place() -> None:
    text = "(01.10.2025, punkt 3, og 29.10.25, punkt 1) samt Mandag d. 08. september 2025"
    found = find_days(text)
    assert [f.day.isoformat() for f in found] == ["2025-10-01", "2025-10-29", "2025-09-08"]
    assert [text[f.start : f.end] for f in found] == ["01.10.2025", "29.10.25", "08. september 2025"]
    assert [f.two_digit_year for f in found] == [False, True, False]
    assert [f.weekday for f in found] == [None, None, 0]


def test_days_with_the_year_left_out_are_found_apart() -> None:
    found = find_days_without_year("mellem den 2. april og den 4. maj 2025, senest d. 17/6")
    assert [(f.day, f.month) for f in found] == [(2, 4), (17, 6)]
    assert found[0].in_year(2024) == dt.date(2024, 4, 2)


def test_days_are_written_in_danish() -> None:
    day = dt.date(2025, 12, 3)
    assert (danish_day(day), short_day(day), weekday_name(day)) == ("3. december 2025", "03.12.2025", "onsdag")
