"""What the register holds about one person: by table, and as one line of time.

Two days can be asked about. What was known on a day is a question of which snapshot is asked (`Register.as_of`); what
held on a day is a question of which rows are (`Snapshot.on`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pejl.home.folders import Home
from pejl.intake.contract import Kind, Table
from pejl.register.contract import CONTRACT
from pejl.register.register import Register
from pejl.register.snapshot import Snapshot

MOST = 500
"""How many rows of a table are told at most: no person has as many, and a faulty delivery must not fill the memory."""


@dataclass(frozen=True)
class PersonTable:
    """A table's rows about the person, the latest first, and without the person. `more` are left out."""

    table: Table
    rows: tuple[Mapping[str, Any], ...]
    more: int


@dataclass(frozen=True)
class Moment:
    """Something with a day: the row, its table, the first day and, for a spell that ended, its last one."""

    table: Table
    first: dt.date
    last: dt.date | None
    row: Mapping[str, Any]


@dataclass(frozen=True)
class OnePerson:
    """The answer: which snapshot gave it, and what it holds. All is empty where it does not know the person."""

    snapshot: str
    known: dt.date
    tables: tuple[PersonTable, ...]

    @property
    def line(self) -> list[Moment]:
        """All rows that have a day, the latest first. What comes month by month stands in its table alone."""
        return sorted(_moments(self.tables), key=lambda each: (each.first, each.table.name), reverse=True)


def one_person(home: Home, person: str, *, known: dt.date | None = None, held: dt.date | None = None) -> OnePerson:
    """What was known of the person on a day (now, where none is named), of what held on a day (or ever).

    Raises `NothingKnown` where the register knew nothing then.
    """
    register = Register(home)
    snapshot = register.as_of(known) if known else register.newest()
    tables = tuple(_asked(snapshot, person, held))
    return OnePerson(snapshot.id, snapshot.known, tuple(each for each in tables if each.rows))


def _asked(snapshot: Snapshot, person: str, held: dt.date | None) -> Iterator[PersonTable]:
    for table in CONTRACT.tables:
        if table.person is None or not snapshot.holds(table.name):
            continue
        rows = snapshot.on(held).table(table.name) if held else snapshot.table(table.name)
        own = rows.filter(rows[table.person] == person)
        found = own.limit(MOST + 1).to_pyarrow().to_pylist()
        more = int(own.count().to_pyarrow().as_py()) - MOST if len(found) > MOST else 0
        told = sorted(found[:MOST], key=lambda row, table=table: _order(row, table), reverse=True)  # type: ignore[misc]
        yield PersonTable(table, tuple(_without_person(row, table) for row in told), more)


def _order(row: Mapping[str, Any], table: Table) -> tuple[dt.date, str]:
    first, _ = _days(row, table)
    return first or dt.date.min, str([row[name] for name in table.key])


def _days(row: Mapping[str, Any], table: Table) -> tuple[dt.date | None, dt.date | None]:
    if table.spell:
        return row[table.spell[0]], row[table.spell[1]]
    return (row[table.moment], None) if table.moment else (None, None)


def _without_person(row: Mapping[str, Any], table: Table) -> dict[str, Any]:
    kinds = {column.name: column.kind for column in table.columns}
    return {name: value for name, value in row.items() if kinds[name] is not Kind.PERSON}


def _moments(tables: tuple[PersonTable, ...]) -> Iterator[Moment]:
    for each in tables:
        if each.table.moment and each.table.column(each.table.moment).kind is Kind.MONTH:
            continue
        for row in each.rows:
            first, last = _days(row, each.table)
            if first:
                yield Moment(each.table, first, last, row)
