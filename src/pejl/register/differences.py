"""Two snapshots against each other, row by row: what is gone, what is new, and which cells changed.

Counts come first, rows as a stream: the differences of two years may be as large as the register.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import duckdb

from pejl.home.folders import Home
from pejl.intake.contract import Table
from pejl.register.contract import CONTRACT
from pejl.register.duck import duck, names, view
from pejl.register.kept import NothingKnown, manifest_named
from pejl.register.manifest import Manifest
from pejl.register.places import Places

AT_ONCE = 10_000
"""How many rows are fetched at a time."""


class What(StrEnum):
    """What became of a row."""

    GONE = "gone"
    NEW = "new"
    CHANGED = "changed"


@dataclass(frozen=True)
class Difference:
    """One row that is gone or new, or one cell that changed. Values are text, None where a cell is empty."""

    key: tuple[str, ...]
    what: What
    column: str = ""
    before: str | None = None
    now: str | None = None


@dataclass(frozen=True)
class Differences:
    """One table of two snapshots. `rows` can be gone through once, while the block lasts that gave it."""

    table: str
    rows_before: int
    rows_now: int
    counts: dict[What, int]
    rows: Iterator[Difference]


def tables_of_both(home: Home, before: str, now: str) -> tuple[Manifest, Manifest, list[str]]:
    """Two snapshots by their names, and the tables that either has. Raises `NothingKnown`."""
    places = Places.of(home)
    one, other = manifest_named(places, before), manifest_named(places, now)
    held = {entry.name for manifest in (one, other) for entry in manifest.tables}
    return one, other, [table.name for table in CONTRACT.tables if table.name in held]


@contextmanager
def between(home: Home, before: Manifest, now: Manifest, name: str) -> Iterator[Differences]:
    """What is different in a table. One that a snapshot lacks is as if it were empty there."""
    places, table = Places.of(home), _table(name)
    with duck(places) as connection:
        for side, manifest in (("before", before), ("now", now)):
            _view(connection, side, places.snapshot(manifest.id) / f"{name}.parquet", table)
        connection.execute(_joined(table))
        counts = connection.execute("SELECT what, count(*) FROM joined WHERE what <> '' GROUP BY what").fetchall()
        sizes = connection.execute("SELECT (SELECT count(*) FROM before), (SELECT count(*) FROM now)").fetchall()[0]
        yield Differences(
            name, sizes[0], sizes[1], {What(what): rows for what, rows in counts}, _rows(connection, table)
        )


def _table(name: str) -> Table:
    found = CONTRACT.find(name)
    if found is None:
        raise NothingKnown(f"Kontrakten har ingen tabel »{name}«.")
    return found


def _view(connection: duckdb.DuckDBPyConnection, side: str, path: Path, table: Table) -> None:
    if path.is_file():
        view(connection, side, path, table)
    else:
        connection.from_arrow(table.schema.empty_table()).create_view(side, replace=True)


def _joined(table: Table) -> str:
    """Both sides beside each other by key, with every cell as text and what became of the row."""
    rest = _rest(table)
    cells = [f"CAST({side}.{names(column)} AS VARCHAR) AS {names(f'{side} {column}')}" for side, column in _sides(rest)]
    same = " AND ".join(f"before.{names(key)} = now.{names(key)}" for key in table.key)
    keys = [f"CAST(coalesce(before.{names(key)}, now.{names(key)}) AS VARCHAR) AS {names(key)}" for key in table.key]
    moved = " OR ".join(f"before.{names(column)} IS DISTINCT FROM now.{names(column)}" for column in rest) or "FALSE"
    first = names(table.key[0])
    what = (
        f"CASE WHEN now.{first} IS NULL THEN 'gone' WHEN before.{first} IS NULL THEN 'new' "
        f"WHEN {moved} THEN 'changed' ELSE '' END AS what"
    )
    return (
        f"CREATE TEMP VIEW joined AS SELECT {', '.join([*keys, what, *cells])} "  # noqa: S608 - names of the contract
        f"FROM before FULL JOIN now ON {same}"
    )


def _rows(connection: duckdb.DuckDBPyConnection, table: Table) -> Iterator[Difference]:
    rest, many = _rest(table), len(table.key)
    wanted = names(*table.key, "what", *(f"{side} {column}" for side, column in _sides(rest)))
    order = ", ".join(f"{names(key)}" for key in table.key)
    found = connection.execute(f"SELECT {wanted} FROM joined WHERE what <> '' ORDER BY what, {order}")  # noqa: S608
    while rows := found.fetchmany(AT_ONCE):
        for row in rows:
            key, what, cells = row[:many], What(row[many]), row[many + 1 :]
            if what is not What.CHANGED:
                yield Difference(key, what)
                continue
            for column, before, now in zip(rest, cells[: len(rest)], cells[len(rest) :], strict=True):
                if before != now:
                    yield Difference(key, what, column, before, now)


def _rest(table: Table) -> list[str]:
    return [column.name for column in table.columns if column.name not in table.key]


def _sides(columns: list[str]) -> Iterator[tuple[str, str]]:
    for side in ("before", "now"):
        for column in columns:
            yield side, column
