"""DuckDB as this room uses it: in memory, without the network, and with nothing on disk outside the data folder."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pyarrow as pa

from pejl.intake.contract import Kind, Table
from pejl.register.places import Places

_KINDS = {
    Kind.DAY: "DATE",
    Kind.MONTH: "DATE",
    Kind.KRONER: "DECIMAL(14, 2)",
    Kind.COUNT: "BIGINT",
    Kind.NUMBER: "DECIMAL(14, 4)",
    Kind.FLAG: "BOOLEAN",
}
"""What DuckDB calls the kinds that are not kept as text."""

MEMORY = "1GB"
"""How much DuckDB keeps in memory before it uses the disk."""


def settings(spill: Path) -> dict[str, str | bool | int | float | list[str]]:
    """What every connection is opened with. Extensions are never fetched: all that is needed is built in."""
    return {
        "memory_limit": MEMORY,
        "temp_directory": str(spill),
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        "allow_community_extensions": False,
    }


def close_in(connection: duckdb.DuckDBPyConnection, places: Places) -> None:
    """From here on nothing outside the register's folder is read or written, and no setting is changed back."""
    close_in_folder(connection, places.root)


def close_in_folder(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """The same with another folder."""
    connection.execute("SET allowed_directories = [?]", [f"{folder}/"])
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")


@contextmanager
def duck(places: Places) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection for the block."""
    spill = places.spill()
    connection = duckdb.connect(":memory:", config=settings(spill))
    try:
        connection.execute("SET python_enable_replacements = false")
        connection.execute("SET TimeZone = 'UTC'")
        close_in(connection, places)
        yield connection
    finally:
        connection.close()
        shutil.rmtree(spill, ignore_errors=True)


def view(connection: duckdb.DuckDBPyConnection, name: str, path: Path, table: Table | None = None) -> None:
    """Call a Parquet file by a name. Rows have their number in the file as `file_row_number`, the first is 0.

    Where it is named which table the file holds, columns that the contract got after it was written are empty.
    """
    rows = connection.read_parquet(str(path), file_row_number=True)
    later = [column for column in table.columns if column.name not in rows.columns] if table else []
    if later:
        empty = (f"CAST(NULL AS {_KINDS.get(column.kind, 'VARCHAR')}) AS {names(column.name)}" for column in later)
        rows = rows.project(", ".join(["*", *empty]))
    rows.create_view(name, replace=True)


def names(*columns: str) -> str:
    """Columns as SQL names them."""
    return ", ".join('"' + column.replace('"', '""') + '"' for column in columns)


def positions(connection: duckdb.DuckDBPyConnection, sql: str) -> pa.Int64Array:
    """The numbers of rows that a query gives, in its order."""
    found = connection.execute(sql).fetchnumpy()["file_row_number"]
    return pa.array(found, pa.int64())
