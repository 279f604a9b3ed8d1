"""A snapshot in the making: staged rows checked as whole tables, merged with what was there, and compared with it."""

from __future__ import annotations

from collections.abc import Container, Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import duckdb

from pejl.calendar.stray_numbers import without_numbers
from pejl.intake.checks.old_control import SENTENCE as FAILS_OLD_CONTROL
from pejl.intake.contract import Table
from pejl.intake.description.described import Covers, DescribedTable
from pejl.intake.files.opening import OpenDelivery
from pejl.intake.quarantine.sentences import sentence
from pejl.intake.staging import Staged, StagedTable
from pejl.register import parquet
from pejl.register.changes import changes
from pejl.register.contract import CONTRACT
from pejl.register.duck import duck
from pejl.register.manifest import Manifest, SourceFile, TableEntry
from pejl.register.merging import merge
from pejl.register.places import Places
from pejl.register.report import FaultCount, HiddenInFile, NumberHint, TableReport
from pejl.register.whole_table import Found, faults_in, put_aside, refuse_where_most_fail

READ_THOUGH_HIDDEN = (
    "Skjulte rækker og kolonner er læst som alle andre. Skal de ikke med, så slet dem i regnearket, og levér igen."
)
"""What is said of rows and columns that a workbook does not show."""


class Making:
    """The folder that becomes a snapshot."""

    def __init__(
        self, places: Places, part: Path, delivery: OpenDelivery, base: Manifest | None, staged: Staged
    ) -> None:
        self._places = places
        self._part = part
        self._delivery = delivery
        self._base = base
        self._staged = staged
        self._described = {each.table.name: each for each in delivery.description.tables}
        self._carried = {entry.name: entry for entry in base.tables} if base else {}

    def finish(self) -> list[TableReport]:
        """Do all that is to be done with the tables, and tell of those that were delivered."""
        for name in self._carried.keys() - self._described.keys():
            parquet.carry(self._file_of_base(name), self._part / f"{name}.parquet")
        with duck(self._places) as connection:
            return [self._finished(connection, CONTRACT.table(name)) for name in _in_order(self._described)]

    def manifest(self, snapshot: str, fingerprint: str) -> Manifest:
        """What the snapshot is made of, once its tables are there."""
        description, base = self._delivery.description, self._base
        delivered = [file for each in description.tables for file in self._delivery.files(each)]
        return Manifest(
            schema="pejl.snapshot/1",
            id=snapshot,
            known=description.known,
            contract=CONTRACT.name,
            contract_version=CONTRACT.version,
            delivery=self._delivery.id,
            source=without_numbers(description.source),
            base=base.id if base else "",
            key=fingerprint,
            files=tuple(SourceFile(name=each.name, sha256=each.sha256, size=each.size) for each in delivered),
            deliveries=(*(base.deliveries if base else ()), self._delivery.id),
            tables=tuple(self._entries()),
            forgotten=base.forgotten if base else (),
        )

    def _finished(self, connection: duckdb.DuckDBPyConnection, table: Table) -> TableReport:
        """One delivered table. Tables that it refers to are finished before it."""
        staged, described = self._staged.tables[table.name], self._described[table.name]
        others = {target.partition(".")[0] for target in table.refers.values()}
        found = faults_in(connection, staged.path, table, {name: self._present(name) for name in others})
        if found:
            refuse_where_most_fail(found, staged.rows, table)
            put_aside(staged.path, staged.quarantine_path, table, found)
        accepted = parquet.rows_in(staged.path)
        before = self._file_of_base(table.name) if table.name in self._carried else None
        if before and self._adds(described):
            merge(connection, before, staged.path, table)
        parquet.flush(staged.path)
        parquet.flush(staged.quarantine_path)
        delivered = staged.rows + staged.quarantined
        return TableReport(
            name=table.name,
            delivered=delivered,
            accepted=accepted,
            quarantined=delivered - accepted,
            faults=tuple(_counted(table, staged, found)),
            unknown_columns=tuple(without_numbers(name) for name in staged.unknown_columns),
            left_out_columns=tuple(without_numbers(name) for name in staged.left_out_columns),
            hints=tuple(_hints(staged)),
            hidden=tuple(_hidden(staged)),
            changes=changes(connection, before, staged.path, table) if before else None,
        )

    def _adds(self, described: DescribedTable) -> bool:
        return described.covers is Covers.ADDITIONS or bool(self._delivery.description.mends)

    def _entries(self) -> Iterator[TableEntry]:
        for table in CONTRACT.tables:
            path = self._present(table.name)
            if path is None:
                continue
            if table.name in self._described:
                yield TableEntry(
                    name=table.name,
                    rows=parquet.rows_in(path),
                    sha256=parquet.sha256_of(path),
                    delivery=self._delivery.id,
                )
            else:
                yield self._carried[table.name]

    def _present(self, name: str) -> Path | None:
        """The table's file in the snapshot to be, where it has one."""
        path = self._part / f"{name}.parquet"
        return path if path.exists() else None

    def _file_of_base(self, name: str) -> Path:
        assert self._base is not None  # noqa: S101 - only asked for tables of the base
        return self._places.snapshot(self._base.id) / f"{name}.parquet"


def _in_order(wanted: Container[str]) -> list[str]:
    """Tables in such an order that one comes after those that it refers to."""
    targets = {table.name: [each.partition(".")[0] for each in table.refers.values()] for table in CONTRACT.tables}
    return [name for name in TopologicalSorter(targets).static_order() if name in wanted]


def _hints(staged: StagedTable) -> Iterator[NumberHint]:
    for column, control in staged.old_controls.items():
        if control.failing:
            yield NumberHint(column=column, rows=control.failing, of=control.asked, sentence=FAILS_OLD_CONTROL)


def _hidden(staged: StagedTable) -> Iterator[HiddenInFile]:
    for file, hidden in staged.hidden.items():
        columns = tuple(without_numbers(name) for name in hidden.columns)
        yield HiddenInFile(file=without_numbers(file), rows=hidden.rows, columns=columns, sentence=READ_THOUGH_HIDDEN)


def _counted(table: Table, staged: StagedTable, found: list[Found]) -> Iterator[FaultCount]:
    counts = dict(staged.fault_counts)
    for each in found:
        place = each.fault.kind, each.fault.column
        counts[place] = counts.get(place, 0) + len(each.positions)
    for (kind, column), rows in counts.items():
        yield FaultCount(kind=kind, column=column, rows=rows, sentence=sentence(kind, table, column))
