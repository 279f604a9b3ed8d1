"""What became of those who were drawn, out of the register: the sick leave that was drawn, and the sick leaves after
it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from pejl.screening.landmarks import EXIT_OF, EXITS, Exit
from pejl.screening.spells import NOT_ENDED, Floats
from pejl.screening.trial.outcomes import Event, Outcomes
from pejl.screening.trial.protocol import KLAGE, RELAPSE_WEEKS, TILBAGEFALD, Protocol
from pejl.screening.trial.state import Complaint, Drawn
from pejl.when_used import module

if TYPE_CHECKING:
    import ibis
    import pyarrow as pa

    from pejl.register.snapshot import Snapshot
else:
    ibis = module("ibis")
    pa = module("pyarrow")

WEEK = 7.0
_SAME_DAY = 0.5
"""Days that a spell counts that had ended, unknown to all, before it was drawn: it stays where it was drawn."""


@dataclass(frozen=True)
class Followed:
    """The outcomes, and how many of those drawn the register does not hold, or did not know yet."""

    outcomes: Outcomes
    lost: int
    too_new: int


@dataclass(frozen=True)
class _Course:
    """One who was drawn, and how it went up to the last day that counts."""

    drawn: Drawn
    days: float
    exit: int
    relapse: tuple[float, bool]
    complaint: tuple[float, bool]
    age: float
    earlier: float


def followed(
    snapshot: Snapshot, protocol: Protocol, drawn: Sequence[Drawn], complaints: Sequence[Complaint]
) -> Followed:
    """What the snapshot knows of everyone who was drawn, up to its own last day or the last day of follow-up."""
    until = min(snapshot.known, protocol.ends)
    rows = _rows(snapshot, [each.person for each in drawn])
    complained = {each.draw: each.day for each in reversed(complaints)}
    courses, lost, too_new = [], 0, 0
    for each in drawn:
        own = next((row for row in rows.get(each.person, ()) if row["id"] == each.spell), None)
        if own is None:
            lost += 1
        elif each.day >= until:
            too_new += 1
        else:
            courses.append(_course(each, own, rows[each.person], complained.get(each.number), until))
    return Followed(_outcomes(courses, protocol), lost, too_new)


def _rows(snapshot: Snapshot, persons: Sequence[str]) -> Mapping[str, list[dict[str, Any]]]:
    """The sick leaves of these persons, in the order of their first days, with the birth year."""
    if not persons:
        return {}
    wanted = ibis.memtable(pa.table({"wanted": sorted(set(persons))}))
    spells, people = snapshot.table("sick_leave_spells"), snapshot.table("persons")
    own = spells.semi_join(wanted, spells.person == wanted.wanted)
    born = people.select(of="person", birth_year="birth_year")
    joined = own.left_join(born, own.person == born.of).order_by("first_day", "id")
    columns = ("id", "person", "first_day", "last_day", "exit_reason", "earlier_spells", "birth_year")
    found: dict[str, list[dict[str, Any]]] = {}
    for row in joined.select(*columns).to_pyarrow().to_pylist():
        found.setdefault(row["person"], []).append(row)
    return found


def _course(
    drawn: Drawn,
    own: Mapping[str, Any],
    all_of_them: Sequence[Mapping[str, Any]],
    complaint: dt.date | None,
    until: dt.date,
) -> _Course:
    last, reason = own["last_day"], own["exit_reason"]
    ended = last is not None and last <= until
    days = max((last if ended else until).toordinal() - drawn.day.toordinal() + (1 if ended else 0), _SAME_DAY)
    exit_ = EXITS.index(EXIT_OF[reason]) if ended and reason in EXIT_OF else NOT_ENDED
    seen = (until - drawn.day).days
    again = _relapse(last, all_of_them) if ended and exit_ == EXITS.index(Exit.TILBAGE) else None
    return _Course(
        drawn=drawn,
        days=days,
        exit=exit_,
        relapse=_happened(drawn.day, again, until, seen),
        complaint=_happened(drawn.day, complaint, until, seen),
        age=float(drawn.day.year - own["birth_year"]) if own["birth_year"] else np.nan,
        earlier=float(own["earlier_spells"]) if own["earlier_spells"] is not None else np.nan,
    )


def _relapse(last: dt.date, all_of_them: Sequence[Mapping[str, Any]]) -> dt.date | None:
    """The first day of a sick leave that began within half a year after the return."""
    latest = last + dt.timedelta(weeks=RELAPSE_WEEKS)
    return next((row["first_day"] for row in all_of_them if last < row["first_day"] <= latest), None)


def _happened(drawn: dt.date, day: dt.date | None, until: dt.date, seen: int) -> tuple[float, bool]:
    if day is None or day > until:
        return float(seen), False
    return max((day - drawn).days, _SAME_DAY), True


def _outcomes(courses: Sequence[_Course], protocol: Protocol) -> Outcomes:
    time = _numbers([each.days for each in courses]) / WEEK
    exit_ = np.array([each.exit for each in courses], dtype=np.int64)
    strata = sorted({str(each.drawn.stratum) for each in courses})
    number = {stratum: place for place, stratum in enumerate(strata)}
    return Outcomes(
        arm=np.array([each.drawn.arm == protocol.tried.word for each in courses], dtype=np.int64),
        site=np.array([each.drawn.stratum.site for each in courses], dtype=np.str_),
        band=np.array([each.drawn.stratum.band for each in courses], dtype=np.int64),
        stratum=np.array([number[str(each.drawn.stratum)] for each in courses], dtype=np.int64),
        time=time,
        exit=exit_,
        entered=_numbers([(each.drawn.day - protocol.starts).days for each in courses]) / WEEK,
        harms={
            Exit.ANDEN_YDELSE.value: Event(time, exit_ == EXITS.index(Exit.ANDEN_YDELSE)),
            Exit.ORDNING.value: Event(time, exit_ == EXITS.index(Exit.ORDNING)),
            TILBAGEFALD: _event([each.relapse for each in courses]),
            KLAGE: _event([each.complaint for each in courses]),
        },
        covariates={
            "age": _filled([each.age for each in courses]),
            "earlier_spells": _filled([each.earlier for each in courses]),
        },
    )


def _event(happened: Sequence[tuple[float, bool]]) -> Event:
    return Event(
        _numbers([time for time, _ in happened]) / WEEK, np.array([seen for _, seen in happened], dtype=np.bool_)
    )


def _numbers(values: Sequence[float]) -> Floats:
    return np.array(values, dtype=np.float64)


def _filled(values: Sequence[float]) -> Floats:
    """What is not known is put at the middle: it is the same for both arms, since the draw could not see it."""
    found = _numbers(values)
    known = found[~np.isnan(found)]
    return np.where(np.isnan(found), float(np.median(known)) if len(known) else 0.0, found)
