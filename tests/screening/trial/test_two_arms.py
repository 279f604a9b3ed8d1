"""The arithmetic of two arms equals the libraries', the textbooks' and two published trials'."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lifelines import AalenJohansenFitter, CoxPHFitter, KaplanMeierFitter
from lifelines.datasets import load_rossi
from lifelines.statistics import logrank_test
from lifelines.utils import restricted_mean_survival_time
from scipy.stats import multivariate_normal

from pejl.screening.trial.power import ends_needed, size
from pejl.screening.trial.statistics.adjusted import adjusted
from pejl.screening.trial.statistics.bound import Bound
from pejl.screening.trial.statistics.bounds import bounds, crossing, inflation, next_bound
from pejl.screening.trial.statistics.curves import Share, curve
from pejl.screening.trial.statistics.differences import between, of_shares
from pejl.screening.trial.statistics.hazard_ratio import hazard_ratio
from pejl.screening.trial.statistics.heterogeneity import heterogeneity
from pejl.screening.trial.statistics.risk_table import log_rank, risk_table

ROSSI = load_rossi()
WEEK, ARRESTED = ROSSI.week.to_numpy(float), ROSSI.arrest.to_numpy() == 1
AID = ROSSI.fin.to_numpy(np.int64)
NOBODY = np.zeros(len(WEEK), np.int64)


def test_financial_aid_to_released_prisoners_as_its_authors_analysed_it() -> None:
    """Rossi, Berk and Lenihan, Money, Work and Crime (1980): 432 men, half of them drawn to financial aid, weeks to the
    first arrest within a year. With the covariates of Allison's textbook the coefficient of aid is -0.379 (0.191)."""
    names = ("age", "race", "wexp", "mar", "paro", "prio")
    found = adjusted(WEEK, ARRESTED, AID, {name: ROSSI[name].to_numpy(float) for name in names})
    assert found is not None
    assert (round(found.log, 3), round(found.error, 3), round(found.ratio, 3)) == (-0.379, 0.191, 0.684)
    assert round(found.p, 3) == 0.047


def test_the_same_prisoners_as_drawn_without_covariates() -> None:
    table = risk_table(WEEK, ARRESTED, AID, NOBODY)
    found, test = hazard_ratio(table), log_rank(table)
    assert found is not None and test is not None and table.ends == 114
    assert (round(found.log, 3), round(found.error, 3)) == (-0.369, 0.190)
    theirs = logrank_test(WEEK[AID == 1], WEEK[AID == 0], ARRESTED[AID == 1], ARRESTED[AID == 0])
    assert test.z**2 == pytest.approx(theirs.test_statistic) and test.p == pytest.approx(theirs.p_value)
    assert test.z < 0 and round(test.p, 3) == 0.050


@pytest.mark.parametrize("strata", [(), ("race",), ("race", "paro", "mar")])
def test_the_stratified_ratio_is_that_of_lifelines(strata: tuple[str, ...]) -> None:
    number = sum((2**place * ROSSI[name] for place, name in enumerate(strata)), start=0 * ROSSI.fin)
    found = hazard_ratio(risk_table(WEEK, ARRESTED, AID, number.to_numpy(np.int64)))
    frame = ROSSI[["week", "arrest", "fin"]].assign(number=number)
    theirs = CoxPHFitter().fit(frame, "week", "arrest", strata=["number"])
    assert found is not None
    assert found.log == pytest.approx(theirs.params_["fin"], abs=1e-5)
    assert found.error == pytest.approx(theirs.standard_errors_["fin"], abs=1e-5)
    low, high = found.interval()
    assert (math.log(low), math.log(high)) == pytest.approx(theirs.confidence_intervals_.to_numpy()[0], abs=1e-4)


def slow_log_rank(time: list[int], ended: list[bool], arm: list[int], stratum: list[int]) -> tuple[float, float]:
    """The test by its definition, person by person."""
    less, variance = 0.0, 0.0
    for own in set(stratum):
        rows = [(t, e, a) for t, e, a, s in zip(time, ended, arm, stratum, strict=True) if s == own]
        for at in {t for t, e, _ in rows if e}:
            risk = [a for t, _, a in rows if t >= at]
            ends = [a for t, e, a in rows if t == at and e]
            n, n1, d = len(risk), sum(risk), len(ends)
            less += sum(ends) - d * n1 / n
            variance += d * (n1 / n) * (1 - n1 / n) * ((n - d) / (n - 1) if n > 1 else 0)
    return less, variance


