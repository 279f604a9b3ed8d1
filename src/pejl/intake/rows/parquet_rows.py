"""The rows of a Parquet file, a few thousand at a time, as the text that a Danish text file would have."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from pejl.intake.description.described import DescribedTable
from pejl.intake.faults import Refused
from pejl.intake.files.delivered import DeliveredFile
from pejl.intake.rows.columns import Columns
from pejl.intake.rows.headings import plain, shown, spelled
from pejl.intake.rows.raw import RawBatch
from pejl.intake.rows.typed_text import column_text

ROWS = 65_536
"""Rows that are held at a time."""
PACKED = 256 << 20
"""The largest Parquet file within a zip: its end must be read before its beginning, so there it is held whole."""


def read_parquet(file: DeliveredFile, described: DescribedTable) -> Iterator[RawBatch]:
    """The rows of a Parquet file. Raises `Refused`."""
    with file.open() as opened:
        try:
            parquet = pq.ParquetFile(_seekable(file, opened), memory_map=False, pre_buffer=False)
            yield from _batches(file, parquet, described)
        except (pa.ArrowException, OSError):
            raise Refused(
                f"{file.name}: filen kan ikke læses som Parquet; den er beskadiget eller af en anden slags. "
                "Gem den på ny fra kilden."
            ) from None


def _seekable(file: DeliveredFile, opened: BinaryIO) -> BinaryIO:
    if not file.packed:
        return opened
    if file.size > PACKED:
        raise Refused(
            f"{file.name}: en Parquet-fil på mere end {PACKED >> 20} MB kan ikke læses fra en zip. "
            "Levér den i en mappe i stedet."
        )
    return io.BytesIO(opened.read())


def _batches(file: DeliveredFile, parquet: pq.ParquetFile, described: DescribedTable) -> Iterator[RawBatch]:
    schema = parquet.schema_arrow
    unwanted = {plain(name) for name in described.left_out}
    # What nobody wants is not even read, whatever it holds; its name stays, so that it can be told of.
    names = spelled(file.name, schema.names, described)
    wanted = [name for name in schema.names if plain(name) not in unwanted]
    columns = Columns(file.name, names, schema.names, "række")
    row = 1
    for batch in parquet.iter_batches(ROWS, columns=wanted):
        cells = [_cells(file.name, batch, name, name in wanted, described.decimal or ",") for name in schema.names]
        lines = pa.array(range(row, row + len(batch)), pa.int64())
        row += len(batch)
        yield RawBatch(*columns.named(cells, lines))


def _cells(where: str, batch: pa.RecordBatch, name: str, wanted: bool, sign: str) -> pa.StringArray:
    if not wanted:
        return pa.repeat(pa.scalar(""), len(batch))
    text = column_text(batch.column(name), sign)
    if text is None:
        raise Refused(
            f"{where}: kolonnen »{shown(name)}« holder hverken tekst, tal, dage eller ja og nej. "
            f'Skriv left_out = ["{shown(name)}"] under tabellen i delivery.toml, eller gem filen uden den.'
        )
    return text
