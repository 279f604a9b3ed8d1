"""Reading and writing numbers, and number words."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejl.calendar.numbers import (
    danish_amount,
    danish_count,
    danish_number,
    danish_percent,
    parse_number,
    parse_number_word,
    parse_ordinal_word,
)

UNITS = ("en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni")
TEENS = ("ti", "elleve", "tolv", "tretten", "fjorten", "femten", "seksten", "sytten", "atten", "nitten")
TENS = ("tyve", "tredive", "fyrre", "halvtreds", "tres", "halvfjerds", "firs", "halvfems")


def in_words(number: int) -> str:
    """0 to 999 as a Dane writes them, made here by arithmetic so that the reader's own table is not its judge."""
    if number >= 100:
        below = f" og {in_words(number % 100)}" if number % 100 else ""
        return f"{UNITS[number // 100 - 1].replace('en', 'et')} hundrede{below}"
    if number >= 20:
        ten = TENS[number // 10 - 2]
        return f"{UNITS[number % 10 - 1]}og{ten}" if number % 10 else ten
    return TEENS[number - 10] if number >= 10 else UNITS[number - 1] if number else "nul"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.234,56", "1234.56"),
        ("5.194.370", "5194370"),
        ("38,8", "38.8"),
        ("-3,0", "-3.0"),
        ("−3", "-3"),
        ("–3", "-3"),
        ("+3", "3"),
        ("1 234", "1234"),
        ("1\u00a0234\u00a0567", "1234567"),
        ("4.559.593,73", "4559593.73"),
        ("½", "0.5"),
        ("2½", "2.5"),
        ("-¾", "-0.75"),
        ("0", "0"),
        ("0,5", "0.5"),
        ("1,234", "1.234"),
        ("2026", "2026"),
        (" 7 ", "7"),
    ],
)
def test_danish_numbers_are_read(text: str, value: str) -> None:
    assert parse_number(text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        *("1,234.50", "3.54", "0.500", "1.23.456", "1,2,3", "", "-", ",5", "5,", "12a", "1.234 567", "1.234.56", "--3"),
        *("½½", "1/2", "12 34", "1.2345", "kr. 5", "5 %", "٣", "9" * 40),
    ],
)
def test_what_could_be_read_in_two_ways_is_refused(text: str) -> None:
    assert parse_number(text) is None


def test_minus_nought_is_nought() -> None:
    assert str(parse_number("-0")) == "0"


@given(st.decimals(min_value=-(10**14), max_value=10**14, places=4, allow_nan=False))
def test_a_number_that_is_written_is_read_back(value: Decimal) -> None:
    assert parse_number(danish_number(value)) == value


@given(st.integers(-(10**14), 10**14), st.integers(0, 4))
def test_a_rounded_number_is_read_back_within_half_a_unit(value: int, decimals: int) -> None:
    exact = Decimal(value) / 1000
    written = parse_number(danish_number(exact, decimals))
    assert written is not None
    assert abs(written - exact) <= Decimal(5).scaleb(-decimals - 1)


@given(st.text())
def test_no_text_brings_the_reading_down(text: str) -> None:
    parse_number(text)
    parse_number_word(text)
    parse_ordinal_word(text)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (danish_number(5194370), "5.194.370"),
        (danish_number(3.54), "3,54"),
        (danish_number(0.1 + 0.2, 2), "0,30"),
        (danish_number(Decimal("3.50")), "3,50"),
        (danish_number(Decimal("2.5"), 0), "3"),
        (danish_number(Decimal("-2.5"), 0), "-3"),
        (danish_number(1000, 2), "1.000,00"),
        (danish_number(-1234), "-1.234"),
        (danish_number(Decimal("-0.001"), 2), "0,00"),
        (danish_number(Decimal("-0.00")), "0,00"),
        (danish_number(Decimal("1E+3")), "1.000"),
        (danish_number(10**40, 2), "10" + ".000" * 13 + ",00"),
        (danish_count(1, "dag", "dage"), "1 dag"),
        (danish_count(0, "dag", "dage"), "0 dage"),
        (danish_count(1200, "dag", "dage"), "1.200 dage"),
        (danish_amount(5194370), "5.194.370 kr."),
        (danish_amount(Decimal("4559593.73")), "4.559.593,73 kr."),
        (danish_amount(Decimal("5400000.0")), "5.400.000 kr."),
        (danish_amount(Decimal("999.6"), 0), "1.000 kr."),
        (danish_amount(-7300), "-7.300 kr."),
        (danish_percent(38.8), "38,8 pct."),
        (danish_percent(Decimal(200) / 3, 1), "66,7 pct."),
    ],
)
def test_numbers_are_written_in_danish(written: str, expected: str) -> None:
    assert written == expected


def test_what_is_no_number_is_not_written() -> None:
    for write in (danish_number, danish_amount, danish_percent):
        for value in (float("nan"), float("inf"), Decimal("NaN")):
            with pytest.raises(ValueError, match="no number that can be written in figures"):
                write(value)
    with pytest.raises(ValueError, match="-1 decimals"):
        danish_number(1, -1)


def test_every_number_word_to_999_is_read() -> None:
    for number in range(1000):
        words = in_words(number)
        assert parse_number_word(words) == number
        assert parse_number_word(words.capitalize()) == number
        assert parse_number_word(words.replace(" ", "")) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Fem", 5),
        ("én", 1),
        ("ét", 1),
        ("fem og tyve", 25),
        ("enogtyve", 21),
        ("treoghalvfjerdsindstyve", 73),
        ("tresindstyve", 60),
        ("hundrede", 100),
        ("hundrede og én", 101),
        ("tusind", 1000),
        ("et tusinde og tre", 1003),
        ("tolv tusind fem hundrede", 12500),
        ("to hundrede tusind", 200000),
    ],
)
def test_number_words_are_read(text: str, number: int) -> None:
    assert parse_number_word(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "seks-syv",
        "tre og fire",
        "medlem",
        "hundrede og",
        "",
        "tyveogfem",
        "fem seks",
        "tolv hundrede",
        "og",
        "nul hundrede",
    ],
)
def test_other_words_are_no_numbers(text: str) -> None:
    assert parse_number_word(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("første", 1),
        ("Andet", 2),
        ("anden", 2),
        ("ellevte", 11),
        ("tyvende", 20),
        ("femogtyvende", 25),
        ("tredivte", 30),
    ],
)
def test_ordinals_are_read(text: str, number: int) -> None:
    assert parse_ordinal_word(text) == number


def test_the_ordinals_to_twenty_follow_each_other() -> None:
    words = (
        "første anden tredje fjerde femte sjette syvende ottende niende tiende "
        "ellevte tolvte trettende fjortende femtende sekstende syttende attende nittende tyvende"
    )
    assert [parse_ordinal_word(word) for word in words.split()] == list(range(1, 21))
    assert parse_ordinal_word("fem") is None
