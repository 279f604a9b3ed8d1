"""Whatever stands in a text, the checks come to an end in time and say nothing of what adds up."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from patience import examples
from pejl.calendar.numbers import danish_amount, danish_number

from .sentences_said import flags_in

AMOUNTS = st.lists(st.integers(10_000, 9_000_000), min_size=2, max_size=5)


def listed(texts: list[str]) -> str:
    named = [f"{text} til {name}" for text, name in zip(texts, ("løn", "drift", "it", "mad", "kurser"), strict=False)]
    return f"{', '.join(named[:-1])} og {named[-1]}"


@settings(deadline=None, max_examples=examples(150))
@given(AMOUNTS)
@example([10_000, 10_001])
def test_kroner_that_add_up_have_no_flag_and_any_other_total_has_one(amounts: list[int]) -> None:
    parts = listed([danish_amount(amount) for amount in amounts])
    assert flags_in(f"Der afsættes {parts}, i alt {danish_amount(sum(amounts))}") == []
    (flag,) = flags_in(f"Der afsættes {parts}, i alt {danish_amount(sum(amounts) + max(amounts) // 5)}")
    assert flag.computed == danish_amount(sum(amounts))


@settings(deadline=None, max_examples=examples(150))
@given(amounts=AMOUNTS, decimals=st.integers(0, 2), total_decimals=st.integers(0, 2))
def test_rounded_millions_that_add_up_before_rounding_have_no_flag(
    amounts: list[int], decimals: int, total_decimals: int
) -> None:
    def mio(value: int, digits: int) -> str:
        return f"{danish_number(Decimal(value) / 1_000_000, digits)} mio. kr."

    parts = listed([mio(amount, decimals) for amount in amounts])
    assert flags_in(f"Puljen er på i alt {mio(sum(amounts), total_decimals)}, fordelt på {parts}.") == []


@settings(deadline=None, max_examples=examples(150))
@given(st.lists(st.integers(0, 300), min_size=2, max_size=5))
def test_counts_that_make_their_whole_have_no_flag(counts: list[int]) -> None:
    outcomes = [
        f"{count} {word}"
        for count, word in zip(counts, ("stadfæstet", "ændret", "hjemvist", "afvist", "trukket"), strict=False)
    ]
    told = f"{', '.join(outcomes[:-1])} og {outcomes[-1]}"
    assert flags_in(f"Ankestyrelsen afgjorde {sum(counts)} sager. Heraf blev {told}.") == []


@settings(deadline=None, max_examples=examples(150))
@given(first=st.integers(1, 90_000), second=st.integers(1, 90_000), decimals=st.integers(0, 1))
def test_change_between_two_figures_has_no_flag(first: int, second: int, decimals: int) -> None:
    low, high = (danish_number(Decimal(value) / 1000, decimals) for value in (first, second))
    change = danish_number(abs(Decimal(first - second)) / 1000, decimals)
    assert flags_in(f"Udgiften går fra {low} mio. kr. til {high} mio. kr., en ændring på {change} mio. kr.") == []


PIECES = [
    "i alt ", "5,4 mio. kr. ", "191.633 kr. ", "og ", "heraf ", "fordelt på ", "fra ", "til ", "Af de ", "31 ", "fem ",
    "de resterende ", "årligt ", "mindreforbrug på ", "budget på ", "forbrug på ", "stigning på ", "2026-2029 ", ". ",
    ", ", "= ", "+ ", "Beløbet fordeler sig ", "Økonomiudvalget ", "ca. ", "4.559.593,73 kr. ", ": ", "50 pct. ",
]  # fmt: skip


@settings(deadline=None, max_examples=examples(200))
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=40))
def test_any_mixture_of_words_and_figures_is_read_without_a_fault(pieces: list[str]) -> None:
    flags_in("Teksten siger " + "".join(pieces))


LENGTH = 40_000


@pytest.mark.parametrize(
    "unit", [*PIECES, "A 1 kr. og B 2 kr., i alt 4 kr. ", "heraf 5, ", "1 kr. + ", "1.234.567 kr. i 2026, "]
)
def test_endless_line_comes_to_an_end(unit: str) -> None:
    assert flags_in("Tekst " + (unit * (LENGTH // len(unit) + 1))[:LENGTH]) is not None


def test_thousands_of_amounts_beside_a_large_table_come_to_an_end() -> None:
    table = "Kr.\t2025\t2026\tI alt\n" + "\n".join(f"Post {at}\t{at}.117\t{at}.223\t{at}.340" for at in range(100, 999))
    text = "\n\n".join(
        f"Post {at} har et forbrug i 2025 på {at}.118 kr., i alt {at}.341 kr., jf. tabellen." for at in range(100, 900)
    )
    assert flags_in(f"{text}\n\n{table}") is not None
