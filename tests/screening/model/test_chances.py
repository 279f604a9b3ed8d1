from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from pejl.screening.model.chances import chances_of, course_of
from pejl.screening.model.hazard_model import HazardModel
from pejl.screening.spells import Floats, chosen
from screening.model.planted import CUTS, Drawn

TIMES = st.floats(0.0, 40.0)


def _log_odds(seed: int, spells: int = 3, exits: int = 2) -> Floats:
    return np.random.default_rng(seed).normal(-1.0, 1.5, (exits, spells, len(CUTS) - 1))


def test_chances_at_the_bands_ends_are_the_products_of_going_on() -> None:
    odds = np.exp(_log_odds(1))
    hazard = odds / (1 + odds.sum(axis=0))
    still, left = chances_of(course_of(np.log(odds), np.zeros(3), np.asarray(CUTS)), np.asarray(CUTS[1:]))
    for spell in range(3):
        running, gone = 1.0, np.zeros(2)
        for band in range(len(CUTS) - 1):
            gone = gone + running * hazard[:, spell, band]
            running *= 1 - hazard[:, spell, band].sum()
            assert np.isclose(still[spell, band], running)
            assert np.allclose(left[spell, band], gone)


@given(st.integers(0, 50), TIMES, TIMES)
def test_who_runs_at_entry_goes_on_as_those_who_have_come_so_far(seed: int, entry: float, more: float) -> None:
    log_odds, cuts = _log_odds(seed), np.asarray(CUTS)
    time = entry + more
    whole, _ = chances_of(course_of(log_odds, np.zeros(3), cuts), np.array([entry, time]))
    later, _ = chances_of(course_of(log_odds, np.full(3, entry), cuts), np.array([time]))
    assert np.allclose(later[:, 0] * whole[:, 0], whole[:, 1], atol=1e-12)


@given(st.integers(0, 50), TIMES, st.lists(TIMES, min_size=2, max_size=6))
def test_chances_add_up_to_one_and_go_one_way(seed: int, entry: float, times: list[float]) -> None:
    course = course_of(_log_odds(seed), np.full(3, entry), np.asarray(CUTS))
    still, left = chances_of(course, np.asarray(sorted(times)))
    assert np.allclose(still + left.sum(axis=2), 1.0, atol=1e-12)
    assert np.all(np.diff(still, axis=1) <= 1e-12)
    assert np.all(np.diff(left, axis=1) >= -1e-12)
    assert np.all(still[:, np.asarray(sorted(times)) <= entry] == 1.0)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 3999), st.floats(0.0, 20.0))
def test_what_features_add_is_the_chance_exactly(plain: Drawn, model: HazardModel, spell: int, entry: float) -> None:
    columns = chosen(plain.spells.columns, np.array([spell]))
    told = model.contributions(columns, np.array([entry]), 26.0)
    still, _ = model.chances(columns, np.array([entry]), np.array([26.0]))
    assert np.allclose(told.chance, still[:, 0], atol=1e-12)
    assert np.allclose(told.usual + told.share.sum(axis=1), told.chance, atol=1e-9)
    assert told.names == ("alder", "grad", "kommune")


def test_what_features_add_is_the_chance_even_where_they_say_very_much(model: HazardModel) -> None:
    stretched = model.parameters.copy().reshape(2, -1)
    stretched[:, len(CUTS) - 1 :] *= 8.0
    columns = {
        "alder": np.array([20.0, 75.0]),
        "grad": np.array(["svaer", "let"], dtype=object),
        "kommune": np.array(["Fjordby", None], dtype=object),
    }
    told = replace(model, parameters=stretched.ravel()).contributions(columns, np.zeros(2), 26.0)
    assert np.allclose(told.usual + told.share.sum(axis=1), told.chance, atol=1e-9)
