"""A policy that asks for less than the one that the gate judged a model with is found, whatever way it does."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejl.screening.advice.loosened import loosened
from pejl.screening.advice.policy import Policy

JUDGED = Policy().model_dump(mode="json")


@pytest.mark.parametrize(
    "change",
    [
        {"release_below": 0.2},
        {"early_effort_from": 0.5},
        {"expires_days": 30},
        {"unusual_over": 1.0},
        {"missing_over": 0.8},
        {"interval_over": 0.5},
        {"earlier_weeks_from": 12.0},
        {"earlier_spells_from": 5},
        {"own_first": False},
        {"release_needs_answers": False},
        {"horizons": {"uge_22": 52.0}},
        {"recheck_weeks": (2, 4)},
        {"recheck_weeks": (2, 4, 12)},
    ],
    ids=lambda change: str(next(iter(change.items()))),
)
def test_what_asks_for_less_is_named(change: dict[str, Any]) -> None:
    assert loosened(Policy(**change), JUDGED) == tuple(change)


def test_the_same_and_what_asks_for_more_is_free() -> None:
    stricter = Policy(
        name="Vores",
        release_below=0.05,
        early_effort_from=0.3,
        expires_days=7,
        recheck_weeks=(1, 2, 4, 8),
        interval_over=0.2,
        earlier_weeks_from=4,
        shadow_share=0.1,
        law_scenario="",
    )
    assert loosened(Policy(), JUDGED) == () == loosened(stricter, JUDGED)


def test_what_was_not_known_then_asks_for_its_default() -> None:
    told = {"name": "gammel", "release_below": 0.05, "afskaffet": 1}
    assert loosened(Policy(), told) == ("release_below",)
    assert loosened(Policy(release_below=0.05, own_first=False), told) == ("own_first",)


@given(st.floats(0, 0.34), st.floats(0, 0.34))
def test_of_two_policies_the_looser_is_never_taken_for_the_other(one: float, other: float) -> None:
    looser, stricter = Policy(release_below=max(one, other)), Policy(release_below=min(one, other))
    assert loosened(stricter, looser.model_dump(mode="json")) == ()
    assert bool(loosened(looser, stricter.model_dump(mode="json"))) is (one != other)
