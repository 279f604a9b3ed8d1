"""Announced against actual: whether a case came where it was announced, when, and after how many days."""

from __future__ import annotations

from pejl.record.threads.stops import Came, stops_met
from record.threads.stations import day, station


def test_stop_met_on_its_day_tells_how_long_that_took() -> None:
    committee = station("udvalg", 0, stops=(("byråd", 14),))
    council = station("byråd", 14)
    (stop,) = stops_met((committee, council), frozenset())
    assert (stop.came, stop.met, stop.waited, stop.late) == (Came.AS_ANNOUNCED, council, 14, 0)


def test_stop_met_later_tells_how_late() -> None:
    committee, council = station("udvalg", 0, stops=(("byråd", 14),)), station("byråd", 42)
    (stop,) = stops_met((committee, council), {("byråd", day(14))})
    assert (stop.came, stop.waited, stop.late, stop.late_days) == (Came.OTHER_DAY, 42, 28, 28)


def test_case_that_did_not_come_to_a_meeting_that_is_here_was_not_treated() -> None:
    committee = station("udvalg", 0, stops=(("byråd", 14),))
    (stop,) = stops_met((committee,), {("byråd", day(14))})
    assert (stop.came, stop.met, stop.waited, stop.late) == (Came.NOT_TREATED, None, None, None)


def test_stop_at_a_meeting_that_is_not_here_is_waited_for() -> None:
    (stop,) = stops_met((station("udvalg", 0, stops=(("byråd", 14),)),), frozenset())
    assert stop.came is Came.WAITING


def test_stop_without_a_day_is_met_by_the_next_treatment_there() -> None:
    committee, council = station("udvalg", 0, stops=(("byråd", None),)), station("byråd", 20)
    (stop,) = stops_met((committee, council), frozenset())
    assert (stop.came, stop.waited, stop.late) == (Came.AS_ANNOUNCED, 20, None)


def test_treatment_before_the_announcement_does_not_meet_it() -> None:
    before, committee = station("byråd", 0), station("udvalg", 7, stops=(("byråd", 14),))
    (stop,) = stops_met((before, committee), frozenset())
    assert stop.met is None


def test_stop_announced_by_two_bodies_is_told_once_by_the_first() -> None:
    committee = station("udvalg", 0, stops=(("økonomi", 7), ("byråd", 14)))
    economy = station("økonomi", 7, stops=(("byråd", 14),))
    stops = stops_met((committee, economy), frozenset())
    assert [(stop.announced_by.body, stop.stop.body) for stop in stops] == [("udvalg", "økonomi"), ("udvalg", "byråd")]


def test_stop_that_a_body_announces_again_is_waited_for_from_then() -> None:
    put_off = station("udvalg", 0, stops=(("byråd", 42),))
    again, council = station("udvalg", 28, stops=(("byråd", 42),)), station("byråd", 42)
    (stop,) = stops_met((put_off, again, council), frozenset())
    assert (stop.announced_by, stop.waited) == (again, 14)
