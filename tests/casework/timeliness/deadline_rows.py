"""Rows of the table of deadlines, as short as a test needs them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import ibis
import pyarrow as pa

from pejl.casework.deadlines.columns import DEADLINE_COLUMNS
from pejl.casework.deadlines.state import State

_KINDS = {"string": pa.string(), "date": pa.date32(), "int64": pa.int64()}
SCHEMA = pa.schema([(name, _KINDS[kind]) for name, kind in DEADLINE_COLUMNS.items()])
DUE = dt.date(2026, 8, 15)


def row(person: str, duty: str, state: State, due: dt.date = DUE, **others: object) -> dict[str, object]:
    """One deadline; what is not told is empty."""
    started = due - dt.timedelta(days=184)
    filled = {"person": person, "spell": f"Y{person}", "duty": duty, "due": due, "state": state.value}
    return (
        dict.fromkeys(DEADLINE_COLUMNS)
        | {"starts": started, "case_start": started, "team": "Dagpenge"}
        | filled
        | others
    )


def rows(duty: str, state: State, many: int, first: int = 0, **others: object) -> list[dict[str, object]]:
    """Deadlines of so many different persons."""
    due = others.pop("due", DUE)
    assert isinstance(due, dt.date)
    return [row(f"p{place:03d}", duty, state, due, **others) for place in range(first, first + many)]


def table(listed: Sequence[dict[str, object]]) -> ibis.Table:
    return ibis.memtable(pa.Table.from_pylist(list(listed), schema=SCHEMA))
