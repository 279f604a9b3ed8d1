"""A training leaves a model and its record, whole, the same for the same data, and measured on what was held out."""

from __future__ import annotations

import datetime as dt
import json

import numpy as np
import pytest

from casework.deadlines.registers import Held
from pejl.home.folders import Home
from pejl.register.register import Register
from pejl.screening.advice.policy import Policy
from pejl.screening.caseload.landmark_rows import LandmarkRows
from pejl.screening.caseload.open_on import open_on
from pejl.screening.features.declared import FEATURES
from pejl.screening.gate.on_disk import on_disk
from pejl.screening.gate.opened import opened
from pejl.screening.landmarks import HORIZONS
from pejl.screening.training.data_sheet import data_hash
from pejl.screening.training.kept import MODEL, RECORD, keep
from pejl.screening.training.recipe import recipe_for
from pejl.screening.training.run import TrainingRun
from pejl.screening.training.scored import scored
from pejl.screening.training.train import TooFew, train
from register.simulation.fjordby import LAST

NOW = dt.datetime(2026, 11, 1, 12, 0, tzinfo=dt.UTC)


def test_the_folder_is_whole_and_holds_nobody(home: Home, run: TrainingRun) -> None:
    folder = home.models / run.id
    assert {path.name for path in folder.iterdir()} == {RECORD, MODEL}
    assert not [path for path in home.models.iterdir() if path.name.startswith(".")]
    text = (folder / RECORD).read_text(encoding="utf-8")
    persons = Register(home).newest().table("persons").person.to_pyarrow().to_pylist()
    assert not any(person in text for person in persons)
    assert run.id == f"2026-11-01-{run.model_hash[:8]}"
    assert on_disk(home, run.id).run == run


def test_the_model_that_is_read_back_says_what_was_trained(home: Home, run: TrainingRun, rows: LandmarkRows) -> None:
    model = opened(home, run.id, run.model_hash)
    assert model.sha256 == run.model_hash
    told = model.score(rows.spells.columns, rows.spells.ends.entry, HORIZONS)
    given = told.still[np.isfinite(told.still)]
    assert ((given >= 0) & (given <= 1)).all()


@pytest.mark.long
def test_a_second_training_on_the_same_data_is_the_same_model(home: Home, run: TrainingRun) -> None:
    before = (home.models / run.id / RECORD).stat().st_mtime_ns
    again = train(home, Register(home).newest(), seed=1, now=NOW)
    assert (again.id, again.model_hash, again.data) == (run.id, run.model_hash, run.data)
    assert [each.model_dump(exclude={"fit_seconds"}) for each in again.measured] == [
        each.model_dump(exclude={"fit_seconds"}) for each in run.measured
    ]
    assert (home.models / run.id / RECORD).stat().st_mtime_ns == before


def test_the_record_says_what_it_was_made_of(run: TrainingRun, rows: LandmarkRows) -> None:
    sheet = run.data
    assert sheet.spells == len(set(rows.spells.same.tolist())) == sum(sheet.exits.values())
    assert sum(sheet.rows.values()) == len(rows)
    assert sheet.data_hash == data_hash(rows)
    assert sheet.kept_until > NOW.date()
    assert set(sheet.missing) == {feature["name"] for feature in run.features}
    assert {"numpy", "python", "pejl"} <= set(run.versions)
    assert {feature["name"] for feature in run.features} <= {feature.name for feature in FEATURES}
    assert json.loads(run.model_dump_json())["policy"]["name"] == Policy().name


def test_it_is_measured_on_what_was_held_out_beside_asking_first_and_the_truth(run: TrainingRun) -> None:
    told = {(each.split, each.model) for each in run.measured}
    assert {("folds", "pejl"), ("folds", "ask_first"), ("time", "pejl"), ("time", "register_only")} <= told
    assert {("truth", "pejl"), ("truth", "truth")} <= told
    assert {group.attribute for group in run.groups} >= {"koen", "alder", "familie"}


def test_one_more_value_is_other_data(rows: LandmarkRows) -> None:
    before = data_hash(rows)
    rows.spells.columns["alder"][0] += 1
    assert data_hash(rows) != before
    rows.spells.columns["alder"][0] -= 1
    assert data_hash(rows) == before


def test_a_feature_that_tells_nothing_is_left_out_of_the_recipe(rows: LandmarkRows) -> None:
    recipe = recipe_for(rows)
    assert recipe.shrunk is None
    assert "aarsag" in recipe.words
    assert recipe_for(rows.only(np.arange(1))).features == ()


def test_too_few_sick_leaves_make_no_model(home: Home) -> None:
    with pytest.raises(TooFew, match="mindst være 200"):
        train(home, Held({}), seed=1)  # a register of nobody


def test_what_is_there_already_is_not_written_over(home: Home, run: TrainingRun) -> None:
    other = run.model_copy(update={"purpose": "noget andet"})
    keep(home, other, opened(home, run.id, run.model_hash))
    assert on_disk(home, run.id).run == run


def test_a_caseload_is_told_as_counts_only(home: Home, run: TrainingRun) -> None:
    running = open_on(Register(home).newest(), LAST)
    found = scored(running, opened(home, run.id, run.model_hash), Policy())
    assert found.running.least <= len(running) <= found.running.most and not found.running.exact
    for each in found.landmarks:
        for count in (each.running, each.answered, each.without_score):
            assert count.exact == (count.most == 0) and count.most - count.least in (0, 3, 9)
