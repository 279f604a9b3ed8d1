"""Facts as people write them: what is understood, what is unknown, and what is refused with a sentence."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from pejl.law.facts import example, from_form, from_json
from pejl.law.law import law
from pejl.law.refusals import Contradiction

BOOK = law().book


@pytest.mark.parametrize(
    ("name", "written", "value"),
    [
        ("arbejdsindtaegt", "10.000", 10000.0),
        ("arbejdsindtaegt", "1.234,50", 1234.5),
        ("arbejdsaar", "2½", 2.5),
        ("alder", " 34 ", 34),
        ("familie", "enlig", "enlig"),
        ("kan_arbejde", "Ja", True),
        ("kan_arbejde", "nej", False),
        ("case_start", "2025-03-03", dt.date(2025, 3, 3)),
        ("case_start", "3. marts 2025", dt.date(2025, 3, 3)),
        ("case_start", "3.3.2025", dt.date(2025, 3, 3)),
        ("case_start", "2200-12-31", dt.date(2200, 12, 31)),
        ("case_start", "1800-01-01", dt.date(1800, 1, 1)),
        ("alder", "", None),
    ],
)
def test_a_field_is_read_as_danes_write(name: str, written: str, value: object) -> None:
    assert from_form(BOOK.givens[name], written) == value


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("alder", "tredive"),
        ("alder", "30,5"),
        ("arbejdsindtaegt", "1,234.50"),
        ("familie", "gift"),
        ("kan_arbejde", "måske"),
        ("case_start", "31.02.2025"),
        ("case_start", "0001-01-01"),
        ("case_start", "2201-01-01"),
        ("case_start", "1799-12-31"),
    ],
)
def test_what_cannot_be_is_refused_with_what_it_must_be(name: str, written: str) -> None:
    with pytest.raises(Contradiction, match="Det skal være") as refused:
        from_form(BOOK.givens[name], written)
    assert refused.value.name == name


def test_json_has_days_as_text_and_null_for_what_is_unknown() -> None:
    assert from_json(BOOK, {"case_start": "2025-03-03", "alder": None, "arbejdsaar": 3}) == {
        "case_start": dt.date(2025, 3, 3),
        "alder": None,
        "arbejdsaar": 3.0,
    }


@pytest.mark.parametrize("value", [[], {}, 10**400, float("nan"), float("inf"), "x", True, "2025-13-01"])
def test_any_other_json_for_a_number_or_a_day_is_refused(value: object) -> None:
    for name in ("alder", "case_start"):
        with pytest.raises(Contradiction):
            from_json(BOOK, {name: value})


def test_a_fact_that_nobody_asks_for_is_named() -> None:
    with pytest.raises(Contradiction, match="hund"):
        from_json(BOOK, {"hund": True})


@drawn(st.sampled_from(sorted(BOOK.givens)), st.text(max_size=30))
def test_whatever_is_written_in_a_field_is_a_value_unknown_or_refused(name: str, written: str) -> None:
    try:
        found = from_form(BOOK.givens[name], written)
    except Contradiction:
        return
    assert found is None or type(found) is BOOK.givens[name].kind


def test_every_fact_has_an_example_that_the_law_takes() -> None:
    told = example(given for given in BOOK.givens.values() if given.example is not None)
    assert from_json(BOOK, told).keys() == told.keys()
    assert not [given.name for given in BOOK.givens.values() if given.example is None and given.name != "dag"]
