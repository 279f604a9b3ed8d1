"""What the log holds is laid out for looking at, and a model that fails goes out of use without anybody at work."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from pejl.home.folders import Home
from pejl.screening.advice.shapes import Advice, Assessment, Kind, Says
from pejl.screening.assessments.entry import Entry
from pejl.screening.assessments.events import Event
from pejl.screening.canonical import canonical
from pejl.screening.features.declared import FEATURES
from pejl.screening.gate.verbs import Cause
from pejl.screening.monitoring import services
from pejl.screening.monitoring.alarms import Finding
from pejl.screening.monitoring.limits import Level
from pejl.screening.monitoring.look import Look
from pejl.screening.monitoring.watched import Outcome, decided_of, first_of_each, inputs_of, matured_of

FIRST_DAY = dt.date(2026, 1, 5)
ASSESSED = dt.date(2026, 2, 10)
AT = dt.datetime(2026, 2, 10, 12, tzinfo=dt.UTC)
MODEL = "m:h"
KNOWN = dt.date(2026, 10, 31)


def assessment(number: int, spell: str, says: Says = Says.TILBYD_INDSATS) -> Assessment:
    advice = Advice(kind=Kind.TIDLIG_INDSATS, says=says, sentence="…", weeks=26.0, chance=0.4)
    return Assessment(
        id=f"a{number}",
        spell=spell,
        person="p" + "b" * 26,
        day=ASSESSED,
        landmark="indgang",
        expires=ASSESSED + dt.timedelta(days=14),
        model=MODEL,
        snapshot="s",
        policy="standard:0",
        answered=False,
        advice=(advice,),
        inputs={"alder": 45.0, "aarsag": "andet"},
        input_hash="0" * 64,
    )


class Log:
    """Entries as they come about."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []

    def add(self, event: Event, spell: str, about: str, seconds: int = 0, **detail: Any) -> None:
        at = AT + dt.timedelta(seconds=seconds)
        number = len(self.entries) + 1
        self.entries.append(Entry(number, at, event, "lise", "p" + "b" * 26, spell, about, canonical(detail)))

    def assessed(self, spell: str, withheld: str = "", says: Says = Says.TILBYD_INDSATS) -> str:
        made = assessment(len(self.entries) + 1, spell, says)
        self.add(Event.VURDERET, spell, made.id, assessment=made.model_dump(mode="json"), withheld=withheld)
        return made.id


def outcome(weeks: float | None, told: bool = True) -> Outcome:
    last = FIRST_DAY + dt.timedelta(days=round(7 * weeks)) if weeks is not None else None
    return Outcome(FIRST_DAY, last, told, "kvinde", "45-59", "enlig")


def test_only_those_whose_time_has_come_and_whose_end_says_something_are_told_of() -> None:
    log = Log()
    ends = {"kort": outcome(12), "lang": outcome(30), "loeber": outcome(None), "doed": outcome(10, told=False)}
    for spell in ends:
        log.assessed(spell)
    first = first_of_each(log.entries, MODEL)
    found = {each.spell: each.still for each in matured_of(first, log.entries, ends, KNOWN)}
    assert found == {"kort": False, "lang": True, "loeber": True}
    early = FIRST_DAY + dt.timedelta(weeks=20)
    assert matured_of(first, log.entries, ends, early) == []


def test_somebody_who_died_after_the_time_had_come_was_still_ill_then() -> None:
    log = Log()
    log.assessed("G1")
    found = matured_of(first_of_each(log.entries, MODEL), log.entries, {"G1": outcome(40, told=False)}, KNOWN)
    assert [each.still for each in found] == [True]


def test_a_sick_leave_that_was_assessed_five_times_weighs_once_and_other_models_not_at_all() -> None:
    log = Log()
    ids = [log.assessed("G1") for _ in range(5)]
    first = first_of_each(log.entries, MODEL)
    assert [each.assessment.id for each in first.values()] == ids[:1]
    assert first_of_each(log.entries, "another:h") == {}


def test_a_release_and_a_withheld_advice_are_noted() -> None:
    log = Log()
    log.assessed("G1", withheld="skygge")
    about = log.assessed("G2")
    log.add(Event.SLUPPET, "G2", about, kind="slip", team="Syd")
    ends = {"G1": outcome(30), "G2": outcome(12)}
    one, other = matured_of(first_of_each(log.entries, MODEL), log.entries, ends, KNOWN)
    assert (one.withheld, one.released) == (True, False) and (other.withheld, other.released) == (False, True)


def test_a_decision_is_timed_from_when_the_advice_was_shown() -> None:
    log = Log()
    about = log.assessed("G1")
    log.add(Event.EGEN, "G1", about, kind="tidlig_indsats", team="Syd", says="saedvanlig")
    log.add(Event.VIST, "G1", about, 60, kinds=["tidlig_indsats"], team="Syd")
    log.add(Event.FRAVEGET, "G1", about, 100, kind="tidlig_indsats", team="Syd", says="saedvanlig")
    (found,) = decided_of(first_of_each(log.entries, MODEL), log.entries)
    assert (found.withheld, found.agrees, found.seconds, found.team) == (False, False, 40.0, "Syd")


def test_what_people_hold_without_seeing_the_advice_is_their_agreement_with_it() -> None:
    log = Log()
    about = log.assessed("G1", withheld="skygge")
    log.add(Event.EGEN, "G1", about, kind="tidlig_indsats", team="Syd", says="tilbyd_indsats")
    (found,) = decided_of(first_of_each(log.entries, MODEL), log.entries)
    assert found.withheld and found.agrees and found.seconds is None


def test_what_went_into_assessments_comes_as_columns() -> None:
    found = inputs_of([assessment(1, "G1"), assessment(2, "G2")], FEATURES)
    assert found["alder"].tolist() == [45.0, 45.0] and found["aarsag"].tolist() == ["andet", "andet"]
    assert all(value != value for value in found["timer"].tolist())


@pytest.mark.parametrize(("level", "suspends", "out"), [(3, True, True), (3, False, False), (2, True, False)])
def test_a_model_that_fails_goes_out_of_use_by_itself(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, level: int, suspends: bool, out: bool
) -> None:
    done: list[SimpleNamespace] = []
    found = Look("m", KNOWN, "s", 9, 9, (Finding("log", "kaede", Level(level), "Post 7 er ændret."),))
    monkeypatch.setattr(services, "look_at_model", lambda _home, day=None: found)
    monkeypatch.setattr(services, "suspend", lambda _home, **told: done.append(SimpleNamespace(**told)))
    assert services.watch(Home(tmp_path), suspends=suspends) is found
    assert [(each.cause, each.why, each.who) for each in done] == (
        [(Cause.MONITORING, "Post 7 er ændret.", services.WATCH)] if out else []
    )
