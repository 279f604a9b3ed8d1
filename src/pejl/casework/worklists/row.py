"""A row of a worklist as pages and files read it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, fields
from typing import Any

from pejl.casework.deadlines.key import DeadlineKey
from pejl.casework.deadlines.state import State
from pejl.casework.marks import MarkKind


@dataclass(frozen=True, slots=True)
class Row:
    """A deadline with its mark. What the columns of the deadlines mean stands in `deadlines.columns`.

    `now_*` is who has the case on the judged day, the row's own where it does not run any more. `missing` is how many
    times are owed still, `days_left` the days to the last day, negative after it.
    """

    person: str
    duty: str
    kind: str
    benefit: str | None
    target_group: str | None
    now_unit: str | None
    now_team: str | None
    now_caseworker: str | None
    case_start: dt.date | None
    starts: dt.date
    opens: dt.date
    due: dt.date
    required: int
    done: int
    met_on: dt.date | None
    booked: dt.date | None
    exempt: str | None
    ends: dt.date | None
    state: State
    running: bool
    settled: bool
    arranged: bool
    missing: int
    days_left: int
    mark: MarkKind | None
    mark_day: dt.date | None
    mark_until: dt.date | None
    mark_reason: str | None
    mark_why: str | None
    mark_who: str | None
    mark_at: dt.date | None

    @property
    def key(self) -> DeadlineKey:
        """What the deadline is called."""
        return DeadlineKey(self.duty, self.person, self.starts)

    @property
    def broken_promise(self) -> bool:
        """Whether somebody marked it as done, and the register has known of the day since and does not show it."""
        return self.mark is MarkKind.DONE and not self.settled and not self.met_on


COLUMNS = tuple(field.name for field in fields(Row))


def row_of(values: dict[str, Any]) -> Row:
    """The row that these cells make."""
    mark = values["mark"]
    return Row(**{**values, "state": State(values["state"]), "mark": MarkKind(mark) if mark else None})
