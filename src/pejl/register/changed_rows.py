"""Differences between two snapshots as the site shows them: counts that give nobody away, and rows with their persons,
so that a look at each of them can be written down before they are shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from pejl.home.folders import Home
from pejl.intake.contract import Table
from pejl.register.contract import CONTRACT
from pejl.register.differences import Difference, What, between, tables_of_both
from pejl.register.manifest import Manifest
from pejl.register.register import Register
from pejl.register.report import Changes
from pejl.register.small_counts import Count, as_it_is, as_they_are, rounded, side_by_side


@dataclass(frozen=True)
class TableDifference:
    """How much of a table is different, told so that nobody can be worked out."""

    table: Table
    rows_before: Count
    rows_now: Count
    new: Count
    changed: Count
    gone: Count

    @property
    def any(self) -> bool:
        """Whether anything is different."""
        return bool(self.new.most or self.changed.most or self.gone.most)


@dataclass(frozen=True)
class Compared:
    """Two snapshots, and each table that either has."""

    before: Manifest
    now: Manifest
    tables: tuple[TableDifference, ...]


@dataclass(frozen=True)
class ChangedRow:
    """One row that is gone or new, or one cell that changed, and the person it is about, "" for nobody's."""

    difference: Difference
    person: str


@dataclass(frozen=True)
class ChangedRows:
    """Some of the differences of a table. `more` tells whether there are any after them."""

    table: Table
    rows: tuple[ChangedRow, ...]
    more: bool

    @property
    def persons(self) -> set[str]:
        """All persons whom the rows are about."""
        return {row.person for row in self.rows if row.person}


def compared(home: Home, before: str, now: str) -> Compared:
    """How two snapshots differ, table by table. Raises `NothingKnown` where one is not there."""
    one, other, names = tables_of_both(home, before, now)
    reported = _reported(home, one, other)
    return Compared(one, other, tuple(_difference(home, one, other, CONTRACT.table(name), reported) for name in names))


def changed_rows(home: Home, before: str, now: str, name: str, *, first: int = 0, limit: int = 100) -> ChangedRows:
    """The differences of a table from `first` on. Raises `NothingKnown`."""
    one, other, _ = tables_of_both(home, before, now)
    with between(home, one, other, name) as found:
        rows = list(islice(found.rows, first, first + limit + 1))
    table, shown = CONTRACT.table(name), rows[:limit]
    persons = _persons(home, (one, other), table, shown)
    # A citizen's row whose person cannot be found cannot be a look, and is not shown.
    told = tuple(ChangedRow(row, persons.get(row.key, "")) for row in shown if not table.person or row.key in persons)
    return ChangedRows(table, told, len(rows) > limit)


def _difference(
    home: Home, before: Manifest, now: Manifest, table: Table, reported: Mapping[str, Changes]
) -> TableDifference:
    whole, beside = (rounded, side_by_side) if table.person else (as_it_is, as_they_are)
    known = reported.get(table.name)
    sizes, counts = _of_report(known) if known else _counted(home, before, now, table)
    new, gone = beside((counts.get(What.NEW, 0), counts.get(What.GONE, 0)))
    return TableDifference(
        table=table,
        rows_before=whole(sizes[0]),
        rows_now=whole(sizes[1]),
        new=new,
        changed=whole(counts.get(What.CHANGED, 0)),
        gone=gone,
    )


def _reported(home: Home, before: Manifest, now: Manifest) -> dict[str, Changes]:
    """What the delivery's own report says, where it compared the same two; nothing once rows were forgotten in one."""
    report = Register(home).snapshot(now.id).report
    if report.base != before.id or before.forgotten or now.forgotten:
        return {}
    return {table.name: table.changes for table in report.tables if table.changes}


def _of_report(changes: Changes) -> tuple[tuple[int, int], dict[What, int]]:
    counts = {What.NEW: changes.new, What.CHANGED: changes.changed, What.GONE: changes.gone}
    return (changes.rows_before, changes.rows_now), counts


def _counted(home: Home, before: Manifest, now: Manifest, table: Table) -> tuple[tuple[int, int], dict[What, int]]:
    """The numbers of rows and of differences. A table that was carried over is the same without being read."""
    entries = [{entry.name: entry for entry in manifest.tables}.get(table.name) for manifest in (before, now)]
    one, other = entries
    if one and other and one.sha256 == other.sha256:
        return (one.rows, other.rows), {}
    with between(home, before, now, table.name) as found:
        return (found.rows_before, found.rows_now), found.counts


def _persons(
    home: Home, snapshots: tuple[Manifest, Manifest], table: Table, rows: list[Difference]
) -> dict[tuple[str, ...], str]:
    """The person of each row, by its key."""
    if table.person is None:
        return {}
    if table.person in table.key:
        place = table.key.index(table.person)
        return {row.key: row.key[place] for row in rows}
    return dict(_looked_up(home, snapshots, table, rows))


def _looked_up(
    home: Home, snapshots: tuple[Manifest, Manifest], table: Table, rows: list[Difference]
) -> Iterator[tuple[tuple[str, ...], str]]:
    """Persons whom the key does not name stand in the row itself, in one of the snapshots or in both."""
    (key,), wanted = table.key, sorted({row.key[0] for row in rows})
    register = Register(home)
    for manifest in snapshots:
        snapshot = register.snapshot(manifest.id)
        if not snapshot.holds(table.name) or not wanted:
            continue
        held = snapshot.table(table.name)
        found = held.filter(held[key].isin(wanted)).select(key, table.person).to_pyarrow().to_pylist()
        yield from (((str(row[key]),), str(row[table.person])) for row in found)