ROWS = st.lists(
    st.tuples(st.integers(1, 6), st.booleans(), st.integers(0, 1), st.integers(0, 2)), min_size=1, max_size=40
)


@given(rows=ROWS)
def test_the_log_rank_test_is_its_definition_with_ties_and_strata(rows: list[tuple[int, bool, int, int]]) -> None:
    time, ended, arm, stratum = (list(each) for each in zip(*rows, strict=True))
    less, variance = slow_log_rank(time, ended, arm, stratum)
    found = log_rank(risk_table(np.array(time, float), np.array(ended), np.array(arm), np.array(stratum)))
    if variance <= 1e-12:
        assert found is None or abs(found.z) < 1e-3
    else:
        assert found is not None and found.z == pytest.approx(less / math.sqrt(variance), abs=1e-9)


@given(rows=ROWS)
@settings(max_examples=50)
def test_exchanging_the_arms_turns_the_ratio_round(rows: list[tuple[int, bool, int, int]]) -> None:
    time, ended, arm, stratum = (np.array(each) for each in zip(*rows, strict=True))
    one = hazard_ratio(risk_table(time.astype(float), ended, arm, stratum))
    other = hazard_ratio(risk_table(time.astype(float), ended, 1 - arm, stratum))
    assert (one is None) == (other is None)
    if one and other:
        assert one.log == pytest.approx(-other.log, abs=1e-6) and one.error == pytest.approx(other.error)


def test_curves_and_their_variances_are_those_of_lifelines() -> None:
    treated = AID == 1
    ours = curve(WEEK[treated], np.where(ARRESTED[treated], 0, -1), 1)
    theirs = KaplanMeierFitter().fit(WEEK[treated], ARRESTED[treated])
    assert ours.still_at(40).value == pytest.approx(theirs.predict(40))
    found = ours.weeks_within(45)
    assert found.value == pytest.approx(restricted_mean_survival_time(theirs, t=45))
    within = np.minimum(WEEK[treated], 45)  # all were seen to week 45: the mean is a plain one
    assert found.variance == pytest.approx(within.var() / treated.sum())
    assert ours.still_at(0.5) == Share(1.0, 0.0)


def test_exits_that_are_in_each_others_way_are_those_of_lifelines() -> None:
    random = np.random.default_rng(1)
    time, way, lost = random.exponential(20, 300), random.integers(0, 3, 300), random.exponential(60, 300)
    seen, exits = np.minimum(time, lost), np.where(time <= lost, way, -1)
    theirs = AalenJohansenFitter(calculate_variance=True).fit(seen, exits + 1, event_of_interest=2)
    found = curve(seen, exits, 3).left_by(1, 26)
    assert found.value == pytest.approx(theirs.predict(26))
    assert found.variance == pytest.approx(float(np.ravel(theirs.variance_.loc[:26].iloc[-1])[0]))
    assert curve(time, way, 3).left_by(1, 26).weighs == pytest.approx(300)  # all seen to the end: a plain share


def test_a_difference_of_shares_is_newcombes_where_all_were_seen_to_the_end() -> None:
    tried, control = Share(56 / 70, 0.8 * 0.2 / 70), Share(48 / 80, 0.6 * 0.4 / 80)
    found = of_shares(tried, control, (70, 80))
    assert found is not None
    assert [round(each, 4) for each in (found.value, found.low, found.high)] == [0.2, 0.0524, 0.3339]
    nobody = of_shares(Share(0.0, 0.0), Share(0.0, 0.0), (30, 20))
    assert nobody is not None and nobody.low < 0 < nobody.high


def test_a_difference_of_weeks_is_between_two_curves() -> None:
    means = [curve(WEEK[arm == AID], np.where(ARRESTED[arm == AID], 0, -1), 1).weeks_within(52) for arm in (1, 0)]
    found = between(*means)
    assert found.low < found.value < found.high and found.value == pytest.approx(means[0].value - means[1].value)


