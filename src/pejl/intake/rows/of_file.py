"""The rows of a delivered file, whatever kind of file it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pejl.intake.description.described import DescribedTable
from pejl.intake.files.delivered import DeliveredFile
from pejl.intake.rows.csv_rows import read_csv
from pejl.intake.rows.parquet_rows import read_parquet
from pejl.intake.rows.raw import RawBatch
from pejl.intake.rows.xlsx_rows import read_xlsx

__all__ = ["KINDS", "RawBatch", "read_rows"]

KINDS: dict[str, Callable[[DeliveredFile, DescribedTable], Iterator[RawBatch]]] = {
    ".csv": read_csv,
    ".txt": read_csv,
    ".xlsx": read_xlsx,
    ".parquet": read_parquet,
}
"""The kinds of files that can be read, by the end of their names."""


def read_rows(file: DeliveredFile, described: DescribedTable) -> Iterator[RawBatch]:
    """The rows of one file as a stream of batches. Raises `Refused` with a Danish sentence."""
    yield from KINDS[file.suffix](file, described)
