"""The rows of a sheet of a workbook, as the text that a Danish text file would have.

A sheet is held whole by the library that reads it, so there is a limit; what is larger is delivered as CSV. A row with
a cell whose formula failed (#REF!) is told of and not read: what should have stood there nobody knows.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from itertools import islice

import pyarrow as pa
import python_calamine

from pejl.intake.description.described import DescribedTable
from pejl.intake.faults import Fault, FaultKind, Refused
from pejl.intake.files.delivered import DeliveredFile
from pejl.intake.rows.columns import Columns
from pejl.intake.rows.failed_cells import failed_cells, too_large
from pejl.intake.rows.headings import nothing_known, recognised, shown, spelled, title_above
from pejl.intake.rows.layout import TITLE_LINES
from pejl.intake.rows.raw import RawBatch
from pejl.intake.rows.typed_text import value_text

PACKED = 100 << 20
"""The largest workbook, as the file that it is."""
ROWS = 20_000
"""Rows that are made into a batch at a time."""


def read_xlsx(file: DeliveredFile, described: DescribedTable) -> Iterator[RawBatch]:
    """The rows of one sheet. Raises `Refused`."""
    if file.size > PACKED:
        raise too_large(file.name)
    with file.open() as opened:
        data = opened.read()
    try:
        workbook = python_calamine.load_workbook(io.BytesIO(data))
        name = _sheet(file.name, workbook.sheet_names, described)
        failed = failed_cells(file.name, data, name)
        rows: Iterator[Sequence[object]] = workbook.get_sheet_by_name(name).iter_rows()
        yield from _batches(f"{file.name}, ark »{shown(name)}«", rows, failed, described)
    except python_calamine.CalamineError:
        raise Refused(
            f"{file.name}: filen kan ikke læses som et regneark; den er beskadiget, låst med adgangskode eller af en "
            "anden slags. Gem den på ny som .xlsx uden adgangskode."
        ) from None


def _sheet(where: str, names: Sequence[str], described: DescribedTable) -> str:
    """The sheet that the description names, or the only one."""
    listed = ", ".join(f"»{shown(name)}«" for name in names)
    if described.sheet is None:
        if len(names) == 1:
            return names[0]
        raise Refused(
            f"{where}: filen har {len(names)} ark ({listed}). Skriv under tabellen {described.table.name} i "
            f'delivery.toml, hvilket der gælder: sheet = "{shown(names[0]) if names else ""}".'
        )
    if described.sheet not in names:
        raise Refused(f"{where}: der er intet ark med navnet »{described.sheet}«. Filen har {listed}.")
    return described.sheet


def _batches(
    where: str,
    rows: Iterator[Sequence[object]],
    failed: dict[int, dict[int, str]],
    described: DescribedTable,
) -> Iterator[RawBatch]:
    sign = described.decimal or ","
    top = [[value_text(value, sign) for value in row] for row in islice(rows, TITLE_LINES + (described.header or 0))]
    place = _heading(where, top, described)
    columns = Columns(where, spelled(where, top[place], described), top[place], "række")
    number = place + 2
    texts = iter(top[place + 1 :])
    while True:
        batch = list(islice(texts, ROWS))
        batch += [[value_text(value, sign) for value in row] for row in islice(rows, ROWS - len(batch))]
        if not batch:
            return
        yield _batch(batch, number, columns, top[place], failed)
        number += len(batch)


def _heading(where: str, top: Sequence[Sequence[str]], described: DescribedTable) -> int:
    """The place of the row with the names of the columns."""
    if described.header is not None:
        if described.header > len(top):
            raise nothing_known(f"{where}, række {described.header}", described)
        return described.header - 1
    filled = [place for place, row in enumerate(top) if any(row)]
    if not filled:
        raise Refused(f"{where}: arket er tomt. Tag filen ud af leverancen, eller skriv sheet = det rigtige ark.")
    known = {place: recognised(top[place], described) for place in filled}
    best = max(filled, key=lambda place: (known[place], -place))
    if known[best] and best != filled[0]:
        raise title_above(where, best + 1)
    return filled[0]


def _batch(
    rows: list[list[str]], first: int, columns: Columns, names: Sequence[str], failed: dict[int, dict[int, str]]
) -> RawBatch:
    lines = range(first, first + len(rows))
    malformed = [
        (line, Fault(FaultKind.UNREADABLE_BYTES, names[place] if place < len(names) else "", sign))
        for line in lines
        if line in failed
        for place, sign in sorted(failed[line].items())[:1]
    ]
    whole = [(line, row) for line, row in zip(lines, rows, strict=True) if line not in failed]
    cells = [pa.array([row[place] for _, row in whole], pa.string()) for place in range(len(names))]
    return RawBatch(*columns.named(cells, pa.array([line for line, _ in whole], pa.int64())), malformed)
