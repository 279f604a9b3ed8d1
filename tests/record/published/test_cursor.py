"""A place in a list survives as text, and what is no place of ours is refused."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejl.record.published.cursor import Place, Reached, Unusable, place_of, place_text, reached_of, reached_text

BEGIN = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
MOMENTS = st.timedeltas(dt.timedelta(), dt.timedelta(days=200_000)).map(lambda since: BEGIN + since)
PATHS = st.text(alphabet=st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=100)


@given(MOMENTS, PATHS, PATHS)
def test_a_place_comes_back_as_it_was(moment: dt.datetime, path: str, standing: str) -> None:
    place = Place(moment, f"meeting/fjordby/{path}")
    assert place_of(place_text(place, "meeting/fjordby/"), "meeting/fjordby/") == place
    reached = Reached(place, standing)
    assert reached_of(reached_text(reached)) == reached


@given(st.text(max_size=200) | st.text(alphabet="abcdefghABCDEFGH0123456789-_", max_size=60))
def test_any_other_text_is_a_place_or_is_refused(text: str) -> None:
    for reading in (place_of, reached_of):
        try:
            reading(text)
        except Unusable:
            continue


@pytest.mark.parametrize(
    "text", ["", "x", "WyJ4IiwieSJd", "WzEsMl0", "WyIxIl0", "A" * 5000, "WyI5OTk5OTk5OTk5OTk5OTk5OTk5OTk5IiwieCJd"]
)
def test_what_is_no_place_is_refused(text: str) -> None:
    with pytest.raises(Unusable):
        place_of(text)


def test_a_place_is_short_enough_for_a_file_name() -> None:
    place = Place(
        dt.datetime(2026, 11, 22, tzinfo=dt.UTC), "agendaitem/fjordby-kommune/" + "b" * 80 + "/2026-11-22/punkt-12"
    )
    assert len(place_text(place, "agendaitem/fjordby-kommune/")) < 200
