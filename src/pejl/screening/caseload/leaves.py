"""The register's sick leaves of people with an employer, as arrays. Days are whole numbers since 1970."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from pejl import when_used
from pejl.register.snapshot import Snapshot
from pejl.screening.landmarks import EMPLOYER_DAYS
from pejl.screening.spells import Bools, Floats, Ints, Words

if TYPE_CHECKING:
    import ibis
    import pyarrow as pa
else:
    pa = when_used.module("pyarrow")

NONE = np.iinfo(np.int64).max
"""The day of what has not happened: later than any."""

_WORDS = ("id", "person", "exit_reason", "sector", "cause_group", "unit", "team", "caseworker", "family", "sex")
_NUMBERS = (
    "hours",
    "expected_by_citizen",
    "expected_by_employer",
    "expected_by_physician",
    "earlier_spells",
    "weeks_paid_9_months",
    "birth_year",
    "municipality",
)


@dataclass(frozen=True)
class Leaves:
    """One place for each sick leave. `first`, `last` and `intake` are days (`NONE` while it runs); `numbers` and
    `words` are columns of `sick_leave_spells` and `persons` as they were delivered: nothing is a feature yet."""

    first: Ints
    last: Ints
    intake: Ints
    numbers: dict[str, Floats]
    words: dict[str, Words]

    def __len__(self) -> int:
        return len(self.first)

    @property
    def ids(self) -> Words:
        """The spells' numbers at the source."""
        return self.words["id"]

    def only(self, kept: Ints | Bools) -> Leaves:
        """Some of them, in the order of `kept`."""
        return Leaves(
            self.first[kept],
            self.last[kept],
            self.intake[kept],
            {name: values[kept] for name, values in self.numbers.items()},
            {name: values[kept] for name, values in self.words.items()},
        )


def leaves_of(snapshot: Snapshot) -> tuple[Leaves, int]:
    """Those with an employer, in the order of first day and number; and how many have none, who are no part of this.
    Raises `NothingKnown` where the register was never given sick leaves or persons.
    """
    spells = snapshot.table("sick_leave_spells")
    without = int(spells.filter(~spells.employer).count().to_pyarrow().as_py())
    return _held(snapshot, spells.filter(spells.employer)), without


def running_leaves(snapshot: Snapshot, day: dt.date, named: Collection[str] | None) -> Leaves:
    """Those with an employer that had begun and not ended on the day; where spells are named, only those."""
    spells = snapshot.table("sick_leave_spells")
    runs = spells.employer & (spells.first_day <= day) & (spells.last_day.isnull() | (spells.last_day >= day))
    return _held(snapshot, spells.filter(runs if named is None else runs & spells.id.isin(sorted(named))))


def _held(snapshot: Snapshot, spells: ibis.Table) -> Leaves:
    """The sick leaves with what is held of their persons.

    Intake is the day on which the municipality takes over: the later of notification and the end of the employer's 30
    days.
    """
    persons = snapshot.table("persons")
    about = persons.select("person", "birth_year", "municipality", "family", "education", "sex")
    rows = spells.left_join(about, "person").drop("person_right")
    return _as_arrays(rows.order_by("first_day", "id").to_pyarrow())


def _as_arrays(rows: pa.Table) -> Leaves:
    first = days_in(rows["first_day"])
    notified = days_in(rows["notified"])
    waited = first + EMPLOYER_DAYS
    words = {name: words_in(rows[name]) for name in _WORDS}
    educated = rows["education"].to_pylist()
    words["education"] = np.array([None if each is None else "ja" if each else "nej" for each in educated], object)
    return Leaves(
        first,
        days_in(rows["last_day"]),
        np.where(notified == NONE, waited, np.maximum(notified, waited)),
        {name: numbers_in(rows[name]) for name in _NUMBERS},
        words,
    )


def days_in(column: Any) -> Ints:
    """A column of days as whole numbers; `NONE` where it is empty."""
    found = column.cast(pa.int32()).cast(pa.int64()).fill_null(NONE)
    return np.asarray(found.to_numpy(), np.int64)


def numbers_in(column: Any) -> Floats:
    """A column of numbers; NaN where it is empty."""
    return np.asarray(column.cast(pa.float64()).fill_null(float("nan")).to_numpy(), np.float64)


def words_in(column: Any) -> Words:
    """A column of words; None where it is empty."""
    found = np.empty(len(column), object)
    found[:] = column.to_pylist()
    return found
