"""Clocks other than the case's: the handover, rounds, plans, hours, sick leave, and 22 weeks."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from casework.deadlines.asking import FIRST_TALK, FOUR_TALKS, asked, only, states
from casework.deadlines.random_registers import DUTIES
from casework.deadlines.registers import Held, Row, offer, spell, talk
from pejl.law.duty import Clock, Counts, Duty, Kind, Span, Starts

OF_THE_MUNICIPALITY = next(duty for duty in DUTIES if duty.name == "kommunens")
EVERY_THREE_MONTHS = next(duty for duty in DUTIES if duty.name == "aarlige")
HOURS = next(duty for duty in DUTIES if duty.name == "timer")
PLAN = next(duty for duty in DUTIES if duty.name == "plan")
IN_SICKNESS = next(duty for duty in DUTIES if duty.name == "syge")
REASSESSMENT = next(duty for duty in DUTIES if duty.name == "revurdering")


def dagpenge(**other: object) -> Row:
    return spell("2026-01-05", group="dagpengemodtager", benefit="dagpenge", **other)


@pytest.mark.parametrize(
    ("hours", "opens"),
    [
        (None, dt.date(2026, 3, 31)),  # full time: day 78 is 23 March
        (740.0, None),  # paid so slowly that 410 hours are passed in July, after the last day
        (0, None),
    ],
)
def test_the_municipality_s_talks_open_at_the_month_s_end_after_410_hours(
    hours: float | None, opens: dt.date | None
) -> None:
    rows = asked(Held({"benefit_spells": [dagpenge(hours_paid=hours)]}), "2026-05-01", OF_THE_MUNICIPALITY)
    expected = [(opens, dt.date(2026, 7, 5))] if opens else []
    assert [(row["opens"], row["due"]) for row in rows] == expected


@pytest.mark.parametrize(("hours", "opens"), [("410", dt.date(2026, 4, 30)), ("411", dt.date(2026, 3, 31))])
def test_410_hours_at_the_month_s_end_are_not_passed_and_411_are(hours: str, opens: dt.date) -> None:
    ended = dagpenge(end="2026-03-31", hours_paid=hours)
    row = only(Held({"benefit_spells": [ended]}), "2026-03-31", OF_THE_MUNICIPALITY)
    assert row["opens"] == opens


def test_a_talk_before_the_handover_is_the_fund_s() -> None:
    talks = [talk("2026-03-30"), talk("2026-03-31"), talk("2026-06-01")]
    row = only(Held({"benefit_spells": [dagpenge()], "talks": talks}), "2026-06-02", OF_THE_MUNICIPALITY)
    assert (row["done"], row["met_on"]) == (2, dt.date(2026, 6, 1))


def test_rounds_are_counted_from_the_first_day_and_end_with_the_spell() -> None:
    three_months = Held({"benefit_spells": [spell("2025-08-31", "2026-03-15")]})
    rows = asked(three_months, "2026-11-01", EVERY_THREE_MONTHS)
    assert [(row["round"], row["starts"], row["due"]) for row in rows] == [
        (1, dt.date(2025, 8, 31), dt.date(2025, 11, 30)),
        (2, dt.date(2025, 11, 30), dt.date(2026, 2, 28)),
        (3, dt.date(2026, 2, 28), dt.date(2026, 5, 28)),
    ]
    assert [row["state"] for row in rows] == ["tabt", "tabt", "afsluttet"]


def test_a_round_that_has_not_begun_is_not_told() -> None:
    assert len(asked(Held({"benefit_spells": [spell("2026-01-31")]}), "2026-04-29", EVERY_THREE_MONTHS)) == 1
    assert len(asked(Held({"benefit_spells": [spell("2026-01-31")]}), "2026-04-30", EVERY_THREE_MONTHS)) == 2


def test_hours_are_those_of_the_offers_that_run_on_the_last_day_of_the_month() -> None:
    low = spell("2026-01-10", rate="mindstesats")
    offers = [
        offer("2026-01-15", "2026-02-09", kind="nytteindsats", hours_a_week="20"),
        offer("2026-01-20", kind="virksomhedspraktik", hours_a_week="17.5"),
        offer("2026-01-20", kind="loentilskud", hours_a_week="37"),
        offer("2026-02-01", "2026-02-20", kind="nytteindsats", hours_a_week="20"),
    ]
    held = Held({"benefit_spells": [low], "offers": offers})
    rows = asked(held, "2026-03-10", HOURS)
    assert [(row["due"].isoformat(), row["done"], row["state"]) for row in rows] == [
        ("2026-02-10", 37, "opfyldt"),
        ("2026-03-10", 17, "venter"),
        ("2026-04-10", 17, "venter"),
    ]
    assert [row["state"] for row in asked(held, "2026-03-11", HOURS)] == ["opfyldt", "tabt", "venter"]


def test_a_plan_is_used_within_two_months_of_the_last_time_or_is_late() -> None:
    plans = [{"id": "1", "person": "p", "kind": "min_plan", "made": "2026-01-20", "updated": "2026-03-20", "used": ""}]
    plans += [{"id": "2", "person": "p", "kind": "cv", "made": "2026-04-01", "updated": "", "used": ""}]
    plans += [{"id": "3", "person": "p", "kind": "min_plan", "made": "2025-06-01", "used": "2026-06-21"}]
    rows = asked(Held({"benefit_spells": [spell("2026-01-10")], "plans": plans}), "2026-07-01", PLAN)
    assert [(row["starts"].isoformat(), row["met_on"], row["state"]) for row in rows] == [
        ("2026-01-10", dt.date(2026, 1, 20), "opfyldt"),
        ("2026-01-20", dt.date(2026, 3, 20), "opfyldt"),
        ("2026-03-20", dt.date(2026, 6, 21), "opfyldt_sent"),
        ("2026-06-21", None, "venter"),
    ]
    assert [row["round"] for row in rows] == [1, 2, 3, 4]


def test_what_was_done_in_an_earlier_case_begins_no_round_in_this_one() -> None:
    plans = [{"id": "1", "person": "p", "kind": "min_plan", "made": "2025-12-20"}]
    row = only(Held({"benefit_spells": [spell("2026-01-10")], "plans": plans}), "2026-02-01", PLAN)
    assert row["starts"] == dt.date(2026, 1, 10)


def test_a_clarification_and_a_cv_are_asked_for_within_a_clock_that_runs_once() -> None:
    cv = replace(
        PLAN, name="cv", kind=Kind.CV, clock=Clock(Starts.CASE, due=Span(weeks=3)), counts=Counts(kinds=("cv",))
    )
    clear = replace(cv, name="afklaring", kind=Kind.CLARIFICATION, counts=Counts(kinds=("afklaring",)))
    again = replace(clear, name="igen", clock=Clock(Starts.LATEST, due=Span(months=12)))
    held = Held(
        {
            "benefit_spells": [spell("2026-01-10")],
            "plans": [{"id": "2", "person": "p", "kind": "cv", "made": "2026-01-12", "approved": "2026-01-31"}],
            "offers": [offer("2026-02-05", kind="afklaring")],
        }
    )
    found = {(row["duty"], row["starts"].month): row["state"] for row in asked(held, "2026-03-01", cv, clear, again)}
    assert found == {
        ("cv", 1): "opfyldt",
        ("afklaring", 1): "opfyldt_sent",
        ("igen", 1): "opfyldt",
        ("igen", 2): "venter",
    }


def sick(first: str, last: str = "", **other: object) -> Row:
    row = {"id": f"g{first}", "person": "p", "first_day": first, "last_day": last, "employer": True, "team": "Øst"}
    return {**row, "unit": "Syge", **other}


def on_sick_pay(first: str, last: str = "", group: str = "sygedagpenge_kategori_2") -> Row:
    return spell(first, last, group=group, benefit="sygedagpenge", team="Nord")


def test_the_first_talk_of_a_sick_leave_is_due_by_the_leave_and_owed_by_its_category() -> None:
    tables = {
        "sick_leave_spells": [sick("2026-01-05")],
        "benefit_spells": [
            on_sick_pay("2026-01-20", "2026-02-10", "sygedagpenge_kategori_1"),
            on_sick_pay("2026-02-11"),
        ],
        "talks": [talk("2026-02-20", form="telefon"), talk("2026-03-01")],
    }
    assert asked(Held(tables), "2026-02-10", IN_SICKNESS) == []
    row = only(Held(tables), "2026-03-02", IN_SICKNESS)
    assert (row["spell"], row["team"], row["starts"], row["due"]) == (
        "g2026-01-05",
        "Øst",
        dt.date(2026, 1, 5),
        dt.date(2026, 3, 1),
    )
    assert (row["state"], row["target_group"]) == ("opfyldt", "sygedagpenge_kategori_2")


def test_who_is_well_before_the_last_day_owes_no_talk() -> None:
    tables = {"sick_leave_spells": [sick("2026-01-05", "2026-02-01")], "benefit_spells": [on_sick_pay("2026-01-05")]}
    assert states(Held(tables), ["2026-02-01", "2026-02-02"], IN_SICKNESS) == ["venter", "afsluttet"]


@pytest.mark.parametrize(
    ("other", "passes"),
    [
        ({"employer": True}, dt.date(2026, 7, 8)),  # 30 days with the employer, 154 days paid, and the next
        ({"employer": False}, dt.date(2026, 6, 8)),
        ({"employer": False, "sector": "selvstaendig"}, dt.date(2026, 6, 22)),
        ({"employer": False, "weeks_paid_9_months": "2"}, dt.date(2026, 5, 25)),
    ],
)
def test_more_than_22_paid_weeks_ask_for_a_reassessment_by_the_month_s_end(other: Row, passes: dt.date) -> None:
    tables = {"sick_leave_spells": [sick("2026-01-05", **other)], "benefit_spells": [on_sick_pay("2026-01-05")]}
    row = only(Held(tables), "2026-05-01", REASSESSMENT)
    month_end = {5: dt.date(2026, 5, 31), 6: dt.date(2026, 6, 30), 7: dt.date(2026, 7, 31)}[passes.month]
    assert (row["starts"], row["due"], row["state"]) == (passes, month_end, "venter")


def test_22_weeks_are_not_more_than_22_weeks() -> None:
    exactly = {"sick_leave_spells": [sick("2026-01-05", "2026-07-07")], "benefit_spells": [on_sick_pay("2026-01-05")]}
    assert asked(Held(exactly), "2026-08-01", REASSESSMENT) == []
    a_day_more = {"sick_leave_spells": [sick("2026-01-05", "2026-07-08")], "benefit_spells": exactly["benefit_spells"]}
    assert only(Held(a_day_more), "2026-08-01", REASSESSMENT)["state"] == "afsluttet"


def test_an_earlier_leave_counts_while_it_lies_within_nine_months() -> None:
    spells = [on_sick_pay("2025-09-01", "2025-11-30"), on_sick_pay("2026-02-02")]
    near = {
        "sick_leave_spells": [sick("2025-09-01", "2025-11-30", employer=False), sick("2026-02-02", employer=False)],
        "benefit_spells": spells,
    }
    # 91 days before and 64 from 2 February on are 155: on 6 April, and nine months reach back to July.
    assert only(Held(near), "2026-03-01", REASSESSMENT)["starts"] == dt.date(2026, 4, 6)
    far = {
        "sick_leave_spells": [sick("2025-05-01", "2025-05-30", employer=False), sick("2026-02-02", employer=False)],
        "benefit_spells": spells,
    }
    assert only(Held(far), "2026-03-01", REASSESSMENT)["starts"] == dt.date(2026, 7, 6)


def test_a_decision_under_the_right_section_is_the_reassessment() -> None:
    tables = {"sick_leave_spells": [sick("2026-01-05")], "benefit_spells": [on_sick_pay("2026-01-05")]}
    decided = {"id": "d", "person": "p", "act": "sdp", "section": "§ 27, stk. 1, nr. 2", "decided": "2026-07-31"}
    right = Held({**tables, "decisions": [decided]})
    assert states(right, ["2026-07-30", "2026-07-31"], REASSESSMENT) == ["venter", "opfyldt"]
    wrong = Held({**tables, "decisions": [{**decided, "section": "§ 56"}, {**decided, "act": "las"}]})
    assert only(wrong, "2026-08-01", REASSESSMENT)["state"] == "overskredet"
    late = Held({**tables, "decisions": [{**decided, "decided": "2026-08-03"}]})
    assert only(late, "2026-08-03", REASSESSMENT)["state"] == "opfyldt_sent"


def test_duties_of_all_kinds_stand_in_one_table() -> None:
    duties: tuple[Duty, ...] = (FOUR_TALKS, FIRST_TALK, PLAN, HOURS, EVERY_THREE_MONTHS, REASSESSMENT)
    tables = {
        "sick_leave_spells": [sick("2026-01-05")],
        "benefit_spells": [spell("2026-01-05", rate="mindstesats"), on_sick_pay("2026-01-06")],
    }
    kinds = {row["kind"] for row in asked(Held(tables), "2026-06-01", *duties)}
    assert kinds == {"samtale", "plan", "timer", "revurdering"}
