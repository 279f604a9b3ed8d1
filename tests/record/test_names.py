"""Every name gives an address that a browser can hold."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejl.record.names import address, item_addresses, marked_address, slug

PLAIN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Børne- og Ungeudvalget", "boerne-og-ungeudvalget"),
        ("Ærø Åbning", "aeroe-aabning"),
        ("A\u030aben dør", "aaben-doer"),
        ("Café Müller", "cafe-mueller"),
        ("Łódź", "odz"),
        ("25-2-00.22.00-P35", "25-2-00-22-00-p35"),
        (" - ", ""),
        ("", ""),
    ],
)
def test_slug_of_danish_text(text: str, expected: str) -> None:
    assert slug(text) == expected


@given(st.text(), st.integers(min_value=20, max_value=200))
def test_every_text_gives_an_address_that_fits(text: str, longest: int) -> None:
    for given_address in (address(text, longest), marked_address(text, longest)):
        assert PLAIN.fullmatch(given_address)
        assert len(given_address) <= longest
    assert slug(slug(text)) == slug(text)


@given(st.lists(st.one_of(st.text(max_size=30), st.sampled_from(["1", "1-plads-2", "1 plads 3", "", "plads-2"]))))
def test_items_of_a_meeting_have_an_address_each(labels: list[str]) -> None:
    addresses = item_addresses(labels)
    assert len(set(addresses)) == len(labels)
    assert all(PLAIN.fullmatch(found) and len(found) <= 40 for found in addresses)


def test_item_addresses_follow_the_printed_labels() -> None:
    assert item_addresses(["1", "2", "2", "", "3.1"]) == [
        "punkt-1",
        "punkt-2",
        "punkt-2-plads-3",
        "plads-4",
        "punkt-3-1",
    ]
