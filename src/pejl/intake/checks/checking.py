"""Checks the rows of a table against its contract, a batch at a time: what keeps every rule is accepted as values, the
rest goes to quarantine as text with every reason at once, so that a row needs mending once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from pejl.intake.cells.days import Days, month_cells
from pejl.intake.cells.numbers import Numbers
from pejl.intake.cells.read import Cells, Spellings, all_but
from pejl.intake.cells.words import Names, codes, flags
from pejl.intake.checks.old_control import OldControl, old_control
from pejl.intake.checks.row_rules import broken
from pejl.intake.contract import Column, Kind
from pejl.intake.description.described import DescribedColumn, DescribedTable
from pejl.intake.faults import Fault, FaultKind, Refused
from pejl.intake.pseudonym import Identifier, Pseudonyms
from pejl.intake.quarantine.hiding import hidden
from pejl.intake.quarantine.kept_cells import kept_cells
from pejl.intake.quarantine.quarantined import QuarantinedRow
from pejl.intake.rows.raw import RawBatch

Wrong = dict[int, list[Fault]]
"""The faults of a batch by row."""


@dataclass(frozen=True)
class Checked:
    """What became of a batch: the accepted rows in the table's schema, and the others."""

    accepted: pa.RecordBatch
    quarantined: list[QuarantinedRow]


