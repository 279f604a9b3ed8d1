"""How often something comes again, as Danish text says it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejl.calendar.recurrences import find_recurrences

EACH = {
    "Udvalget får årligt en status": 12,
    "en årlig redegørelse": 12,
    "hvert år": 12,
    "én gang om året": 12,
    "1 gang årligt": 12,
    "hvert halve år": 6,
    "den halvårslige opfølgning": 6,
    "halvårligt": 6,
    "to gange om året": 6,
    "2 gange årligt": 6,
    "hvert kvartal": 3,
    "kvartalsvist": 3,
    "fire gange om året": 3,
    "hver tredje måned": 3,
    "hvert andet år": 24,
}


@pytest.mark.parametrize("text", EACH)
def test_words_for_what_comes_again_give_the_months_between(text: str) -> None:
    (found,) = find_recurrences(text)
    assert found.months == EACH[text]
    assert found.text == text[found.start : found.end]


def test_a_season_binds_what_comes_again_to_its_part_of_the_year() -> None:
    (found,) = find_recurrences("Status gives hvert forår.")
    assert (found.months, found.part) == (12, "foråret")


@pytest.mark.parametrize("text", ["i år", "fire gange så mange", "særligt", "årligere", "hver uge", "året igennem"])
def test_other_words_about_years_are_none(text: str) -> None:
    assert find_recurrences(text) == []


@given(st.text(alphabet="hvertålig kstogn amd123", max_size=400))
def test_whatever_is_found_stands_where_it_says(text: str) -> None:
    for found in find_recurrences(text):
        assert text[found.start : found.end] == found.text and found.months > 0
