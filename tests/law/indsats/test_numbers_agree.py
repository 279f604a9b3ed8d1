"""What a duty says as data and what the rules compute are the same law."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejl.law.arithmetic import days_after, months_after, weeks_after
from pejl.law.duty import Duty, Span
from pejl.law.law import law

DAYS = [dt.date(2024, 1, 1), dt.date(2025, 7, 1), dt.date(2026, 6, 30), dt.date(2026, 7, 1), dt.date(2027, 6, 1)]
starts = st.dates(dt.date(2023, 1, 1), dt.date(2027, 12, 31))
judged = st.sampled_from(DAYS)


def duty(name: str, day: dt.date) -> Duty:
    return law().on(day).duties(name)[0]


def last_day(start: dt.date, span: Span) -> dt.date:
    return days_after(weeks_after(months_after(start, span.months), span.weeks), span.days)


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize(
    ("name", "parameter"),
    [
        ("samtaler_akasse", "samtaler_akasse_antal"),
        ("samtaler_kommune", "samtaler_kommune_antal"),
        ("samtaler_halvaar", "samtaler_halvaar_antal"),
    ],
)
def test_as_many_talks_are_owed_as_the_rules_count(day: dt.date, name: str, parameter: str) -> None:
    assert duty(name, day).required == law().on(day).value(parameter).value


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize(
    ("name", "parameter"), [("samtaler_akasse", "akassens_maaneder"), ("samtaler_halvaar", "kontaktforloeb_maaneder")]
)
def test_the_duty_has_as_many_months_as_the_rules_know(day: dt.date, name: str, parameter: str) -> None:
    assert duty(name, day).clock.due == Span(months=int(str(law().on(day).value(parameter).value)))


@pytest.mark.parametrize("day", DAYS)
def test_offers_count_from_the_length_that_the_rules_know(day: dt.date) -> None:
    offer, on = duty("foerste_tilbud", day), law().on(day)
    assert offer.counts.least_days == on.value("tilbud_mindste_dage").value
    assert offer.counts.begins_later == Span(weeks=int(str(on.value("loentilskud_uger").value)))
    assert offer.clock.after_exemption == Span(months=int(str(on.value("tilbud_efter_fritagelse_maaneder").value)))


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("kind", law().book.givens["tilbudstype"].words)
def test_the_same_kinds_of_offers_count_for_the_duty_and_for_the_rule(day: dt.date, kind: str) -> None:
    counts = law().on(day).person({"tilbudstype": kind, "tilbud_dage": 14}, ["tilbud_taeller"]).values["tilbud_taeller"]
    assert counts is (kind in duty("foerste_tilbud", day).counts.kinds)


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("group", law().book.givens["maalgruppe"].words)
def test_the_same_target_groups_are_owed_an_offer_by_the_duty_and_by_the_rule(day: dt.date, group: str) -> None:
    told = {"maalgruppe": group, "mindre_intensiv_indsats": False}
    owed = law().on(day).person(told, ["skal_have_tilbud"]).values["skal_have_tilbud"]
    assert owed is (group in duty("foerste_tilbud", day).target_groups)


def test_a_group_is_served_when_the_share_of_its_duties_is() -> None:
    share = law().on(dt.date(2026, 7, 1)).value("gruppe_andel").value
    grouped = [each for each in law().statute("indsats").duties if each.group]
    assert {each.group for each in grouped} == {
        "dagpenge_akasse",
        "dagpenge_kommune",
        "jobparate_ledighedsydelse",
        "tilbud_samlet",
    }
    assert {each.group_share for each in grouped} == {share}


@given(starts, judged)
def test_an_offer_has_the_same_last_day_by_the_duty_and_by_the_rule(start: dt.date, day: dt.date) -> None:
    told = {"case_start": start, "fritaget_paa_fristdagen": False, "fritagelse_slut": None}
    due = law().on(day).person(told, ["tilbud_frist"]).values["tilbud_frist"]
    assert due == last_day(start, duty("foerste_tilbud", day).clock.due)


@given(starts, judged)
def test_the_joint_talk_has_the_same_last_day_by_the_duty_and_by_the_rule(start: dt.date, day: dt.date) -> None:
    due = law().on(day).person({"case_start": start}, ["faelles_samtale_frist"]).values["faelles_samtale_frist"]
    assert due == last_day(start, duty("faelles_samtale_16_maaneder", day).clock.due)


@given(starts)
@pytest.mark.parametrize(
    ("group", "day", "name"),
    [
        ("dagpengemodtager", DAYS[2], "foerste_samtale_akasse"),
        ("dagpengemodtager", DAYS[3], "foerste_samtale_dagpenge"),
        ("jobparat", DAYS[2], "foerste_samtale"),
        ("jobparat", DAYS[3], "foerste_samtale_jobparat"),
    ],
)
def test_the_first_talk_has_the_same_last_day_by_the_duty_and_by_the_rule(
    group: str, day: dt.date, name: str, start: dt.date
) -> None:
    told = {"maalgruppe": group, "case_start": start}
    due = law().on(day).person(told, ["foerste_samtale_frist"]).values["foerste_samtale_frist"]
    assert due == last_day(start, duty(name, day).clock.due)


@pytest.mark.parametrize("day", [dt.date(2026, 6, 30), dt.date(2026, 7, 1)])
@pytest.mark.parametrize("group", ["ressourceforloeb", "revalidend", "jobafklaring"])
def test_of_the_old_schemes_no_number_of_talks_is_known_but_who_is_exempt_lacks_none(group: str, day: dt.date) -> None:
    for exempt, lacks in ((False, None), (True, 0)):
        told = {
            "maalgruppe": group,
            "mindre_intensiv_indsats": exempt,
            "paragraf_27_stk_3": False,
            "samtaler_hos_kommune": 0,
        }
        answer = law().on(day).person(told, ["samtaler_kommune_mangler"])
        assert answer.values["samtaler_kommune_mangler"] == lacks
