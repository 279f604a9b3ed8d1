"""Files written again without the rows that are to be forgotten, and what went with them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import pyarrow as pa
import pyarrow.compute as pc

from pejl.intake.cells.days import Days, month_cells
from pejl.intake.contract import Kind, Table
from pejl.intake.quarantine.quarantined import schema_of
from pejl.register import parquet
from pejl.register.forgotten import over_before


@dataclass
class LeftOut:
    """How many rows went (or lost a word that names the person), and whose rows went and stayed."""

    rows: int = 0
    persons_gone: set[str] = field(default_factory=set)
    persons_left: set[str] = field(default_factory=set)


class Rule(Protocol):
    """Which rows are to be forgotten."""

    def rows(self, batch: pa.RecordBatch, table: Table) -> pa.BooleanArray:
        """For each row, whether it is to go."""

    def mended(self, batch: pa.RecordBatch, table: Table) -> pa.RecordBatch:
        """A row that stays, without words that name whom is forgotten."""

    def leave_out_quarantined(self, source: Path, target: Path, table: Table, known: dt.date) -> LeftOut:
        """The same for rows in quarantine of a snapshot that knows of that day, which are text."""


@dataclass(frozen=True)
class Person:
    """All rows of one person. Where another's row names the person (a household's number), the word goes."""

    pseudonym: str

    def rows(self, batch: pa.RecordBatch, table: Table) -> pa.BooleanArray:
        """Rows that are about the person, or that the source knows by the person."""
        named = [name for name in _words(table) if name == table.person or table.column(name).required]
        return self._any(batch, named)

    def mended(self, batch: pa.RecordBatch, table: Table) -> pa.RecordBatch:
        """Rows of others, with an empty cell where the person was named."""
        for name in _words(table):
            column = batch.column(name)
            named = pc.fill_null(pc.equal(column, self.pseudonym), fill_value=False)
            if pc.any(named).as_py():
                batch = batch.set_column(
                    batch.schema.get_field_index(name), batch.schema.field(name), pc.if_else(named, None, column)
                )
        return batch

    def leave_out_quarantined(self, source: Path, target: Path, table: Table, known: dt.date) -> LeftOut:
        """Rows that name the person anywhere. What could not be read as a person names nobody."""
        return _again(source, target, schema_of(table), lambda batch: (self._any(batch, _words(table)), batch))

    def _any(self, batch: pa.RecordBatch, columns: list[str]) -> pa.BooleanArray:
        found = pa.array([False] * batch.num_rows, pa.bool_())
        for name in columns:
            found = pc.or_(found, pc.fill_null(pc.equal(batch.column(name), self.pseudonym), fill_value=False))
        return found


@dataclass(frozen=True)
class Limit:
    """All rows that were over before a day."""

    before: dt.date

    def rows(self, batch: pa.RecordBatch, table: Table) -> pa.BooleanArray:
        """Rows whose spell has ended, or whose moment lies, before the day."""
        return over_before(batch, table, self.before)

    def mended(self, batch: pa.RecordBatch, table: Table) -> pa.RecordBatch:
        """Nothing else is taken."""
        return batch

    def leave_out_quarantined(self, source: Path, target: Path, table: Table, known: dt.date) -> LeftOut:
        """All of a snapshot that is older than the day; of a younger one, rows whose day can be read and is older."""
        if known < self.before:
            return _again(
                source, target, schema_of(table), lambda batch: (pa.array([True] * batch.num_rows, pa.bool_()), batch)
            )
        return _again(source, target, schema_of(table), lambda batch: (self._written_before(batch, table), batch))

    def _written_before(self, batch: pa.RecordBatch, table: Table) -> pa.BooleanArray:
        column = table.spell[1] if table.spell else table.moment
        if column is None:
            return pa.array([False] * batch.num_rows, pa.bool_())
        reader = month_cells() if table.column(column).kind is Kind.MONTH else Days()
        days = reader.cells(batch.column(column)).values
        return pc.fill_null(pc.less(days, pa.scalar(self.before, pa.date32())), fill_value=False)


def leave_out(source: Path, target: Path, table: Table, rule: Rule) -> LeftOut:
    """Write a table again without the rows; where there are none, the same file gets another name."""

    def weigh(batch: pa.RecordBatch) -> tuple[pa.BooleanArray, pa.RecordBatch]:
        return rule.rows(batch, table), rule.mended(batch, table)

    return _again(source, target, table.schema, weigh, table)


def leave_out_persons(source: Path, target: Path, table: Table, persons: set[str]) -> LeftOut:
    """Write the table of persons again without these."""
    wanted = pa.array(sorted(persons), pa.string())
    return _again(
        source, target, table.schema, lambda batch: (pc.is_in(batch.column("person"), value_set=wanted), batch), table
    )


def _again(
    source: Path,
    target: Path,
    schema: pa.Schema,
    weigh: Callable[[pa.RecordBatch], tuple[pa.BooleanArray, pa.RecordBatch]],
    table: Table | None = None,
) -> LeftOut:
    """Look first whether anything is to go, so that files which stay as they are are not copied."""
    left_out = LeftOut()
    for batch in parquet.batches(source):
        go, mended = weigh(batch)
        left_out.rows += (pc.sum(go).as_py() or 0) + _different(batch, mended, go)
        if table and table.person:
            persons = batch.column(table.person)
            left_out.persons_gone.update(pc.unique(persons.filter(go)).to_pylist())
            left_out.persons_left.update(pc.unique(persons.filter(pc.invert(go))).to_pylist())
    if left_out.rows:
        parquet.write(target, schema, _kept(source, weigh))
    else:
        parquet.carry(source, target)
    return left_out


def _kept(
    source: Path, weigh: Callable[[pa.RecordBatch], tuple[pa.BooleanArray, pa.RecordBatch]]
) -> Iterator[pa.RecordBatch]:
    for batch in parquet.batches(source):
        go, mended = weigh(batch)
        yield mended.filter(pc.invert(go))


def _different(before: pa.RecordBatch, now: pa.RecordBatch, go: pa.BooleanArray) -> int:
    """How many rows that stay have lost a word."""
    if now is before:
        return 0
    lost = pa.array([False] * before.num_rows, pa.bool_())
    for name in before.schema.names:
        emptied = pc.and_(pc.is_null(now.column(name)), pc.is_valid(before.column(name)))
        lost = pc.or_(lost, emptied)
    return pc.sum(pc.and_(lost, pc.invert(go))).as_py() or 0


def _words(table: Table) -> list[str]:
    """The columns that may name a person: the one that does, and keys, which may be kept as pseudonyms."""
    return [column.name for column in table.columns if column.kind in (Kind.PERSON, Kind.KEY)]
