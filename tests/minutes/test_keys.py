"""Names that mean the same have the same key."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejl.minutes.keys import body_key, case_key, item_key


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
