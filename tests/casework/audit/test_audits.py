"""An audit finds in the sample what is there, says how sure that is, and has the truth beside it."""

from __future__ import annotations

import datetime as dt

import pytest

from casework.timeliness.deadline_rows import row, rows, table
from pejl.casework.audit.audited import Audit, CheckResult, Verdict, audit
from pejl.casework.deadlines.state import State
from pejl.casework.timeliness.counting import Time

DAY = dt.date(2024, 12, 31)
DUE = dt.date(2024, 8, 14)
YEAR_2024 = Time(dt.date(2024, 1, 1), DAY)
FIRST_DAY = dt.date(2024, 2, 14)
INSURED = {"target_group": "dagpengemodtager", "starts": FIRST_DAY, "case_start": FIRST_DAY, "due": DUE}
ACTIVE = INSURED | {"target_group": "aktivitetsparat"}


def offers(in_time: int, late: int) -> list[dict[str, object]]:
    """Insured unemployed with an offer in May, and others with one in September."""
    kept = rows("foerste_tilbud", State.MET, in_time, met_on=dt.date(2024, 5, 6), **INSURED)
    return kept + rows("foerste_tilbud", State.MET_LATE, late, in_time, met_on=dt.date(2024, 9, 2), **INSURED)


def result(of: Audit, name: str) -> CheckResult:
    return next(each for each in of.results if each.check.name == name)


def audited(listed: list[dict[str, object]], sample: int = 1000, seed: int = 1) -> Audit:
    return audit(table(listed), DAY, sample=sample, seed=seed, time=YEAR_2024)


def test_a_sample_of_all_cases_is_the_truth() -> None:
    found = result(audited(offers(70, 30)), "tilbud_26_uger")
    assert (found.in_sample, found.passed_in_sample, found.true_share) == (100, 70, 0.7)
    assert found.interval is not None
    assert found.interval.least == found.interval.most == 0.7
    assert found.verdict is Verdict.SHORT


@pytest.mark.parametrize(("in_time", "verdict"), [(80, Verdict.REACHED), (79, Verdict.SHORT)])
def test_the_mark_of_80_percent_is_enough(in_time: int, verdict: Verdict) -> None:
    assert result(audited(offers(in_time, 100 - in_time)), "tilbud_26_uger").verdict is verdict


def test_a_small_sample_may_not_be_able_to_tell() -> None:
    found = result(audited(offers(790, 210), sample=20), "tilbud_26_uger")
    assert found.in_sample == 20
    assert found.verdict is Verdict.UNSURE


def test_the_intervals_hold_the_truth_for_nearly_all_samples() -> None:
    listed = table(offers(210, 90))
    found = [
        result(audit(listed, DAY, sample=60, seed=seed, time=YEAR_2024), "tilbud_26_uger").interval
        for seed in range(100)
    ]
    assert sum(each is not None and each.least <= 0.7 <= each.most for each in found) >= 90


def test_26_weeks_are_182_days_and_the_law_has_six_months() -> None:
    within = row("p1", "foerste_tilbud", State.MET, **INSURED, met_on=dt.date(2024, 8, 14))
    found = audited([within])
    assert result(found, "tilbud_26_uger").passed_in_all == 1, "26 weeks end on 14 August 2024"
    late_start = dt.date(2024, 3, 15)
    by_law = row(
        "p2",
        "foerste_tilbud",
        State.MET,
        dt.date(2024, 9, 15),
        target_group="dagpengemodtager",
        starts=late_start,
        case_start=late_start,
        met_on=dt.date(2024, 9, 14),
    )
    found = audited([by_law])
    assert result(found, "tilbud_26_uger").passed_in_all == 0, "26 weeks end on 13 September 2024"
    assert result(found, "tilbud_rettidigt").passed_in_all == 1


def test_a_case_passes_where_all_its_deadlines_were_kept() -> None:
    first = row("p1", "foerste_samtale", State.MET, **ACTIVE)
    four = row("p1", "samtaler_halvaar", State.LOST, **ACTIVE)
    found = audited([first, four])
    talks = result(found, "samtaler_aktivitetsparate")
    assert (talks.in_all, talks.passed_in_all, found.of_cases) == (1, 0, 1)
    (case,) = found.sample
    assert [(each.duty, each.kept) for each in case.faults] == [("samtaler_halvaar", False)]


def test_who_was_exempt_or_left_is_not_examined() -> None:
    listed = [row(f"p{place}", "foerste_tilbud", state, **ACTIVE) for place, state in enumerate(State)]
    found = audited(listed)
    states = {case.findings[0].state for case in found.sample}
    assert states == {State.MET, State.MET_LATE, State.LOST, State.OVERDUE}


def test_after_26_weeks_the_law_may_still_leave_a_day_or_two() -> None:
    late_start = dt.date(2024, 6, 30)
    others = {"target_group": "dagpengemodtager", "starts": late_start, "case_start": late_start}
    waiting = row("p1", "foerste_tilbud", State.AHEAD, dt.date(2024, 12, 31), **others)
    found = audited([waiting])
    assert result(found, "tilbud_26_uger").in_all == 1
    assert result(found, "tilbud_rettidigt").in_all == 0


def test_a_check_without_a_settled_rule_is_named() -> None:
    found = audited(offers(10, 5))
    assert {"cv_fleksjob", "plan_fleksjob", "samtaler_fleksjob"} <= {each.name for each in found.unchecked}


def test_few_errors_are_not_told_to_whoever_looks_no_person_up() -> None:
    sampled, whole = result(audited(offers(97, 3)), "tilbud_26_uger").told()
    for each in (sampled, whole):
        assert (each.broken.least, each.broken.most) == (1, 4)
        assert each.share is None
