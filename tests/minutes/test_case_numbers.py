"""Case numbers in the orders that Danish case systems print them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejl.minutes.case_number import is_case_line, parse_case_number


@pytest.mark.parametrize(
    ("text", "raw", "year", "serial", "subject", "facet"),
    [
        ("25-2-00.22.00-P35", "25-2-00.22.00-P35", 2025, "2", "00.22.00", "P35"),
        ("24-4-27.00.00-Ø00", "24-4-27.00.00-Ø00", 2024, "4", "27.00.00", "Ø00"),
        ("23-152837-00.00.00-A00", "23-152837-00.00.00-A00", 2023, "152837", "00.00.00", "A00"),
        ("Sagsnr.: 00.22.02-A00-9-17 Sagsbehandler: X", "00.22.02-A00-9-17", 2017, "9", "00.22.02", "A00"),
        ("Åbent - 00.01.00-A00-17-15", "00.01.00-A00-17-15", 2015, "17", "00.01.00", "A00"),
        ("Sagsnr.: 05.05.05P20-0001 11", "05.05.05P20-0001 11", 2011, "0001", "05.05.05", "P20"),
        ("Sagsnr.: 2012-28504 Dok.nr.: 1", "2012-28504", 2012, "28504", None, None),
        ("Sagsnr.: 12/27845", "12/27845", 2012, "27845", None, None),
        ("Sagsid.: 20/4282", "20/4282", 2020, "4282", None, None),
        ("Sagsnr. 311870 Udvalget Åbent punkt", "311870", None, "311870", None, None),
        ("Sagsnr.: 326-2011-116030 J.nr.: 00.10.00", "326-2011-116030", 2011, "116030", "00.10.00", None),
    ],
)
def test_parts_are_read(
    text: str, raw: str, year: int | None, serial: str, subject: str | None, facet: str | None
) -> None:
    number = parse_case_number(text)
    assert number is not None and is_case_line(text)
    assert (number.raw, number.year, number.serial, number.subject, number.facet) == (raw, year, serial, subject, facet)


@pytest.mark.parametrize("text", ["1.341.434 kr.", "01.07.2025", "Budget 2026-2029", "Tlf. 12 34 56 78", "bilag 1.1"])
def test_amounts_days_and_years_are_no_case_numbers(text: str) -> None:
    assert not is_case_line(text) and parse_case_number(text) is None


@given(
    st.integers(0, 68),
    st.integers(1, 999999),
    st.from_regex(r"\d{2}\.\d{2}\.\d{2}", fullmatch=True),
    st.sampled_from("AGKPØ"),
)
def test_year_first_numbers_are_read_back(year: int, serial: int, subject: str, letter: str) -> None:
    subject = "".join(c if c.isascii() else "1" for c in subject)
    number = parse_case_number(f"{year:02d}-{serial}-{subject}-{letter}35")
    assert number is not None
    assert (number.year, number.serial, number.subject, number.facet) == (
        2000 + year,
        str(serial),
        subject,
        f"{letter}35",
    )
