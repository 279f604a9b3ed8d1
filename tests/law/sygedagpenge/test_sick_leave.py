"""What holds for every spell of sickness."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejl.law.duty import Kind, Span, Starts
from pejl.law.law import law
from pejl.law.refusals import NotSettled
from pejl.law.scenario import Scenario, supposed

DAY = dt.date(2025, 3, 1)
days = st.dates(dt.date(2023, 1, 1), dt.date(2027, 12, 31))


def answer(wanted: str, day: dt.date = DAY, scenario: str | Scenario | None = None, **told: Any) -> object:
    return law().on(day, scenario=scenario).person(told, [wanted]).values[wanted]


def supposing(begins: dt.date) -> Scenario:
    """That the new follow-up began on a day."""
    rows = {"ny_sygeopfoelgning_fra": (supposed(begins, dt.date(2026, 2, 1), None, "Prøven"),)}
    return Scenario("proeve", "Prøven", "Dagen er ikke bekræftet", values=rows)


@given(days)
def test_week_8_ends_on_the_56th_day_by_the_rule_and_by_the_duty(first: dt.date) -> None:
    due = answer("foerste_sygesamtale_frist", maalgruppe="sygedagpenge_kategori_2", foerste_fravaersdag=first)
    (duty,) = law().on(DAY).duties("foerste_samtale_sygedagpenge")
    assert isinstance(due, dt.date)
    assert (due - first).days + 1 == 8 * 7
    assert (duty.clock.starts, duty.clock.due) == (Starts.ABSENCE, Span(days=(due - first).days))
    assert duty.counts.forms == ("fremmoede",)


@given(days, st.sampled_from([(True, False, 30), (False, True, 14), (False, False, 0)]))
def test_an_unbroken_spell_is_reassessed_at_the_end_of_the_month_in_which_22_weeks_are_passed(
    first: dt.date, who: tuple[bool, bool, int]
) -> None:
    employed, own, not_counted = who
    told: dict[str, Any] = {"foerste_fravaersdag": first, "har_arbejdsgiver": employed, "selvstaendig": own}
    counts = answer("revurdering_taeller_fra", **told)
    ends = answer("revurdering_dag_ubrudt", **told)
    assert isinstance(counts, dt.date)
    assert isinstance(ends, dt.date)
    assert (counts - first).days == not_counted
    assert (ends + dt.timedelta(days=1)).day == 1
    assert 154 <= (ends - counts).days <= 154 + 30


@given(days, st.integers(0, 400).map(lambda tenths: tenths / 10))
def test_the_right_is_reassessed_only_above_22_weeks_and_then_at_the_end_of_the_month(
    day: dt.date, weeks: float
) -> None:
    day = max(day, dt.date(2024, 1, 1))
    ends = answer("revurdering_dag", day, betalte_uger_9_maaneder=weeks)
    assert (ends is None) is (weeks <= 22)
    if isinstance(ends, dt.date):
        assert (ends.year, ends.month) == (day.year, day.month)


def test_the_duty_of_reassessment_is_at_the_end_of_a_month() -> None:
    (duty,) = law().on(DAY).duties("revurdering")
    assert (duty.clock.starts, duty.clock.end_of_month) == (Starts.PAID_WEEKS, True)


def test_four_talks_are_owed_in_the_longer_categories_until_the_day_that_nobody_has_confirmed() -> None:
    last = dt.date(2026, 1, 31)
    (duty,) = law().on(last).duties("samtaler_sygedagpenge")
    assert (duty.required, duty.clock.due) == (4, Span(months=6))
    assert set(duty.target_groups) == {"sygedagpenge_kategori_2", "sygedagpenge_kategori_3"}
    assert not duty.late_counts
    for day in (dt.date(2026, 2, 1), dt.date(2026, 6, 30), dt.date(2026, 7, 1)):
        assert law().on(day).duties("samtaler_sygedagpenge") == ()
        assert "samtaler_sygedagpenge" in {each.name for each in law().on(day).unsettled("sygedagpenge")}


def test_in_the_scenario_four_talks_become_one_on_1_july_2026() -> None:
    required = [
        law().on(day, scenario="fjordby").duties("samtaler_sygedagpenge")[0].required
        for day in (dt.date(2026, 6, 30), dt.date(2026, 7, 1), dt.date(2026, 7, 2))
    ]
    assert required == [4, 1, 1]
    assert law().on(dt.date(2026, 7, 1), scenario="fjordby").duties("foerste_samtale_sygedagpenge") == ()


@pytest.mark.parametrize("begins", [dt.date(2026, 2, 1), dt.date(2026, 7, 1)])
def test_a_scenario_says_when_the_new_follow_up_began(begins: dt.date) -> None:
    told: dict[str, Any] = {"har_arbejdsgiver": True, "ventet_uger_borger": 10.0, "ventet_uger_arbejdsgiver": 10.0}
    before, after = (
        law().on(day, scenario=supposing(begins)).person(told, ["uden_for_opfoelgning"])
        for day in (max(begins - dt.timedelta(days=1), dt.date(2026, 2, 1)), begins)
    )
    assert after.values["uden_for_opfoelgning"] is True
    assert after.scenario
    assert before.values["uden_for_opfoelgning"] is (begins == dt.date(2026, 2, 1))


def test_without_a_scenario_the_refusal_names_the_day_and_where_to_look_it_up() -> None:
    told: dict[str, Any] = {"har_arbejdsgiver": True, "ventet_uger_borger": 10.0, "ventet_uger_arbejdsgiver": 10.0}
    with pytest.raises(NotSettled) as refused:
        answer("uden_for_opfoelgning", dt.date(2026, 8, 1), **told)
    assert refused.value.name == "ny_sygeopfoelgning_fra"
    assert "Retsinformation" in str(refused.value)


@given(st.floats(0, 60), st.floats(0, 60))
def test_both_must_expect_less_than_26_weeks(citizen: float, employer: float) -> None:
    told: dict[str, Any] = {
        "har_arbejdsgiver": True,
        "ventet_uger_borger": citizen,
        "ventet_uger_arbejdsgiver": employer,
    }
    out = answer("uden_for_opfoelgning", dt.date(2026, 8, 1), "fjordby", **told)
    assert out is (citizen < 26 and employer < 26)


@pytest.mark.parametrize(("day", "week"), [(dt.date(2023, 5, 1), 4550), (dt.date(2024, 5, 1), 4695)])
def test_the_confirmed_weekly_maximum_is_what_follows_from_the_highest_dagpenge(day: dt.date, week: int) -> None:
    assert law().on(day).value("sygedagpenge_uge_hoejst").value == week
    assert answer("sygedagpenge_uge_udledt", day) == week


@pytest.mark.parametrize(("day", "week"), [(dt.date(2025, 5, 1), 4865), (dt.date(2026, 5, 1), 5085)])
def test_the_derived_weekly_maximum_is_shown_and_not_used(day: dt.date, week: int) -> None:
    assert answer("sygedagpenge_uge_udledt", day) == week
    with pytest.raises(NotSettled):
        law().on(day).value("sygedagpenge_uge_hoejst")
    assert law().on(day, scenario="fjordby").value("sygedagpenge_uge_hoejst").value == week


@given(st.integers(0, 60).map(float))
def test_nobody_gets_more_than_the_maximum_of_a_full_week(hours: float) -> None:
    full = answer("sygedagpenge_hoejst", dt.date(2024, 5, 1), ugentlige_timer=37.0)
    own = answer("sygedagpenge_hoejst", dt.date(2024, 5, 1), ugentlige_timer=hours)
    assert isinstance(full, float)
    assert isinstance(own, float)
    assert 0 <= own <= full == 4695


@given(days, st.integers(-2, 300))
def test_a_new_spell_within_nine_months_of_the_last_is_under_24_a(ended: dt.date, later: int) -> None:
    begins = ended + dt.timedelta(days=later)
    under = answer("ny_sygemelding_under_24_a", sygedagpenge_ophoerte=ended, foerste_fravaersdag=begins)
    if later <= 0 or later > 276:
        assert under is False
    elif later <= 272:
        assert under is True


@pytest.mark.parametrize("ground", ["nr_1", "nr_2", "nr_3", "nr_4", "nr_5", "nr_6", "nr_7"])
def test_seven_grounds_prolong_until_february_2026_and_of_two_nobody_knows_after_that(ground: str) -> None:
    before, after = (
        answer("forlaengelsesgrund_findes", day, forlaengelsesgrund=ground)
        for day in (dt.date(2026, 1, 31), dt.date(2026, 2, 1))
    )
    assert before is True
    assert after is (None if ground in ("nr_1", "nr_4") else True)


def test_a_talk_on_sickness_benefit_is_a_talk_whoever_of_the_three_held_it_and_whichever_of_three_kinds_it_was() -> (
    None
):
    for duty in law().statute("sygedagpenge").duties:
        if duty.kind is Kind.TALK:
            assert set(duty.counts.kinds) == {"opfoelgningssamtale", "jobsamtale", "faelles_jobsamtale"}
            assert set(duty.counts.authorities) == {"kommune", "faelles", "anden_aktoer"}
