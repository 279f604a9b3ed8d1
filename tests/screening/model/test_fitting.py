from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from pejl.screening.model.design import Unfit
from pejl.screening.model.fitting import fit
from pejl.screening.model.hazard_model import HazardModel
from pejl.screening.model.recipe import Recipe
from pejl.screening.spells import NOT_ENDED, Ends, Spells, chosen
from screening.model.planted import ALDER, BASE, CUTS, EXITS, RECIPE, SVAER, Drawn, drawn, words

ONE = Recipe(bands=CUTS, exits=("ud",), numbers=("alder",), words=("grad",))


def test_effects_that_were_planted_are_found_again_for_each_way_out(model: HazardModel) -> None:
    told = {(row["exit"], row["at"]): row["value"] for row in model.terms() if row["feature"] == "grad"}
    for place, exit_ in enumerate(EXITS):
        assert told[exit_, "svaer"] - told[exit_, "let"] == pytest.approx(SVAER[place], abs=0.2)


def test_the_true_chances_are_found_again_for_those_who_are_met_late_too(plain: Drawn, model: HazardModel) -> None:
    some = np.arange(200)
    columns = chosen(plain.spells.columns, some)
    for entry in (0.0, 3.0, 9.0):
        still, _ = model.chances(columns, np.full(200, entry), np.array([13.0, 26.0]))
        for place, time in enumerate((13.0, 26.0)):
            assert np.abs(still[:, place] - plain.still(entry, time)[some]).mean() < 0.02


def test_a_curve_follows_what_was_planted(model: HazardModel) -> None:
    curve = [row for row in model.terms() if row["term"] == "curve" and row["exit"] == "tilbage"]
    low, high = curve[0], curve[-1]
    steps = (float(high["at"]) - float(low["at"])) / 10.0
    assert high["value"] - low["value"] == pytest.approx(ALDER[0] * steps, rel=0.3)


def test_the_baseline_is_that_of_the_usual_spell(model: HazardModel) -> None:
    base = np.array([row["value"] for row in model.terms() if row["term"] == "baseline"]).reshape(2, -1)
    assert np.abs(base - (BASE + np.array(SVAER)[:, None] / 2)).max() < 0.25


def test_the_same_spells_and_seed_give_the_same_model_bit_for_bit(plain: Drawn, model: HazardModel) -> None:
    assert fit(plain.spells, RECIPE, seed=1).sha256 == model.sha256


def test_the_order_of_spells_and_columns_is_of_no_consequence(plain: Drawn, model: HazardModel) -> None:
    turned = np.random.default_rng(9).permutation(len(plain.spells))
    other = plain.spells.only(turned)
    other = replace(other, columns=dict(reversed(list(other.columns.items()))))
    again = fit(other, RECIPE, seed=1)
    columns, entry = chosen(plain.spells.columns, np.arange(50)), np.zeros(50)
    times = np.array([13.0])
    assert np.allclose(model.chances(columns, entry, times)[0], again.chances(columns, entry, times)[0], atol=1e-7)


def test_a_spell_that_is_told_of_at_several_landmarks_counts_once(plain: Drawn, model: HazardModel) -> None:
    twice = np.concatenate([np.arange(4000), np.arange(4000)])
    again = fit(plain.spells.only(twice), RECIPE, seed=1)
    assert np.allclose(again.parameters, model.parameters, atol=1e-3)
    assert np.allclose(np.diag(again.covariance), np.diag(model.covariance), rtol=1e-2)


def test_one_way_out_and_nobody_lost_from_sight_is_a_spell_file_like_any_other() -> None:
    known = drawn(600, seed=5, seen_until=(30.0, 31.0)).spells
    ended = np.where(known.ends.exit == NOT_ENDED, 0, 0)
    spells = replace(known, ends=Ends(known.ends.entry, known.ends.time, ended))
    still, left = fit(spells, ONE, seed=1).chances(known.columns, np.zeros(600), np.array([8.0]))
    assert still.mean() == pytest.approx((known.ends.time > 8).mean(), abs=0.02)
    assert np.allclose(still + left[:, :, 0], 1.0)


