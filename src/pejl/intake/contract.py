"""A contract: what each column of each table means, and what may stand in it.

A contract is data, so that one text checks a delivery, is published for those who deliver, and is shown on the site.
Rooms that stand on deliveries declare theirs (`pejl.register.contract`); this room only knows what a contract is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

import pyarrow as pa


class Kind(StrEnum):
    """What a value of a column is, and so how it is read from a delivery and kept."""

    PERSON = "person"
    """A person: delivered as a CPR number, an own number or a pseudonym, kept only as a pseudonym."""
    KEY = "key"
    """A number or name by which the source knows the row; no meaning of its own. A CPR number in it is refused."""
    DAY = "day"
    """A calendar day, without a time."""
    MONTH = "month"
    """A calendar month, kept as its first day."""
    KRONER = "kroner"
    """An amount in Danish kroner with at most two decimals."""
    COUNT = "count"
    """A whole number."""
    NUMBER = "number"
    """A number with at most four decimals, in the unit that the column states."""
    CODE = "code"
    """One of the words that the column allows."""
    NAME = "name"
    """A short name of something that is no citizen: a unit, a team, a place, a supplier. Never free text."""
    FLAG = "flag"
    """Yes or no."""

    @property
    def arrow(self) -> pa.DataType:
        """How a value is kept in Parquet."""
        return _ARROW[self]


_ARROW: Mapping[Kind, pa.DataType] = MappingProxyType(
    {
        Kind.PERSON: pa.string(),
        Kind.KEY: pa.string(),
        Kind.DAY: pa.date32(),
        Kind.MONTH: pa.date32(),
        Kind.KRONER: pa.decimal128(14, 2),
        Kind.COUNT: pa.int64(),
        Kind.NUMBER: pa.decimal128(14, 4),
        Kind.CODE: pa.string(),
        Kind.NAME: pa.string(),
        Kind.FLAG: pa.bool_(),
    }
)


@dataclass(frozen=True)
class Column:
    """One column: its meaning in English for developers, in Danish for the site, and what may stand in it.

    `allowed` gives the words of a code, each with its Danish meaning. `least` and `most` bound numbers, inclusive;
    `earliest_year` and `latest_year` bound days. `source` names the field of the national case data hub or statistics
    service whose meaning is meant, "" where it is our own.
    """

    name: str
    kind: Kind
    meaning: str
    danish: str
    required: bool = True
    unit: str = ""
    allowed: Mapping[str, str] = field(default_factory=dict)
    source: str = ""
    least: Decimal | None = None
    most: Decimal | None = None
    longest: int = 80


@dataclass(frozen=True)
class NotBefore:
    """A row rule: where both days are there, `later` is not before `earlier`."""

    later: str
    earlier: str


@dataclass(frozen=True)
class Needs:
    """A row rule: where `column` has a value (one of `values`, if any are named), `other` has one too."""

    column: str
    other: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class AtMost:
    """A row rule: where both numbers are there, `part` is not larger than `whole`."""

    part: str
    whole: str


RowRule = NotBefore | Needs | AtMost


@dataclass(frozen=True)
class Table:
    """One table: what a row is, which columns tell rows apart (`key`), and the rules that a row keeps.

    `spell` names the first day and the last day (inclusive; an empty last day means "still") of what a row describes,
    `moment` the one day of it; at most one of them is given, and a table with neither has no day. `refers` maps a
    column to "table.column" where its values must be found in the same snapshot.
    """

    name: str
    danish: str
    meaning: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    rules: tuple[RowRule, ...] = ()
    spell: tuple[str, str] | None = None
    moment: str | None = None
    refers: Mapping[str, str] = field(default_factory=dict)

    def column(self, name: str) -> Column:
        """The column of that name. Raises `KeyError` where the table has none."""
        return {column.name: column for column in self.columns}[name]

    def find(self, name: str) -> Column | None:
        """The column of that name, None where the table has none."""
        return next((column for column in self.columns if column.name == name), None)

    @property
    def person(self) -> str | None:
        """The column that names the person, None for tables that are about no citizen."""
        return next((column.name for column in self.columns if column.kind is Kind.PERSON), None)

    @property
    def schema(self) -> pa.Schema:
        """The table as it lies in Parquet, provenance last (see `PROVENANCE`)."""
        own = [pa.field(column.name, column.kind.arrow, nullable=not column.required) for column in self.columns]
        return pa.schema([*own, *PROVENANCE])


PROVENANCE = (
    pa.field("source_file", pa.dictionary(pa.int32(), pa.string()), nullable=False),
    pa.field("source_line", pa.int64(), nullable=False),
)
"""Where a row stands in what was delivered: the file's name in the delivery, and the line or row (the first is 1)."""


@dataclass(frozen=True)
class Contract:
    """All tables that may be delivered. `version` changes when a table or column does."""

    name: str
    version: str
    tables: tuple[Table, ...]

    def table(self, name: str) -> Table:
        """The table of that name. Raises `KeyError` where the contract has none."""
        return {table.name: table for table in self.tables}[name]

    def find(self, name: str) -> Table | None:
        """The table of that name, None where the contract has none."""
        return next((table for table in self.tables if table.name == name), None)
