"""A promise has one key for as long as it is the same promise."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from pejl.record.promises.keys import LENGTH, Place, promise_key, subject

HERE = Place("fjordby-kommune", "beskæftigelsesudvalg", "2026-03-11", "punkt-3")
SENTENCE = "En status forelægges udvalget i maj 2026."


def test_signs_and_spaces_of_the_sentence_count_for_nothing() -> None:
    assert promise_key(HERE, SENTENCE, 1) == promise_key(HERE, "En status  forelægges udvalget, i maj 2026", 1)


def test_another_place_sentence_turn_or_time_is_another_promise() -> None:
    keys = {
        promise_key(HERE, SENTENCE, 1),
        promise_key(HERE, SENTENCE, 2),
        promise_key(HERE, SENTENCE, 1, 2),
        promise_key(HERE, SENTENCE.replace("maj", "juni"), 1),
        *(
            promise_key(replace(HERE, **{field: "andet"}), SENTENCE, 1)
            for field in ("municipality", "body", "day", "item")
        ),
    }
    assert len(keys) == 8


def test_an_act_names_the_promise_by_its_key() -> None:
    key = promise_key(HERE, SENTENCE, 1)
    assert subject(key) == f"promise:{key}"


@given(st.text(max_size=200), st.integers(1, 50), st.integers(1, 50))
def test_keys_are_short_and_plain_whatever_the_sentence(sentence: str, ordinal: int, occurrence: int) -> None:
    key = promise_key(HERE, sentence, ordinal, occurrence)
    assert len(key) == LENGTH and key.isalnum() and key.isascii()