class Checker:
    """Checks one file of one table. What a file may not leave open is asked of it at the end (`finish`)."""

    def __init__(self, described: DescribedTable, pseudonyms: Pseudonyms, file: str) -> None:
        self._table = described.table
        self._described = described
        self._pseudonyms = pseudonyms
        self._file = file
        self._readers = {column.name: self._reader(column) for column in self._table.columns}
        self.old_controls: dict[str, OldControl] = {}
        """What the old control of CPR numbers says so far, by the columns that are delivered as such."""

    def check(self, batch: RawBatch) -> Checked:
        """The rows of the batch, told apart."""
        wrong: Wrong = defaultdict(list)
        written = {column.name: self._written(column, batch) for column in self._table.columns}
        values = {name: self._values(name, cells, wrong) for name, cells in written.items()}
        self._note_missing(written, values, wrong)
        for rule in self._table.rules:
            for row, fault in broken(rule, values, written):
                wrong[row].append(fault)
        quarantined = self._quarantined(wrong, written, values, batch) if wrong else []
        quarantined += [QuarantinedRow(self._file, line, (fault,)) for line, fault in batch.malformed]
        return Checked(self._accepted(values, batch, wrong), quarantined)

    def finish(self) -> None:
        """Raise `Refused` where no cell of the whole file told how its days or numbers are to be read."""
        for name, reader in self._readers.items():
            example = getattr(reader, "ambiguous", None)
            if example is not None:
                raise Refused(self._undecided(name, example, days=isinstance(reader, Days)))

    def _reader(self, column: Column) -> Days | Numbers | Names | Spellings | _Persons:
        described = self._described.columns.get(column.name)
        if column.kind is Kind.PERSON or (described and described.identifier):
            identifier = described.identifier if described and described.identifier else Identifier.PSEUDONYM
            return _Persons(self._pseudonyms, identifier)
        match column.kind:
            case Kind.DAY:
                return Days(self._described.days)
            case Kind.MONTH:
                return month_cells(self._described.days)
            case Kind.KRONER | Kind.COUNT | Kind.NUMBER:
                return Numbers(column, self._described.decimal)
            case Kind.CODE:
                return codes(column, described.values if described else {})
            case Kind.FLAG:
                return flags()
            case _:
                return Names(column)

    def _written(self, column: Column, batch: RawBatch) -> pa.StringArray:
        """The column as delivered, empty where the file has no such column."""
        described = self._described.columns.get(column.name, DescribedColumn(column.name))
        place = batch.columns.schema.get_field_index(described.source_name)
        if place < 0:
            return pa.repeat("", batch.columns.num_rows)
        return batch.columns.column(place)

    def _values(self, name: str, written: pa.StringArray, wrong: Wrong) -> pa.Array:
        if _is_empty(written):
            return pa.nulls(len(written), self._table.column(name).kind.arrow)
        reader = self._readers[name]
        cells = reader.cells(written)
        if isinstance(reader, _Persons) and reader.identifier is Identifier.CPR:
            self.old_controls[name] = self.old_controls.get(name, OldControl()) + old_control(written, cells.values)
        for row, kind in cells.wrong:
            wrong[row].append(Fault(kind, name, self._shown(name, kind, written[row].as_py())))
        return cells.values

    def _shown(self, name: str, kind: FaultKind, text: str) -> str:
        """The cell, where it may be shown: never what names a person, nor text that may tell of one."""
        if self._names_persons(name) or kind in (FaultKind.CPR_IN_OTHER_COLUMN, FaultKind.TOO_LONG):
            return ""
        return hidden(text, self._table.column(name).kind)[:60]

    def _note_missing(
        self, written: Mapping[str, pa.StringArray], values: Mapping[str, pa.Array], wrong: Wrong
    ) -> None:
        for column in self._table.columns:
            if column.required and values[column.name].null_count:
                empty = pc.and_(pc.is_null(values[column.name]), pc.equal(written[column.name], ""))
                for row in pc.indices_nonzero(empty).to_pylist():
                    wrong[row].append(Fault(FaultKind.MISSING, column.name))
                self._note_open_end(column, written[column.name], values[column.name], wrong)

    def _note_open_end(self, column: Column, written: pa.StringArray, values: pa.Array, wrong: Wrong) -> None:
        """A required day that is written as "no day" is missing too; what is wrong already is not told of twice."""
        if column.kind is not Kind.DAY or not values.null_count:
            return
        for row in pc.indices_nonzero(pc.and_(pc.is_null(values), pc.not_equal(written, ""))).to_pylist():
            if not any(fault.column == column.name for fault in wrong.get(row, ())):
                wrong[row].append(Fault(FaultKind.MISSING, column.name, written[row].as_py()))

    def _quarantined(
        self, wrong: Wrong, written: Mapping[str, pa.StringArray], values: Mapping[str, pa.Array], batch: RawBatch
    ) -> list[QuarantinedRow]:
        rows = pa.array(sorted(wrong), pa.int64())
        kept = {
            column.name: kept_cells(
                self._readers[column.name],
                column,
                written[column.name].take(rows),
                values[column.name].take(rows),
                named=self._names_persons(column.name),
            )
            for column in self._table.columns
        }
        lines = batch.lines.take(rows).to_pylist()
        return [
            QuarantinedRow(
                self._file, lines[place], tuple(wrong[row]), {name: cells[place] for name, cells in kept.items()}
            )
            for place, row in enumerate(rows.to_pylist())
        ]

    def _names_persons(self, name: str) -> bool:
        return isinstance(self._readers[name], _Persons)

    def _accepted(self, values: Mapping[str, pa.Array], batch: RawBatch, wrong: Wrong) -> pa.RecordBatch:
        rows = batch.columns.num_rows
        file = pa.DictionaryArray.from_arrays(pa.repeat(pa.scalar(0, pa.int32()), rows), pa.array([self._file]))
        whole = pa.RecordBatch.from_arrays([*values.values(), file, batch.lines], schema=_open(self._table.schema))
        if not wrong:
            return whole.cast(self._table.schema)
        return whole.filter(all_but(rows, wrong)).cast(self._table.schema)

    def _undecided(self, name: str, example: str, *, days: bool) -> str:
        column = self._described.columns.get(name, DescribedColumn(name)).source_name
        where = f"{self._file}, kolonnen »{column}«"
        if days:
            return (
                f'{where}: »{example}« kan være to forskellige dage. Skriv days = "d-m-y" eller days = "m/d/y" under '
                f"tabellen {self._table.name} i delivery.toml. Intet er indlæst."
            )
        return (
            f'{where}: »{example}« kan være to forskellige tal. Skriv decimal = "," eller decimal = "." under tabellen '
            f"{self._table.name} i delivery.toml. Intet er indlæst."
        )


class _Persons:
    """Reads a column of persons, or of keys that may not be kept as they are, as pseudonyms."""

    def __init__(self, pseudonyms: Pseudonyms, identifier: Identifier) -> None:
        self._pseudonyms = pseudonyms
        self.identifier = identifier

    def cells(self, written: pa.StringArray) -> Cells:
        """The pseudonyms of the column."""
        return Cells(*self._pseudonyms.of(written, self.identifier))


def _is_empty(written: pa.StringArray) -> bool:
    """Whether no cell of the column holds anything, as in columns that the file does not have."""
    return not pc.any(pc.not_equal(written, "")).as_py()


def _open(schema: pa.Schema) -> pa.Schema:
    """The schema before rows with empty required cells are taken out."""
    return pa.schema([field.with_nullable(True) for field in schema])
