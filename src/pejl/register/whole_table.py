"""What can only be seen when a whole table is there: keys that come twice, and rows that refer to nothing.

All rows with the same key go to quarantine: which of them is meant is for the source to say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from pejl.intake.checks.wrong_mapping import SOME_ROWS
from pejl.intake.contract import Kind, Table
from pejl.intake.faults import Fault, FaultKind, Refused
from pejl.intake.quarantine.quarantined import QuarantinedRow, as_batch
from pejl.register import parquet
from pejl.register.duck import names, positions, view

_WRONG_WITH_MOST = {
    FaultKind.KEY_TWICE: (
        "har en nøgle, som andre rækker også har. Så er det nok en forkert kolonne, der er sagt at være nøglen: "
        "se efter under [table.columns] i delivery.toml, og om den samme fil er leveret to gange."
    ),
    FaultKind.NOT_FOUND: (
        "henviser til noget, der ikke er leveret. Levér tabellen persons med, eller indlæs den først; er den der, "
        "så se efter i delivery.toml, om borgerne har samme identifier i begge tabeller."
    ),
}


@dataclass(frozen=True)
class Found:
    """One fault and the rows of the staged file that have it, in order; the first row is 0."""

    fault: Fault
    positions: pa.Int64Array


def faults_in(
    duck: duckdb.DuckDBPyConnection, staged: Path, table: Table, others: Mapping[str, Path | None]
) -> list[Found]:
    """What is wrong with the staged rows. `others` are the tables of the snapshot to be, None where it has none."""
    view(duck, "staged", staged)
    of_key = table.key[0] if len(table.key) == 1 else ""
    found = [Found(Fault(FaultKind.KEY_TWICE, of_key), _twice(duck, table))]
    for column, target in table.refers.items():
        name, _, theirs = target.partition(".")
        found.append(Found(Fault(FaultKind.NOT_FOUND, column), _not_found(duck, column, others[name], theirs)))
    return [each for each in found if len(each.positions)]


def refuse_where_most_fail(found: list[Found], rows: int, table: Table) -> None:
    """Raise `Refused` where more than half the rows have one fault: then it is not the rows that are wrong."""
    for each in found:
        if rows >= SOME_ROWS and len(each.positions) * 2 > rows:
            what = _WRONG_WITH_MOST[each.fault.kind]
            raise Refused(f"Tabellen {table.name}: {len(each.positions)} af {rows} rækker {what} Intet er indlæst.")


def put_aside(staged: Path, quarantine: Path, table: Table, found: list[Found]) -> None:
    """Move the rows with faults from the staged file to the quarantined ones."""
    bad = pc.unique(pa.concat_arrays([each.positions for each in found])).sort()
    beside = staged.with_name(f".{staged.name}.new")
    with_faults = quarantine.with_name(f".{quarantine.name}.new")
    earlier = parquet.batches(quarantine) if quarantine.exists() else iter(())
    parquet.write(with_faults, as_batch([], table).schema, _all(earlier, _quarantined(staged, table, found)))
    parquet.write(beside, table.schema, parquet.without(staged, bad))
    with_faults.rename(quarantine)
    beside.rename(staged)


def _twice(duck: duckdb.DuckDBPyConnection, table: Table) -> pa.Int64Array:
    """Rows whose key comes more than once. Hashes find the suspects, because a number is smaller than a key."""
    key = names(*table.key)
    sql = f"""
        WITH suspects AS (SELECT hash({key}) AS mark FROM staged GROUP BY mark HAVING count(*) > 1),
        suspected AS (
            SELECT file_row_number, {key} FROM staged WHERE hash({key}) IN (SELECT mark FROM suspects)
        )
        SELECT file_row_number FROM suspected
        QUALIFY count(*) OVER (PARTITION BY {key}) > 1
        ORDER BY file_row_number
    """  # noqa: S608 - the names are the contract's
    return positions(duck, sql)


def _not_found(duck: duckdb.DuckDBPyConnection, column: str, other: Path | None, theirs: str) -> pa.Int64Array:
    mine = names(column)
    if other is None:
        return positions(
            duck,
            f"SELECT file_row_number FROM staged WHERE {mine} IS NOT NULL ORDER BY file_row_number",  # noqa: S608
        )
    view(duck, "other", other)
    sql = f"""
        SELECT file_row_number FROM staged
        WHERE {mine} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM other WHERE other.{names(theirs)} = staged.{mine})
        ORDER BY file_row_number
    """  # noqa: S608 - the names are the contract's
    return positions(duck, sql)


def _quarantined(staged: Path, table: Table, found: list[Found]) -> Iterator[pa.RecordBatch]:
    """The bad rows as quarantine keeps them, each with all its faults."""
    first = 0
    for batch in parquet.batches(staged):
        faults = _faults_within(found, first, first + batch.num_rows)
        first += batch.num_rows
        if faults:
            yield as_batch(list(_rows(batch, table, faults)), table)


def _faults_within(found: list[Found], first: int, end: int) -> dict[int, list[Fault]]:
    """The faults of the rows of one batch, by their place in it."""
    faults: dict[int, list[Fault]] = defaultdict(list)
    for each in found:
        start, stop = np.searchsorted(each.positions.to_numpy(), [first, end])
        for position in each.positions[start:stop].to_pylist():
            faults[position - first].append(each.fault)
    return faults


def _rows(batch: pa.RecordBatch, table: Table, faults: Mapping[int, list[Fault]]) -> Iterator[QuarantinedRow]:
    places = sorted(faults)
    bad = batch.take(pa.array(places, pa.int64()))
    cells = {column.name: _written(bad.column(column.name), column.kind) for column in table.columns}
    files, lines = bad.column("source_file").to_pylist(), bad.column("source_line").to_pylist()
    for row, place in enumerate(places):
        yield QuarantinedRow(
            files[row], lines[row], tuple(faults[place]), {name: texts[row] for name, texts in cells.items()}
        )


def _written(values: pa.Array, kind: Kind) -> list[str]:
    """Values as a Danish delivery writes them, so that an export of them is read back as the same."""
    match kind:
        case Kind.DAY | Kind.MONTH:
            return [value.isoformat() if value else "" for value in values.to_pylist()]
        case Kind.KRONER | Kind.NUMBER | Kind.COUNT:
            return ["" if value is None else str(value).replace(".", ",") for value in values.to_pylist()]
        case Kind.FLAG:
            return ["" if value is None else ("ja" if value else "nej") for value in values.to_pylist()]
        case _:
            return [value or "" for value in values.to_pylist()]


def _all(*rows: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    for some in rows:
        yield from some
