"""Reading periods: what the words mean in days, where they join, and which year is meant when none is said."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejl.calendar.names import MONTHS
from pejl.calendar.periods import find_periods, parse_period

SEEN_FROM = dt.date(2025, 12, 3)

WITH_YEAR = [
    ("primo 2026", "2026-01-01", "2026-01-31"),
    ("medio 2026", "2026-06-01", "2026-07-31"),
    ("ultimo 2026", "2026-12-01", "2026-12-31"),
    ("medio juni 2025", "2025-06-11", "2025-06-20"),
    ("ultimo februar 2028", "2028-02-21", "2028-02-29"),
    ("ultimo 2. halvår 2026", "2026-12-01", "2026-12-31"),
    ("1. halvår 2026", "2026-01-01", "2026-06-30"),
    ("2 halvår 2026", "2026-07-01", "2026-12-31"),
    ("første halvår af 2026", "2026-01-01", "2026-06-30"),
    ("sidste halvår af 2026", "2026-07-01", "2026-12-31"),
    ("andet halvår 2024", "2024-07-01", "2024-12-31"),
    ("1. kvartal 2024", "2024-01-01", "2024-03-31"),
    ("fjerde kvartal i 2024", "2024-10-01", "2024-12-31"),
    ("sidste kvartal af 2024", "2024-10-01", "2024-12-31"),
    ("forår 2025", "2025-03-01", "2025-05-31"),
    ("sommeren 2025", "2025-06-01", "2025-08-31"),
    ("efteråret 2025", "2025-09-01", "2025-11-30"),
    ("vinter 2025", "2025-12-01", "2026-02-28"),
    ("vinteren 2025/26", "2025-12-01", "2026-02-28"),
    ("vinteren 2027/2028", "2027-12-01", "2028-02-29"),
    ("i løbet af 2026", "2026-01-01", "2026-12-31"),
    ("i løbet af 4. kvartal 2023", "2023-10-01", "2023-12-31"),
    ("januar 2027", "2027-01-01", "2027-01-31"),
    ("juli måned 2025", "2025-07-01", "2025-07-31"),
    ("uge 42, 2025", "2025-10-13", "2025-10-19"),
    ("2025-2028", "2025-01-01", "2028-12-31"),
    ("2025 til 2028", "2025-01-01", "2028-12-31"),
    ("december 2025 – juli 2027", "2025-12-01", "2027-07-31"),
    ("marts – december 2026", "2026-03-01", "2026-12-31"),
    ("november - marts 2027", "2026-11-01", "2027-03-31"),
    ("oktober 2026 til februar", "2026-10-01", "2027-02-28"),
    ("1. kvartal 2020 til 4. kvartal 2023", "2020-01-01", "2023-12-31"),
    ("1.-3. kvartal 2024", "2024-01-01", "2024-09-30"),
    ("01.07.2025-31.12.2025", "2025-07-01", "2025-12-31"),
    ("1. januar – 31. marts 2025", "2025-01-01", "2025-03-31"),
    ("1. januar 2025 til og med den 31. marts 2025", "2025-01-01", "2025-03-31"),
    ("slutningen af 2025 – begyndelsen af 2027", "2025-10-01", "2027-03-31"),
    ("i starten af 2028", "2028-01-01", "2028-03-31"),
    ("mellem den 1. januar og den 31. marts 2025", "2025-01-01", "2025-03-31"),
    ("begyndelsen af 2027", "2027-01-01", "2027-03-31"),
    ("midten af 2027", "2027-05-01", "2027-08-31"),
    ("slutningen af 2027", "2027-10-01", "2027-12-31"),
    ("slutningen af november 2027", "2027-11-21", "2027-11-30"),
    ("begyndelsen af 1. halvår 2026", "2026-01-01", "2026-02-28"),
    ("midten af 1. halvår 2026", "2026-03-01", "2026-04-30"),
    ("medio 3. kvartal 2026", "2026-08-01", "2026-08-31"),
    ("slutningen af foråret 2026", "2026-05-01", "2026-05-31"),
    ("udgangen af 2026", "2026-12-31", "2026-12-31"),
    ("udgangen af februar 2028", "2028-02-29", "2028-02-29"),
]
WITHOUT_YEAR = [
    ("ultimo november", "2025-11-21", "2025-11-30"),
    ("primo januar", "2026-01-01", "2026-01-10"),
    ("slutningen af november", "2025-11-21", "2025-11-30"),
    ("4. kvartal", "2025-10-01", "2025-12-31"),
    ("1. kvartal", "2026-01-01", "2026-03-31"),
    ("andet halvår", "2025-07-01", "2025-12-31"),
    ("juni måned", "2025-06-01", "2025-06-30"),
    ("foråret", "2026-03-01", "2026-05-31"),
    ("uge 7", "2026-02-09", "2026-02-15"),
    ("november - marts", "2025-11-01", "2026-03-31"),
    ("2. april - 4. maj", "2026-04-02", "2026-05-04"),
]


@pytest.mark.parametrize(("text", "first", "last"), WITH_YEAR + WITHOUT_YEAR)
def test_a_period_is_read_alone_and_in_a_sentence(text: str, first: str, last: str) -> None:
    expected = (dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    alone = parse_period(text.capitalize() + ".", SEEN_FROM)
    assert alone is not None
    assert (alone.first, alone.last) == expected
    sentence = f"Udvalget følger op: {text}, når tallene foreligger."
    (found,) = find_periods(sentence, SEEN_FROM)
    assert (found.period.first, found.period.last) == expected
    assert sentence[found.start : found.end] == found.period.text == text


@pytest.mark.parametrize(("text", "first", "last"), WITHOUT_YEAR)
def test_without_a_day_to_see_from_a_missing_year_stays_missing(text: str, first: str, last: str) -> None:
    assert parse_period(text) is None
    assert find_periods(f"Det sker {text}.") == []
    (found,) = find_periods(f"Det sker {text}.", SEEN_FROM)
    assert found.year_supplied


def test_a_year_that_is_said_is_not_moved_by_the_day_it_is_seen_from() -> None:
    (found,) = find_periods("medio juni 2019", SEEN_FROM)
    assert found.period.first.year == 2019
    assert not found.year_supplied


@pytest.mark.parametrize(
    ("seen_from", "first"),
    [
        ("2025-11-30", "2025-11-21"),
        ("2026-01-15", "2025-11-21"),
        ("2026-09-01", "2026-11-21"),
        ("2025-05-01", "2024-11-21"),
    ],
)
def test_a_missing_year_is_the_nearest(seen_from: str, first: str) -> None:
    period = parse_period("ultimo november", dt.date.fromisoformat(seen_from))
    assert period is not None
    assert period.first.isoformat() == first


@pytest.mark.parametrize(
    "text",
    [
        *("halvår", "kvartal", "5. kvartal 2024", "3. halvår 2024", "uge 54 2025", "uge 53 2025", "sidste kvartal"),
        *("primo", "primo uge 7", "medio 2025-2028", "2028-2025", "december 2026 - december 2025", "31. februar 2025"),
        *("i år", "halvårlig", "", "primo 2026 og ultimo 2026", "3.000", "2025/3"),
    ],
)
def test_what_is_no_period_is_refused(text: str) -> None:
    assert parse_period(text, SEEN_FROM) is None


@pytest.mark.parametrize(
    "text",
    [
        "mødet den 3. december 2025 blev godt",
        "25-2-00.22.00-P35",
        "2012-2850 og 2025-02-11",
        "i 2025-priser",
        "2026 borgere",
        "Maj og April deltog",
        "første kvartalsopfølgning",
        "forårssemesteret 2025",
        "efterår og vinter",
        "kr. 2.025",
        "en halvårlig opfølgning",
        "sag 24/2025",
    ],
)
def test_words_and_numbers_of_other_kinds_are_left_alone(text: str) -> None:
    assert find_periods(text, SEEN_FROM) == []


def test_bare_years_and_months_are_periods_only_after_a_word_that_says_so() -> None:
    text = "I 2026 og hele 2027, fra april til juni og inden oktober; 2028 blev nævnt, og november ligeså."
    found = find_periods(text, SEEN_FROM)
    assert [each.period.text for each in found] == ["2026", "2027", "april til juni", "oktober"]


def test_between_two_months_is_one_period_and_two_months_are_two() -> None:
    one = find_periods("mellem januar og marts 2026", SEEN_FROM)
    two = find_periods("i januar 2026 og marts 2026", SEEN_FROM)
    assert [each.period.text for each in one] == ["mellem januar og marts 2026"]
    assert [each.period.text for each in two] == ["januar 2026", "marts 2026"]


def test_a_period_holds_its_days() -> None:
    period = parse_period("medio juni 2025")
    assert period is not None
    assert dt.date(2025, 6, 11) in period
    assert dt.date(2025, 6, 20) in period
    assert dt.date(2025, 6, 21) not in period


@given(st.integers(1900, 2199), st.sampled_from(MONTHS), st.sampled_from(["primo", "medio", "ultimo"]))
def test_primo_medio_and_ultimo_share_a_month_between_them(year: int, month: str, word: str) -> None:
    whole = parse_period(f"{month} {year}")
    part = parse_period(f"{word} {month} {year}")
    assert whole is not None
    assert part is not None
    assert whole.first <= part.first <= part.last <= whole.last
    days = [parse_period(f"{each} {month} {year}") for each in ("primo", "medio", "ultimo")]
    assert sum((each.last - each.first).days + 1 for each in days if each) == (whole.last - whole.first).days + 1


PIECES = st.lists(
    st.sampled_from(
        [text for text, _, _ in WITH_YEAR + WITHOUT_YEAR]
        + [
            "-",
            " – ",
            " til ",
            " og ",
            "mellem ",
            ", ",
            "primo ",
            "i ",
            "29. februar",
            "2025",
            "maj",
            "31.12.9999",
            "uge",
        ]
    ),
    max_size=8,
).map("".join)


@given(st.text() | PIECES, st.none() | st.dates() | st.just(dt.date.max))
def test_no_text_brings_the_search_down_and_spans_point_at_what_they_say(text: str, seen_from: dt.date | None) -> None:
    end_of_last = 0
    for found in find_periods(text, seen_from):
        assert text[found.start : found.end] == found.period.text
        assert found.period.first <= found.period.last
        assert found.start >= end_of_last
        end_of_last = found.end
    parse_period(text, seen_from)
