"""Held against the truth: a model that tells the truth is found right, one that is off is found off."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from pejl.home.folders import Home
from pejl.screening.advice.policy import Policy
from pejl.screening.caseload.landmark_rows import LandmarkRows
from pejl.screening.landmarks import HORIZONS
from pejl.screening.training.places import invented
from pejl.screening.training.proof import proved
from pejl.screening.training.splits import by_time
from pejl.screening.training.truth import FILE, against_truth, true_chances
from pejl.screening.training.worth import gains


def nothing_told(done: int, total: int, sentence: str) -> None:
    assert done <= total, sentence


def test_the_true_chance_is_of_a_spell_that_runs_at_its_landmark(home: Home, rows: LandmarkRows) -> None:
    truth = true_chances(rows, home.simulation / FILE)
    assert truth is not None
    given = truth[np.isfinite(truth)]
    assert ((given >= 0) & (given <= 1.0)).all()
    later = rows.spells.ends.entry[:, None] >= np.asarray(HORIZONS)
    assert np.isnan(truth[later]).all()
    for landmark in ("indgang", "uge_8", "uge_13"):
        assert np.isfinite(truth[rows.landmarks == landmark, HORIZONS.index(26.0)]).any(), landmark
    assert (np.diff(truth[rows.landmarks == "uge_8"][:, 1:], axis=1) <= 1e-12)[
        np.isfinite(truth[rows.landmarks == "uge_8"][:, 2:])
    ].all()


def test_without_a_simulation_there_is_no_truth(rows: LandmarkRows, tmp_path: Path) -> None:
    assert true_chances(rows, tmp_path / FILE) is None


def test_the_truth_itself_is_right_and_what_is_tilted_is_found_tilted(home: Home, rows: LandmarkRows) -> None:
    truth = true_chances(rows, home.simulation / FILE)
    assert truth is not None
    right = {each.landmark: each for each in against_truth(rows, truth, truth, seed=1) if each.model == "pejl"}
    tilted = {each.landmark: each for each in against_truth(rows, truth / 2, truth, seed=1) if each.model == "pejl"}
    place = HORIZONS.index(26.0)
    one, other = right["indgang"].horizons[place], tilted["indgang"].horizons[place]
    assert one.calibration_error.value == pytest.approx(0)
    assert one.slope.value == pytest.approx(1)
    assert right["indgang"].concordance.value == pytest.approx(1)
    assert other.ratio.value == pytest.approx(2)
    assert (other.calibration_error.value or 0) > 0.05


def test_to_know_the_truth_is_worth_more_than_helping_all_or_none(home: Home, rows: LandmarkRows) -> None:
    truth = true_chances(rows, home.simulation / FILE)
    assert truth is not None
    column = HORIZONS.index(26.0)
    known = rows.only(np.flatnonzero((rows.landmarks == "indgang") & np.isfinite(truth[:, column])))
    still = truth[(rows.landmarks == "indgang") & np.isfinite(truth[:, column]), column]
    found = gains(known, still, np.zeros(len(known)), 26.0, 0.35)
    assert all((each.value or 0) > 0 for each in found.values())
    assert found["none"] == found["ask_first"]  # those who ask nobody help nobody


@pytest.mark.long
def test_the_model_holds_on_municipalities_and_a_year_that_it_never_saw(tmp_path: Path) -> None:
    made = invented(12_000, 3, 5, tmp_path, nothing_told)
    split = by_time(made.rows, made.known)
    assert split is not None
    found = list(proved(made.rows, made.truth, split, Policy(), 5))
    assert {(each.split, each.landmark) for each in found} == {
        (split, landmark) for split in ("municipality", "time") for landmark in ("indgang", "uge_8")
    }
    for each in found:
        assert each.broken == ()
        assert (each.order.value or 0) > 0.8
    for each in found[:2]:
        assert (each.gains["ask_first"].low or -1) > -0.002
