"""Deadlines about sick leave: its clock is the leave's, and its category that of the benefit spell over it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import ibis
import pyarrow as pa

from pejl.casework.deadlines.asked import Asked
from pejl.casework.deadlines.clocks import clocked
from pejl.casework.deadlines.force import in_force
from pejl.casework.deadlines.reassessment import with_passing
from pejl.casework.deadlines.rules import exempted, with_answers
from pejl.casework.deadlines.standing import standing
from pejl.casework.deadlines.subjects import UNDER_WORK, earliest
from pejl.casework.deadlines.versions import Version, columns_named, covered
from pejl.casework.givens import OF_SICK_LEAVE, Told
from pejl.law.duty import Starts

_OFFICE = ("unit", "team", "caseworker")
_TOLD: Mapping[str, Told] = {**OF_SICK_LEAVE, "case_start": lambda rows, day: rows.first_day}


def on_sick_leaves(versions: Sequence[Version], asked: Asked) -> ibis.Table:
    """The deadlines of sick leaves that stand on the judged day, before what was done is counted."""
    rows = with_answers(_leaves(asked, versions), versions, asked, _TOLD)
    if any(version.duty.clock.starts is Starts.PAID_WEEKS for version in versions):
        rows = with_passing(rows, asked)
    numbers = pa.table({"version": pa.array(range(len(versions)), pa.int64())})
    each = exempted(rows.cross_join(ibis.memtable(numbers)), versions, asked)
    timed = clocked(each, versions, asked).select(*UNDER_WORK, *_OFFICE)
    return standing(_in_category(in_force(timed, versions, asked), versions, asked), asked)


def _leaves(asked: Asked, versions: Sequence[Version]) -> ibis.Table:
    rows = asked.table("sick_leave_spells")
    began = (rows.first_day <= asked.day) & (rows.last_day.isnull() | (rows.last_day >= earliest(asked, versions)))
    return (
        rows.filter(began)
        .rename(spell="id")
        .mutate(case_start=rows.first_day, row_start=rows.first_day, row_end=rows.last_day)
    )


def _in_category(rows: ibis.Table, versions: Sequence[Version], asked: Asked) -> ibis.Table:
    """The rows whose person was on a benefit that the duty covers, on the day that counts, with that benefit spell."""
    spells = asked.table("benefit_spells")
    under = spells.select(
        "benefit",
        "target_group",
        "rate",
        under_person=spells.person,
        under=spells.id,
        under_start=spells.start,
        under_end=spells.end,
    )
    on = ibis.least(rows.due, asked.today, rows.ends.fill_null(asked.day), rows.row_end.fill_null(asked.day))
    found = rows.left_join(
        under,
        [
            rows.person == under.under_person,
            on >= under.under_start,
            under.under_end.isnull() | (on <= under.under_end),
        ],
    ).drop("under_person", "under_end")
    names = columns_named(versions)
    if not names:
        return found
    table = ibis.memtable(covered(versions))
    which = table.select(of_version=table.version, **{f"of_{name}": table[name] for name in names})
    words = [found[name].fill_null("") == which[f"of_{name}"] for name in names]
    return found.semi_join(which, [found.version == which.of_version, *words])
