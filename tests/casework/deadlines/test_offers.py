"""Offers as a clerk sees them: what counts, how long it must be, and when the last day moves."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pyarrow as pa
import pytest

from casework.deadlines.asking import FIRST_OFFER, NEW, OLD, asked, only, states
from casework.deadlines.random_registers import LESS_INTENSIVE
from casework.deadlines.registers import Held, offer, spell
from pejl.law.duty import Counts

EXEMPTED = replace(FIRST_OFFER, exceptions=(LESS_INTENSIVE,))


def held(*offers: object, spells: tuple[object, ...] = ()) -> Held:
    return Held({"benefit_spells": spells or (spell("2025-01-10"),), "offers": offers})  # type: ignore[dict-item]


@pytest.mark.parametrize(("last", "state"), [("2025-06-14", "venter"), ("2025-06-15", "opfyldt"), ("", "opfyldt")])
def test_thirteen_days_are_too_short_fourteen_enough_and_no_end_is_long(last: str, state: str) -> None:
    row = only(held(offer("2025-06-02", last)), "2025-06-20", FIRST_OFFER)
    assert row["state"] == state


def test_an_offer_that_begins_on_the_last_day_is_in_time_and_one_day_later_late() -> None:
    assert only(held(offer("2025-07-10")), "2025-08-01", FIRST_OFFER)["state"] == "opfyldt"
    late = held(offer("2025-07-11"))
    assert states(late, ["2025-07-10", "2025-07-11"], FIRST_OFFER) == ["venter", "opfyldt_sent"]


def test_what_was_only_offered_has_not_begun() -> None:
    planned = held(offer("2025-07-01", status="tilbudt"), offer("2025-06-01", status="ikke_paabegyndt"))
    row = only(planned, "2025-06-20", FIRST_OFFER)
    assert (row["done"], row["booked"], row["state"]) == (0, dt.date(2025, 7, 1), "venter")


@pytest.mark.parametrize(("start", "state"), [("2025-07-31", "opfyldt"), ("2025-08-01", "opfyldt_sent")])
def test_a_wage_subsidy_offered_in_time_may_begin_three_weeks_later(start: str, state: str) -> None:
    subsidy = held(offer(start, kind="loentilskud", offered="2025-07-10"))
    assert only(subsidy, "2025-08-20", FIRST_OFFER)["state"] == state


def test_a_wage_subsidy_offered_in_time_is_waited_for_for_three_weeks() -> None:
    subsidy = held(offer("", kind="loentilskud", offered="2025-07-10", status="tilbudt"))
    assert states(subsidy, ["2025-07-31", "2025-08-01"], FIRST_OFFER) == ["venter", "overskredet"]


def test_a_wage_subsidy_offered_too_late_and_any_other_offer_have_no_three_weeks() -> None:
    others = (
        offer("2025-07-15", kind="loentilskud", offered="2025-07-11"),
        offer("2025-07-15", kind="virksomhedspraktik", offered="2025-07-01"),
    )
    for other in others:
        assert only(held(other), "2025-08-20", FIRST_OFFER)["state"] == "opfyldt_sent"


@pytest.mark.parametrize(("case", "state"), [("2025-12-30", "overskredet"), ("2026-01-01", "opfyldt")])
def test_guidance_counts_again_for_last_days_from_the_reform_on(case: str, state: str) -> None:
    counts = FIRST_OFFER.counts
    versions = (
        replace(FIRST_OFFER, force=OLD),
        replace(FIRST_OFFER, force=NEW, counts=replace(counts, kinds=(*counts.kinds, "vejledning_opkvalificering"))),
    )
    guided = held(offer("2026-05-04", "2026-06-01", kind="vejledning_opkvalificering"), spells=(spell(case),))
    assert only(guided, "2026-07-02", *versions)["state"] == state


def test_an_exemption_on_the_last_day_moves_it_to_a_month_after_its_end() -> None:
    spells = (
        spell("2025-01-10", "2025-05-31"),
        spell("2025-06-01", "2025-07-31", case_start="2025-01-10", special_effort=True),
        spell("2025-08-01", "2025-08-20", case_start="2025-01-10", special_effort=True),
        spell("2025-08-21", case_start="2025-01-10"),
    )
    exempt = held(offer("2025-09-20"), spells=spells)
    rows = {day: only(exempt, day, EXEMPTED) for day in ("2025-05-31", "2025-08-20", "2025-08-21", "2025-09-20")}
    assert {day: (row["due"], row["state"]) for day, row in rows.items()} == {
        "2025-05-31": (dt.date(2025, 7, 10), "venter"),
        "2025-08-20": (dt.date(2025, 7, 10), "fritaget"),
        "2025-08-21": (dt.date(2025, 9, 20), "venter"),
        "2025-09-20": (dt.date(2025, 9, 20), "opfyldt"),
    }


def test_an_exemption_that_ended_before_the_last_day_moves_nothing() -> None:
    spells = (
        spell("2025-01-10", "2025-03-31", special_effort=True),
        spell("2025-04-01", case_start="2025-01-10"),
    )
    row = only(held(spells=spells), "2025-07-11", EXEMPTED)
    assert (row["due"], row["state"]) == (dt.date(2025, 7, 10), "overskredet")


def recorded(until: dt.date | None) -> pa.Table:
    row = {"person": "p", "duty": "tilbud", "starts": dt.date(2025, 1, 10), "exempt": "sygdom", "until": until}
    kinds = {"person": pa.string(), "duty": pa.string(), "starts": pa.date32(), "exempt": pa.string()}
    return pa.Table.from_pylist([row], schema=pa.schema({**kinds, "until": pa.date32()}))


@pytest.mark.parametrize(
    ("until", "day", "state"),
    [
        (None, "2025-09-01", "fritaget"),
        (dt.date(2025, 5, 1), "2025-05-01", "fritaget"),
        (dt.date(2025, 5, 1), "2025-05-02", "venter"),
        (dt.date(2025, 7, 10), "2025-09-01", "fritaget"),
        (dt.date(2025, 7, 9), "2025-09-01", "overskredet"),
    ],
)
def test_an_exemption_that_somebody_recorded_holds_to_its_day(until: dt.date | None, day: str, state: str) -> None:
    row = only(held(), day, FIRST_OFFER, recorded=recorded(until))
    assert (row["state"], row["exempt"]) == (state, "sygdom" if state == "fritaget" else None)


def test_two_offers_are_asked_for_where_the_law_says_two() -> None:
    twice = replace(FIRST_OFFER, required=2, counts=Counts(kinds=("virksomhedspraktik",)))
    row = only(held(offer("2025-02-03"), offer("2025-06-03")), "2025-06-10", twice)
    assert (row["state"], row["met_on"]) == ("opfyldt", dt.date(2025, 6, 3))


def test_the_table_may_be_empty() -> None:
    assert asked(Held({}), "2025-06-10", FIRST_OFFER) == []
