"""Reading and writing days: what Danish records write, and what only looks like a day."""

import datetime as dt
import os
import subprocess
import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pejl.calendar.days import (
    danish_day,
    find_days,
    find_days_without_year,
    month_name,
    parse_day,
    short_day,
    weekday_name,
)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("06-05-2026", "2026-05-06"),
        ("6. maj 2026", "2026-05-06"),
        ("11 januar, 2021", "2021-01-11"),
        ("September 10, 2020", "2020-09-10"),
        ("September 1st, 2020", "2020-09-01"),
        ("Torsdag, September 10, 2020", "2020-09-10"),
        ("Thursday 10 September 2020", "2020-09-10"),
        ("09.05.2022", "2022-05-09"),
        ("04.12.2012", "2012-12-04"),
        ("13.05.25", "2025-05-13"),
        ("13.05.68", "2068-05-13"),
        ("13.05.69", "1969-05-13"),
        ("2025-12-03", "2025-12-03"),
        ("d. 3. dec. 2025", "2025-12-03"),
        ("d.3.dec.2025", "2025-12-03"),
        ("D. 3. DEC. 2025", "2025-12-03"),
        ("3.\u00a0december\u00a02025", "2025-12-03"),
        ("31/12-2025", "2025-12-31"),
        ("31/12 - 2025", "2025-12-31"),
        ("3/12 2025", "2025-12-03"),
        ("tors. d. 4. dec. 2025", "2025-12-04"),
        ("Mandag d. 08. september 2025", "2025-09-08"),
        ("Mandag, 11 januar, 2021", "2021-01-11"),
        ("mandag dag d. 8. september 2025", "2025-09-08"),
        ("Onsdag d. 4 januar 2023,", "2023-01-04"),
        ("den 29. februar 2024.", "2024-02-29"),
        ("5. juni 1849", "1849-06-05"),
    ],
)
def test_every_written_form_is_read(text: str, iso: str) -> None:
    assert parse_day(text) == dt.date.fromisoformat(iso)


@pytest.mark.parametrize(
    "text",
    [
        "01-01-0001",
        "1899-12-30",
        "1753-01-01",
        "31-12-9999",
        "31.02.2025",
        "29.02.2025",
        "00.00.0000",
        "31. april 2025",
    ],
)
def test_null_dates_and_impossible_days_are_no_days(text: str) -> None:
    assert parse_day(text) is None
    assert find_days(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "i går",
        "2. april",
        "mødet 3. december 2025",
        "3. december 2025 kl. 19",
        "03.12.2025-04.12.2025",
        "3. decembr 2025",
    ],
)
def test_a_text_that_is_more_or_less_than_a_day_is_not_parsed(text: str) -> None:
    assert parse_day(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "24-26-15.00.00-A00",
        "25-2-00.22.00-P35",
        "00.22.02-A00-9-17",
        "24-12-15.10.08-A00",
        "27.03.10-A00-1-17",
        "27.03.10 - A00",
        "27.03.10P20-0001 11",
        "KLE 27.03.10",
        "KLE-nr. 27.03.10",
        "J.nr.: 17.01.10",
        "Sagsnr.: 12/27845",
        "Sagsnr. 17-10-12",
        "sagsnummer 17/10-12",
        "1.341.434",
        "1.341.434 kr.",
        "bilag 1.1",
        "afsnit 1.2.10",
        "version 1.2.10",
        "§ 1.2.10",
        "09.30",
        "kl. 10.10.20",
        "tlf. 12.10.20.25",
        "tlf. 12-10-20-25",
        "+45 12.10.20",
        "44 88 12 12",
        "15.00.00",
        "3/12 8000 Aarhus",
        "2026-2029",
        "3. maj 25 personer",
        "3. maj 1000 personer",
        "192.10.10.25",
        "2012-28504",
        "010203-1234",
        "a1.2.25",
    ],
)
def test_other_numbers_are_not_taken_for_days(text: str) -> None:
    assert find_days(text) == []
    assert find_days(f"Se {text}, som aftalt.") == []


@given(
    year=st.integers(0, 99),
    serial=st.integers(1, 199999),
    subject=st.tuples(st.integers(0, 99), st.integers(0, 99), st.integers(0, 99)),
    facet=st.from_regex(r"[A-Z][0-9]{2}", fullmatch=True),
    around=st.sampled_from(["{}", "Sag {}.", "({})", "\t{}\n", "Sagsnr.: {}", "**{}**", "jf. sag {}, punkt 2"]),
)
@example(year=10, serial=1, subject=(28, 10, 1), facet="T19", around="{}")
@example(year=0, serial=1, subject=(1, 1, 0), facet="T00", around="({})")
def test_no_case_number_holds_a_day(
    year: int, serial: int, subject: tuple[int, int, int], facet: str, around: str
) -> None:
    kle = ".".join(f"{part:02}" for part in subject)
    for number in (
        f"{year:02}-{serial}-{kle}-{facet}",
        f"{kle}-{facet}-{serial}-{year:02}",
        f"{kle}{facet}-{serial:04} {year}",
    ):
        text = around.format(number)
        assert find_days(text) == []
        assert find_days_without_year(text) == []


