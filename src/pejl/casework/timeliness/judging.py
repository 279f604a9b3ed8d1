"""The deadlines of any snapshot on any day, with the exemptions that people recorded: for shares of times and of states
of knowledge that no table lies ready for (`casework.judged`)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pejl import when_used
from pejl.casework.marks import Mark
from pejl.register.snapshot import Snapshot

if TYPE_CHECKING:
    import ibis

    from pejl.casework import mark_columns
    from pejl.casework.deadlines import deadline_table
    from pejl.law import law as engine
else:
    mark_columns = when_used.module("pejl.casework.mark_columns")
    deadline_table = when_used.module("pejl.casework.deadlines.deadline_table")
    engine = when_used.module("pejl.law.law")


def judged_since(
    snapshot: Snapshot, day: dt.date, first: dt.date, marks: Sequence[Mark], scenario: str = ""
) -> ibis.Table:
    """The deadlines whose last day is `first` or later, as they stood on the day, as far as the snapshot knows.

    Raises `NothingKnown` where it knows no benefit spells, and a refusal of the law where the scenario is none.
    """
    law_day = engine.law().on(day, scenario=scenario or None)
    return deadline_table.deadlines(
        snapshot, day, law_day=law_day, recorded=mark_columns.exemptions(marks), back_to=first
    )
