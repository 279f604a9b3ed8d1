"""Why a deadline is as it is, said in sentences; and the talks of a person in the fields of the hub."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from casework.worklists.hand_made import DAY, days, pseudonym
from pejl.casework.deadlines.state import State
from pejl.casework.duty_book import DutyBook, duty_book
from pejl.casework.explained import explained, last_day_for_next, time_left
from pejl.casework.hub import hub_status
from pejl.casework.marks import MarkKind
from pejl.casework.worklists.row import Row
from pejl.law.duty import Clock, Counts, Duty, Exempt, Kind, Span, Starts
from pejl.law.enactment import Enactment
from pejl.law.rule import InForce
from pejl.law.status import Status

REFORM = Enactment("En prøvelov", dt.date(2025, 12, 1), "prøve")
CLOCK = Clock(Starts.CASE, Span(months=6))
BEFORE = Duty(
    "samtaler",
    Kind.TALK,
    "Fire samtaler",
    "Mindst fire.",
    "LAB § 31",
    "prøve",
    InForce(dt.date(2024, 1, 1), until=dt.date(2026, 6, 30), ended_by=REFORM),
    CLOCK,
    counts=Counts(kinds=("jobsamtale",)),
    required=4,
    exceptions=(Exempt("sygdom", "Borgeren er syg", "LAB § 9"),),
)
AFTER = replace(
    BEFORE, danish="To samtaler", required=2, force=InForce(dt.date(2026, 7, 1), by=REFORM), holder="akasse"
)
MONTH_END = replace(
    BEFORE, name="revurdering", kind=Kind.REASSESSMENT, clock=Clock(Starts.PAID_WEEKS, Span(), end_of_month=True)
)
BOOK = DutyBook((AFTER, BEFORE, MONTH_END))


def row(state: State, due: dt.date, **other: Any) -> Row:
    required, done = other.pop("required", 2), other.pop("done", 1)
    plain: dict[str, Any] = dict.fromkeys(Row.__dataclass_fields__)
    plain |= {"person": pseudonym(1), "duty": "samtaler", "kind": "samtale", "state": state, "due": due}
    plain |= {"starts": dt.date(2026, 1, 5), "opens": dt.date(2026, 1, 5), "required": required, "done": done}
    plain |= {"missing": max(required - done, 0), "days_left": (due - DAY).days, "running": True}
    return Row(**{**plain, "settled": False, "arranged": False, **other})


def steps(asked: Row) -> str:
    return " ".join(explained(asked, BOOK).steps)


def test_the_clock_what_counts_and_what_is_left_are_told_in_that_order() -> None:
    assert explained(row(State.AHEAD, days(5)), BOOK).steps == (
        "Uret går fra 5. januar 2026, sagens første dag. Fristen er 6 måneder: sidste dag er 5. april 2026.",
        "Der kræves 2 samtaler, og 1 er talt med.",
        "Der er 5 dage tilbage.",
    )


def test_a_deadline_stands_on_the_version_of_the_law_of_its_last_day() -> None:
    assert explained(row(State.AHEAD, dt.date(2026, 6, 30)), BOOK).danish == "Fire samtaler"
    later = row(State.AHEAD, dt.date(2026, 7, 1))
    assert explained(later, BOOK).danish == "To samtaler" and "Det er a-kassen" in steps(later)
    ended = row(State.ENDED, dt.date(2026, 7, 5), ends=dt.date(2026, 6, 30))
    assert explained(ended, BOOK).danish == "Fire samtaler"
    assert "Pligten gjaldt til og med 30. juni 2026 og faldt bort" in steps(ended)


def test_a_case_that_is_bound_to_the_old_law_is_explained_by_it() -> None:
    new = replace(AFTER, force=InForce(dt.date(2026, 7, 1), by=REFORM, cases_from=dt.date(2026, 2, 1)))
    old = replace(BEFORE, force=InForce(dt.date(2026, 7, 1), by=REFORM, cases_until=dt.date(2026, 1, 31)))
    book, due = DutyBook((new, old)), dt.date(2026, 7, 5)
    told = [
        explained(row(State.AHEAD, due, case_start=dt.date(2026, 1, 31)), book),
        explained(row(State.AHEAD, due, case_start=dt.date(2026, 2, 1)), book),
    ]
    assert [each.danish for each in told] == ["Fire samtaler", "To samtaler"]
    assert "Det er a-kassen" not in " ".join(told[0].steps)
    assert hub_status([row(State.AHEAD, due, case_start=dt.date(2026, 1, 31))], book).kan_selvbooke


@pytest.mark.parametrize(
    ("begun", "due", "ends", "says"),
    [
        ("2025-10-06", "2026-01-31", None, "Kommunen skal holde"),
        ("2025-10-06", "2026-02-01", None, "Sager fra før 1. februar"),
        ("2026-01-31", "2026-07-31", None, "Sager fra før 1. februar"),
        ("2026-02-01", "2026-08-01", None, "Sager fra 1. februar til 30. juni"),
        ("2025-10-06", "2026-04-06", "2026-01-31", "Kommunen skal holde"),
    ],
)
def test_talks_of_the_old_schemes_are_told_by_the_law_of_the_case(begun: str, due: str, ends: str, says: str) -> None:
    asked = row(
        *(State.AHEAD, dt.date.fromisoformat(due)),
        **{"duty": "samtaler_gamle_ordninger", "target_group": "ressourceforloeb"},
        case_start=dt.date.fromisoformat(begun),
        ends=dt.date.fromisoformat(ends) if ends else None,
    )
    duty = explained(asked, duty_book()).duty
    assert duty is not None and duty.says.startswith(says)


def test_an_unsettled_deadline_stands_on_the_version_that_ended() -> None:
    unsure = replace(AFTER, status=Status.UNCONFIRMED)
    asked = row(State.UNSETTLED, dt.date(2026, 7, 5), ends=dt.date(2026, 6, 30), case_start=dt.date(2026, 1, 5))
    told = explained(asked, DutyBook((unsure, BEFORE)))
    assert told.duty == BEFORE and "har ingen bekræftet" in " ".join(told.steps)


def test_where_versions_differ_by_target_group_the_persons_own_is_told() -> None:
    flex = replace(BEFORE, danish="Fleks", target_groups=("fleksjob",))
    book = DutyBook((replace(flex, danish="Job", target_groups=("jobparat",)), flex))
    assert explained(row(State.AHEAD, days(5), target_group="fleksjob"), book).danish == "Fleks"


def test_a_duty_that_ends_before_its_last_day_says_so_in_time() -> None:
    ahead = row(State.AHEAD, dt.date(2026, 7, 5), ends=dt.date(2026, 6, 30))
    assert "pligten gælder til og med 30. juni 2026. Fristen ligger senere" in steps(ahead)


@pytest.mark.parametrize(
    ("state", "due", "says"),
    [
        (State.AHEAD, days(0), "I dag er sidste dag."),
        (State.OVERDUE, days(-1), "overskredet med 1 dag, og"),
        (State.LOST, days(1), "færre dage tilbage, end der mangler"),
        (State.LOST, days(-1), "tæller ikke med i den"),
        (State.LEFT, days(-1), "intet forfaldt"),
    ],
)
def test_each_state_has_its_sentence(state: State, due: dt.date, says: str) -> None:
    assert says in steps(row(state, due))


def test_what_was_met_says_when_and_whether_it_was_in_time() -> None:
    assert "Opfyldt 30. marts 2026." in steps(row(State.MET, days(-1), done=2, met_on=days(-1)))
    assert "Opfyldt 31. marts 2026, efter fristen." in steps(row(State.MET_LATE, days(-1), done=2, met_on=days(0)))


def test_a_last_day_at_the_months_end_is_said_to_be_one() -> None:
    asked = row(State.AHEAD, days(0), duty="revurdering", kind="revurdering", required=1, done=0)
    assert "Fristen er månedens udgang: sidste dag er 31. marts 2026." in steps(asked)
    assert "Der kræves 1 revurdering, og det er ikke sket endnu." in steps(asked)


def test_an_exemption_says_why_by_the_law_or_in_somebodys_words() -> None:
    by_law = explained(row(State.EXEMPT, days(5), exempt="sygdom"), BOOK)
    assert by_law.waived == "Borgeren er syg (LAB § 9)."
    said = {"mark": MarkKind.EXEMPT, "mark_why": "Aftalt pause", "mark_until": days(9), "exempt": "anden"}
    by_hand = explained(row(State.EXEMPT, days(5), **said), BOOK)
    assert by_hand.waived == "Aftalt pause. Fritagelsen gælder til og med 9. april 2026."


def test_a_duty_that_the_law_does_not_know_is_told_by_its_word() -> None:
    unknown = explained(row(State.AHEAD, days(5), duty="ukendt"), BOOK)
    assert unknown.duty is None and unknown.danish == "ukendt" and "sidste dag er 5. april 2026" in unknown.steps[0]


def test_how_far_it_is_to_the_last_day() -> None:
    assert [time_left(row(State.AHEAD, days(n))) for n in (-1, 0, 1, 1200)] == [
        *("1 dag over", "i dag", "1 dag tilbage", "1.200 dage tilbage")
    ]


def test_the_next_talk_must_leave_a_day_for_each_of_the_others() -> None:
    assert last_day_for_next(row(State.AHEAD, days(5), required=4)) == days(3)
    assert last_day_for_next(row(State.AHEAD, days(5), required=2)) == days(5)
    assert last_day_for_next(row(State.OVERDUE, days(-5), required=4)) == days(-5)


def test_the_hub_is_told_of_talks_that_are_owed_and_whether_they_can_or_must_be_booked() -> None:
    offer = row(State.AHEAD, days(1), kind="tilbud")
    status = hub_status([offer, row(State.AHEAD, days(5)), row(State.MET, days(-5), done=2)], BOOK)
    assert status.kan_selvbooke and not status.straksbooking_paakraevet
    (frist,) = status.frister
    assert (frist.friststatus_type, frist.samtale_type, frist.fristdato) == ("venter", 7, days(5))
    booked = hub_status([row(State.AHEAD, days(5), booked=days(2))], BOOK)
    assert not booked.kan_selvbooke and len(booked.frister) == 1
    assert hub_status([row(State.OVERDUE, days(-5))], BOOK).straksbooking_paakraevet
    others = hub_status([row(State.AHEAD, dt.date(2026, 8, 1))], BOOK)
    assert others.frister and not others.kan_selvbooke
    assert hub_status([], BOOK).frister == ()