@given(st.text())
def test_no_text_brings_the_search_down_and_spans_point_at_what_they_say(text: str) -> None:
    for found in find_days(text):
        assert text[found.start : found.end] == found.text
    for yearless in find_days_without_year(text):
        assert text[yearless.start : yearless.end] == yearless.text
    parse_day(text)


@given(st.text(alphabet="0123456789./- jan.fmdcdentorg,'KıſA\n", max_size=60))
def test_texts_made_of_the_signs_of_days_bring_nothing_down(text: str) -> None:
    for found in find_days(text):
        assert parse_day(found.text) == found.day
    parse_day(text)


def test_a_chain_of_references_gives_each_day_with_its_place() -> None:
    text = "(01.10.2025, punkt 3, og 29.10.25, punkt 1) samt Mandag d. 08. september 2025"
    found = find_days(text)
    assert [f.day.isoformat() for f in found] == ["2025-10-01", "2025-10-29", "2025-09-08"]
    assert [text[f.start : f.end] for f in found] == ["01.10.2025", "29.10.25", "08. september 2025"]
    assert [f.two_digit_year for f in found] == [False, True, False]
    assert [f.weekday for f in found] == [None, None, 0]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("MødedatoOnsdag d. 4 januar 2023", ["2023-01-04"]),
        ("Mødedato03-12-2025", ["2025-12-03"]),
        ("den 3. december 2025kl. 15:00", ["2025-12-03"]),
        ("2025-12-03T19:00:00+01:00", ["2025-12-03"]),
        ("04-06-2020 09:00:00", ["2020-06-04"]),
        ("referat_2025-12-03.pdf", ["2025-12-03"]),
        ("onsdag den 3.\ndecember 2025", ["2025-12-03"]),
        ("**03.12.2025**", ["2025-12-03"]),
        ("1.-3. december 2025", ["2025-12-03"]),
        ("perioden 01.07.2025-31.12.2025.", ["2025-07-01", "2025-12-31"]),
        ("01.10.2025,29.10.2025", ["2025-10-01", "2025-10-29"]),
        ("01-07-2025 - 31-12-2025", ["2025-07-01", "2025-12-31"]),
    ],
)
def test_days_are_found_where_layouts_and_ranges_crowd_them(text: str, days: list[str]) -> None:
    assert [found.day.isoformat() for found in find_days(text)] == days


@pytest.mark.parametrize(
    ("text", "weekday", "agrees"),
    [
        ("onsdag den 3. december 2025", 2, True),
        ("Torsdag d. 03-12-2025", 3, False),
        ("MødedatoOnsdag d. 3. december 2025", 2, True),
        ("ons. 3. december 2025", 2, True),
        ("da har man den 3. december 2025 besluttet", None, True),
        ("om mandagen\n\nDen 3. december 2025", None, True),
    ],
)
def test_a_stated_weekday_is_kept_and_can_be_checked(text: str, weekday: int | None, agrees: bool) -> None:
    (found,) = find_days(text)
    assert (found.weekday, found.weekday_agrees) == (weekday, agrees)


def test_days_with_the_year_left_out_are_found_apart() -> None:
    text = "mellem tirsdag den 2. april og den 4. maj 2025, senest d. 17/6, og 29. februar, men ikke 30. februar"
    found = find_days_without_year(text)
    assert [(f.day, f.month, f.weekday) for f in found] == [(2, 4, 1), (17, 6, None), (29, 2, None)]
    assert [text[f.start : f.end] for f in found] == ["2. april", "17/6", "29. februar"]
    assert [f.text for f in find_days_without_year("Senest 2. april. Derefter 24. dec. igen.")] == [
        "2. april",
        "24. dec.",
    ]
    assert found[0].in_year(2024) == dt.date(2024, 4, 2)
    assert found[2].in_year(2025) is None


@pytest.mark.parametrize(
    "text", ["1/2 stilling", "12/27845", "punkt 1.2. april", "d. 17/6-25", "3. maj 2025", "2. juledag"]
)
def test_no_day_without_year_is_seen_where_there_is_none(text: str) -> None:
    assert find_days_without_year(text) == []


def test_days_are_written_in_danish() -> None:
    day = dt.date(2025, 12, 3)
    assert (danish_day(day), short_day(day), weekday_name(day)) == ("3. december 2025", "03.12.2025", "onsdag")
    assert month_name(8) == "august"
    with pytest.raises(ValueError, match="no month 13"):
        month_name(13)


@pytest.mark.parametrize("locale", ["C", "en_US.UTF-8", "de_DE.UTF-8", "da_DK.UTF-8"])
def test_the_machines_locale_changes_nothing(locale: str) -> None:
    program = (
        "import contextlib, datetime as dt, locale\n"
        "with contextlib.suppress(locale.Error): locale.setlocale(locale.LC_ALL, '')\n"
        "from pejl.calendar import days, numbers\n"
        "d = days.parse_day('onsdag den 3. december 2025')\n"
        "print(ascii([days.danish_day(d), days.weekday_name(d), days.month_name(5),\n"
        "    numbers.danish_amount(5194370), str(numbers.parse_number('1.234,56'))]))\n"
    )
    environment = {**os.environ, "LC_ALL": locale, "LANG": locale, "LANGUAGE": locale.partition("_")[0]}
    printed = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
    )
    assert printed.stdout.strip() == "['3. december 2025', 'onsdag', 'maj', '5.194.370 kr.', '1234.56']"
