"""Exemptions: whose last day they move, when they stop mattering, and those that people recorded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

import ibis
import pyarrow as pa

from pejl.casework.deadlines.asked import Asked
from pejl.casework.deadlines.spans import after, by_version
from pejl.casework.deadlines.versions import Version
from pejl.law.duty import Span

_OPEN = dt.date(9999, 12, 31)
_RECORDED = pa.schema(
    [
        ("of_person", pa.string()),
        ("of_duty", pa.string()),
        ("of_starts", pa.date32()),
        ("by_hand", pa.string()),
        ("until", pa.date32()),
    ]
)


def moved(rows: ibis.Table, versions: Sequence[Version], asked: Asked) -> ibis.Table:
    """The rows with the last day moved, where an exemption held on it and has ended by the judged day.

    Rows that follow one another without a day between them are one exemption. A last day is moved once: who is exempt
    on the new one too is exempt then.
    """
    waits = [version.duty.clock.after_exemption for version in versions]
    if not any(span and version.duty.exceptions for span, version in zip(waits, versions, strict=True)):
        return rows
    numbers = [number for number, span in enumerate(waits) if span]
    times = _exemptions(rows.filter(rows.exempt.notnull() & rows.version.isin(numbers)))
    joined = rows.left_join(
        times,
        [
            rows.person == times.exempt_person,
            rows.version == times.exempt_version,
            rows.due >= times.exempt_from,
            rows.due <= times.exempt_to,
        ],
    )
    ended = (joined.exempt_to < asked.day).fill_null(False)
    last = by_version(joined.version, waits, lambda span: after(joined.exempt_to, span) if span else None, "date")
    due = ibis.ifelse(ended, last, joined.due)
    return joined.mutate(due=due).drop("exempt_person", "exempt_version", "exempt_from", "exempt_to")


def _exemptions(rows: ibis.Table) -> ibis.Table:
    """The unbroken times for which each person was exempt from each version of a duty."""
    spells = rows.select("person", "version", "row_start", row_end=rows.row_end.fill_null(_OPEN)).distinct()
    own, order = ["person", "version"], ["row_start", "row_end"]
    reach = spells.row_end.max().over(ibis.window(group_by=own, order_by=order, preceding=(None, 1)))
    follows = after(ibis.least(reach, ibis.literal(_OPEN - dt.timedelta(1))), Span(days=1))
    marked = spells.mutate(new=(reach.isnull() | (spells.row_start > follows)).cast("int64"))
    counted = marked.mutate(
        time=marked.new.sum().over(ibis.window(group_by=own, order_by=order, preceding=None, following=0))
    )
    summed = counted.group_by("person", "version", "time").agg(
        exempt_from=counted.row_start.min(), exempt_to=counted.row_end.max()
    )
    return summed.select("exempt_from", "exempt_to", exempt_person=summed.person, exempt_version=summed.version)


def still_exempt(rows: ibis.Table) -> ibis.Column:
    """The exception that holds, unless the duty was met before it began or the person has left."""
    holds = rows.left_on.isnull() & (rows.met_on.isnull() | (rows.row_start <= rows.met_on))
    return ibis.ifelse(holds, rows.exempt, ibis.null("string"))


def with_recorded(rows: ibis.Table, recorded: pa.Table | None, asked: Asked) -> ibis.Table:
    """The told rows with the exemptions that people recorded: until a day, or for good.

    One that lasts to the last day holds from then on too. It goes before the law's, since somebody gave a reason.
    """
    if recorded is None or not recorded.num_rows:
        return rows
    table = ibis.memtable(_latest(recorded))
    joined = rows.left_join(
        table,
        [rows.person == table.of_person, rows.duty == table.of_duty, rows.starts == table.of_starts],
    )
    lasting = lasts(joined.until, joined.due, asked.today)
    by_hand = ibis.ifelse(joined.by_hand.notnull() & lasting, joined.by_hand, ibis.null("string"))
    return joined.mutate(exempt=by_hand.fill_null(joined.exempt)).drop(
        "of_person", "of_duty", "of_starts", "by_hand", "until"
    )


def lasts(until: ibis.Column, due: ibis.Column, today: ibis.Value) -> ibis.Column:
    """Whether a recorded exemption holds: for good, up to today, or to the last day and so from then on too."""
    return until.isnull() | (until >= ibis.least(due, today))


def _latest(recorded: pa.Table) -> pa.Table:
    """One row for each deadline: the last that was recorded of it."""
    rows = {(row["person"], row["duty"], row["starts"]): row for row in recorded.to_pylist()}
    named = ({"by_hand": row["exempt"], "until": row["until"], **_of(row)} for row in rows.values())
    return pa.Table.from_pylist(list(named), schema=_RECORDED)


def _of(row: Mapping[str, object]) -> dict[str, object]:
    return {f"of_{name}": row[name] for name in ("person", "duty", "starts")}
