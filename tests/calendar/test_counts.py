"""Finding how many of something a Danish sentence says there are."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejl.calendar.counts import find_counts
from pejl.calendar.numbers import danish_number


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I alt 31 sager. Heraf blev 19 stadfæstet, 7 hjemvist og fem ændret.", [31, 19, 7, 5]),
        ("Fem medlemmer stemte for.", [5]),
        ("2.000 personer og 3,5 årsværk", [2000, Decimal("3.5")]),
        ("to hundrede og fem borgere", [205]),
        ("Kun ét forslag er fremsat af en borger.", [1]),
        ("jf. punkt 1, 5 og 6, og 12 borgere", [12]),
        ("bilag 2 og 3", []),
        ("§ 34 og stk. 2", []),
        ("18-29 år", []),
        ("seks-syv medarbejdere", []),
        ("den 3. maj kl. 19:00", []),
        ("06.05.2026, sag 25-13-15.00.00-P20", []),
        ("i 2025 og 2026", []),
        ("14 pct. af 5,4 mio. kr.", []),
        ("1. rate og 2. kvartal", []),
        ("en 14-årig", []),
        ("", []),
    ],
)
def test_counts_are_told_from_the_other_numbers_of_a_text(text: str, expected: list[Decimal]) -> None:
    found = find_counts(text)
    assert [count.value for count in found] == expected
    assert all(text[count.start : count.end] == count.text for count in found)


@given(value=st.integers(0, 999_999_999).filter(lambda n: not 1900 <= n < 2100))
def test_any_count_is_found_as_it_is_written(value: int) -> None:
    (found,) = find_counts(f"Der er {danish_number(value)} borgere i alt.")
    assert found.value == value


@pytest.mark.parametrize("unit", ["to hundrede og ", "1,", "12 ", "punkt 1, ", "mellem ", "a", "1 000 ", "-5-"])
def test_endless_lines_are_read_in_time(unit: str) -> None:
    assert find_counts((unit * 40_000)[:40_000]) is not None
