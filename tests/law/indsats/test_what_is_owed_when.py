"""Which duties a caseworker finds on a day: as data, before anybody's case is looked at."""

from __future__ import annotations

import datetime as dt

import pytest

from pejl.law.duty import Duty, Span, Starts
from pejl.law.law import law

LAST_OLD, FIRST_NEW, SECOND_NEW = dt.date(2026, 6, 30), dt.date(2026, 7, 1), dt.date(2026, 7, 2)


def one(name: str, day: dt.date, scenario: str | None = None, known: dt.date | None = None) -> Duty:
    (found,) = law().on(day, scenario=scenario, known=known).duties(name)
    return found


def names(day: dt.date, scenario: str | None = None) -> set[str]:
    return {duty.name for duty in law().on(day, scenario=scenario).duties()}


def test_on_dagpenge_nine_talks_became_three_and_three_on_1_january_2024() -> None:
    assert one("samtaler_dagpenge_2023", dt.date(2023, 12, 31)).required == 9
    assert "samtaler_akasse" not in names(dt.date(2023, 12, 31))
    for day in (dt.date(2024, 1, 1), dt.date(2024, 1, 2)):
        assert "samtaler_dagpenge_2023" not in names(day)
        assert (one("samtaler_akasse", day).required, one("samtaler_kommune", day).required) == (3, 3)


def test_on_dagpenge_three_and_three_talks_became_two_and_two_for_three_of_four_on_1_july_2026() -> None:
    for name in ("samtaler_akasse", "samtaler_kommune"):
        assert (one(name, LAST_OLD).required, one(name, LAST_OLD).group_share) == (3, None)
        for day in (FIRST_NEW, SECOND_NEW):
            assert (one(name, day).required, one(name, day).group_share) == (2, 0.75)


def test_the_fund_holds_its_talks_within_three_months_and_the_municipality_from_the_handover_to_the_sixth() -> None:
    for day in (LAST_OLD, FIRST_NEW):
        fund, municipality = one("samtaler_akasse", day), one("samtaler_kommune", day)
        assert (fund.clock.starts, fund.clock.due, fund.holder) == (Starts.CASE, Span(months=3), "akasse")
        assert (municipality.clock.starts, municipality.clock.due) == (Starts.CASE, Span(months=6))
        assert municipality.clock.opens_at is Starts.HANDOVER
        assert municipality.holder == "kommune"
        assert not fund.late_counts
        assert not municipality.late_counts


def test_who_belongs_to_section_27_3_gets_six_talks_of_the_municipality_and_none_of_the_fund() -> None:
    duty = one("samtaler_27_stk_3", LAST_OLD)
    assert (duty.required, duty.applies, duty.clock.due) == (6, "omfattet_af_27_stk_3", Span(months=6))
    for name in ("samtaler_akasse", "samtaler_kommune", "foerste_samtale_akasse"):
        assert "omfattet_af_27_stk_3" in {exempt.rule for exempt in one(name, LAST_OLD).exceptions}


def test_four_talks_in_half_a_year_go_on_for_the_job_ready_only() -> None:
    old, new = one("samtaler_halvaar", LAST_OLD), one("samtaler_halvaar", FIRST_NEW)
    assert (old.required, new.required, new.group_share) == (4, 4, 0.75)
    assert set(old.target_groups) - set(new.target_groups) == {
        "aktivitetsparat",
        "uddannelsesparat",
        "aktivitetsparat_uddannelse",
    }
    assert set(new.target_groups) == {"jobparat", "ledighedsydelse"}


def test_the_first_talk_is_owed_to_everyone_from_july_2026_and_its_short_deadline_takes_a_scenario() -> None:
    assert one("foerste_samtale_akasse", LAST_OLD).clock.due == Span(weeks=2)
    assert one("foerste_samtale", LAST_OLD).clock.due == Span(weeks=1)
    assert names(FIRST_NEW).isdisjoint({"foerste_samtale_akasse", "foerste_samtale"})
    assert one("foerste_samtale_akasse", FIRST_NEW, "fjordby").clock.due == Span(weeks=2)
    for name, months in (("foerste_samtale_dagpenge", 3), ("foerste_samtale_jobparat", 6)):
        assert name not in names(LAST_OLD)
        for day in (FIRST_NEW, SECOND_NEW):
            assert one(name, day).group_share is None
            assert one(name, day).clock.due == Span(months=months)
            assert one(name, day).late_counts


def test_the_joint_talk_at_16_months_is_kept() -> None:
    for day in (LAST_OLD, FIRST_NEW):
        duty = one("faelles_samtale_16_maaneder", day)
        assert (duty.clock.due, duty.clock.opens) == (Span(months=16), Span(months=6))
        assert duty.counts.kinds == ("faelles_jobsamtale",)


def test_guidance_counts_as_an_offer_again_from_1_july_2026_and_education_ready_come_into_the_group() -> None:
    old = one("foerste_tilbud", LAST_OLD)
    assert "vejledning_opkvalificering" not in old.counts.kinds
    assert set(old.target_groups) == {"dagpengemodtager", "jobparat", "aktivitetsparat"}
    assert old.group_share is None
    for day in (FIRST_NEW, SECOND_NEW):
        new = one("foerste_tilbud", day)
        assert set(new.counts.kinds) - set(old.counts.kinds) == {"vejledning_opkvalificering"}
        assert set(new.target_groups) == {"dagpengemodtager", "jobparat", "uddannelsesparat"}
        assert new.group_share == 0.75


