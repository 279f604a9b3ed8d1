"""On the example municipality the planted cases are found exactly, on five days across the reforms.

What must be found was decided by hand, with each story (`register.simulation.stories`), and no code computed it.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections import Counter
from pathlib import Path

import pytest

from pejl.casework.deadlines.deadline_table import deadlines
from pejl.casework.deadlines.state import State
from pejl.casework.duty_book import duty_book
from pejl.intake.pseudonym import Identifier, Pseudonyms
from pejl.law.duty import Duty
from pejl.register.simulation.deliveries import SOURCE
from pejl.register.simulation.deliveries import STORIES as STORIES_FILE
from pejl.register.simulation.offices import STORIES as TEAM
from pejl.register.simulation.stories.every import STORIES
from pejl.register.simulation.stories.story import JUDGED, UNREMARKABLE
from pejl.register.simulation.stories.written import write
from pejl.register.snapshot import Snapshot
from register.simulation.fjordby import KEY, LAST

BEGINNING = dt.date(2024, 1, 1)
"""The earliest last day of any story."""

EVERYWHERE = ("2025-06-30", "2026-09-30")
"""Under the law before the first reform, and after the last: looked at wherever the tests run, and the rest in CI."""
DAYS = [day if day in EVERYWHERE else pytest.param(day, marks=pytest.mark.long) for day in JUDGED]

Found = Counter[tuple[str, str, str, str]]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, str]]:
    """The rows of `stories.csv` as they lie beside the register, under pseudonym."""
    path: Path = tmp_path_factory.mktemp("beside") / STORIES_FILE
    pseudonyms = Pseudonyms(KEY, SOURCE)
    write(STORIES, path, LAST, lambda number: str(pseudonyms.one(number, Identifier.OWN)))
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def expected(told: list[dict[str, str]], day: str, scenario: str) -> Found:
    """What must be found on a day: person, duty, last day and state."""
    rows = [row for row in told if row["day"] == day and row["duty"] and row["scenario"] == scenario]
    return Counter((row["person"], row["duty"], row["due"], row["state"]) for row in rows)


def found(snapshot: Snapshot, day: str, duties: tuple[Duty, ...] | None = None) -> Found:
    """What the table of deadlines finds in the stories' team, but for what was kept or ended with the case."""
    table = deadlines(snapshot, dt.date.fromisoformat(day), duties=duties, back_to=BEGINNING)
    ours = table.filter(table.team == TEAM, table.state.notin(list(UNREMARKABLE)))
    rows = ours.select("person", "duty", "due", "state").to_pyarrow().to_pylist()
    return Counter((row["person"], row["duty"], row["due"].isoformat(), row["state"]) for row in rows)


@pytest.mark.parametrize("day", DAYS)
def test_what_is_planted_is_found_neither_more_nor_less(
    snapshot: Snapshot, told: list[dict[str, str]], day: str
) -> None:
    wanted, got = expected(told, day, ""), found(snapshot, day)
    why = {row["person"]: row["story"] for row in told}
    assert [(each, why[each[0]]) for each in (wanted - got)] == [], "not found"
    assert [(each, why[each[0]]) for each in (got - wanted)] == [], "found, and not planted"


@pytest.mark.parametrize("day", DAYS)
def test_what_no_source_confirms_is_found_only_where_it_is_supposed(
    snapshot: Snapshot, told: list[dict[str, str]], day: str
) -> None:
    supposed = {each.duty for story in STORIES for each in story.finds if each.supposed}
    duties = tuple(duty for duty in duty_book().duties if duty.name in supposed)
    assert not [duty for duty in duties if duty.status.usable]
    assert found(snapshot, day, duties) == expected(told, day, "fjordby")


def test_every_state_that_asks_for_something_is_planted_on_some_day() -> None:
    planted = {state for story in STORIES for each in story.finds for _, state in each.on_days()}
    assert planted == {state.value for state in State} - set(UNREMARKABLE)


def test_every_duty_that_is_planted_is_one_of_the_law() -> None:
    named = {each.duty for story in STORIES for each in story.finds}
    assert named <= {duty.name for duty in duty_book().duties}
    settled = {duty.name for duty in duty_book().duties if duty.status.usable}
    assert settled - named <= {"samtaler_dagpenge_2023", "samtaler_27_stk_3"}, "a settled duty without a story"
