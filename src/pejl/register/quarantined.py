"""The quarantined rows of a snapshot's table, some at a time, and how many there are for each reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa

from pejl.home.folders import Home
from pejl.intake.contract import Table
from pejl.intake.faults import FaultKind
from pejl.intake.quarantine.quarantined import FILE, LINE, REASONS
from pejl.intake.quarantine.sentences import sentence
from pejl.register import parquet
from pejl.register.contract import CONTRACT
from pejl.register.places import QUARANTINE, SNAPSHOT, Places
from pejl.register.quarantine_index import Cause, indexed


class NoSuchRows(LookupError):
    """There is no such snapshot, or no such table. `str()` says which."""


@dataclass(frozen=True)
class Reason:
    """One kind of fault in one column, with its Danish sentence and the number of rows that have it."""

    kind: str
    column: str
    sentence: str
    rows: int

    @property
    def word(self) -> str:
        """The reason as an address names it."""
        return f"{self.kind}.{self.column}" if self.column else self.kind


@dataclass(frozen=True)
class Row:
    """One row: where it stood in the delivery, its cells but for who it is about, and its sentences."""

    file: str
    line: int
    cells: Mapping[str, str]
    faulty: frozenset[str]
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class Leaf:
    """At most `limit` of the rows. `found` is how many answer the question, `total` how many there are at all."""

    table: Table
    rows: tuple[Row, ...]
    found: int
    total: int
    limit: int
    reasons: tuple[Reason, ...]

    @property
    def pages(self) -> int:
        """How many leaves of this length the answer takes; one where there is nothing."""
        return max(1, -(-self.found // self.limit))


def quarantined(home: Home, snapshot: str, name: str, *, reason: str = "", first: int = 0, limit: int = 50) -> Leaf:
    """The rows from `first` on that have the reason (all, where it is ""). Raises `NoSuchRows`."""
    table, path = _place(home, snapshot, name)
    if path is None:
        return Leaf(table, (), 0, 0, limit, ())
    cause = _cause(reason)
    with indexed(path) as file:
        rows = tuple(row for batch in file.rows(cause, first, limit) for row in _rows(batch, table))
        return Leaf(table, rows, file.found(cause), file.found(None), limit, _told(file.causes, table))


def persons_in_quarantine(home: Home, snapshot: str, name: str) -> set[str]:
    """The pseudonyms of all persons who have a quarantined row there. Raises `NoSuchRows`."""
    table, path = _place(home, snapshot, name)
    if path is None or table.person is None:
        return set()
    return {person for batch in parquet.batches(path) for person in batch.column(table.person).to_pylist() if person}


def _place(home: Home, snapshot: str, name: str) -> tuple[Table, Path | None]:
    """The table and the file of its quarantined rows, None where none of its rows are."""
    table = CONTRACT.find(name)
    if table is None:
        raise NoSuchRows("Der er ingen tabel med det navn.")
    places = Places.of(home)
    if not SNAPSHOT.match(snapshot) or not places.snapshot(snapshot).is_dir():
        raise NoSuchRows("Der er intet øjebliksbillede med det nummer.")
    path = places.snapshot(snapshot) / QUARANTINE / f"{name}.parquet"
    return table, path if path.is_file() else None


def _cause(word: str) -> Cause | None:
    """The reason as it is counted; None where none is named."""
    kind, _, column = word.partition(".")
    return (kind, column) if word else None


def _rows(batch: pa.RecordBatch, table: Table) -> Iterator[Row]:
    for cells in batch.to_pylist():
        faults: list[dict[str, Any]] = cells[REASONS]
        yield Row(
            file=cells[FILE],
            line=cells[LINE],
            cells={column.name: cells[column.name] or "" for column in table.columns if column.name != table.person},
            faulty=frozenset(fault["column"] for fault in faults),
            sentences=tuple(_sentence(fault["kind"], fault["column"], table) for fault in faults),
        )


def _told(counts: Counter[Cause], table: Table) -> tuple[Reason, ...]:
    """The reasons, the most frequent first."""
    ordered = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    return tuple(Reason(kind, column, _sentence(kind, column, table), rows) for (kind, column), rows in ordered)


def _sentence(kind: str, column: str, table: Table) -> str:
    """What is wrong and what to do; the word itself for a kind that is no longer known."""
    try:
        return sentence(FaultKind(kind), table, column)
    except ValueError:
        return kind
