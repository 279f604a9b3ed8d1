"""The log reviewed: looks without a purpose in what follows, decisions without a look, and who is far from the team."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from pejl.screening.assessments.entry import Entry
from pejl.screening.assessments.events import Event
from pejl.screening.assessments.review import Looked, reviewed

HERE = ZoneInfo("Europe/Copenhagen")
TUESDAY = dt.datetime(2026, 11, 10, 10, tzinfo=HERE)


def entry(number: int, event: Event, who: str, person: str, **detail: Any) -> Entry:
    told = json.dumps({"team": "Nord", **detail})
    return Entry(number, TUESDAY, event, who, person, "G1", f"a-{person}", told)


def test_a_look_after_which_nothing_was_done_is_told() -> None:
    looks = [Looked("lise", "p1", TUESDAY), Looked("lise", "p2", TUESDAY), Looked("lise", "p2", TUESDAY)]
    (user,) = reviewed(looks, [entry(1, Event.EGEN, "lise", "p1", kind="slip")]).users
    assert (user.team, user.looks, user.persons, user.idle) == ("Nord", 3, 2, 1)


def test_what_a_case_system_does_for_a_caseworker_counts_with_its_own_looks() -> None:
    looks = [Looked("fagsystem", "p1", TUESDAY)]
    (user,) = reviewed(looks, [entry(1, Event.EGEN, "SB012 (fagsystem)", "p1", kind="slip")]).users
    assert (user.who, user.idle) == ("fagsystem", 0)


def test_a_decision_on_advice_that_was_not_shown_is_told() -> None:
    entries = [
        entry(1, Event.VIST, "lise", "p1", kinds=["slip"]),
        entry(2, Event.FULGT, "lise", "p1", kind="slip"),
        entry(3, Event.FULGT, "lise", "p1", kind="attest"),
    ]
    (user,) = reviewed([Looked("lise", "p1", TUESDAY)], entries).users
    assert (user.decisions, user.unseen) == (2, 1)


@pytest.mark.parametrize(
    ("at", "odd"),
    [
        (TUESDAY, 0),
        (TUESDAY.replace(hour=5), 1),
        (TUESDAY.replace(hour=20), 1),
        (TUESDAY.replace(day=14), 1),
        (dt.datetime(2026, 12, 25, 10, tzinfo=HERE), 1),
    ],
)
def test_looks_at_night_and_on_days_off_are_told(at: dt.datetime, odd: int) -> None:
    assert reviewed([Looked("lise", "p1", at)], []).users[0].odd_hours == odd


def test_who_looks_at_far_more_than_the_team_is_told_and_few_are_hidden() -> None:
    looks = [Looked(f"bruger{user}", f"p{user}-{n}", TUESDAY) for user in range(5) for n in range(10 + user)]
    looks += [Looked("nysgerrig", f"p{n}", TUESDAY) for n in range(200)]
    entries = [entry(n, Event.EGEN, each.who, each.person) for n, each in enumerate(looks, start=1)][::3]
    found = reviewed(looks, entries)
    assert [user.who for user in found.users if user.far] == ["nysgerrig"]
    (team,) = found.teams
    assert team.far.few and team.users.exact and team.persons.exact


def test_of_a_team_of_three_nobody_is_far() -> None:
    looks = [Looked(who, f"p{n}", TUESDAY) for who, many in (("a", 1), ("b", 1), ("c", 90)) for n in range(many)]
    assert not any(user.far for user in reviewed(looks, []).users)
