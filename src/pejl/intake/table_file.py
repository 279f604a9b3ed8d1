"""A Parquet file that is written as a stream: the same rows always give the same bytes, and only one group of rows is
held in memory.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

import pyarrow as pa
import pyarrow.parquet as pq

ROWS_IN_GROUP = 131_072
"""Rows of one row group: enough to pack well, few enough to hold."""

_MUCH_REPEATED = 4 << 20
"""Bytes that the distinct values of a column may fill within a group before they are written out one by one."""

Later = Callable[[Callable[[], object]], object]
"""Does something, now or soon, but always in the order of the calls."""


class TableFile:
    """Writes batches of one schema, regrouped to groups of one size. The file is whole only after a quiet end."""

    def __init__(self, path: Path, schema: pa.Schema, later: Later, *, distinct: frozenset[str] = frozenset()) -> None:
        """`distinct` are columns whose values hardly ever repeat: nothing is gained by looking for it."""
        self.path = path
        self.rows = 0
        self._later = later
        self._waiting: list[pa.RecordBatch] = []
        self._waiting_rows = 0
        self._writer = pq.ParquetWriter(path, schema, **_ways(schema, distinct))

    def write(self, batch: pa.RecordBatch) -> None:
        """Add the rows of a batch."""
        self.rows += batch.num_rows
        while batch.num_rows:
            room = ROWS_IN_GROUP - self._waiting_rows
            part, batch = batch.slice(0, room), batch.slice(room)
            self._waiting.append(part)
            self._waiting_rows += part.num_rows
            if self._waiting_rows == ROWS_IN_GROUP:
                self._send()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, trouble: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._send()
            self._later(self._finish)

    def _send(self) -> None:
        batches, self._waiting, self._waiting_rows = self._waiting, [], 0
        if batches:
            self._later(lambda: self._write_group(batches))

    def _write_group(self, batches: list[pa.RecordBatch]) -> None:
        self._writer.write_table(pa.Table.from_batches(batches).unify_dictionaries(), ROWS_IN_GROUP)

    def _finish(self) -> None:
        self._writer.close()
        descriptor = os.open(self.path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _ways(schema: pa.Schema, distinct: frozenset[str]) -> dict[str, object]:
    """How the columns are packed: numbers that grow by their differences, words that repeat by a list of them."""
    growing = [field.name for field in schema if pa.types.is_int64(field.type) and not field.nullable]
    repeated = [field.name for field in schema if field.name not in distinct and field.name not in growing]
    sought = [field.name for field in schema if pa.types.is_date(field.type)]
    nested = any(pa.types.is_nested(field.type) for field in schema)
    return {
        "compression": "zstd",
        "compression_level": 1,
        "use_dictionary": True if nested else repeated,
        "column_encoding": None if nested else dict.fromkeys(growing, "DELTA_BINARY_PACKED"),
        "dictionary_pagesize_limit": _MUCH_REPEATED,
        "write_statistics": sought or False,
    }
