"""What holds for any register: work that was done makes nobody later, and what was met in time stays met."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from casework.deadlines.asking import asked
from casework.deadlines.random_registers import DUTIES, register
from casework.deadlines.registers import Held, talk
from pejl.calendar.months import add_months
from pejl.casework.deadlines.state import State
from pejl.law.duty import Kind

TALKS = tuple(duty for duty in DUTIES if duty.kind is Kind.TALK)
days = st.dates(dt.date(2025, 9, 1), dt.date(2026, 10, 31))
WITHOUT_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)
Key = tuple[str, str, dt.date]


def by_key(rows: list[dict[str, Any]]) -> dict[Key, dict[str, Any]]:
    return {(row["person"], row["duty"], row["starts"]): row for row in rows}


@settings(max_examples=2, deadline=None, phases=WITHOUT_SHRINKING)
@given(seed=st.integers(0, 10_000), day=days)
def test_a_held_talk_more_makes_nobody_later(seed: int, day: dt.date) -> None:
    tables = register(seed, persons=100)
    chance = random.Random(seed)
    more = [
        talk(str(day - dt.timedelta(chance.choice([-5, 0, 0, 1, 30, 90]))), person=f"p{number}", id=f"more{number}")
        for number in range(100)
    ]
    before = by_key(asked(Held(tables), str(day), *TALKS))
    after = by_key(asked(Held({**tables, "talks": [*tables["talks"], *more]}), str(day), *TALKS))
    assert before.keys() == after.keys()
    for key, was in before.items():
        now = after[key]
        assert now["done"] >= was["done"], key
        if was["met_on"]:
            assert now["met_on"] <= was["met_on"], key
        if now["state"] != was["state"]:
            better = State(now["state"]) is State.MET or State(was["state"]).broken
            assert better, (key, was["state"], now["state"])


@settings(max_examples=2, deadline=None, phases=WITHOUT_SHRINKING)
@given(seed=st.integers(0, 10_000), day=days, more=st.integers(1, 200))
def test_what_was_met_in_time_stays_met(seed: int, day: dt.date, more: int) -> None:
    held = Held(register(seed, persons=100))
    later, back_to = day + dt.timedelta(more), add_months(day, -12)
    first = by_key(asked(held, str(day), *DUTIES, back_to=back_to))
    then = by_key(asked(held, str(later), *DUTIES, back_to=back_to))
    for key, was in first.items():
        # A sick leave that ended before its weeks passed the limit has no reassessment after all; and who has changed
        # to a group that the law asks more for is judged anew.
        gone = key not in then and was["duty"] == "revurdering"
        if was["state"] == State.MET and not gone and was["required"] == then[key]["required"]:
            assert then[key]["state"] == State.MET, (key, then[key])
