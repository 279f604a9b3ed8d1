"""Which law a deadline belongs to: the version in whose force its last day lies, if that binds the case.

A last day after a version's own end belongs to the next version. Where there is none the duty ends with the law:
`ends` is then its last day, and the deadline lapses (»bortfaldet«) if it is not met by then.
"""

from __future__ import annotations

from collections.abc import Sequence

import ibis

from pejl.casework.deadlines.asked import Asked
from pejl.casework.deadlines.versions import Version, terms


def in_force(rows: ibis.Table, versions: Sequence[Version], asked: Asked) -> ibis.Table:
    """The deadlines that the version may set, with `ends` where its end comes before their last day.

    What is asked about goes back to a day; a clock that began after the version's end was never its.
    """
    own = with_terms(rows, versions, "since", "until", "cases_from", "cases_until", "place")
    begun = own.until.isnull() | (own.due <= own.until) | (own.starts <= own.until)
    bound = (own.case_start >= own.cases_from.fill_null(own.case_start)) & (
        own.case_start <= own.cases_until.fill_null(own.case_start)
    )
    found = own.filter((own.due >= asked.back_to) & (own.due >= own.since) & begun & bound)
    ends = ibis.ifelse(found.due > found.until, found.until, ibis.null("date"))
    return found.mutate(ends=ends).drop("until", "cases_from", "cases_until")


def with_terms(rows: ibis.Table, versions: Sequence[Version], *names: str) -> ibis.Table:
    """The rows with what their version says under these names (`versions.terms`)."""
    table = ibis.memtable(terms(versions)).select("version", *names)
    return rows.join(table, "version")
