"""The deadlines of any snapshot on any day, with the exemptions that people recorded: for shares of times and of states
of knowledge that no table lies ready for (`casework.judged`)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pejl import when_used
from pejl.casework.marks import Mark, MarkKind
from pejl.register.snapshot import Snapshot

if TYPE_CHECKING:
    import ibis
    import pyarrow as pa

    from pejl.casework.deadlines import deadline_table
    from pejl.law import law as engine
else:
    pa = when_used.module("pyarrow")
    deadline_table = when_used.module("pejl.casework.deadlines.deadline_table")
    engine = when_used.module("pejl.law.law")


def judged_since(
    snapshot: Snapshot, day: dt.date, first: dt.date, marks: Sequence[Mark], scenario: str = ""
) -> ibis.Table:
    """The deadlines whose last day is `first` or later, as they stood on the day, as far as the snapshot knows.

    Raises `NothingKnown` where it knows no benefit spells, and a refusal of the law where the scenario is none.
    """
    law_day = engine.law().on(day, scenario=scenario or None)
    return deadline_table.deadlines(snapshot, day, law_day=law_day, recorded=exemptions(marks), back_to=first)


def exemptions(marks: Sequence[Mark]) -> pa.Table:
    """The exemptions among the marks as the table of deadlines takes them: with the reason's word, and until when."""
    schema = pa.schema(
        [
            ("person", pa.string()),
            ("duty", pa.string()),
            ("starts", pa.date32()),
            ("exempt", pa.string()),
            ("until", pa.date32()),
        ]
    )
    rows = [
        {
            "person": mark.key.person,
            "duty": mark.key.duty,
            "starts": mark.key.starts,
            "exempt": mark.reason,
            "until": mark.until,
        }
        for mark in marks
        if mark.kind is MarkKind.EXEMPT
    ]
    return pa.Table.from_pylist(rows, schema=schema)
