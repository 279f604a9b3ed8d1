"""Who has a person's case on a day: the deadlines of years ago must lie on the desk of whoever has the case now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import ibis

from pejl.register.snapshot import Snapshot

_TABLES = {"benefit_spells": "start", "sick_leave_spells": "first_day"}
"""The tables whose rows are cases, with the column of the first day."""


def present_cases(snapshot: Snapshot, day: dt.date) -> ibis.Table | None:
    """One row for each person with a case that runs on the day, and where it lies: where the latest row says so.

    None where the snapshot has no table of cases.
    """
    running = list(_running(snapshot, day))
    if not running:
        return None
    last = ibis.union(*running) if len(running) > 1 else running[0]
    latest = last.group_by("person").aggregate(
        now_unit=last.unit.argmax(last.since),
        now_team=last.team.argmax(last.since),
        now_caseworker=last.caseworker.argmax(last.since),
    )
    return latest.mutate(running=ibis.literal(True))


def with_present_case(rows: ibis.Table, snapshot: Snapshot, day: dt.date) -> ibis.Table:
    """The deadlines with `running` and `now_*`; where no case runs, the row's own unit, team and caseworker."""
    cases = present_cases(snapshot, day)
    if cases is None:
        return rows.mutate(
            running=ibis.literal(False), now_unit=rows.unit, now_team=rows.team, now_caseworker=rows.caseworker
        )
    joined = rows.left_join(cases, "person").drop("person_right")
    return joined.mutate(
        running=joined.running.fill_null(False),
        now_unit=joined.now_unit.fill_null(joined.unit),
        now_team=joined.now_team.fill_null(joined.team),
        now_caseworker=joined.now_caseworker.fill_null(joined.caseworker),
    )


def _running(snapshot: Snapshot, day: dt.date) -> Iterator[ibis.Table]:
    for name, first in _TABLES.items():
        if snapshot.holds(name):
            rows = snapshot.on(day).table(name)
            yield rows.select("person", "unit", "team", "caseworker", since=rows[first])
