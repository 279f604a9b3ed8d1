"""The table of deadlines: one expression over a snapshot, for the duties of the law.

Duties are grouped by what they count; each group is judged for all its duties together, and the parts are put under one
another. The expression runs on any engine that the register has.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import ibis

from pejl import when_used
from pejl.casework.deadlines.asked import Asked, a_year_before
from pejl.casework.deadlines.clocks import clocked
from pejl.casework.deadlines.columns import DEADLINE_COLUMNS
from pejl.casework.deadlines.force import in_force
from pejl.casework.deadlines.offers import with_offers
from pejl.casework.deadlines.spans import by_version
from pejl.casework.deadlines.standing import standing
from pejl.casework.deadlines.states import with_state
from pejl.casework.deadlines.subjects import OWN, UNDER_WORK, benefit_rows, with_versions
from pejl.casework.deadlines.talks import with_talks
from pejl.casework.deadlines.versions import Version, of_kind, usable, versions_of
from pejl.law.duty import Duty, Kind
from pejl.register.snapshot import Snapshot

if TYPE_CHECKING:
    import pyarrow as pa

    from pejl.law import law as engine
    from pejl.law.law_day import LawOnDay
else:
    engine = when_used.module("pejl.law.law")

Part = Callable[[Sequence[Version], Asked], ibis.Table]


def deadlines(
    snapshot: Snapshot,
    day: dt.date,
    *,
    law_day: LawOnDay | None = None,
    duties: Sequence[Duty] | None = None,
    recorded: pa.Table | None = None,
    back_to: dt.date | None = None,
    person: str | None = None,
) -> ibis.Table:
    """The deadlines of everyone (or of one person) as they stand on a day, with the columns of `DEADLINE_COLUMNS`.

    `law_day` is the law they are judged by, that of the day where none is given; `duties` are other duties than its
    own, whatever their status. `recorded` are exemptions that people recorded: person, duty, starts, exempt (the
    reason's word) and until (the last day, or empty). `back_to` leaves out what was due before: a year, if not said.
    A kind of duty whose table was never delivered is not judged. Raises `NothingKnown` without benefit spells.
    """
    asked = Asked(snapshot, day, back_to or a_year_before(day), law_day or engine.law().on(day), person)
    versions = usable(asked.law_day) if duties is None else versions_of(duties, asked.law_day.known)
    parts = [part(chosen, asked) for part, chosen in _parts(versions, asked)]
    if not parts:
        return ibis.memtable([], schema=dict(DEADLINE_COLUMNS))
    table = parts[0]
    for part in parts[1:]:
        table = table.union(part)
    return table


def _parts(versions: Sequence[Version], asked: Asked) -> list[tuple[Part, tuple[Version, ...]]]:
    """What judges, with the versions that it judges."""
    parts: list[tuple[Part, tuple[Version, ...], str]] = [
        (_talks, of_kind(versions, Kind.TALK), "talks"),
        (_offers, of_kind(versions, Kind.OFFER), "offers"),
    ]
    return [(part, chosen) for part, chosen, table in parts if chosen and asked.holds(table)]


def _talks(versions: Sequence[Version], asked: Asked) -> ibis.Table:
    rows = with_talks(_on_benefits(versions, asked), versions, asked)
    return _told(rows.mutate(in_time=ibis.literal(False), waits=ibis.literal(False)), versions, asked)


def _offers(versions: Sequence[Version], asked: Asked) -> ibis.Table:
    return _told(with_offers(_on_benefits(versions, asked), versions, asked), versions, asked)


def _on_benefits(versions: Sequence[Version], asked: Asked) -> ibis.Table:
    rows = clocked(with_versions(benefit_rows(asked, versions), versions), versions, asked)
    return standing(in_force(rows.select(*UNDER_WORK), versions, asked), versions, asked)


def _told(rows: ibis.Table, versions: Sequence[Version], asked: Asked) -> ibis.Table:
    """The rows as the columns of the table say."""
    told = with_state(rows.mutate(exempt=ibis.null("string")), versions, asked)
    kinds = [version.duty.kind.value for version in versions]
    names = [version.duty.name for version in versions]
    told = told.mutate(
        kind=by_version(told.version, kinds, ibis.literal, "string"),
        duty=by_version(told.version, names, ibis.literal, "string"),
    )
    own = asked.table("benefit_spells").select("id", *OWN)
    told = told.join(own, told.spell == own.id)
    return told.select(**{name: told[name].cast(kind) for name, kind in DEADLINE_COLUMNS.items()})
