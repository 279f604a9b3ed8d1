"""An exemption that somebody recorded does the same to a kept row as to one that is judged with it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from casework.worklists.hand_made import DAY, a_register, days
from pejl.casework.deadlines.columns import DEADLINE_COLUMNS
from pejl.casework.deadlines.deadline_table import deadlines
from pejl.casework.deadlines.key import DeadlineKey
from pejl.casework.judged import judged
from pejl.casework.mark_columns import exemptions
from pejl.casework.marks import Mark, MarkKind
from pejl.casework.worklists.asked import DutyWords, Narrowed, Scope
from pejl.casework.worklists.lists import ALL
from pejl.casework.worklists.opened import opened
from pejl.home.folders import Home
from pejl.register.register import Register

AT = dt.datetime(2026, 3, 31, tzinfo=dt.UTC)
Told = dict[DeadlineKey, tuple[str, str | None]]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return a_register(tmp_path_factory.mktemp("exempt"), gone=[2])


def as_kept(home: Home, marks: list[Mark]) -> Told:
    with opened(judged(home), marks, Scope(everything=True), DutyWords()) as found:
        return {row.key: (row.state.value, row.exempt) for row in found.page(ALL, Narrowed(), limit=None)}


def as_judged(home: Home, marks: list[Mark]) -> Told:
    rows = deadlines(Register(home).newest(), DAY, recorded=exemptions(marks)).select(*DEADLINE_COLUMNS)
    return {
        DeadlineKey(row["duty"], row["person"], row["starts"]): (row["state"], row["exempt"])
        for row in rows.to_pyarrow().to_pylist()
    }


def test_a_kept_row_under_an_exemption_is_as_one_that_was_judged_with_it(home: Home) -> None:
    before = as_kept(home, [])
    ends = [None, days(-40), days(-1), DAY, days(1), days(400)]
    marks = [
        Mark(key, MarkKind.EXEMPT, "Lise", AT, until=ends[number % len(ends)], reason="anden")
        for number, key in enumerate(sorted(before, key=str))
    ]
    after = as_kept(home, marks)
    assert after == as_judged(home, marks)
    assert before == as_judged(home, []) and after != before
    assert {state for state, _ in after.values()} > {"fritaget"}


def test_the_kept_table_is_as_the_law_judges(home: Home, tmp_path: Path) -> None:
    assert judged(home).day == DAY and len(as_kept(home, [])) > 12
