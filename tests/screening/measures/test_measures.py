"""How good chances turned out to be: by hand on six spells, at the edges, and beside the measures of others."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejl.screening.measures.brier import integrated_brier
from pejl.screening.measures.concordance import concordance, harrell
from pejl.screening.measures.curves import still_seen, still_there
from pejl.screening.measures.decision import net_benefit
from pejl.screening.measures.measured import at_horizons
from pejl.screening.measures.seen import seen_at
from pejl.screening.spells import NOT_ENDED, Ends, Floats

# Six spells: ends at 2, 4, 6 and 9; one lost sight of at 3, one still seen at 10.
SIX = Ends(np.zeros(6), np.array([2.0, 3, 4, 6, 9, 10]), np.array([0, NOT_ENDED, 0, 0, 0, NOT_ENDED]))


def many(rows: int, seed: int = 1, *, whole: bool = False) -> tuple[Ends, Floats]:
    """Spells with constant hazards, and the summed hazard of each by a week."""
    rng = np.random.default_rng(seed)
    hazard = 0.1 * np.exp(rng.normal(size=rows))
    time, lost = rng.exponential(1 / hazard) + 1e-6, rng.exponential(15, rows) + 1e-6
    if whole:
        time, lost = np.ceil(time), np.ceil(lost)
    ended = time <= lost
    return Ends(np.zeros(rows), np.minimum(time, lost), np.where(ended, 0, NOT_ENDED)), hazard


def test_who_is_still_there_is_counted_by_hand() -> None:
    there = still_there(SIX)
    assert there.at(np.array([1.0, 2, 3, 4, 8])) == pytest.approx([1, 5 / 6, 5 / 6, 5 / 6 * 3 / 4, 5 / 6 * 1 / 2])
    seen = still_seen(SIX)
    assert seen.at(np.array([2.0, 3, 9, 10])) == pytest.approx([1, 4 / 5, 4 / 5, 0])
    assert seen.before(np.array([3.0, 4])) == pytest.approx([1, 4 / 5])


def test_those_who_were_lost_sight_of_are_stood_for_by_the_others() -> None:
    seen = seen_at(SIX, 5, still_seen(SIX))
    assert seen.weight == pytest.approx([1, 0, 5 / 4, 5 / 4, 5 / 4, 5 / 4])
    assert seen.weight.sum() == pytest.approx(6)
    assert seen.weight @ seen.still / 6 == pytest.approx(still_there(SIX).at(np.array([5.0]))[0])


def test_a_spell_lost_sight_of_at_the_horizon_itself_was_still_there() -> None:
    seen = seen_at(SIX, 10, still_seen(SIX))
    assert seen.still.tolist() == [0, 0, 0, 0, 0, 1]
    assert seen.weight.sum() == pytest.approx(6)


def test_concordance_is_counted_by_hand() -> None:
    risk = np.array([6.0, 5, 3, 4, 2, 1])
    # Of 11 pairs whose order was seen (5 of the first end, 3, 2 and 1 of the others), one stands the wrong way.
    assert harrell(risk, SIX).value == pytest.approx(1 - 1 / 11)
    # The first end weighs 1, the others (5/4)²; those within 5 weeks are the first two.
    weight = (5 / 4) ** 2
    assert concordance(risk, SIX, 5).value == pytest.approx((5 + 2 * weight) / (5 + 3 * weight))


@given(st.lists(st.tuples(st.integers(1, 6), st.booleans(), st.integers(0, 4)), min_size=2, max_size=40))
def test_pairs_are_counted_as_one_by_one(spells: list[tuple[int, bool, int]]) -> None:
    time, ended, risk = (np.array(each, dtype=float) for each in zip(*spells, strict=True))
    right = total = 0.0
    for i, j in np.ndindex(len(spells), len(spells)):
        if ended[i] and (time[i] < time[j] or (time[i] == time[j] and not ended[j])):
            total += 1
            right += 1.0 if risk[i] > risk[j] else 0.5 if risk[i] == risk[j] else 0.0
    found = harrell(risk, Ends(np.zeros(len(time)), time, np.where(ended > 0, 0, NOT_ENDED))).value
    assert found == pytest.approx(right / total) if total else found is None


def test_perfect_reversed_and_constant_chances() -> None:
    ends, _ = many(400)
    perfect = (ends.time[:, None] > 8).astype(float)
    for chance, auc, low, recall in (
        (perfect, 1.0, 0.0, None),
        (1 - perfect, 0.0, None, 0.0),
        (np.full((400, 1), 0.4), 0.5, None, 0.2),
    ):
        here = at_horizons(chance[ends.ended], ends.only(ends.ended), [8], seed=1, resamples=0)[0]
        assert here.auc.value == pytest.approx(auc)
        assert low is None or here.low30.value == pytest.approx(low)
        assert recall is None or here.recall20.value == pytest.approx(recall, abs=0.01)


def test_a_constant_chance_has_no_slope_and_the_share_itself_among_the_lowest() -> None:
    ends, _ = many(500)
    share = float(still_there(ends).at(np.array([8.0]))[0])
    here = at_horizons(np.full((500, 1), share), ends, [8], seed=1, resamples=0)[0]
    assert here.slope.value is None
    assert here.calibration_error.value == pytest.approx(0, abs=1e-9)
    assert here.ratio.value == pytest.approx(1)
    assert here.low30.value == pytest.approx(share) == here.precision20.value


def test_true_chances_are_calibrated_whoever_is_lost_sight_of() -> None:
    ends, hazard = many(4000)
    true = np.exp(-hazard[:, None] * np.array([4.0, 8, 13]))
    for here in at_horizons(true, ends, [4, 8, 13], seed=1, resamples=100):
        for measure, expected in ((here.slope, 1.0), (here.ratio, 1.0)):
            assert measure.low is not None and measure.high is not None
            assert measure.low - 0.03 < expected < measure.high + 0.03
        assert here.calibration_error.value is not None and here.calibration_error.value < 0.03
        assert here.auc.low is not None and here.auc.value is not None and here.auc.low < here.auc.value


def test_time_counts_from_entry() -> None:
    """Spells of constant hazard that came into view late are measured as if they had begun then."""
    ends, hazard = many(3000)
    entry = np.random.default_rng(2).integers(0, 5, 3000).astype(float)
    later = Ends(entry, ends.time + entry, ends.exit)
    assert concordance(hazard, later, 20).value == pytest.approx(concordance(hazard, ends, 20).value)
    chance = np.exp(-hazard * (8 - entry))[:, None]
    here = at_horizons(chance, later, [8], seed=1, resamples=0)[0]
    assert here.ratio.value == pytest.approx(1, abs=0.06)
    assert here.slope.value == pytest.approx(1, abs=0.15)
    late = Ends(np.full(3000, 9.0), ends.time + 9, ends.exit)
    assert at_horizons(chance, late, [8], seed=1, resamples=0)[0].auc.value is None


def test_rows_of_one_spell_count_as_one_for_the_interval() -> None:
    ends, hazard = many(500)
    chance = np.exp(-8 * hazard)[:, None]
    twice = np.concatenate([np.arange(500)] * 4)
    alone = at_horizons(chance, ends, [8], seed=1)[0].auc
    repeated = at_horizons(chance[twice], ends.only(twice), [8], same=twice, seed=1)[0].auc
    assert repeated.value == pytest.approx(alone.value)
    assert alone.low is not None and repeated.low is not None
    assert repeated.low == pytest.approx(alone.low, abs=0.01)
    one = concordance(hazard, ends, 20)
    four = concordance(hazard[twice], ends.only(twice), 20, same=twice)
    assert one.low is not None and four.low == pytest.approx(one.low, abs=0.002)


def test_nothing_is_told_of_few() -> None:
    here = at_horizons(np.full((6, 1), 0.5), SIX, [9.5], seed=1)[0]
    assert here.auc.value is None
    assert here.auc.of == 5
    assert here.net_benefit == {}


def test_net_benefit_by_hand_and_of_everybody() -> None:
    ends = Ends(np.zeros(4), np.array([1.0, 2, 9, 9]), np.zeros(4, dtype=np.int64))
    chance = np.array([0.1, 0.6, 0.4, 0.9])
    # At one half two are helped: one who needs it, one who does not, who counts one.
    assert net_benefit(chance, ends, 5, (0.5, 0.05)) == (
        (0.5, pytest.approx((1 - 1) / 4)),
        (0.05, pytest.approx((2 - 2 * 0.05 / 0.95) / 4)),
    )


def test_asking_first_is_made_a_chance_and_stands_beside_the_model() -> None:
    ends, hazard = many(2000)
    said = -np.round(np.log(hazard))
    said[:300] = np.nan
    chance = np.exp(-8 * hazard)[:, None]
    here = at_horizons(chance, ends, [8], ask_first=said, seed=1, resamples=0)[0]
    assert set(here.net_benefit) == {"model", "all", "none", "ask_first"}
    at_half = {name: dict(curve)[0.5] for name, curve in here.net_benefit.items()}
    assert at_half["model"] > at_half["ask_first"] > max(0, at_half["all"])


def test_the_integrated_score_of_the_null_model_is_larger_than_that_of_the_truth() -> None:
    ends, hazard = many(2000)
    times = np.arange(1.0, 20)
    null = np.tile(still_there(ends).at(times), (2000, 1))
    assert integrated_brier(np.exp(-hazard[:, None] * times), times, ends) < integrated_brier(null, times, ends) - 0.02


def test_the_measures_are_those_of_scikit_survival() -> None:
    metrics = pytest.importorskip("sksurv.metrics", reason="scikit-survival is in the extra `evaluate`.")
    util = pytest.importorskip("sksurv.util", reason="scikit-survival is in the extra `evaluate`.")
    ends, hazard = many(800)
    outcome = util.Surv.from_arrays(ends.ended, ends.time)
    risk = np.round(np.log(hazard) + np.random.default_rng(1).normal(size=800), 1)
    assert concordance(risk, ends, 12).value == pytest.approx(
        metrics.concordance_index_ipcw(outcome, outcome, risk, 12)[0]
    )
    assert harrell(risk, ends).value == pytest.approx(
        metrics.concordance_index_censored(ends.ended, ends.time, risk)[0]
    )
    times = np.arange(1.0, 14)
    still = np.exp(-hazard[:, None] * times)
    theirs = metrics.cumulative_dynamic_auc(outcome, outcome, -still, times)[0]
    here = at_horizons(still, ends, times.tolist(), seed=1, resamples=0)
    assert [each.auc.value for each in here] == pytest.approx(theirs)
    assert [each.brier.value for each in here] == pytest.approx(metrics.brier_score(outcome, outcome, still, times)[1])
    whole = metrics.integrated_brier_score(outcome, outcome, still, times)
    assert integrated_brier(still, times, ends) == pytest.approx(whole)
