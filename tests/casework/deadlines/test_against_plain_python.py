"""The table of deadlines is what plain loops make of the same rows, on any day."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from casework.deadlines.asking import asked
from casework.deadlines.random_registers import DUTIES, register
from casework.deadlines.reference import Reference
from casework.deadlines.registers import KNOWN, Held

CLOCK = ("person", "spell", "duty", "case_start", "starts", "opens", "due", "ends")
NAMES = (*CLOCK, "required", "done", "met_on", "booked", "exempt", "state")

days = st.dates(dt.date(2025, 6, 1), KNOWN) | st.sampled_from(
    [dt.date(2026, 6, 30), dt.date(2026, 7, 1), dt.date(2026, 7, 2)]
)


def plain(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{name: row[name] for name in NAMES} for row in rows]


@settings(max_examples=3, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(seed=st.integers(0, 10_000), day=days)
def test_any_register_on_any_day_is_judged_as_by_hand(seed: int, day: dt.date) -> None:
    tables = register(seed, persons=150)
    found = plain(asked(Held(tables), str(day), *DUTIES))
    expected = plain(Reference(tables, day, KNOWN).rows(DUTIES))
    for one, other in zip(found, expected, strict=False):
        assert one == other
    assert len(found) == len(expected)