def test_any_unit_of_time_gives_the_same_chances() -> None:
    known = drawn(600, seed=5).spells
    days = replace(known, ends=Ends(known.ends.entry * 7, known.ends.time * 7, known.ends.exit))
    weeks, other = fit(known, RECIPE, seed=1), fit(days, _in_days(RECIPE), seed=1)
    columns, entry = known.columns, np.zeros(600)
    one, _ = weeks.chances(columns, entry, np.array([13.0]))
    two, _ = other.chances(columns, entry, np.array([91.0]))
    assert np.allclose(one, two, atol=1e-6)


def _in_days(recipe: Recipe) -> Recipe:
    return recipe.model_copy(update={"bands": tuple(7 * cut for cut in recipe.bands)})


def test_a_feature_that_is_always_the_same_or_never_known_says_nothing() -> None:
    known = drawn(400, seed=6).spells
    more = {
        "altid": np.full(400, 3.0),
        "aldrig": np.full(400, np.nan),
        "ens": words(np.full(400, "x")),
        "tom": words(np.full(400, None)),
    }
    recipe = Recipe(bands=CUTS, exits=EXITS, numbers=("alder", "altid", "aldrig"), words=("grad", "ens", "tom"))
    model = fit(replace(known, columns={**known.columns, **more}), recipe, seed=1)
    share = model.contributions({**known.columns, **more}, np.zeros(400), 13.0).share
    assert np.abs(share[:, [1, 2, 4, 5]]).max() < 1e-9


def test_it_tells_how_far_it_has_come() -> None:
    told: list[tuple[int, int]] = []
    fit(drawn(200, seed=1).spells, RECIPE, seed=1, progress=lambda done, steps: told.append((done, steps)))
    assert told[-1][0] == told[-1][1]
    assert all(done <= steps for done, steps in told)


@pytest.mark.parametrize(
    ("ends", "says"),
    [
        (Ends(np.zeros(2), np.array([3.0, 4.0]), np.array([-1, -1])), "None of the spells was seen to end"),
        (Ends(np.zeros(2), np.array([90.0, 91.0]), np.array([0, 0])), "within the bands"),
        (Ends(np.array([3.0, 0.0]), np.array([3.0, 4.0]), np.array([0, 0])), "after its entry"),
        (Ends(np.zeros(2), np.array([3.0, 4.0]), np.array([0, 2])), "exit number 2"),
        (Ends(np.zeros(2), np.array([3.0, np.nan]), np.array([0, 0])), "after its entry"),
    ],
)
def test_spells_that_no_model_can_be_fitted_to_are_refused_with_a_sentence(ends: Ends, says: str) -> None:
    columns = {"alder": np.array([30.0, 40.0]), "grad": words(np.array(["let", "svaer"]))}
    recipe = Recipe(bands=CUTS, exits=EXITS, numbers=("alder",), words=("grad",))
    with pytest.raises(Unfit, match=says):
        fit(Spells(columns, ends, np.arange(2)), recipe, seed=1)


def test_no_spells_at_all_are_refused_with_a_sentence() -> None:
    nothing = drawn(10, seed=1).spells.only(np.array([], dtype=np.int64))
    with pytest.raises(Unfit, match="There are no spells"):
        fit(nothing, RECIPE, seed=1)


def test_a_column_that_is_missing_or_of_the_other_kind_is_named(plain: Drawn, model: HazardModel) -> None:
    columns = dict(chosen(plain.spells.columns, np.arange(2)))
    with pytest.raises(Unfit, match="kommune"):
        model.chances({name: columns[name] for name in ("alder", "grad")}, np.zeros(2), np.array([13.0]))
    with pytest.raises(Unfit, match="alder is named as a number"):
        model.chances({**columns, "alder": columns["grad"]}, np.zeros(2), np.array([13.0]))


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"bands": (1.0, 2.0)}, "the first is 0"),
        ({"bands": (0.0, 2.0, 2.0)}, "must rise"),
        ({"exits": ()}, "at least one exit"),
        ({"numbers": ("grad",)}, "named twice"),
        ({"late": ("højde",)}, "højde"),
        ({"interactions": (("alder", "alder"),)}, "with itself"),
        ({"penalties": ()}, "must be above 0"),
        ({"knots": 1}, "two knots"),
    ],
)
def test_a_recipe_that_does_not_hold_together_says_why(wrong: dict[str, object], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        Recipe.model_validate({**RECIPE.model_dump(), **wrong})


def test_a_recipe_goes_through_json_unchanged() -> None:
    assert Recipe.model_validate_json(RECIPE.model_dump_json()) == RECIPE
