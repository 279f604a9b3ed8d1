"""What counts as having done what is owed: who held the talk, what kind it was, what kind of offer, how many hours."""

from __future__ import annotations

import datetime as dt

import pytest

from pejl.law.duty import Duty, Kind, Span
from pejl.law.indsats.givens import OFFERS
from pejl.law.law import law

DUTIES = law().statute("indsats").duties
FUND = {"akasse", "faelles"}
MUNICIPALITY = {"kommune", "faelles", "anden_aktoer"}
COUNTED_ONE_BY_ONE = {
    "foerste_samtale_akasse",
    "foerste_samtale",
    "foerste_samtale_dagpenge",
    "foerste_samtale_jobparat",
    "faelles_samtale_16_maaneder",
    "foerste_opfoelgning_fleksjob",
    "opfoelgning_fleksjob",
}


def named(*names: str) -> list[Duty]:
    found = [duty for duty in DUTIES if duty.name in names]
    assert {duty.name for duty in found} == set(names)
    return found


def talks() -> list[Duty]:
    return [duty for duty in DUTIES if duty.kind is Kind.TALK]


def test_the_funds_talks_are_held_by_the_fund_or_together() -> None:
    for duty in named("samtaler_akasse", "foerste_samtale_akasse"):
        assert (set(duty.counts.authorities), duty.holder) == (FUND, "akasse")


def test_the_municipalitys_talks_are_held_by_it_by_others_for_it_or_together() -> None:
    for duty in named("samtaler_kommune", "samtaler_27_stk_3", "samtaler_halvaar", "foerste_samtale"):
        assert (set(duty.counts.authorities), duty.holder) == (MUNICIPALITY, "kommune")


def test_whoever_held_the_first_talk_on_dagpenge_it_was_held() -> None:
    for duty in named("foerste_samtale_dagpenge", "samtaler_dagpenge_2023", "faelles_samtale_16_maaneder"):
        assert duty.counts.authorities == ()


def test_information_referrals_and_talks_on_availability_are_no_talks_of_the_clock() -> None:
    for duty in talks():
        assert "jobsamtale" in duty.counts.kinds or duty.name == "faelles_samtale_16_maaneder"
        assert not {"informationsmoede", "information_uden_pligt", "henvisning", "raadighedssamtale", "anden"} & set(
            duty.counts.kinds
        )


def test_a_count_of_talks_cannot_be_mended_later_and_a_single_talk_can() -> None:
    for duty in talks():
        assert duty.late_counts is (duty.name in COUNTED_ONE_BY_ONE), duty.name
        assert (duty.required == 1) is (duty.name in COUNTED_ONE_BY_ONE), duty.name


def test_a_late_offer_still_mends_and_hours_of_a_past_month_do_not() -> None:
    for duty in DUTIES:
        if duty.kind in (Kind.OFFER, Kind.CV, Kind.PLAN, Kind.CLARIFICATION):
            assert duty.late_counts
        if duty.kind is Kind.HOURS:
            assert not duty.late_counts


def test_social_effort_and_treatment_count_in_the_hours_and_mentors_do_not() -> None:
    for duty in named("timer_arbejdspligt"):
        assert set(duty.counts.kinds) == set(OFFERS) - {"mentor", "realkompetencevurdering"}
        assert (duty.counts.weekly_hours, duty.required) == (37.0, 37)


@pytest.mark.parametrize(
    ("name", "kind"),
    [("cv_opdateret", "cv"), ("cv_fleksjob", "cv"), ("min_plan_brugt", "min_plan"), ("min_plan_fleksjob", "min_plan")],
)
def test_a_cv_is_kept_as_a_cv_and_a_plan_as_min_plan(name: str, kind: str) -> None:
    (duty,) = named(name)
    assert duty.counts.kinds == (kind,)


def test_flex_jobs_have_talks_cv_and_plan_of_their_own() -> None:
    owed = {
        duty.name
        for duty in law().on(dt.date(2026, 3, 1), scenario="fjordby").duties()
        if "fleksjob" in duty.target_groups
    }
    assert owed == {"foerste_opfoelgning_fleksjob", "opfoelgning_fleksjob", "cv_fleksjob", "min_plan_fleksjob"}


def test_three_reasons_take_a_duty_away_each_by_its_rule() -> None:
    reasons = {exempt.name: exempt.rule for duty in DUTIES for exempt in duty.exceptions}
    assert reasons == {
        "mindre_intensiv_indsats": "fritaget_efter_106",
        "omfattet_af_27_stk_3": "omfattet_af_27_stk_3",
        "arbejdspligt": "omfattet_af_arbejdspligt",
    }


def test_a_yearly_clarification_is_done_by_a_clarification_and_by_nothing_else() -> None:
    for duty in named("aarlig_afklaring"):
        assert duty.counts.kinds == ("afklaring",)


def test_in_a_resource_course_six_talks_are_owed_each_year() -> None:
    for duty in named("samtaler_ressourceforloeb"):
        assert (duty.required, duty.clock.due, duty.clock.repeats) == (6, Span(months=12), Span(months=12))


def test_a_job_talk_alone_or_with_the_fund_and_a_talk_on_the_cv_count_among_several_talks() -> None:
    for duty in talks():
        if duty.name != "faelles_samtale_16_maaneder":
            assert {"jobsamtale", "faelles_jobsamtale", "cv_samtale"} <= set(duty.counts.kinds), duty.name
