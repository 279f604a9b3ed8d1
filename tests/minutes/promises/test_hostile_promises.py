"""Lines that no person wrote, full of the words that promises are known by: looking for promises comes to its end.

How long it takes is not asserted: a search that grows with the square of a line's length does not come to its end here.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes.promises.promised import promises
from patience import examples
from pejl.minutes.promises import things
from pejl.minutes.promises.find import LONGEST
from pejl.minutes.promises.things import find_things

UNITS = [
    "forelægges udvalget i maj 2026. ", "En status forelægges udvalget i maj 2026. ", "vil ", ", når ", ", vil ",
    "og ", "status ", "en status og ", "Teknik-, ", "Udvalget får ", "i 2026 ", "hvert år ", "den ", "at ", "; ",
    "senest 1. maj 2026 ", "evalueres ", "temadrøftelser 01.02.2026 og ", "udvalget ", "”", "Center for A ", "e ",
    "bliver bliver bliver ", "tager stilling til, ", "Forvaltningen vender tilbage med en plan for ",
]  # fmt: skip
LENGTH = 40_000


@pytest.mark.parametrize("unit", UNITS)
def test_an_endless_line_of_promising_words_is_searched_to_its_end(unit: str) -> None:
    line = (unit * (LENGTH // len(unit) + 1))[:LENGTH]
    assert len(promises(f"Teksten. {line}")) <= LENGTH


def test_a_promise_beside_an_endless_line_is_found() -> None:
    text = f"{'forelægges udvalget i maj ' * 1500}.\n\nEn status på handleplanen forelægges udvalget i juni 2026."
    assert "handleplanen" in promises(text)[-1].what


def test_only_the_beginning_of_a_sentence_without_end_is_read() -> None:
    late = "ord " * (LONGEST // 4 + 1) + "og en status forelægges udvalget i juni 2026."
    assert promises(late) == []


@settings(deadline=None, max_examples=examples(60))
@given(units=st.lists(st.sampled_from(UNITS), min_size=1, max_size=6), repeats=st.integers(1, 60))
def test_whatever_is_found_is_of_the_text(units: list[str], repeats: int) -> None:
    for promise in promises("Teksten. " + "".join(units) * repeats):
        assert promise.what and promise.what in promise.sentence
        assert (
            promise.window.first is None or promise.window.last is None or promise.window.first <= promise.window.last
        )


@given(st.text(alphabet="statusİßplanen-sagAI_ 2ø", max_size=120))
def test_things_are_where_the_pattern_itself_would_find_them(text: str) -> None:
    found = [(thing.noun, thing.end) for thing in find_things(text)]
    assert found == [match.span() for match in things._NOUN.finditer(text)]
