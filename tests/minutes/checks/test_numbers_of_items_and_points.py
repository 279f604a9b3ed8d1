"""Items and the points of a recommendation are numbered without gaps and doubles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejl.minutes.checks.flag import Certainty
from pejl.minutes.checks.numbers_missing import MOST_MISSING, missing_in, twice_in
from pejl.minutes.document import Minutes

from ..reading import item, minutes_of
from .flags_said import flags_of, told

CLOSED = "Punkt {}: Lukket: Personsag"


def items(*numbers: int) -> list[str]:
    return [item(number, title=f"Sag om emne {place}") for place, number in enumerate(numbers, start=1)]


@pytest.mark.parametrize(
    ("numbers", "stated", "computed"),
    [
        ((1, 2, 4), "punkt 2 og 4", "punkt 3 mangler"),
        ((1, 2, 3, 6), "punkt 3 og 6", "punkt 4 og 5 mangler"),
        ((11, 12, 14, 15), "punkt 12 og 14", "punkt 13 mangler"),
        ((1, 2, 2, 3), "to punkter 2", "ét"),
    ],
)
def test_a_gap_and_a_double_among_items_are_told_of(numbers: tuple[int, ...], stated: str, computed: str) -> None:
    assert told(minutes_of(*items(*numbers))) == [("item-numbers", stated, computed)]


@pytest.mark.parametrize(
    "numbers", [(1, 2, 3), (712, 713, 714), (3, 4), (1, 3), (1, 17, 2, 3), (1, 2, 40), (1, 3, 5, 7), (1, 2, 1, 2)]
)
def test_runs_that_are_whole_or_follow_another_rule_are_left_alone(numbers: tuple[int, ...]) -> None:
    assert told(minutes_of(*items(*numbers)), "item-numbers") == []


def test_a_missing_number_is_surer_where_closed_items_are_shown() -> None:
    (without,) = flags_of(minutes_of(*items(1, 2, 4)))
    (shown,) = flags_of(minutes_of(*items(1, 2, 4), CLOSED.format(5)))
    assert (without.certainty, shown.certainty) == (Certainty.POSSIBLE, Certainty.LIKELY)
    assert "lukket" in without.sentence and "lukket" not in shown.sentence


def recommending(points: str, decision: str = "Tiltrådt.") -> Minutes:
    return minutes_of(item(1, decision=decision).replace("1. at sagen godkendes.", points))


FOUR = "\n".join(f"{number}. at del {number} godkendes," for number in (1, 2, 3, 4))


@pytest.mark.parametrize(
    ("points", "found"),
    [
        ("1. at a godkendes,\n2. at b godkendes, og\n4. at c godkendes.",
         [("recommendation-points", "punkt 1, 2 og 4", "punkt 3 mangler")]),
        ("1. at a godkendes,\n2. at b godkendes, og\n2. at c godkendes.",
         [("recommendation-points", "to punkter 2", "ét")]),
        ("1. at a godkendes,\n1. at b godkendes, og\n3. at c godkendes.",
         [("recommendation-points", "to punkter 1", "ét")]),
        ("1. at a godkendes,\n2. at b godkendes, og\n3. at c godkendes.", []),
        ("at a godkendes, og\n\nat b godkendes.", []),
        ("a) at a godkendes,\nb) at b godkendes.", []),
    ],
)  # fmt: skip
def test_points_of_a_recommendation_are_numbered_without_gaps(points: str, found: list[tuple[str, str, str]]) -> None:
    assert told(recommending(points)) == found


@pytest.mark.parametrize(
    ("decision", "found"),
    [
        ("Ad 1-4. Tiltrådt.\n\nAd 5. Anbefales.", [("decision-points", "punkt 5", "punkt 1, 2, 3 og 4")]),
        ("Ad 1-2. Tiltrådt.\n\nAd 4. Anbefales.", [("decision-points", "punkt 1, 2 og 4", "punkt 3 mangler")]),
        ("Ad 1-2. Tiltrådt.\n\nAd 3-4. Anbefales.", []),
        ("Ad 1-2. Tiltrådt.\n\nAd 3. bortfalder.\n\nAd 4. Anbefales.", []),
        ("Ad 3. Anbefales.\n\nDe øvrige punkter blev tiltrådt.", []),
        ("Ad 1. Tiltrådt.", []),
        ("Tiltrådt.", []),
    ],
)
def test_a_decision_names_the_points_that_there_are(decision: str, found: list[tuple[str, str, str]]) -> None:
    assert told(recommending(FOUR, decision)) == found


@given(st.integers(1, 30), st.sets(st.integers(0, 29), max_size=3))
def test_what_is_taken_out_of_a_run_is_what_is_missing(length: int, out: set[int]) -> None:
    run = [number for number in range(1, length + 1) if number not in out]
    inner = [number for number in sorted(out) if run and 1 <= number < run[-1]]
    if len(inner) <= min(MOST_MISSING, len(run)):
        assert missing_in(run, first=1) == inner


@given(st.lists(st.integers(1, 99)))
def test_a_run_told_of_has_few_gaps_and_doubles_are_in_it(numbers: list[int]) -> None:
    missing = missing_in(numbers, first=1)
    assert len(missing) <= MOST_MISSING and not set(missing) & set(numbers)
    assert all(numbers.count(number) > 1 for number in twice_in(numbers))
