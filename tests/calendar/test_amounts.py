"""Finding kroner and percentages in Danish sentences."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejl.calendar.amounts import find_amounts, find_percents, parse_amount, unit_in_kroner
from pejl.calendar.numbers import danish_amount, danish_percent


@pytest.mark.parametrize(
    ("text", "kroner"),
    [
        ("5,4 mio. kr.", "5400000"),
        ("5,4 mil. kr.", "5400000"),
        ("5,4 mill. kr.", "5400000"),
        ("3 mio.kr", "3000000"),
        ("191.633 kr.", "191633"),
        ("250.000 kr.", "250000"),
        ("4.559.593,73 kr.", "4559593.73"),
        ("1,23 mia. kr.", "1230000000"),
        ("kr. 500,-", "500"),
        ("500,-", "500"),
        ("kr. 1.234,50", "1234.50"),
        ("DKK 5,4 mio.", "5400000"),
        ("450 kr", "450"),
        ("5 t.kr.", "5000"),
        ("5 tusind kroner", "5000"),
        ("−5,4 mio. kr.", "-5400000"),
        ("-7.300 kr.", "-7300"),
        ("minus 5 mio. kr.", "-5000000"),
        ("½ mio. kr.", "500000"),
        ("2½ mio. kr.", "2500000"),
        ("12 500 kr.", "12500"),
        ("5,4\nmio. kr.", "5400000"),
        ("to mio. kr.", "2000000"),
        ("en million kroner", "1000000"),
        ("to hundrede og fem kroner", "205"),
        ("to hundrede tusind kroner", "200000"),
    ],
)
def test_every_way_of_writing_kroner_is_read_alone_and_in_a_sentence(text: str, kroner: str) -> None:
    assert parse_amount(text) == Decimal(kroner)
    sentence = f"Udvalget bevilger {text} til formålet."
    (found,) = find_amounts(sentence)
    assert found.kroner == Decimal(kroner)
    assert sentence[found.start : found.end] == found.text == text


def test_millions_without_kroner_are_money_only_for_one_who_asks_for_money() -> None:
    assert parse_amount("5,4 mio.") == Decimal(5400000)
    assert find_amounts("Der er 5,4 mio. borgere.") == []


@pytest.mark.parametrize(
    "text", ["5194370", "4.5 mio. kr.", "1.23.456 kr.", "1,234.50 kr.", "", "kr.", "mange kroner", "5 kg"]
)
def test_what_is_no_amount_or_could_be_two_is_refused(text: str) -> None:
    assert parse_amount(text) is None
    assert find_amounts(f"Der står {text} her") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5-7 mio. kr.", ["7 mio. kr."]),
        ("sparet – 5 mio. kr.", ["5 mio. kr."]),
        ("Beløb i kr. 2025 2026", []),
        ("(1.000 kr.)", []),
        ("Tabel i 1.000 kr.", []),
        ("bevilget 1.000 kr.", ["1.000 kr."]),
        ("500 kr. 2024 var et godt år", ["500 kr."]),
        ("i 2026 500 kr. mere", ["500 kr."]),
        ("(netto 12.391 kr.). Ifølge", ["12.391 kr."]),
        ("kr. pr. måned 7 kroner", ["7 kroner"]),
        ("5 kroners stykker", []),
        ("henholdsvis 5,4 mio. kr. og 3,0 mio. kr.", ["5,4 mio. kr.", "3,0 mio. kr."]),
        ("en halv million kroner", []),
    ],
)
def test_units_years_and_ranges_around_amounts(text: str, expected: list[str]) -> None:
    assert [found.text for found in find_amounts(text)] == expected


@pytest.mark.parametrize(
    ("text", "value", "points"),
    [
        ("38,8 pct.", "38.8", False),
        ("0,5 pct", "0.5", False),
        ("0,5 procent", "0.5", False),
        ("7 %", "7", False),
        ("7%", "7", False),
        ("ti procent", "10", False),
        ("-3,0 pct.", "-3.0", False),
        ("3 procentpoint", "3", True),
        ("2,5 pct.-point", "2.5", True),
        ("2 pct. point", "2", True),
        ("5 %-point", "5", True),
    ],
)
def test_percentages_are_found_and_points_told_apart(text: str, value: str, points: bool) -> None:
    sentence = f"Ledigheden er {text} i kommunen"
    (found,) = find_percents(sentence)
    assert (found.value, found.points) == (Decimal(value), points)
    assert sentence[found.start : found.end] == found.text == text


@pytest.mark.parametrize("text", ["3.5 %", "5 procentdele", "svarprocent", "en procentsats", "%"])
def test_what_is_no_percentage_is_left_alone(text: str) -> None:
    assert find_percents(text) == []


def test_of_a_range_of_percentages_the_end_with_the_unit_is_found() -> None:
    assert [found.text for found in find_percents("mellem 50-60 pct. af")] == ["60 pct."]


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2, allow_nan=False))
def test_an_amount_that_is_written_is_found_again(value: Decimal) -> None:
    for text, found in ((danish_amount(value), find_amounts), (danish_percent(value), find_percents)):
        sentence = f"Det er {text} i alt"
        (only,) = found(sentence)
        assert sentence[only.start : only.end] == text
    assert find_amounts(f"Det er {danish_amount(value)} i alt")[0].kroner == value
    assert find_percents(f"Det er {danish_percent(value)} i alt")[0].value == value


@given(st.text() | st.text(alphabet="0123456789., -−½kroniomatusdhe%pc(\n"))
def test_no_text_brings_the_search_down_and_spans_point_at_what_they_say(text: str) -> None:
    for amount in find_amounts(text):
        assert text[amount.start : amount.end] == amount.text
    for percent in find_percents(text):
        assert text[percent.start : percent.end] == percent.text
    parse_amount(text)


def test_a_number_longer_than_any_budget_is_no_amount() -> None:
    assert find_amounts("9" * 40 + " mia. kr.") == []
    assert find_amounts("9" * 15 + "," + "9" * 15 + " mia. kr.") != []


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("5,4 mio. kr.", "100000"),
        ("5,40 mio. kr.", "10000"),
        ("6 mio. kr.", "1000000"),
        ("191.633 kr.", "1"),
        ("4.559.593,73 kr.", "0.01"),
        ("5 t.kr.", "1000"),
        ("to mio. kr.", "1000000"),
    ],
)
def test_amount_tells_what_its_last_digit_counts(text: str, step: str) -> None:
    (found,) = find_amounts(f"Der gives {text} til formålet.")
    assert found.step == Decimal(step)


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("Mio. kr.", 1_000_000),
        ("Forventet forbrug i mio. kr.", 1_000_000),
        ("Budget 2026 mio. kr.", 1_000_000),
        ("i 1.000 kr.", 1000),
        ("1000 kr", 1000),
        ("t.kr.", 1000),
        ("Udgift 2024, kr.", 1),
        ("Kr.", 1),
        ("Antal borgere", None),
        ("Over 100.000 kr.", None),
        ("kr. og mio. kr.", None),
        ("krav", None),
    ],
)
def test_unit_of_a_table_is_read_from_its_heading(heading: str, unit: int | None) -> None:
    assert unit_in_kroner(heading) == unit
