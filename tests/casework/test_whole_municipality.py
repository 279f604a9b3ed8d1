"""The table of deadlines of the whole small municipality is what plain loops make of its rows, on the five days."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from casework.deadlines import reference
from casework.deadlines.reference import Reference, Row
from pejl.casework.deadlines.deadline_table import deadlines
from pejl.casework.duty_book import duty_book
from pejl.law.duty import Duty
from pejl.law.status import Status
from pejl.register.simulation.stories.story import JUDGED
from pejl.register.snapshot import Snapshot

TABLES = ("benefit_spells", "sick_leave_spells", "talks", "offers", "plans", "decisions")
NAMES = ("person", "duty", "starts", "opens", "due", "required", "done", "met_on", "booked", "exempt", "ends", "state")
BEGINNING = dt.date(2024, 1, 1)


class ByPerson(Reference):
    """The same, with each person's rows at hand."""

    def __init__(self, tables: Mapping[str, Sequence[Row]], day: dt.date, known: dt.date) -> None:
        super().__init__(tables, day, known, BEGINNING)
        self._own: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
        for name, rows in self.tables.items():
            for row in rows:
                self._own[name, row["person"]].append(row)

    def of(self, table: str, person: str) -> list[dict[str, Any]]:
        return self._own[table, person]


def under_the_work_duty(spell: Row) -> bool:
    """From 01.07.2025: on one of the lowest rates, and neither of the two conditions met."""
    lowest = spell["benefit"] == "kontanthjaelp" and spell["rate"] in ("mindstesats", "hjemmeboendesats")
    without_work = spell["entered"] and spell["work"] < 2.5
    return bool(lowest and spell["residence"] < 9 and without_work)


def holds(rule: str, spell: Row) -> bool:
    """What a rule that a duty names says of a benefit spell, read from the law and not from its text here."""
    return {
        "fritaget_efter_106": bool(spell["special_effort"]),
        "omfattet_af_27_stk_3": False,
        "omfattet_af_arbejdspligt": under_the_work_duty(spell),
    }[rule]


def unless_unsettled(row: dict[str, Any]) -> dict[str, Any]:
    """A duty has not ended where another version, which nobody has confirmed, may hold on the last day."""
    for duty in duty_book().duties:
        may_hold = duty.force.since <= row["due"] and (duty.force.until is None or row["due"] <= duty.force.until)
        if duty.status is Status.UNCONFIRMED and duty.name == row["duty"] and may_hold and row["state"] == "bortfaldet":
            return row | {"state": "uafklaret"}
    return row


@pytest.fixture(scope="module")
def tables(snapshot: Snapshot) -> dict[str, list[dict[str, Any]]]:
    """All rows that deadlines follow from; with each benefit spell what is known of its person."""
    rows = {name: snapshot.table(name).to_pyarrow().to_pylist() for name in TABLES}
    persons = {row["person"]: row for row in snapshot.table("persons").to_pyarrow().to_pylist()}
    for spell in rows["benefit_spells"]:
        person = persons[spell["person"]]
        spell["residence"], spell["work"] = float(person["residence_years"]), float(person["work_years"])
        spell["entered"] = person["entered_1968_or_later"]
    return rows


@pytest.mark.parametrize("day", [*(pytest.param(day, marks=pytest.mark.long) for day in JUDGED[:-1]), JUDGED[-1]])
def test_everybody_is_judged_as_by_hand(
    snapshot: Snapshot, tables: dict[str, list[dict[str, Any]]], day: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    matched = reference.matches

    def exception(duty: Duty, spell: Row) -> str | None:
        return next((each.name for each in duty.exceptions if each.rule and holds(each.rule, spell)), None)

    def matches(duty: Duty, spell: Row) -> bool:
        return matched(duty, spell) and (not duty.applies or holds(duty.applies, spell))

    monkeypatch.setattr(reference, "exception", exception)
    monkeypatch.setattr(reference, "matches", matches)
    duties = tuple(duty for duty in duty_book().duties if duty.status.usable)
    judged = dt.date.fromisoformat(day)
    expected = told([unless_unsettled(row) for row in ByPerson(tables, judged, snapshot.known).rows(duties)])
    found = told(deadlines(snapshot, judged, back_to=BEGINNING).to_pyarrow().to_pylist())
    assert len(found) > 500
    assert [row for row in found if row not in expected] == []
    assert [row for row in expected if row not in found] == []
    assert len(found) == len(expected)


def told(rows: Sequence[Mapping[str, Any]]) -> list[tuple[Any, ...]]:
    return sorted((tuple(row[name] for name in NAMES) for row in rows), key=str)