def test_parts_that_agree_have_no_spread_and_parts_that_do_not_have() -> None:
    table = risk_table(WEEK, ARRESTED, AID, NOBODY)
    ratio = hazard_ratio(table)
    assert ratio is not None and heterogeneity([ratio]) is None
    alike = heterogeneity([ratio, ratio, ratio])
    assert alike is not None and alike.q == pytest.approx(0) and alike.i_squared == 0
    turned = hazard_ratio(risk_table(WEEK, ARRESTED, 1 - AID, NOBODY))
    assert turned is not None
    apart = heterogeneity([ratio, turned])
    assert apart is not None and apart.p == pytest.approx(0.00597, abs=2e-4) and apart.i_squared > 0.8


@pytest.mark.parametrize(
    ("looks", "published"),
    [
        # Lan and DeMets's spending as O'Brien and Fleming, 0.025 to one side, as the R package gsDesign tells them
        (2, (2.9626, 1.9686)),
        (3, (3.7103, 2.5114, 1.9930)),
        (4, (4.3326, 2.9631, 2.3590, 2.0141)),
        (5, (4.8769, 3.3569, 2.6803, 2.2898, 2.0310)),
    ],
)
def test_the_bounds_for_early_looks_are_the_published_ones(looks: int, published: tuple[float, ...]) -> None:
    shares = tuple((place + 1) / looks for place in range(looks))
    found = bounds(shares, 0.025)
    assert found == pytest.approx(published, abs=2e-4)
    assert crossing(shares, found) == pytest.approx(0.025, abs=1e-8)
    assert 1 < inflation(shares, 0.025, 0.8) < 1.03


@pytest.mark.parametrize("shares", [(0.5, 0.5016), (0.5, 1.0), (0.2, 0.9)])
@pytest.mark.parametrize("drift", [0.0, 2.8])
def test_the_chance_of_crossing_two_bounds_is_that_of_two_normal_variables(
    shares: tuple[float, float], drift: float
) -> None:
    at, root = (2.2, 2.1), math.sqrt(shares[0] / shares[1])
    both = multivariate_normal([drift * math.sqrt(each) for each in shares], [[1, root], [root, 1]])
    assert crossing(shares, at, drift) == pytest.approx(1 - both.cdf(at), abs=1e-5)


def test_three_standard_errors_leave_almost_all_to_the_end() -> None:
    at = bounds([0.5, 1.0], 0.025, Bound.HAYBITTLE_PETO)
    assert at[0] == 3 and 1.96 < at[1] < 1.97
    assert crossing([0.5, 1.0], at) == pytest.approx(0.025, abs=1e-8)


@given(first=st.floats(0.1, 0.6), more=st.floats(0.1, 0.6), last=st.floats(0.1, 0.5))
@settings(max_examples=8, deadline=None)
def test_looks_that_come_at_other_times_than_planned_keep_the_error(first: float, more: float, last: float) -> None:
    shares = [first, first + more, first + more + last]
    found: list[float] = []
    for place, share in enumerate(shares):
        found.append(next_bound(shares[:place], found, share, 0.025, last=place == 2))
    assert crossing(shares, found) == pytest.approx(0.025, abs=1e-6)


@pytest.mark.parametrize(
    ("ratio", "power", "ends"), [(1.15, 0.8, 1607), (1.25, 0.8, 631), (0.90, 0.9, 3786), (0.85, 0.9, 1591)]
)
def test_the_ends_that_are_needed_are_schoenfelds(ratio: float, power: float, ends: int) -> None:
    needed = ends_needed(ratio, power=power)
    assert round(needed) == ends


def test_persons_and_months_follow_from_the_inflow() -> None:
    found = size(631, seen_to_end=0.8, persons_a_year=1200, takes_part=0.5)
    assert found.persons == 789 and found.months == pytest.approx(12 * 789 / 600)
    assert size(631).persons is None and size(631, seen_to_end=0.5).months is None
    with pytest.raises(ValueError, match="intet forsøg"):
        ends_needed(1.0)
