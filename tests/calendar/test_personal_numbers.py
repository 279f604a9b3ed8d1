"""What passes as a personal number is found in any text, and other numbers are left alone."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejl.calendar.personal_numbers import MASK, find_personal_numbers, has_mask, masked, masked_lines, masked_name

NUMBERS = [
    "010170-1234",
    "0101701234",
    "010170 1234",
    "010170 - 1234",
    "010170–1234",
    "010170\u20111234",
    "010170\u00a01234",
    "290200-1234",
    "311299-9999",
]
AROUND = [
    "{}",
    "Borgeren {} har klaget.",
    "({})",
    "født {},",
    "CPR {}",
    "cpr.nr.: {}",
    "CPR-nummeret er {}.",
    "i sagen {} er",
    "Anne {};",
    "\t{}\n",
    "klage_{}.pdf",
    "klage_{}_svar.docx",
]
OTHERS = [
    "320170-1234",
    "011370-1234",
    "300202-1234",
    "12345678901",
    "25-010170-1234",
    "010170-1234-5",
    "1.010.170.123",
    "1001701234 kr.",
    "kr. 1001701234",
    "1001701234,50",
    "tlf. 1001701234",
    "+45 10017012",
    "CVR 10017012",
    "CVR-nr. 1001701234",
    "P-nr. 1003456789",
    "P-nummer: 1003456789",
    "EAN 5798001234567",
    "kontonr. 1001701234",
    "https://eksempel.dk/sag/1001701234",
    "a1001701234b",
    "010170 1234 5678",
    "barn 2 010170 1234",
    "10 0170 1234 10",
    "Sagsnr.: 010170-1234",
    "journalnr. 010170-1234",
    "J.nr. 0101701234",
    "Dok.nr.: 0101701234",
    "25-2-00.22.00-P35",
    "2012-28504",
    "330-2017-90442",
    "01.02.26-1234",
    "010126\t2026",
    "3.832.669",
    "44 88 12 12",
]


@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize("number", NUMBERS)
def test_a_number_is_found_and_hidden_wherever_it_stands(number: str, around: str) -> None:
    text = around.format(number)
    (found,) = find_personal_numbers(text)
    assert text[found.start : found.end] == number
    assert masked(text) == text.replace(number, MASK)
    assert has_mask(masked(text))


@pytest.mark.parametrize("around", ["{}", "Se {}.", "({})"])
@pytest.mark.parametrize("number", OTHERS)
def test_other_numbers_are_left_alone(number: str, around: str) -> None:
    assert find_personal_numbers(around.format(number)) == []
    assert masked(around.format(number)) == around.format(number)


@pytest.mark.parametrize(
    "text",
    [
        "Sagsnr.: 070761-4285",
        "J.nr. 0707614285",
        "dok.nr. 070761 4285",
        "2 070761 4285",
        "d. 07.07.61-4285",
        "Tlf.: 070761-4285",
    ],
)
def test_a_number_of_another_name_is_hidden_where_modulus_11_holds(text: str) -> None:
    assert MASK in masked(text)


@pytest.mark.parametrize("text", ["CPR-nr. 610170-1234", "cpr 01 01 70 1234", "personnummer: 010170  1234"])
def test_ten_digits_that_are_called_a_cpr_number_need_be_no_day(text: str) -> None:
    (found,) = find_personal_numbers(text)
    assert found.sure
    assert not re.search(r"[0-9]", masked(text))


def test_modulus_11_and_the_word_make_a_number_surer() -> None:
    told = [find_personal_numbers(text)[0].sure for text in ("070761-4285", "070761-4286", "cpr 070761-4286")]
    assert told == [True, False, True]


def test_two_numbers_with_a_stroke_between_them_are_both_hidden() -> None:
    assert masked("010170-1234/020271-2345, 030372-3456") == f"{MASK}/{MASK}, {MASK}"


def test_a_number_that_the_end_of_a_line_cuts_is_hidden_in_both_lines() -> None:
    assert masked_lines(["Borgeren 010170-", "1234 har klaget.", "Andet."]) == [
        f"Borgeren {MASK}",
        " har klaget.",
        "Andet.",
    ]
    assert masked_lines(["Den 121025", "2608 Havnesalen"]) == ["Den 121025", "2608 Havnesalen"]
    assert masked_lines(["010170-1234\nx", "y"]) == [f"{MASK}\nx", "y"]


DAYS = st.dates(dt.date(1920, 1, 1), dt.date(2019, 12, 31))


@given(DAYS, st.integers(0, 9999), st.sampled_from(["", "-", " ", " - ", "–"]), st.sampled_from(AROUND))
def test_any_day_with_any_serial_is_hidden(day: dt.date, serial: int, gap: str, around: str) -> None:
    text = around.format(f"{day:%d%m%y}{gap}{serial:04}")
    assert f"{serial:04}" not in masked(text) and MASK in masked(text)


@given(st.text(alphabet="0123456789-–. \n\tcprskt/,:()aA+", max_size=120))
def test_what_is_hidden_stays_hidden_and_nothing_else_changes(text: str) -> None:
    once = masked(text)
    assert masked(once) == once and find_personal_numbers(once) == []
    assert len(masked_lines(text.split("\n"))) == len(text.split("\n"))
    kept = once.replace(MASK, "")
    assert len(kept) <= len(text)
    if not find_personal_numbers(text):
        assert once == text


@pytest.mark.parametrize(
    "unit", ["010170", "0101701234", "010170 1234 ", "cpr ", "cpr-nr. 0", "010170-1234-", "1", "12 ", "0-", "01.01.01-"]
)
def test_endless_lines_of_digits_come_to_an_end(unit: str) -> None:
    masked(unit * 20_000)


@pytest.mark.parametrize("name", ["klage_010170_1234.pdf", "sagsnr-010170-1234.pdf", "afg0101701234x.pdf"])
def test_a_number_in_a_files_name_is_hidden_whatever_stands_beside_it(name: str) -> None:
    assert "1234" not in masked_name(name)


@pytest.mark.parametrize("name", ["referat 2025-03-12.pdf", "20250312_1500.pdf", "PUB_501.xml", "1234567890123.pdf"])
def test_days_and_serials_in_a_files_name_stay(name: str) -> None:
    assert masked_name(name) == name


@pytest.mark.parametrize("number", ["01-01-70 1234", "010170_1234", "010170/1234", "01/01/70-1234", "01.01.70.1234"])
def test_after_the_word_cpr_the_digits_may_be_parted_in_any_way(number: str) -> None:
    assert "1234" not in masked(f"Borgerens CPR-nr.: {number} er oplyst.")
