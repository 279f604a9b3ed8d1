"""A model in use is looked at: what is seen, how grave it is, and when it goes out of use."""

from __future__ import annotations

import datetime as dt
import re

import numpy as np
import pytest

from pejl.screening.measures.stability import distribution_of, stability
from pejl.screening.monitoring.agreement import Decided, agreements
from pejl.screening.monitoring.alarms import (
    Finding,
    of_abstention,
    of_agreement,
    of_calibration,
    of_data,
    of_drift,
    of_groups,
    of_log,
    of_released,
    worst,
)
from pejl.screening.monitoring.limits import Level, Limits
from pejl.screening.monitoring.matured import FEWEST, Matured, calibration

LIMITS = Limits()
START = dt.date(2026, 1, 1)


def some(number: int, pace: float, seed: int = 5, **more: object) -> list[Matured]:
    """Assessments whose outcomes come `pace` times as often as was said."""
    draws = np.random.default_rng(seed)
    chances = draws.uniform(0.1, 0.5, number)
    still = draws.uniform(0, 1, number) < np.minimum(chances * pace, 1)
    told = {"withheld": True, "flagged": False, "released": False, **more}
    return [
        Matured(f"G{place}", START + dt.timedelta(days=place), float(chance), bool(is_still), **told)  # type: ignore[arg-type]
        for place, (chance, is_still) in enumerate(zip(chances, still, strict=True))
    ]


def level_of(findings: list[Finding], subject: str) -> Level:
    return next(each.level for each in findings if each.subject == subject)


def test_a_model_that_is_right_gives_no_alarm() -> None:
    assert worst(list(of_calibration(some(400, 1.0), LIMITS))) is Level.GOOD
    found = calibration(some(4000, 1.0))
    assert found and 0.9 < found.ratio < 1.1 and found.slope and 0.8 < found.slope < 1.2


@pytest.mark.parametrize("pace", [1.9, 0.4])
def test_a_model_that_is_far_off_where_nobody_saw_its_advice_goes_out_of_use(pace: float) -> None:
    assert level_of(list(of_calibration(some(400, pace), LIMITS)), "tilbageholdt") is Level.SUSPEND


def test_help_that_works_does_not_look_like_a_fault_of_the_model() -> None:
    helped = some(400, 0.5, withheld=False)
    assert worst(list(of_calibration(helped, LIMITS))) is Level.GOOD


def test_harm_among_those_who_were_helped_is_an_alarm_all_the_same() -> None:
    assert level_of(list(of_calibration(some(400, 1.9, withheld=False), LIMITS)), "alle") is Level.SUSPEND


def test_nothing_is_concluded_from_few() -> None:
    few = some(FEWEST - 1, 3.0, released=True)
    assert worst([*of_calibration(few, LIMITS), of_released(few, LIMITS), *of_groups(few, LIMITS)]) is Level.GOOD


def test_a_change_in_the_middle_of_the_year_is_seen_in_the_running_sum() -> None:
    first, then = some(300, 1.0, seed=3), some(120, 2.4, seed=4)
    moved = [
        Matured(f"H{each.spell}", each.day.replace(year=2027), each.chance, each.still, True, False, False)
        for each in then
    ]
    found = calibration([*first, *moved])
    before = calibration(first)
    assert found and before and before.surprise < LIMITS.surprise_alarm < found.surprise


def test_a_group_that_is_misjudged_is_named() -> None:
    matured = [*some(300, 1.0, sex="mand"), *some(300, 1.9, seed=6, sex="kvinde")]
    found = list(of_groups(matured, LIMITS))
    assert level_of(found, "koen:kvinde") is Level.ALARM and level_of(found, "koen:mand") is Level.GOOD


def test_releasing_ends_when_those_released_stay_ill() -> None:
    assert of_released(some(300, 1.0, released=True), LIMITS).level is Level.SUSPEND
    assert of_released(some(300, 0.05, released=True), LIMITS).level is Level.GOOD