def test_an_offer_starts_within_six_months_lasts_two_weeks_and_wage_subsidies_may_start_three_weeks_later() -> None:
    for day in (LAST_OLD, FIRST_NEW):
        duty = one("foerste_tilbud", day)
        assert (duty.clock.due, duty.counts.least_days) == (Span(months=6), 14)
        assert duty.clock.after_exemption == Span(months=1)
        assert (duty.counts.begins_later_kinds, duty.counts.begins_later) == (("loentilskud",), Span(weeks=3))
        assert not {"ordblindeundervisning", "realkompetencevurdering", "mentor"} & set(duty.counts.kinds)


def test_those_with_work_duty_are_outside_the_flexible_group_and_are_owed_an_offer_one_by_one() -> None:
    assert "omfattet_af_arbejdspligt" in {exempt.rule for exempt in one("foerste_tilbud", FIRST_NEW).exceptions}
    assert "tilbud_arbejdspligt" not in names(LAST_OLD)
    duty = one("tilbud_arbejdspligt", FIRST_NEW)
    assert (duty.group_share, duty.applies) == (None, "omfattet_af_arbejdspligt")
    assert {"arbejdspligt", "vejledning_opkvalificering"} <= set(duty.counts.kinds)


@pytest.mark.parametrize(
    ("day", "benefits", "rates"),
    [
        (dt.date(2025, 1, 1), ("shydelse",), ()),
        (dt.date(2025, 6, 30), ("shydelse",), ()),
        (dt.date(2025, 7, 1), ("kontanthjaelp",), ("mindstesats", "hjemmeboendesats")),
        (dt.date(2026, 7, 2), ("kontanthjaelp",), ("mindstesats", "hjemmeboendesats")),
    ],
)
def test_work_duty_is_37_hours_and_moves_with_the_reform(
    day: dt.date, benefits: tuple[str, ...], rates: tuple[str, ...]
) -> None:
    duty = one("timer_arbejdspligt", day)
    assert (duty.benefits, duty.rates, duty.counts.weekly_hours, duty.required) == (benefits, rates, 37.0, 37)
    assert duty.group_share is None


def test_work_duty_is_no_duty_before_2025() -> None:
    assert "timer_arbejdspligt" not in names(dt.date(2024, 12, 31))


def test_exemption_from_talks_and_offers_is_an_exception_of_each_of_them() -> None:
    for day in (dt.date(2025, 3, 1), LAST_OLD, FIRST_NEW):
        for duty in law().on(day).duties():
            if duty in law().statute("indsats").duties:
                assert "fritaget_efter_106" in {exempt.rule for exempt in duty.exceptions}, duty.name


def test_courses_from_before_1_february_2026_keep_their_talks_and_new_ones_owe_none() -> None:
    day = dt.date(2026, 9, 1)
    versions = law().on(day).duties("samtaler_gamle_ordninger")
    assert [duty.force.binds(dt.date(2026, 1, 31)) for duty in versions] == [True]
    assert [duty.force.binds(dt.date(2026, 2, 1)) for duty in versions] == [False]
    supposed = law().on(day, scenario="fjordby").duties("samtaler_gamle_ordninger")
    assert sum(duty.force.binds(dt.date(2026, 2, 1)) for duty in supposed) == 1
    assert not any(duty.force.binds(dt.date(2026, 7, 1)) for duty in supposed)


def test_what_the_audit_looks_for_without_a_confirmed_deadline_takes_a_scenario() -> None:
    unclocked = {
        "cv_opdateret",
        "cv_fleksjob",
        "min_plan_brugt",
        "min_plan_fleksjob",
        "opfoelgning_fleksjob",
        "foerste_opfoelgning_fleksjob",
        "samtaler_ressourceforloeb",
        "samtaler_jobafklaring",
    }
    day = dt.date(2026, 3, 1)
    assert names(day).isdisjoint(unclocked)
    assert unclocked <= names(day, "fjordby")
    assert unclocked <= {each.name for each in law().on(day).unsettled("indsats")}


def test_yearly_clarification_is_only_proposed() -> None:
    assert "aarlig_afklaring" not in names(dt.date(2026, 12, 31), "fjordby")
    for day in (dt.date(2027, 1, 1), dt.date(2027, 1, 2)):
        assert "aarlig_afklaring" not in names(day)
        assert "aarlig_afklaring" in names(day, "fjordby")


def test_seen_from_before_the_act_of_2025_the_old_duties_go_on() -> None:
    before, after = dt.date(2025, 12, 28), dt.date(2025, 12, 29)
    assert one("samtaler_akasse", FIRST_NEW, known=before).required == 3
    assert one("samtaler_akasse", FIRST_NEW, known=after).required == 2


def test_a_span_is_months_first_then_weeks_and_days() -> None:
    assert Span(months=1, weeks=2, days=3).after(dt.date(2026, 1, 31)) == dt.date(2026, 3, 17)
