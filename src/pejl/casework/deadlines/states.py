"""How it stands with each deadline on the judged day, in the order in which the states are tried (`State`)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import reduce
from operator import or_

import ibis

from pejl.casework.deadlines.asked import Asked
from pejl.casework.deadlines.columns import DEADLINE_COLUMNS
from pejl.casework.deadlines.spans import days_between
from pejl.casework.deadlines.state import State
from pejl.law.duty import Duty, Kind

RESTS_ON = ("late", "in_time", "waits", "left_on", "gone", "last_done")
"""What a state rests on besides the table's columns: whether late mends, whether what came late counts as in time or
still may, the day on which the person left the group, whether that was after the last day, and the last time done."""


def with_state(rows: ibis.Table, asked: Asked, unsettled: Sequence[Duty] = ()) -> ibis.Table:
    """The table of deadlines, with `state`. `unsettled` are the versions that nobody has confirmed."""
    ended = rows.ends.fill_null(asked.day) < asked.day
    ahead = rows.due >= asked.day
    in_time = rows.in_time | (rows.met_on <= rows.due)
    state = ibis.cases(
        (rows.exempt.notnull(), State.EXEMPT.value),
        (rows.met_on.notnull() & in_time, State.MET.value),
        (rows.met_on.notnull(), State.MET_LATE.value),
        (ended & _unsettled(rows, unsettled), State.UNSETTLED.value),
        (ended, State.ENDED.value),
        (rows.left_on.notnull(), State.LEFT.value),
        (rows.waits | (ahead & (rows.late | _can_be_met(rows, asked))), State.AHEAD.value),
        (~rows.late | rows.gone, State.LOST.value),
        else_=State.OVERDUE.value,
    )
    return rows.mutate(state=state).select(*DEADLINE_COLUMNS)


def _unsettled(rows: ibis.Table, versions: Sequence[Duty]) -> ibis.Value:
    """Whether one of the versions may hold on the last day: then nobody knows that the duty ended with the law."""
    may = [
        (rows.duty == duty.name)
        & rows.due.between(ibis.literal(duty.force.since), ibis.literal(duty.force.until or dt.date.max))
        & (rows.target_group.isin(duty.target_groups) if duty.target_groups else ibis.literal(True))
        for duty in versions
    ]
    return reduce(or_, may, ibis.literal(False)).fill_null(False)


def _can_be_met(rows: ibis.Table, asked: Asked) -> ibis.Column:
    """Whether as many days are left as talks: one a day, and no other on a day that has had one."""
    used = (rows.last_done == asked.day).fill_null(False).cast("int64")
    days = days_between(ibis.greatest(rows.opens, asked.today), rows.due) + 1 - used
    return (rows.kind != Kind.TALK.value) | (rows.required - rows.done <= days)
