"""From a delivery to files: every row read, checked and written, accepted ones beside quarantined ones, as streams.

What is written is Parquet and lies in the folder that the caller gives, nowhere else; no personal number is in it. A
delivery that is refused, and one that is interrupted, leave nothing but that folder, which the caller throws away.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path

from pejl.intake.ahead import Behind, ahead
from pejl.intake.checks.checking import Checker
from pejl.intake.checks.number_columns import refuse_columns_of_numbers
from pejl.intake.checks.old_control import OldControl
from pejl.intake.checks.unknown_columns import UnknownColumns
from pejl.intake.checks.wrong_mapping import FaultsOfFile, refuse_missing_columns
from pejl.intake.contract import Contract, Kind, Table
from pejl.intake.description.described import DescribedTable, Description
from pejl.intake.faults import FaultKind, Refused
from pejl.intake.files.delivered import DeliveredFile
from pejl.intake.files.opening import OpenDelivery
from pejl.intake.gathering import gathered
from pejl.intake.progress import Progress, Tell
from pejl.intake.pseudonym import Pseudonyms
from pejl.intake.quarantine.hiding import holds_number
from pejl.intake.quarantine.quarantined import as_batch, schema_of
from pejl.intake.rows.headings import shown
from pejl.intake.rows.of_file import read_rows
from pejl.intake.rows.raw import Hidden, RawBatch
from pejl.intake.table_file import TableFile

QUARANTINE = "quarantine"
"""The folder of the quarantined rows, within the one that is written."""


@dataclass(frozen=True)
class StagedTable:
    """One table of the delivery as it was written. `fault_counts` tells in how many rows each fault stands,
    `old_controls` by column what the old control says of CPR numbers, `hidden` by file what workbooks do not show."""

    path: Path
    rows: int
    quarantine_path: Path
    quarantined: int
    fault_counts: Mapping[tuple[FaultKind, str], int] = field(default_factory=dict)
    unknown_columns: tuple[str, ...] = ()
    left_out_columns: tuple[str, ...] = ()
    old_controls: Mapping[str, OldControl] = field(default_factory=dict)
    hidden: Mapping[str, Hidden] = field(default_factory=dict)


@dataclass(frozen=True)
class Staged:
    """The tables that the delivery holds, by name."""

    tables: Mapping[str, StagedTable]


def stage(
    delivery: OpenDelivery,
    contract: Contract,
    folder: Path,
    pseudonyms: Pseudonyms,
    tell: Tell = lambda file, done, total: None,
) -> Staged:
    """Check every row of a delivery and write the tables into `folder`. Raises `Refused` with a Danish sentence.

    What can be seen without reading all rows is looked at in all files first.
    """
    tables = _in_order(delivery.description, contract)
    files = {described.table.name: delivery.files(described) for described in tables}
    for described in tables:
        for file in files[described.table.name]:
            _look_at_columns(file, described)
    (folder / QUARANTINE).mkdir(parents=True, exist_ok=True)
    progress = Progress(tell, [file for each in files.values() for file in each])
    return Staged(
        {
            described.table.name: _Table(described, folder).staged(files[described.table.name], pseudonyms, progress)
            for described in tables
        }
    )


class _Table:
    """Writes one table."""

    def __init__(self, described: DescribedTable, folder: Path) -> None:
        self._described = described
        self._table = described.table
        self._path = folder / f"{self._table.name}.parquet"
        self._quarantine_path = folder / QUARANTINE / f"{self._table.name}.parquet"
        self._unknown = UnknownColumns(described)
        self._counts: dict[tuple[FaultKind, str], int] = {}
        self._old_controls: dict[str, OldControl] = {}
        self._hidden: dict[str, Hidden] = {}

    def staged(self, files: Iterable[DeliveredFile], pseudonyms: Pseudonyms, progress: Progress) -> StagedTable:
        """All files of the table, one after another."""
        with ExitStack() as stack:
            later = stack.enter_context(Behind()).do
            accepted = stack.enter_context(
                TableFile(self._path, self._table.schema, later, distinct=_distinct(self._table))
            )
            quarantined = stack.enter_context(TableFile(self._quarantine_path, schema_of(self._table), later))
            for file in files:
                self._file(file, pseudonyms, progress, accepted, quarantined)
        return StagedTable(
            path=self._path,
            rows=accepted.rows,
            quarantine_path=self._quarantine_path,
            quarantined=quarantined.rows,
            fault_counts=dict(sorted(self._counts.items())),
            unknown_columns=self._unknown.names,
            left_out_columns=self._described.left_out,
            old_controls=self._old_controls,
            hidden=self._hidden,
        )

    def _file(
        self,
        file: DeliveredFile,
        pseudonyms: Pseudonyms,
        progress: Progress,
        accepted: TableFile,
        quarantined: TableFile,
    ) -> None:
        checker = Checker(self._described, pseudonyms, file.name)
        faults = FaultsOfFile(file.name, self._described)
        for batch in _batches(progress.counted(file), self._described):
            self._unknown.look(file.name, batch.columns)
            refuse_columns_of_numbers(file.name, batch.columns, self._described)
            if batch.hidden:
                self._hidden[file.name] = self._hidden.get(file.name, Hidden()) + batch.hidden
            checked = checker.check(batch)
            accepted.write(checked.accepted)
            if checked.quarantined:
                quarantined.write(as_batch(checked.quarantined, self._table))
            faults.count(checked.accepted.num_rows + len(checked.quarantined), checked.quarantined)
        progress.finished(file)
        checker.finish()
        faults.refuse_where_most_fail()
        for what, count in faults.counts.items():
            self._counts[what] = self._counts.get(what, 0) + count
        for name, control in checker.old_controls.items():
            self._old_controls[name] = self._old_controls.get(name, OldControl()) + control


def _in_order(description: Description, contract: Contract) -> list[DescribedTable]:
    """The tables of the delivery in the contract's order."""
    place = {table.name: number for number, table in enumerate(contract.tables)}
    return sorted(description.tables, key=lambda described: place[described.table.name])


def _look_at_columns(file: DeliveredFile, described: DescribedTable) -> None:
    """Refuse what the first rows of a file and its name tell already."""
    if holds_number(file.name):
        raise Refused(
            f"Filen {shown(file.name)} har et CPR-nummer i sit navn, og navnet gemmes sammen med rækkerne. "
            "Giv filen et andet navn. Intet er indlæst."
        )
    with closing(iter(read_rows(file, described))) as batches:  # type: ignore[type-var]
        for batch in batches:
            refuse_missing_columns(file.name, batch.columns.schema.names, described)
            UnknownColumns(described).look(file.name, batch.columns)
            refuse_columns_of_numbers(file.name, batch.columns, described)
            return


def _batches(file: DeliveredFile, described: DescribedTable) -> Iterator[RawBatch]:
    with closing(ahead(gathered(read_rows(file, described)))) as batches:  # type: ignore[type-var]
        yield from batches


def _distinct(table: Table) -> frozenset[str]:
    """The columns whose values hardly repeat: keys that stand alone, and amounts."""
    alone = table.key if len(table.key) == 1 else ()
    return frozenset(alone) | {column.name for column in table.columns if column.kind is Kind.KRONER}
