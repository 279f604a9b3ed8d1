"""Each clause is followed by its words through the bodies, and its fate is what the last one told of it."""

from __future__ import annotations

import pytest

from pejl.minutes.document import Outcome
from pejl.record.threads.fates import Fate, clause_threads
from pejl.record.threads.station import Station
from record.threads.stations import station

MONEY = "at der gives en tillægsbevilling på 500.000 kr. i 2026 til havnebadet"
MORE_MONEY = "at der gives en tillægsbevilling på 650.000 kr. i 2026 til havnebadet"
PLAN = "at planen for havnebadet godkendes"
LIFEGUARDS = "at der ansættes to livreddere i sommermånederne"


def fates(*run: Station) -> list[Fate]:
    return [thread.fate for thread in clause_threads(run)]


def test_clause_recommended_and_then_approved_is_adopted_though_its_number_shifts() -> None:
    committee = station("udvalg", 0, (PLAN, Outcome.ADOPTED), (MONEY, Outcome.RECOMMENDED))
    council = station("byråd", 14, (MONEY, Outcome.APPROVED))
    assert fates(committee, council) == [Fate.ADOPTED, Fate.ADOPTED]
    plan, money = clause_threads((committee, council))
    assert plan.steps[1] is None
    step = money.steps[1]
    assert step is not None and step.clause is not None and step.clause.number == 1 and not step.changed


def test_clause_adopted_with_another_amount_is_changed() -> None:
    committee, council = (
        station("udvalg", 0, (MONEY, Outcome.RECOMMENDED)),
        station("byråd", 14, (MORE_MONEY, Outcome.APPROVED)),
    )
    assert fates(committee, council) == [Fate.CHANGED]


def test_clause_that_the_council_was_not_asked_for_is_dropped() -> None:
    committee = station("udvalg", 0, (MONEY, Outcome.RECOMMENDED), (LIFEGUARDS, Outcome.RECOMMENDED))
    council = station("byråd", 14, (MONEY, Outcome.APPROVED))
    assert fates(committee, council) == [Fate.ADOPTED, Fate.DROPPED]


@pytest.mark.parametrize(
    ("clause", "outcome"),
    [
        ("at orienteringen om havnebadet tages til efterretning", Outcome.NOTED),
        ("at sagen fremlægges til orientering", Outcome.FOR_INFORMATION),
        ("at udvalget drøfter havnebadets åbningstider", Outcome.DISCUSSED),
    ],
)
def test_clause_that_asks_for_no_more_than_was_done_is_adopted(clause: str, outcome: Outcome) -> None:
    assert fates(station("udvalg", 0, (clause, outcome))) == [Fate.ADOPTED]
    assert fates(station("udvalg", 0, (MONEY, outcome))) == [Fate.UNDECIDED]


def test_clause_that_waits_for_the_council_is_sent_on() -> None:
    committee = station("udvalg", 0, (MONEY, Outcome.RECOMMENDED))
    assert fates(committee) == [Fate.SENT_ON]
    assert fates(committee, station("byråd", 14, (MONEY, Outcome.NONE), decided=False)) == [Fate.SENT_ON]


def test_council_that_decides_the_case_as_a_whole_decides_each_clause_sent_to_it() -> None:
    committee = station("udvalg", 0, (MONEY, Outcome.RECOMMENDED), (PLAN, Outcome.ADOPTED))
    council = station("byråd", 14, outcome=Outcome.APPROVED)
    assert fates(committee, council) == [Fate.ADOPTED, Fate.ADOPTED]
    money, plan = clause_threads((committee, council))
    assert money.steps[1] is not None and money.steps[1].clause is None
    assert plan.steps[1] is None, "what the committee decided itself was not sent on"


def test_clause_that_is_added_on_the_way_is_followed_from_there() -> None:
    committee = station("udvalg", 0, (MONEY, Outcome.RECOMMENDED))
    economy = station("økonomi", 7, (MONEY, Outcome.RECOMMENDED), (LIFEGUARDS, Outcome.RECOMMENDED))
    council = station("byråd", 14, (MONEY, Outcome.APPROVED), (LIFEGUARDS, Outcome.APPROVED))
    _, added = clause_threads((committee, economy, council))
    assert (added.first, added.steps[0], added.fate) == (1, None, Fate.ADOPTED)


@pytest.mark.parametrize(
    ("outcome", "fate"),
    [
        (Outcome.REJECTED, Fate.REJECTED),
        (Outcome.WITHDRAWN, Fate.WITHDRAWN),
        (Outcome.POSTPONED, Fate.POSTPONED),
        (Outcome.NONE, Fate.UNDECIDED),
        (Outcome.DISCUSSED, Fate.UNDECIDED),
    ],
)
def test_clause_that_was_not_adopted_says_why(outcome: Outcome, fate: Fate) -> None:
    assert fates(station("udvalg", 0, (MONEY, outcome))) == [fate]


def test_postponed_clause_that_is_adopted_later_is_adopted() -> None:
    put_off, taken_up = station("udvalg", 0, (PLAN, Outcome.POSTPONED)), station("udvalg", 28, (PLAN, Outcome.ADOPTED))
    assert fates(put_off, taken_up) == [Fate.ADOPTED]


def test_closed_treatment_drops_nothing() -> None:
    committee = station("udvalg", 0, (MONEY, Outcome.RECOMMENDED))
    assert fates(committee, station("byråd", 14, outcome=Outcome.NONE, closed=True)) == [Fate.SENT_ON]


def test_clause_that_was_sent_for_hearing_is_sent_on_though_the_body_puts_others_later() -> None:
    hearing = "at forslaget om havnebadet sendes i høring hos brugerne"
    first = station("udvalg", 0, (hearing, Outcome.SENT_ON), outcome=Outcome.SENT_ON)
    later = station("udvalg", 28, (MONEY, Outcome.RECOMMENDED))
    council = station("byråd", 42, (MONEY, Outcome.APPROVED))
    assert fates(first, later) == [Fate.SENT_ON, Fate.SENT_ON]
    assert fates(first, later, council) == [Fate.SENT_ON, Fate.ADOPTED]
    answered = station("udvalg", 42, (hearing, Outcome.ADOPTED))
    assert fates(first, later, answered)[0] is Fate.ADOPTED


def test_clause_that_was_sent_to_another_body_which_puts_others_is_dropped() -> None:
    first = station("udvalg", 0, (LIFEGUARDS, Outcome.SENT_ON), outcome=Outcome.SENT_ON)
    assert fates(first, station("byråd", 14, (MONEY, Outcome.APPROVED))) == [Fate.DROPPED, Fate.ADOPTED]


def test_recommended_clause_that_the_same_body_replaces_is_dropped() -> None:
    first = station("udvalg", 0, (LIFEGUARDS, Outcome.RECOMMENDED))
    assert fates(first, station("udvalg", 28, (MONEY, Outcome.ADOPTED))) == [Fate.DROPPED, Fate.ADOPTED]


def test_clause_that_the_same_body_put_off_and_did_not_put_again_is_dropped() -> None:
    first = station("udvalg", 0, (LIFEGUARDS, Outcome.POSTPONED))
    assert fates(first, station("udvalg", 28, (MONEY, Outcome.ADOPTED))) == [Fate.DROPPED, Fate.ADOPTED]
