"""Which law a deadline belongs to: the version in whose force its last day lies, if that binds the case.

A last day after a version's own end belongs to the next version. Where there is none the duty ends with the law:
`ends` is then its last day, and the deadline lapses (»bortfaldet«) if it is not met by then.
"""

from __future__ import annotations

from collections.abc import Sequence

import ibis

from pejl.casework.deadlines.asked import Asked
from pejl.casework.deadlines.spans import by_version
from pejl.casework.deadlines.versions import Version


def in_force(rows: ibis.Table, versions: Sequence[Version], asked: Asked) -> ibis.Table:
    """The deadlines that the version may set, with `ends` where its end comes before their last day.

    What is asked about goes back to a day; a clock that began after the version's end was never its.
    """
    since = by_version(rows.version, [version.duty.force.since for version in versions], ibis.literal, "date")
    until = by_version(rows.version, [version.until for version in versions], _literal, "date")
    own = rows.filter(
        (rows.due >= asked.back_to)
        & (rows.due >= since)
        & (until.isnull() | (rows.due <= until) | (rows.starts <= until))
        & _bound(rows, versions)
    )
    last = by_version(own.version, [version.until for version in versions], _literal, "date")
    return own.mutate(ends=ibis.ifelse(own.due > last, last, ibis.null("date")))


def _bound(rows: ibis.Table, versions: Sequence[Version]) -> ibis.Column:
    """Whether the version is the law of a case that began when this one did."""
    forces = [version.duty.force for version in versions]
    bound: ibis.Column = ibis.literal(True)
    if any(force.cases_from for force in forces):
        first = by_version(rows.version, [force.cases_from for force in forces], _literal, "date")
        bound = bound & (first.isnull() | (rows.case_start >= first))
    if any(force.cases_until for force in forces):
        last = by_version(rows.version, [force.cases_until for force in forces], _literal, "date")
        bound = bound & (last.isnull() | (rows.case_start <= last))
    return bound


def _literal(day: object) -> ibis.Column | None:
    return None if day is None else ibis.literal(day)
