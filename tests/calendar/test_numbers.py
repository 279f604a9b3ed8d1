"""Reading and writing numbers, and number words."""

from decimal import Decimal

import pytest

from pejl.calendar.numbers import (
    danish_amount,
    danish_number,
    danish_percent,
    parse_number,
    parse_number_word,
    parse_ordinal_word,
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.234,56", "1234.56"),
        ("5.194.370", "5194370"),
        ("38,8", "38.8"),
        ("-3,0", "-3.0"),
        ("−3", "-3"),
        ("1 234", "1234"),
        ("4.559.593,73", "4559593.73"),
        ("½", "0.5"),
        ("2½", "2.5"),
        ("0", "0"),
        ("2026", "2026"),
    ],
)
def test_danish_numbers_are_read(text: str, value: str) -> None:
    assert parse_number(text) == Decimal(value)


@pytest.mark.parametrize(
    "text", ["1,234.50", "3.54", "0.500", "1.23.456", "1,2,3", "", "-", ",5", "5,", "12a", "1.234 567"]
)
def test_what_could_be_read_in_two_ways_is_refused(text: str) -> None:
    assert parse_number(text) is None


def test_numbers_are_written_in_danish() -> None:
    assert danish_number(5194370) == "5.194.370"
    assert danish_number(3.54) == "3,54"
    assert danish_number(Decimal("2.5"), 0) == "3"
    assert danish_number(Decimal("-0.001"), 2) == "0,00"
    assert danish_amount(5194370) == "5.194.370 kr."
    assert danish_amount(Decimal("4559593.73")) == "4.559.593,73 kr."
    assert danish_percent(38.8) == "38,8 pct."


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Fem", 5),
        ("én", 1),
        ("tres", 60),
        ("halvtreds", 50),
        ("femogtyve", 25),
        ("fem og tyve", 25),
        ("treoghalvfjerds", 73),
        ("niogfirs", 89),
        ("halvfems", 90),
        ("hundrede", 100),
        ("to hundrede og syvoghalvfems", 297),
        ("ni hundrede nioghalvfems", 999),
        ("tusind", 1000),
        ("tolv tusind fem hundrede", 12500),
    ],
)
def test_number_words_are_read(text: str, number: int) -> None:
    assert parse_number_word(text) == number


@pytest.mark.parametrize("text", ["seks-syv", "tre og fire", "medlem", "hundrede og", "", "tyveogfem", "fem seks"])
def test_other_words_are_no_numbers(text: str) -> None:
    assert parse_number_word(text) is None


@pytest.mark.parametrize(
    ("text", "number"), [("første", 1), ("Andet", 2), ("ellevte", 11), ("tyvende", 20), ("femogtyvende", 25)]
)
def test_ordinals_are_read(text: str, number: int) -> None:
    assert parse_ordinal_word(text) == number
