"""Whose clocks run: benefit spells with the versions of duties that cover them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import ibis

from pejl.casework.deadlines.asked import Asked
from pejl.casework.deadlines.spans import longest
from pejl.casework.deadlines.versions import Version, columns_named, covered

OWN = ("benefit", "target_group", "unit", "team", "caseworker")
"""What a row of the table of deadlines takes over from the row of the register that lies under its clock."""

UNDER_WORK = (
    "person",
    "spell",
    "version",
    "case_start",
    "row_start",
    "row_end",
    "starts",
    "opens",
    "due",
    "round",
    "exempt",
)
"""What a deadline carries until it is judged; what else its row says is looked up at the end."""

_A_LITTLE = 62
"""Days by which month ends and exemptions may move a last day beyond the longest clock."""


def benefit_rows(asked: Asked, versions: Sequence[Version]) -> ibis.Table:
    """The benefit spells that began by the judged day and did not end so early that no deadline could lie in time.

    `row_start` and `row_end` are the spell's days, `case_start` that of the case: of the row where it is not delivered.
    """
    rows = asked.table("benefit_spells")
    began = (rows.start <= asked.day) & (rows.end.isnull() | (rows.end >= earliest(asked, versions)))
    return rows.filter(began).select(
        "person",
        "benefit",
        "target_group",
        "rate",
        "unit",
        "team",
        "caseworker",
        "hours_paid",
        "special_effort",
        spell=rows.id,
        row_start=rows.start,
        row_end=rows.end,
        case_start=rows.case_start.fill_null(rows.start),
    )


def earliest(asked: Asked, versions: Sequence[Version]) -> dt.date:
    """The day before which nothing that ended or happened can bear on a deadline that is asked about."""
    clocks = [version.duty.clock for version in versions]
    spans = [span for clock in clocks for span in (clock.due, clock.after_exemption) if span is not None]
    return asked.back_to - dt.timedelta(days=2 * longest(spans) + _A_LITTLE)


def with_versions(rows: ibis.Table, versions: Sequence[Version]) -> ibis.Table:
    """The rows once for each version that covers them, with its place as `version`: one join for all duties."""
    names = columns_named(versions)
    table = ibis.memtable(covered(versions))
    if not names:
        return rows.cross_join(table)
    words = {f"of_{name}": table[name] for name in names}
    which = table.select("version", **words)
    return rows.join(which, [rows[name].fill_null("") == which[f"of_{name}"] for name in names]).drop(*words)
