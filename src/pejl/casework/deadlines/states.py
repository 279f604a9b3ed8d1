"""How it stands with each deadline on the judged day, in the order in which the states are tried (`State`)."""

from __future__ import annotations

from collections.abc import Sequence

import ibis

from pejl.casework.deadlines.asked import Asked
from pejl.casework.deadlines.spans import by_version, days_between
from pejl.casework.deadlines.state import State
from pejl.casework.deadlines.versions import Version
from pejl.law.duty import Kind


def with_state(rows: ibis.Table, versions: Sequence[Version], asked: Asked) -> ibis.Table:
    """The rows with `state`. They have `in_time`, where what met the duty late counts as in time all the same."""
    late = by_version(rows.version, [version.duty.late_counts for version in versions], ibis.literal, "boolean")
    ahead = rows.due >= asked.day
    in_time = (rows.met_on <= rows.due) | rows.in_time
    return rows.mutate(
        state=ibis.cases(
            (rows.exempt.notnull(), State.EXEMPT.value),
            (rows.met_on.notnull() & in_time, State.MET.value),
            (rows.met_on.notnull(), State.MET_LATE.value),
            (rows.ends.fill_null(asked.day) < asked.day, State.ENDED.value),
            (rows.left_on.notnull(), State.LEFT.value),
            (rows.waits | (ahead & (late | _can_be_met(rows, versions, asked))), State.AHEAD.value),
            (~late | rows.gone, State.LOST.value),
            else_=State.OVERDUE.value,
        )
    )


def _can_be_met(rows: ibis.Table, versions: Sequence[Version], asked: Asked) -> ibis.Column:
    """Whether as many days are left as talks: one a day, and no other on a day that has had one."""
    counted = [version.duty.kind is Kind.TALK for version in versions]
    first = ibis.greatest(rows.opens, asked.today)
    used = (rows.last_done == asked.day).fill_null(False).cast("int64")
    days = days_between(first, rows.due) + 1 - used
    is_talk = by_version(rows.version, counted, ibis.literal, "boolean")
    return ~is_talk | (rows.required - rows.done <= days)
