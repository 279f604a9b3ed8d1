"""Paths stay, do not collide, and do not tell who somebody is."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from pejl.minutes.keys import body_key, case_key
from pejl.record.published.paths import (
    LONGEST_PART,
    Kind,
    case_part,
    name_part,
    party_part,
    path,
    says_nothing,
    veiled_part,
)

SAFE = re.compile(r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?")
NAMES = st.text(alphabet="abcæøåéä -oe12", min_size=1, max_size=12) | st.text(min_size=1, max_size=200)


def test_bodies_have_the_paths_that_a_reader_expects() -> None:
    assert name_part(body_key("Beskæftigelses- og Uddannelsesudvalget")) == "beskaeftigelses-og-uddannelsesudvalg"
    assert name_part(body_key("Økonomiudvalget")) == "oekonomiudvalg"
    assert path(Kind.MEETING, "fjordby-kommune", "byraad", "2025-12-18") == "meeting/fjordby-kommune/byraad/2025-12-18"


def test_names_that_look_alike_have_paths_of_their_own() -> None:
    assert name_part("skoleråd") == "skoleraad"
    assert name_part("skoleraad") not in {"skoleraad", name_part("skoleråd")}
    assert case_part(case_key("25-12-15.00.00-P20")) == "25-12-15.00.00-p20"
    assert case_part("25/12") != case_part("25-12")
    assert party_part("V") == "v"
    assert party_part("v") != "v"


def test_whose_path_it_is_cannot_be_read_from_it() -> None:
    assert "asta" not in veiled_part("Asta Fjord")
    assert veiled_part("Asta Fjord") != veiled_part("Asta Fjord ")
    assert veiled_part("a", "b") != veiled_part("ab")


@given(NAMES)
def test_a_part_is_safe_in_an_address_and_not_too_long(name: str) -> None:
    for part in (
        name_part(body_key(name) or "x"),
        case_part(case_key(name) or "x"),
        party_part(name),
        veiled_part(name),
    ):
        assert SAFE.fullmatch(part)
        assert ".." not in part
        assert len(part) <= LONGEST_PART


@given(NAMES, NAMES)
def test_different_bodies_and_cases_have_different_paths(one: str, other: str) -> None:
    if body_key(one) != body_key(other) and body_key(one) and body_key(other):
        assert name_part(body_key(one)) != name_part(body_key(other))
    if case_key(one) != case_key(other) and case_key(one) and case_key(other):
        assert case_part(case_key(one)) != case_part(case_key(other))


def test_places_terms_and_parties_say_nothing_but_their_name() -> None:
    assert says_nothing("location/fjordby/abc")
    assert says_nothing("legislativeterm/fjordby/2022-2025")
    assert says_nothing("organization/fjordby/parti/a")
    assert not says_nothing("organization/fjordby/abc")
    assert not says_nothing("person/fjordby/abc")
