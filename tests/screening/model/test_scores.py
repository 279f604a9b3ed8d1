from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from pejl.screening.model.design import Unfit
from pejl.screening.model.fitting import fit
from pejl.screening.model.hazard_model import HazardModel
from pejl.screening.spells import Columns, chosen
from screening.model.planted import CUTS, EXITS, RECIPE, Drawn, drawn, words


def _one(alder: float, grad: str | None, kommune: str | None) -> Columns:
    return {
        "alder": np.array([alder]),
        "grad": np.array([grad], dtype=object),
        "kommune": np.array([kommune], dtype=object),
    }


def test_a_score_is_the_chance_with_an_interval_about_it(plain: Drawn, model: HazardModel) -> None:
    columns = chosen(plain.spells.columns, np.arange(100))
    told = model.score(columns, np.full(100, 4.0), (8.0, 13.0, 26.0))
    still, left = model.chances(columns, np.full(100, 4.0), np.array([8.0, 13.0, 26.0]))
    assert np.array_equal(told.still, still)
    assert np.allclose(told.exits, left[:, 2])
    assert told.exit_names == EXITS
    assert np.all((told.low < told.still) & (told.still < told.high))
    assert np.all((told.low > 0) & (told.high < 1))


def test_the_interval_is_what_the_parameters_covariance_says(plain: Drawn) -> None:
    late = fit(plain.spells, RECIPE.model_copy(update={"late": ("alder", "grad")}), seed=1)
    columns, entry = chosen(plain.spells.columns, np.arange(4)), np.array([0.0, 3.0, 5.0, 9.0])
    told = late.score(columns, entry, (13.0,))
    slopes = []
    for place in range(len(late.parameters)):
        moved = np.zeros(len(late.parameters))
        moved[place] = 1e-5
        ends = [
            replace(late, parameters=late.parameters + sign * moved).chances(columns, entry, np.array([13.0]))[0][:, 0]
            for sign in (1, -1)
        ]
        slopes.append((np.log(-np.log(ends[0])) - np.log(-np.log(ends[1]))) / 2e-5)
    gradient = np.array(slopes).T
    spread = np.sqrt(np.einsum("ij,jk,ik->i", gradient, late.covariance, gradient))
    high = np.exp(-np.exp(np.log(-np.log(told.still[:, 0])) - 1.6448536 * spread))
    assert np.allclose(told.high[:, 0], high, atol=1e-5)


def test_fewer_spells_make_wider_intervals(plain: Drawn, model: HazardModel) -> None:
    few = fit(plain.spells.only(np.arange(400)), RECIPE, seed=1)
    columns = chosen(plain.spells.columns, np.arange(50))
    wide, narrow = (each.score(columns, np.zeros(50), (13.0,)) for each in (few, model))
    assert (wide.high - wide.low).mean() > 2 * (narrow.high - narrow.low).mean()


def test_a_horizon_that_is_past_has_no_chance(plain: Drawn, model: HazardModel) -> None:
    told = model.score(chosen(plain.spells.columns, np.arange(1)), np.array([8.0]), (8.0, 13.0))
    assert np.isnan([told.still[0, 0], told.low[0, 0], told.high[0, 0]]).all()
    assert not np.isnan(told.still[0, 1])
    with pytest.raises(Unfit, match="at least one horizon"):
        model.score(chosen(plain.spells.columns, np.arange(1)), np.zeros(1), ())


def test_no_spells_have_no_scores(plain: Drawn, model: HazardModel) -> None:
    nothing = np.array([], dtype=np.int64)
    told = model.score(chosen(plain.spells.columns, nothing), np.zeros(0), (13.0,))
    assert told.still.shape == (0, 1)
    assert model.contributions(chosen(plain.spells.columns, nothing), np.zeros(0), 13.0).share.shape == (0, 3)


def test_what_no_training_spell_had_is_as_unusual_as_can_be(model: HazardModel) -> None:
    usual, older, word = (
        model.score(known, np.zeros(1), (13.0,))
        for known in (_one(45.0, "let", "Fjordby"), _one(140.0, "let", "Fjordby"), _one(45.0, "mild", "Fjordby"))
    )
    assert usual.unusual[0] < 0.9
    assert older.unusual[0] == word.unusual[0] == 1.0
    assert word.missing[0] == pytest.approx(1 / 3)


def test_a_spell_of_which_nothing_is_known_counts_as_the_usual_one_and_says_so(model: HazardModel) -> None:
    told = model.score(_one(np.nan, None, None), np.zeros(1), (13.0,))
    assert told.missing[0] == 1.0
    assert 0 < told.low[0, 0] < told.still[0, 0] < told.high[0, 0] < 1


