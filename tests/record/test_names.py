"""Names that mean the same have the same key, and every name gives an address that a browser can hold."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejl.record.names import (
    address,
    body_key,
    case_key,
    item_addresses,
    item_key,
    marked_address,
    slug,
)

PLAIN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@pytest.mark.parametrize(
    "names",
    [
        ("Beskæftigelses- og Integrationsudvalget", "beskæftigelses- og integrationsudvalg"),
        ("Børne- og Ungeudvalget", "Børne-og  ungeudvalgets", "BØRNE & UNGEUDVALG", "Børne– og Ungeudvalget:"),
        ("Byrådet", "Byråds", "byrådets", "Byråd."),
        ("Kommunalbestyrelsen", "kommunalbestyrelsens", "Kommunalbestyrelse"),
        ("Økonomiudvalget", "O\u0308konomiudvalget".replace("O\u0308", "Ø"), "ØKONOMIUDVALG"),
        ("Åbenhedsudvalget", "A\u030abenhedsudvalget"),
        ("Folkeoplysningsnævnet", "Folkeoplysningsnævn"),
        ("§ 17, stk. 4-udvalget", "§17 stk 4 udvalg"),
        ("Udvalget for Beskæftigelse", "Udvalg for beskæftigelse"),
        ("Forsyningskomitéen", "Forsyningskomiteen"),
    ],
)
def test_spellings_of_a_body_have_one_key(names: tuple[str, ...]) -> None:
    assert len({body_key(name) for name in names}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Økonomiudvalget", "Økonomi- og Erhvervsudvalget"),
        ("Ældrerådet", "Handicaprådet"),
        ("Udvalget for Børn", "Udvalget for Børnene"),
        ("Teknisk Udvalg", "Teknikudvalget"),
        ("Udvalg 1", "Udvalg 2"),
        ("Beskæftigelsesområdet", "Beskæftigelsesområd"),
        ("Haveudvalget", "Håveudvalget"),
    ],
)
def test_different_bodies_keep_different_keys(one: str, other: str) -> None:
    assert body_key(one) != body_key(other)


@given(st.text())
def test_body_key_of_a_key_is_the_key(name: str) -> None:
    key = body_key(name)
    assert body_key(key) == key


@given(st.text(alphabet=st.sampled_from("aåæøAÅÆØ bogudvalgetrådsn&-–.,"), max_size=40))
def test_body_key_does_not_heed_case_spaces_and_hyphens(name: str) -> None:
    assert body_key(name.upper()) == body_key(name)
    assert body_key(f"  {name}.") == body_key(name)
    assert body_key(name.replace(" ", "  ").replace("-", "–")) == body_key(name)


@given(st.text(alphabet=st.characters(codec="latin-1"), max_size=20))
def test_definite_and_genitive_forms_of_any_committee_are_one_body(stem: str) -> None:
    forms = {body_key(f"{stem}{ending}") for ending in ("udvalg", "udvalget", "udvalgs", "udvalgets")}
    assert len(forms) == 1


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("25-2-00.22.00-p35", "25-2-00.22.00-P35"),
        (" 25-2 - 00.22.00 - P35 ", "25-2-00.22.00-P35"),
        ("05.05.05P20-0001 11", "11-1-05.05.05-P20"),
        ("EMN-2015-00145", "EMN-2015-00145"),
    ],
)
def test_case_number_is_folded(printed: str, key: str) -> None:
    assert case_key(printed) == key


def test_case_is_one_whatever_order_its_parts_are_printed_in() -> None:
    assert case_key("15.00.00-P20-12-25") == case_key("25-12-15.00.00-P20") == "25-12-15.00.00-P20"
    assert case_key("15.00.00-p20-12-25") == "25-12-15.00.00-P20"


@given(st.text())
def test_case_key_of_a_key_is_the_key(number: str) -> None:
    assert case_key(case_key(number)) == case_key(number)


def test_item_titles_are_compared_by_their_words() -> None:
    assert item_key("Budget 2026 - 1. behandling") == item_key("BUDGET 2026, 1 behandling.")


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
