"""A small table, descriptions of it, and files that were never on a disk, for tests of reading."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from pejl.intake.contract import Column, Contract, Kind, Table
from pejl.intake.description.described import DescribedColumn, DescribedTable
from pejl.intake.files.delivered import DeliveredFile
from pejl.intake.files.signs import SignReader
from pejl.intake.pseudonym import Identifier
from pejl.intake.rows.of_file import read_rows
from pejl.intake.rows.raw import RawBatch

GRANTS = Table(
    name="grants",
    danish="Bevillinger",
    meaning="One row for each grant.",
    key=("id",),
    columns=(
        Column("id", Kind.KEY, "The number.", "Nummer"),
        Column("person", Kind.PERSON, "The person.", "Borger"),
        Column("start", Kind.DAY, "The first day.", "Start"),
        Column("mode", Kind.CODE, "How.", "Måde", required=False, allowed={"bus": "Bus", "egen_bil": "Egen bil"}),
        Column("cost", Kind.KRONER, "What it costs.", "Udgift", required=False),
    ),
    moment="start",
)
CONTRACT = Contract("small", "1", (GRANTS,))

DESCRIBED = DescribedTable(
    table=GRANTS,
    files=("*",),
    columns={
        "id": DescribedColumn("Nr"),
        "person": DescribedColumn("Borger", identifier=Identifier.OWN),
        "start": DescribedColumn("Startdato"),
        "mode": DescribedColumn("Måde"),
        "cost": DescribedColumn("Beløb"),
    },
)
NAMES = ("Nr", "Borger", "Startdato", "Måde", "Beløb")


def described(**changes: Any) -> DescribedTable:
    """The description, with some changes."""
    return replace(DESCRIBED, **changes)


def delivered(data: bytes, name: str = "a.csv", packed: bool = False, piece: int = 1 << 20) -> DeliveredFile:
    """A file of these bytes."""
    signs = SignReader()
    for start in range(0, len(data), piece):
        signs.see(data[start : start + piece])
    return DeliveredFile(
        name, len(data), hashlib.sha256(data).hexdigest(), lambda: io.BytesIO(data), signs.signs(), packed
    )


def read(data: bytes | str, name: str = "a.csv", **changes: Any) -> list[RawBatch]:
    """All batches of a file of these bytes; a text is written as UTF-8."""
    written = data.encode() if isinstance(data, str) else data
    return list(read_rows(delivered(written, name), described(**changes)))


def cells(batches: Iterable[RawBatch]) -> list[tuple[str, ...]]:
    """The rows of all batches."""
    return [tuple(row.values()) for batch in batches for row in batch.columns.to_pylist()]


def lines(batches: Iterable[RawBatch]) -> list[int]:
    """The lines of the rows of all batches."""
    return [line for batch in batches for line in batch.lines.to_pylist()]


def malformed(batches: Iterable[RawBatch]) -> list[tuple[int, str]]:
    """The lines of rows that could not be read, each with what is wrong."""
    return [(line, fault.kind.value) for batch in batches for line, fault in batch.malformed]
