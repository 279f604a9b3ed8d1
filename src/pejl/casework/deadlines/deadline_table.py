"""The table of deadlines: one expression over a snapshot, for the duties of the law.

Duties are grouped by what they count; each group is judged for all its duties together, and the parts are put under one
another. The expression runs on any engine that the register has.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import ibis

from pejl import when_used
from pejl.casework.deadlines.asked import Asked, a_year_before
from pejl.casework.deadlines.clocks import clocked
from pejl.casework.deadlines.columns import DEADLINE_COLUMNS
from pejl.casework.deadlines.exemptions import moved, still_exempt, with_recorded
from pejl.casework.deadlines.force import in_force, with_terms
from pejl.casework.deadlines.hours import with_hours
from pejl.casework.deadlines.offers import with_offers
from pejl.casework.deadlines.reassessment import with_reassessments
from pejl.casework.deadlines.rules import exempted, with_answers
from pejl.casework.deadlines.sick_leaves import on_sick_leaves
from pejl.casework.deadlines.standing import standing
from pejl.casework.deadlines.states import RESTS_ON, with_state
from pejl.casework.deadlines.subjects import OWN, UNDER_WORK, benefit_rows, with_versions
from pejl.casework.deadlines.talks import with_talks
from pejl.casework.deadlines.upkeep import in_rounds, with_rounds_ended, with_times
from pejl.casework.deadlines.versions import Version, unsettled, usable, versions_of
from pejl.casework.givens import OF_SPELL, Told
from pejl.law.duty import Duty, Kind, Starts
from pejl.register.snapshot import Snapshot

if TYPE_CHECKING:
    import pyarrow as pa

    from pejl.law import law as engine
    from pejl.law.law_day import LawOnDay
else:
    engine = when_used.module("pejl.law.law")

Part = Callable[[Sequence[Version], Asked], ibis.Table]

_SPELL: Mapping[str, Told] = {**OF_SPELL, "case_start": lambda rows, day: rows.case_start}


def deadlines(
    snapshot: Snapshot,
    day: dt.date,
    *,
    law_day: LawOnDay | None = None,
    duties: Sequence[Duty] | None = None,
    recorded: pa.Table | None = None,
    back_to: dt.date | None = None,
) -> ibis.Table:
    """The deadlines of everyone as they stand on a day, with the columns of `DEADLINE_COLUMNS`.

    `law_day` is the law they are judged by, that of the day where none is given; `duties` are other duties than its
    own, whatever their status. `recorded` are exemptions that people recorded: person, duty, starts, exempt (the
    reason's word) and until (the last day, or empty). `back_to` leaves out what was due before: a year, if not said.
    A kind of duty whose table was never delivered is not judged. Raises `NothingKnown` without benefit spells.
    """
    whole_law = law_day or engine.law().on(day)
    asked = Asked(snapshot, day, back_to or a_year_before(day), whole_law)
    versions = usable(whole_law) if duties is None else versions_of(duties, whole_law.known)
    parts = [part(chosen, asked) for part, chosen in _parts(versions, asked)]
    if not parts:
        return ibis.memtable([], schema=dict(DEADLINE_COLUMNS))
    table = parts[0].union(*parts[1:], distinct=False) if len(parts) > 1 else parts[0]
    nobody_knows = unsettled(whole_law) if duties is None else ()
    return with_state(with_recorded(table, recorded, asked), asked, nobody_knows)


def _parts(versions: Sequence[Version], asked: Asked) -> Iterator[tuple[Part, tuple[Version, ...]]]:
    """What judges, with the versions that it judges; nothing whose tables were never delivered."""
    for part, tables, judges in _PARTS:
        chosen = tuple(version for version in versions if judges(version))
        if chosen and all(asked.holds(table) for table in tables):
            yield part, chosen


def _talks(versions: Sequence[Version], asked: Asked) -> ibis.Table:
    return _told(with_talks(_on_benefits(versions, asked), versions, asked), versions, asked)


def _talks_in_sick_leave(versions: Sequence[Version], asked: Asked) -> ibis.Table:
    return _told(with_talks(on_sick_leaves(versions, asked), versions, asked), versions, asked)


def _offers(versions: Sequence[Version], asked: Asked) -> ibis.Table:
    return _told(with_offers(_on_benefits(versions, asked), versions, asked), versions, asked)


def _hours(versions: Sequence[Version], asked: Asked) -> ibis.Table:
    return _told(with_hours(_on_benefits(versions, asked), versions, asked), versions, asked)


def _reassessments(versions: Sequence[Version], asked: Asked) -> ibis.Table:
    return _told(with_reassessments(on_sick_leaves(versions, asked), versions, asked), versions, asked)


def _upkeep(versions: Sequence[Version], asked: Asked) -> ibis.Table:
    rounds = in_rounds(_covered(versions, asked), versions, asked).select(*UNDER_WORK, "next_done")
    stands = standing(in_force(rounds, versions, asked), asked)
    return _told(with_rounds_ended(stands, versions, asked), versions, asked)


def _once(versions: Sequence[Version], asked: Asked) -> ibis.Table:
    return _told(with_times(_on_benefits(versions, asked), versions, asked), versions, asked)


def _on_benefits(versions: Sequence[Version], asked: Asked) -> ibis.Table:
    """The deadlines of benefit spells that stand on the judged day, before what was done is counted."""
    timed = clocked(_covered(versions, asked), versions, asked).select(*UNDER_WORK)
    return standing(in_force(moved(timed, versions, asked), versions, asked), asked)


def _covered(versions: Sequence[Version], asked: Asked) -> ibis.Table:
    """The benefit spells with the versions that are owed to them."""
    rows = with_answers(benefit_rows(asked, versions), versions, asked, _SPELL)
    return exempted(with_versions(rows, versions), versions, asked)


def _told(rows: ibis.Table, versions: Sequence[Version], asked: Asked) -> ibis.Table:
    """The rows as the columns of the table say, with what else the state rests on."""
    told = with_terms(rows.mutate(exempt=still_exempt(rows)), versions, "duty", "kind")
    if "unit" not in told.columns:
        own = asked.table("benefit_spells").select("id", *OWN)
        told = told.join(own, told.spell == own.id)
    told = told.mutate(**{name: ibis.literal(False) for name in ("in_time", "waits") if name not in told.columns})
    columns = {name: told[name].cast(kind) for name, kind in DEADLINE_COLUMNS.items() if name != "state"}
    return told.select(**columns, **{name: told[name] for name in RESTS_ON})


def _is(*kinds: Kind, sick: bool = False, again: bool = False) -> Callable[[Version], bool]:
    """Whether a version is of these kinds, about sick leave, and of a clock that starts anew each time it is done."""

    def judges(version: Version) -> bool:
        starts_anew = version.duty.clock.starts is Starts.LATEST
        return version.duty.kind in kinds and version.of_sick_leave == sick and starts_anew == again

    return judges


_PARTS: Sequence[tuple[Part, tuple[str, ...], Callable[[Version], bool]]] = (
    (_talks, ("talks",), _is(Kind.TALK)),
    (_talks_in_sick_leave, ("sick_leave_spells", "talks"), _is(Kind.TALK, sick=True)),
    (_offers, ("offers",), _is(Kind.OFFER)),
    (_hours, ("offers",), _is(Kind.HOURS)),
    (_reassessments, ("sick_leave_spells", "decisions"), _is(Kind.REASSESSMENT, sick=True)),
    (_upkeep, ("plans",), _is(Kind.PLAN, Kind.CV, again=True)),
    (_upkeep, ("offers",), _is(Kind.CLARIFICATION, again=True)),
    (_upkeep, ("talks",), _is(Kind.TALK, again=True)),
    (_once, ("plans",), _is(Kind.PLAN, Kind.CV)),
    (_once, ("offers",), _is(Kind.CLARIFICATION)),
)
"""What judges which versions, and the tables besides the benefit spells that it asks."""
