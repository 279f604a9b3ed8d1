"""Talks as a clerk sees them: how many, by when, and what becomes of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from casework.deadlines.asking import ALWAYS, FIRST_TALK, FOUR_TALKS, NEW, OLD, asked, only, states
from casework.deadlines.random_registers import LESS_INTENSIVE
from casework.deadlines.registers import Held, spell, talk
from pejl.casework.deadlines.columns import DEADLINE_COLUMNS
from pejl.casework.deadlines.deadline_table import deadlines
from pejl.law.duty import Clock, Span, Starts
from pejl.law.law import law
from pejl.law.rule import InForce
from pejl.register.kept import NothingKnown


def held(*talks: object, spells: tuple[object, ...] = (), **other: object) -> Held:
    return Held({"benefit_spells": spells or (spell("2025-01-31"),), "talks": talks}, **other)  # type: ignore[arg-type, dict-item]


def test_the_table_has_exactly_its_columns_and_their_kinds() -> None:
    schema = deadlines(held(), dt.date(2025, 8, 1)).schema()  # type: ignore[arg-type]
    assert {name: str(kind) for name, kind in schema.items()} == dict(DEADLINE_COLUMNS)


def test_four_talks_by_the_last_day_are_in_time_and_the_fifth_changes_nothing() -> None:
    days = ["2025-02-03", "2025-03-01", "2025-05-01", "2025-07-31", "2025-08-15"]
    row = only(held(*map(talk, days)), "2025-09-01", FOUR_TALKS)
    assert (row["state"], row["done"], row["met_on"]) == ("opfyldt", 4, dt.date(2025, 7, 31))
    assert row["due"] == dt.date(2025, 7, 31)


def test_a_talk_registered_twice_on_one_day_is_one_talk() -> None:
    days = ["2025-02-03", "2025-02-03", "2025-03-01", "2025-05-01"]
    row = only(held(*map(talk, days)), "2025-09-01", FOUR_TALKS)
    assert (row["done"], row["state"]) == (3, "tabt")


def test_what_is_cancelled_missed_another_kind_or_anothers_does_not_count() -> None:
    others = [
        talk("2025-02-03", status="aflyst"),
        talk("2025-02-04", status="udeblevet"),
        talk("2025-02-05", status="booket"),
        talk("2025-02-06", type="informationsmoede"),
        talk("2025-02-07", authority="akasse"),
        talk("2025-02-10", person="q"),
    ]
    assert only(held(*others), "2025-03-01", FOUR_TALKS)["done"] == 0


def test_it_is_lost_when_more_are_missing_than_days_are_left() -> None:
    some = [talk("2025-02-03"), talk("2025-03-03")]
    assert states(held(*some), ["2025-07-30", "2025-07-31"], FOUR_TALKS) == ["venter", "tabt"]


def test_the_day_that_has_had_its_talk_is_no_day_left() -> None:
    some = [talk("2025-02-03"), talk("2025-03-03"), talk("2025-07-31")]
    assert only(held(*some), "2025-07-31", FOUR_TALKS)["state"] == "tabt"


def test_a_first_talk_that_comes_late_mends_but_was_late() -> None:
    late = held(talk("2025-02-20"))
    days = ["2025-02-07", "2025-02-08", "2025-02-20"]
    assert states(late, days, FIRST_TALK) == ["venter", "overskredet", "opfyldt_sent"]


def test_a_talk_held_after_the_judged_day_has_not_happened_and_its_booking_is_seen() -> None:
    later = held(talk("2025-02-05"), talk("2025-02-06", status="booket"), talk("2025-02-01", status="booket"))
    row = only(later, "2025-02-04", FIRST_TALK)
    assert (row["done"], row["booked"], row["state"]) == (0, dt.date(2025, 2, 6), "venter")


def test_a_booking_after_the_last_day_helps_only_where_late_mends() -> None:
    booked = held(talk("2025-08-05", status="booket"))
    first, four = asked(booked, "2025-07-20", FIRST_TALK, FOUR_TALKS)[::-1]
    assert (first["booked"], four["booked"]) == (dt.date(2025, 8, 5), None)


def test_a_month_end_is_clamped() -> None:
    one = replace(FOUR_TALKS, clock=Clock(Starts.CASE, due=Span(months=1)))
    assert only(held(), "2025-02-01", one)["due"] == dt.date(2025, 2, 28)


def test_who_left_before_the_last_day_owes_nothing_and_who_had_met_it_keeps_that() -> None:
    gone = (spell("2025-01-31", "2025-03-31"),)
    assert states(held(spells=gone), ["2025-03-31", "2025-04-01"], FOUR_TALKS) == ["venter", "afsluttet"]
    met = held(*(talk(f"2025-03-0{number}") for number in range(1, 5)), spells=gone)
    assert states(met, ["2025-03-31", "2025-09-01"], FOUR_TALKS) == ["opfyldt", "opfyldt"]


def test_a_talk_after_leaving_is_not_the_duty_s() -> None:
    gone = held(talk("2025-04-10"), spells=(spell("2025-01-31", "2025-03-31"),))
    assert only(gone, "2025-05-01", FOUR_TALKS)["done"] == 0


def test_a_new_visitation_in_the_same_group_goes_on_with_the_same_clock() -> None:
    two = (spell("2025-01-31", "2025-03-31"), spell("2025-04-01", case_start="2025-01-31", team="Syd"))
    row = only(held(spells=two), "2025-06-01", FOUR_TALKS)
    assert (row["spell"], row["team"], row["state"]) == ("s2025-04-01", "Syd", "venter")


def test_who_left_after_the_last_day_cannot_make_good_any_more() -> None:
    gone = held(spells=(spell("2025-01-31", "2025-03-31"),))
    assert states(gone, ["2025-03-31", "2025-04-01"], FIRST_TALK) == ["overskredet", "tabt"]


def test_an_unknown_group_or_a_spell_that_has_not_begun_is_no_deadline() -> None:
    spells = (spell("2025-01-31", group=""), spell("2025-06-01", person="q"))
    assert asked(held(spells=spells), "2025-05-01", FOUR_TALKS) == []


def test_without_a_case_the_clock_starts_with_the_spell() -> None:
    assert only(held(spells=(spell("2025-01-31", case_start=""),)), "2025-02-01", FOUR_TALKS)["starts"] == dt.date(
        2025, 1, 31
    )


@pytest.mark.parametrize(
    ("day", "state", "ends", "required"),
    [
        ("2026-06-30", "venter", None, 2),
        ("2026-07-01", "venter", None, 2),
        ("2026-07-02", "venter", None, 2),
        ("2026-09-11", "tabt", None, 2),
    ],
)
def test_a_last_day_after_the_reform_is_judged_by_the_reform(
    day: str, state: str, ends: dt.date | None, required: int
) -> None:
    versions = (replace(FOUR_TALKS, force=OLD), replace(FOUR_TALKS, force=NEW, required=2))
    row = only(held(spells=(spell("2026-03-10"),)), day, *versions)
    assert (row["state"], row["ends"], row["required"]) == (state, ends, required)


@pytest.mark.parametrize(
    ("day", "state"), [("2026-06-30", "venter"), ("2026-07-01", "bortfaldet"), ("2026-07-02", "bortfaldet")]
)
def test_a_duty_that_the_reform_took_away_lapses_the_day_after(day: str, state: str) -> None:
    versions = (
        replace(FOUR_TALKS, force=OLD, target_groups=("aktivitetsparat", "jobparat")),
        replace(FOUR_TALKS, force=NEW),
    )
    row = only(held(spells=(spell("2026-03-10", group="aktivitetsparat"),)), day, *versions)
    assert (row["state"], row["ends"]) == (state, dt.date(2026, 6, 30))


def test_a_last_day_before_the_reform_stays_under_the_old_law() -> None:
    versions = (replace(FOUR_TALKS, force=OLD), replace(FOUR_TALKS, force=NEW, required=2))
    three = held(*(talk(f"2026-02-0{n}") for n in (2, 3, 4)), spells=(spell("2025-12-30"),))
    row = only(three, "2026-10-01", *versions)
    assert (row["due"], row["required"], row["state"]) == (dt.date(2026, 6, 30), 4, "tabt")


def test_a_case_begun_after_the_old_law_is_never_judged_by_it() -> None:
    assert asked(held(spells=(spell("2026-07-01"),)), "2026-08-01", replace(FOUR_TALKS, force=OLD)) == []


def test_a_case_bound_to_the_old_law_keeps_it_and_a_new_case_does_not_get_it() -> None:
    bound = replace(FOUR_TALKS, force=InForce(since=dt.date(2026, 2, 1), cases_until=dt.date(2026, 1, 31)))
    spells = (spell("2026-01-31"), spell("2026-02-01", person="q"))
    assert [row["person"] for row in asked(held(spells=spells), "2026-11-01", bound)] == ["p"]


def test_deadlines_of_long_ago_are_asked_for_by_name() -> None:
    old = held(spells=(spell("2024-01-31", "2024-12-31"),))
    assert asked(old, "2025-08-01", FOUR_TALKS) == []
    row = only(old, "2025-08-01", FOUR_TALKS, back_to=dt.date(2024, 1, 1))
    assert row["state"] == "tabt"


def test_who_is_exempt_on_the_last_day_is_exempt_and_who_has_met_it_before_has_met_it() -> None:
    duty = replace(FIRST_TALK, exceptions=(LESS_INTENSIVE,), clock=Clock(Starts.CASE, due=Span(months=2)))
    spells = (spell("2025-01-31", "2025-02-28"), spell("2025-03-01", case_start="2025-01-31", special_effort=True))
    row = only(held(spells=spells), "2025-04-15", duty)
    assert (row["state"], row["exempt"]) == ("fritaget", "mindre_intensiv")
    assert only(held(talk("2025-02-10"), spells=spells), "2025-04-15", duty)["state"] == "opfyldt"


def test_an_exemption_that_is_not_known_exempts_nobody() -> None:
    duty = replace(FIRST_TALK, exceptions=(LESS_INTENSIVE,))
    assert only(held(spells=(spell("2025-01-31", special_effort=None),)), "2025-03-01", duty)["exempt"] is None


def test_a_duty_that_applies_by_a_rule_is_owed_to_those_of_whom_the_rule_says_so() -> None:
    duty = replace(FIRST_TALK, applies="fritaget_efter_106")
    spells = (spell("2025-01-31", special_effort=True), spell("2025-01-31", person="q", id="q"))
    assert [row["person"] for row in asked(held(spells=spells), "2025-03-01", duty)] == ["p"]


def test_a_snapshot_without_talks_judges_no_talks_and_one_without_spells_refuses() -> None:
    assert asked(held(missing=("talks",)), "2025-03-01", FOUR_TALKS) == []
    with pytest.raises(NothingKnown):
        asked(NoSpells({}), "2025-03-01", FOUR_TALKS)


class NoSpells(Held):
    def table(self, name: str) -> object:  # type: ignore[override]
        raise NothingKnown("Der er ingen ydelsesforløb.")


def test_the_law_itself_judges_where_no_duties_are_named() -> None:
    day = dt.date(2026, 9, 1)
    table = deadlines(held(spells=(spell("2026-07-06"),)), day, law_day=law().on(day))  # type: ignore[arg-type]
    duties = {row["duty"]: row["state"] for row in table.to_pyarrow().to_pylist()}
    assert duties["samtaler_halvaar"] == duties["foerste_samtale_jobparat"] == "venter"
    assert ALWAYS.covers(day)