def test_a_municipality_never_met_counts_as_the_middle(model: HazardModel) -> None:
    new = model.contributions(_one(45.0, "let", "Nyby"), np.zeros(1), 13.0)
    assert new.share[0, new.names.index("kommune")] == 0.0
    assert model.score(_one(45.0, "let", "Nyby"), np.zeros(1), (13.0,)).unusual[0] < 1.0


def test_points_are_what_a_feature_adds_to_the_first_exits_log_odds(model: HazardModel) -> None:
    known = _one(60.0, "svaer", "Fjordby")
    told = model.contributions(known, np.array([5.0]), 13.0)
    band = 2
    added = model.said(model.design.matrix(known))[0, 0, band]
    assert told.points.sum() == pytest.approx(added)


def test_rare_words_are_joined_and_missing_numbers_have_a_say_of_their_own() -> None:
    known = drawn(500, seed=2).spells
    grad = known.columns["grad"].copy()
    grad[:5], grad[5:10], grad[10:60] = "sjælden", "enestående", None
    alder = np.where(np.arange(500) % 5 == 0, np.nan, known.columns["alder"].astype(float))
    model = fit(replace(known, columns={**known.columns, "grad": grad, "alder": alder}), RECIPE, seed=1)
    labels = {column.label for column in model.design.columns if column.features == ("grad",)}
    assert labels == {"let", "svaer", "(andre)", "(ukendt)"}
    assert any(column.kind == "missing" for column in model.design.columns)
    one, other = (model.chances(_one(40.0, word, None), np.zeros(1), np.array([13.0]))[0] for word in ("sjælden", "ny"))
    assert np.array_equal(one, other)


def test_the_table_of_terms_is_the_whole_computation(plain: Drawn) -> None:
    words_only = RECIPE.model_copy(update={"numbers": (), "interactions": (("grad", "kommune"),), "late": ("grad",)})
    model = fit(plain.spells, words_only, seed=1)
    known = {"grad": words(np.array(["svaer"])), "kommune": words(np.array(["Askø"]))}
    course = model.course(model.design.matrix(known), np.zeros(1))
    for band, since in enumerate(CUTS[:-1]):
        rows = [row for row in model.terms() if row["exit"] == "andet" and row["from"] <= since < row["to"]]
        base = sum(row["value"] for row in rows if row["term"] == "baseline")
        at = [column.label for column in model.design.columns]
        told = [
            row["value"] * (_holds(row["at"]) - model.design.centre[at.index(row["at"])])
            for row in rows
            if row["term"] == "effect"
        ]
        hazard = course.hazard[1, 0, band] / (1 - course.hazard[:, 0, band].sum())
        assert base + sum(told) == pytest.approx(np.log(hazard))


def _holds(label: str) -> float:
    return float(set(label.split(" x ")) <= {"svaer", "Askø"})


def test_recalibration_brings_a_tilted_model_back(plain: Drawn, model: HazardModel) -> None:
    tilted = model.parameters.copy().reshape(2, -1)
    tilted[:, : len(CUTS) - 1] -= 0.7
    tilted[:, len(CUTS) - 1 :] *= 1.8
    wrong = replace(model, parameters=tilted.ravel())
    columns, times = plain.spells.columns, np.array([13.0])
    right, bad, again = (
        each.chances(columns, np.zeros(4000), times)[0] for each in (model, wrong, wrong.recalibrated(plain.spells))
    )
    assert np.abs(bad - right).mean() > 0.08
    assert np.abs(again - right).mean() < 0.02
    told = [row for row in wrong.recalibrated(plain.spells).terms() if row["term"] == "recalibration"]
    assert len(told) == 2 * 2 * (len(CUTS) - 1)


def test_recalibration_to_its_own_spells_changes_little_and_few_spells_change_less(
    plain: Drawn, model: HazardModel
) -> None:
    columns, times = plain.spells.columns, np.array([13.0])
    before, after, few = (
        each.chances(columns, np.zeros(4000), times)[0]
        for each in (model, model.recalibrated(plain.spells), model.recalibrated(plain.spells.only(np.arange(10))))
    )
    assert np.abs(after - before).mean() < 0.02
    assert np.abs(few - before).mean() < 0.1


@pytest.mark.long
def test_intervals_hold_the_truth_about_as_often_as_they_say() -> None:
    held = []
    asked = chosen(drawn(40, seed=99).spells.columns, np.arange(40))
    truth = replace(drawn(40, seed=99)).still(0.0, 13.0)
    for seed in range(60):
        model = fit(drawn(1200, seed=seed, entries=True).spells, RECIPE, seed=1)
        told = model.score(asked, np.zeros(40), (13.0,))
        held.append((told.low[:, 0] <= truth) & (truth <= told.high[:, 0]))
    assert 0.85 <= np.mean(held) <= 0.96
