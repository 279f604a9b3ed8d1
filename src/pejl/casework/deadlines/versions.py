"""Which versions of duties take part in judging a day, and which rows of the register they cover."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

import pyarrow as pa

from pejl.law.duty import Counts, Duty, Starts
from pejl.law.status import Status
from pejl.register.contract import CONTRACT

if TYPE_CHECKING:
    from pejl.law.law_day import LawOnDay

COVERED_BY = ("target_group", "benefit", "rate")
"""The columns of a benefit spell that a duty may name words of."""

OF_SICK_LEAVE = (Starts.ABSENCE, Starts.PAID_WEEKS)
"""The clocks whose subject is a sick leave and not a benefit spell."""


@dataclass(frozen=True)
class Version:
    """One version of a duty as it is judged: `until` is its last day as far as the law of the day knows of an end."""

    duty: Duty
    until: dt.date | None

    @property
    def of_sick_leave(self) -> bool:
        """Whether its subject is a sick leave."""
        return self.duty.clock.starts in OF_SICK_LEAVE


def versions_of(duties: Iterable[Duty], known: dt.date | None = None) -> tuple[Version, ...]:
    """The versions of these duties that one could know of."""
    return tuple(Version(duty, duty.force.last_day(known)) for duty in duties if duty.force.known_at(known))


def usable(law_day: LawOnDay) -> tuple[Version, ...]:
    """All versions of all duties that may be used, of whatever day: the last day of each deadline says which is its."""
    duties = (duty for duty in law_day.book.duties if duty.status.usable or law_day.accepts(duty.name))
    return versions_of(duties, law_day.known)


def unsettled(law_day: LawOnDay) -> tuple[Duty, ...]:
    """The versions that may be law and that nobody has confirmed: what they would say is said by no deadline.

    A proposal is not among them: what is law goes on until it is adopted.
    """
    return tuple(
        duty
        for duty in law_day.book.duties
        if duty.status is Status.UNCONFIRMED and not law_day.accepts(duty.name) and duty.force.known_at(law_day.known)
    )


def places_of_names(versions: Sequence[Version]) -> list[int]:
    """For each version the first place of its duty's name: versions of one duty have the same."""
    names = [version.duty.name for version in versions]
    return [names.index(name) for name in names]


def ways_of_counting(versions: Sequence[Version]) -> list[Counts]:
    """What counts, each way once. The place of a duty's way is its bit in `counts` of `terms`."""
    return list(dict.fromkeys(version.duty.counts for version in versions))


def terms(versions: Sequence[Version]) -> pa.Table:
    """One row for each version with what its deadlines are judged by: joined, not written out as a case for each."""
    places, ways = places_of_names(versions), ways_of_counting(versions)
    rows = [
        (
            number,
            places[number],
            version.duty.name,
            version.duty.kind.value,
            version.duty.force.since,
            version.until,
            version.duty.force.cases_from,
            version.duty.force.cases_until,
            version.duty.required,
            version.duty.late_counts,
            1 << ways.index(version.duty.counts),
        )
        for number, version in enumerate(versions)
    ]
    return pa.Table.from_pylist([dict(zip(_TERMS.names, row, strict=True)) for row in rows], schema=_TERMS)


_TERMS = pa.schema(
    [
        ("version", pa.int64()),
        ("place", pa.int64()),
        ("duty", pa.string()),
        ("kind", pa.string()),
        ("since", pa.date32()),
        ("until", pa.date32()),
        ("cases_from", pa.date32()),
        ("cases_until", pa.date32()),
        ("required", pa.int64()),
        ("late", pa.bool_()),
        ("counts", pa.int64()),
    ]
)


def called(what: str, versions: Sequence[Version]) -> str:
    """What rows that several parts of an expression stand on are called, so that an engine makes them once."""
    return f"{what}_of_{versions[0].duty.name}"


def columns_named(versions: Sequence[Version]) -> tuple[str, ...]:
    """The columns of a benefit spell that any of the duties names words of."""
    return tuple(name for name in COVERED_BY if any(_words(version.duty, name) for version in versions))


def covered(versions: Sequence[Version]) -> pa.Table:
    """One row for each version (`version`, its place) and each combination of words that it covers.

    What a duty leaves open covers every word of the contract and the empty one, "": so one join on equal words finds
    the duties of a row, however many they are.
    """
    names = columns_named(versions)
    rows = [
        (number, *words)
        for number, version in enumerate(versions)
        for words in product(*(_words(version.duty, name) or _all_words(name) for name in names))
    ]
    schema = pa.schema([("version", pa.int64()), *((name, pa.string()) for name in names)])
    return pa.Table.from_pylist([dict(zip(schema.names, row, strict=True)) for row in rows], schema=schema)


def _words(duty: Duty, column: str) -> tuple[str, ...]:
    return {"target_group": duty.target_groups, "benefit": duty.benefits, "rate": duty.rates}[column]


def _all_words(column: str) -> tuple[str, ...]:
    return (*(CONTRACT.table("benefit_spells").column(column).allowed or ()), "")
