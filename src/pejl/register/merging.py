"""Rows added to what was there: a row with a key that is known takes the place of the one that was there."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pyarrow as pa

from pejl.intake.contract import Table
from pejl.register import parquet
from pejl.register.duck import names, positions, view


def merge(duck: duckdb.DuckDBPyConnection, base: Path, staged: Path, table: Table) -> None:
    """Let the staged file hold the base's rows, but those that it replaces, and after them its own."""
    replaced = _replaced(duck, base, staged, table)
    beside = staged.with_name(f".{staged.name}.new")
    parquet.write(
        beside,
        table.schema,
        (batch for rows in (parquet.without(base, replaced), parquet.batches(staged)) for batch in rows),
    )
    beside.rename(staged)


def _replaced(duck: duckdb.DuckDBPyConnection, base: Path, staged: Path, table: Table) -> pa.Int64Array:
    """The base's rows, by number, whose key the staged rows have too."""
    view(duck, "base", base)
    view(duck, "staged", staged)
    same = " AND ".join(f"staged.{names(column)} = base.{names(column)}" for column in table.key)
    sql = f"""
        SELECT file_row_number FROM base
        WHERE EXISTS (SELECT 1 FROM staged WHERE {same})
        ORDER BY file_row_number
    """  # noqa: S608 - the names are the contract's
    return positions(duck, sql)
