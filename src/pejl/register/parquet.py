"""Tables as files, read and written as streams, and flushed to the disk."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from pejl.intake.table_file import ROWS_IN_GROUP, TableFile

ROWS = ROWS_IN_GROUP
"""How many rows are in memory at a time."""


def batches(path: Path) -> Iterator[pa.RecordBatch]:
    """The rows of a file, some at a time."""
    with pq.ParquetFile(path) as file:
        yield from file.iter_batches(ROWS)


def rows_in(path: Path) -> int:
    """How many rows a file has, as its end says."""
    return int(pq.read_metadata(path).num_rows)


def write(target: Path, schema: pa.Schema, rows: Iterable[pa.RecordBatch]) -> int:
    """Write rows to a new file and flush it; return how many there were."""
    with TableFile(target, schema, _now) as file:
        for batch in rows:
            file.write(with_every_column(batch, schema).cast(schema))
    return file.rows


def with_every_column(batch: pa.RecordBatch, schema: pa.Schema) -> pa.RecordBatch:
    """The rows in the schema's order. A column that the contract got after they were written is empty."""
    if batch.schema.names == schema.names:
        return batch
    found = [
        batch.column(field.name) if field.name in batch.schema.names else pa.nulls(batch.num_rows, field.type)
        for field in schema
    ]
    return pa.RecordBatch.from_arrays(found, names=schema.names)


def without(path: Path, positions: pa.Int64Array) -> Iterator[pa.RecordBatch]:
    """The rows of a file but those at the positions, which are in order and begin at 0."""
    first, gone = 0, positions.to_numpy()
    for batch in batches(path):
        start, stop = np.searchsorted(gone, [first, first + batch.num_rows])
        stays = np.ones(batch.num_rows, dtype=bool)
        stays[gone[start:stop] - first] = False
        first += batch.num_rows
        yield batch.filter(pa.array(stays))


def carry(source: Path, target: Path) -> None:
    """The same file in another place: by another name where the disk can, else as a copy."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
        flush(target)


def sha256_of(path: Path) -> str:
    """The hash of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def flush(path: Path) -> None:
    """See to it that a file outlives a power cut."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _now(do: Callable[[], object]) -> None:
    do()