def test_other_people_than_before_are_an_alarm() -> None:
    draws = np.random.default_rng(1)
    before = distribution_of(draws.normal(45, 9, 3000))
    found = {"alder": stability(before, draws.normal(57, 9, 300)), "timer": stability(before, draws.normal(45, 9, 300))}
    told = list(of_drift({name: each for name, each in found.items() if each}, {"alder": "Alder"}, LIMITS))
    assert (level_of(told, "alder"), level_of(told, "timer")) == (Level.ALARM, Level.GOOD)
    assert told[0].sentence.startswith("Alder ligger anderledes")


def test_who_came_is_not_told_of_when_few_have_come() -> None:
    before = distribution_of(np.random.default_rng(1).normal(45, 9, 3000))
    found = stability(before, np.array([80.0] * (FEWEST - 1)))
    (told,) = of_drift({"alder": found} if found else {}, {}, LIMITS)
    assert told.level is Level.GOOD and "under 30" in told.sentence


def decided(shown: int, agree: int, hidden: int, blind: int, seconds: float = 60) -> list[Decided]:
    seen = [Decided("slip", "Syd", False, place < agree, seconds) for place in range(shown)]
    return [*seen, *(Decided("slip", "Syd", True, place < blind) for place in range(hidden))]


def test_people_who_agree_only_with_what_they_see_lean_on_it() -> None:
    found = list(of_agreement(agreements(decided(100, 90, 60, 30)), {"slip": "Slip"}, LIMITS))
    assert {each.level for each in found} == {Level.ALARM}
    assert "40 procentpoint større, når rådet vises" in found[0].sentence


def test_people_who_judge_alike_with_and_without_seeing_it_do_not() -> None:
    assert worst(list(of_agreement(agreements(decided(100, 70, 60, 42)), {}, LIMITS))) is Level.GOOD


@pytest.mark.parametrize(("agree", "seconds"), [(5, 60), (200, 60), (140, 3)])
def test_advice_that_nobody_follows_or_everybody_at_once_is_looked_at(agree: int, seconds: float) -> None:
    assert worst(list(of_agreement(agreements(decided(200, agree, 0, 0, seconds)), {}, LIMITS))) is Level.LOOK


def test_old_data_a_broken_log_and_no_scores_are_seen() -> None:
    assert of_data(46, LIMITS).level is Level.SUSPEND and of_data(45, LIMITS).level is Level.GOOD
    assert of_log("Post 7 er ændret.").level is Level.SUSPEND and of_log("").level is Level.GOOD
    assert of_abstention(200, 90, LIMITS).level is Level.ALARM and of_abstention(200, 20, LIMITS).level is Level.GOOD


def test_no_two_looks_and_no_group_beside_everyone_tell_of_one_more() -> None:
    """Whoever knows that one more has matured, or the groups beside the whole, cannot tell how the one ended."""
    before, after = some(71, 0.5), some(72, 0.5)
    for matured in (before, after):
        told = " ".join(each.sentence for each in (*of_calibration(matured, LIMITS), *of_groups(matured, LIMITS)))
        numbers = re.findall(r"(\d+)(?: lange)? forløb", told)
        assert numbers and all(int(each) % 10 == 0 for each in numbers), told
    same = "Af omkring 80 forløb fik 50 pct. (40 pct. til 60 pct.) ingen chance regnet ud."
    assert {of_abstention(of, part, LIMITS).sentence for of in range(75, 85) for part in (of // 2, of // 2 + 1)} == {
        same
    }


def test_no_few_are_told_of() -> None:
    few = some(60, 0.0, released=True)
    shown = [Matured(each.spell, each.day, each.chance, place < 3, True, False, True) for place, each in enumerate(few)]
    sentences = [of_released(shown, LIMITS).sentence, *(each.sentence for each in of_calibration(shown, LIMITS))]
    assert all("færre end fem" in each and "gange så mange" not in each for each in sentences)
    assert "færre end fem" in of_abstention(60, 2, LIMITS).sentence
    assert "alle på nær færre end fem" in next(of_agreement(agreements(decided(60, 58, 0, 0)), {}, LIMITS)).sentence


def test_limits_are_made_narrower_and_never_wider() -> None:
    assert LIMITS.tightened(ratio_suspend=0.2, agree_least=0.5).ratio_suspend == 0.2
    for wider in ({"ratio_suspend": 0.5}, {"agree_least": 0.1}, {"ukendt": 1.0}):
        with pytest.raises(ValueError, match="limit"):
            LIMITS.tightened(**wider)
