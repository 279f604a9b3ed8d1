"""The rows of a sheet of a workbook, as the text that a Danish text file would have.

A sheet is held whole by the library that reads it, so there is a limit; what is larger is delivered as CSV. A row with
a cell whose formula failed (#REF!) is told of and not read: what should have stood there nobody knows. What is hidden
on the screen, by a filter or by hand, is read and told of, so that nothing is lost or taken in unseen; a hidden sheet
is read only where the description names it. Comments are no cells and are never read.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

import pyarrow as pa
import python_calamine
from python_calamine import SheetVisibleEnum

from pejl.intake.description.described import DescribedTable
from pejl.intake.faults import Fault, FaultKind, Refused
from pejl.intake.files.delivered import DeliveredFile
from pejl.intake.rows.columns import Columns
from pejl.intake.rows.headings import nothing_known, recognised, shown, spelled, title_above
from pejl.intake.rows.layout import TITLE_LINES
from pejl.intake.rows.raw import Hidden, RawBatch
from pejl.intake.rows.sheet_part import SheetPart, sheet_part, too_large
from pejl.intake.rows.typed_text import value_text

PACKED = 100 << 20
"""The largest workbook, as the file that it is."""
ROWS = 20_000
"""Rows that are made into a batch at a time."""


def read_xlsx(file: DeliveredFile, described: DescribedTable) -> Iterator[RawBatch]:
    """The rows of one sheet. Raises `Refused`.

    The library begins with the first column that holds something, so what the part says is counted from there too.
    """
    if file.size > PACKED:
        raise too_large(file.name)
    with file.open() as opened:
        data = opened.read()
    try:
        workbook = python_calamine.load_workbook(io.BytesIO(data))
        name = _sheet(file.name, workbook, described)
        sheet = workbook.get_sheet_by_name(name)
        part = sheet_part(file.name, data, name).from_column(sheet.start[1] if sheet.start else 0)
        rows: Iterator[Sequence[object]] = sheet.iter_rows()
        yield from _batches(f"{file.name}, ark »{shown(name)}«", rows, part, described)
    except python_calamine.CalamineError:
        raise Refused(
            f"{file.name}: filen kan ikke læses som et regneark; den er beskadiget, låst med adgangskode eller af en "
            "anden slags. Gem den på ny som .xlsx uden adgangskode."
        ) from None


def _sheet(where: str, workbook: python_calamine.CalamineWorkbook, described: DescribedTable) -> str:
    """The sheet that the description names, or the only one where it can be seen."""
    names = workbook.sheet_names
    seen = [sheet.name for sheet in workbook.sheets_metadata if sheet.visible is SheetVisibleEnum.Visible]
    listed = ", ".join(f"»{shown(name)}«{'' if name in seen else ' (skjult)'}" for name in names)
    if described.sheet is None:
        if names == seen and len(names) == 1:
            return names[0]
        raise Refused(
            f"{where}: filen har {len(names)} ark ({listed}). Skriv under tabellen {described.table.name} i "
            f'delivery.toml, hvilket der gælder: sheet = "{shown((seen or names or [""])[0])}".'
        )
    if described.sheet not in names:
        raise Refused(f"{where}: der er intet ark med navnet »{described.sheet}«. Filen har {listed}.")
    return described.sheet


def _batches(
    where: str,
    rows: Iterator[Sequence[object]],
    part: SheetPart,
    described: DescribedTable,
) -> Iterator[RawBatch]:
    sign = described.decimal or ","
    top = [[value_text(value, sign) for value in row] for row in islice(rows, TITLE_LINES + (described.header or 0))]
    place = _heading(where, top, described)
    names = spelled(where, top[place], described)
    columns = Columns(where, names, top[place], "række")
    hidden = tuple(_read_though_hidden(names, part, described))
    number = place + 2
    texts = iter(top[place + 1 :])
    while True:
        batch = list(islice(texts, ROWS))
        batch += [[value_text(value, sign) for value in row] for row in islice(rows, ROWS - len(batch))]
        if not batch:
            return
        told = _batch(batch, number, columns, top[place], part.failed)
        yield replace(told, hidden=Hidden(_rows_hidden(told, part), hidden))
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
        (line, Fault(FaultKind.UNREADABLE_BYTES, names[place] if 0 <= place < len(names) else "", sign))
        for line in lines
        if line in failed
        for place, sign in sorted(failed[line].items())[:1]
    ]
    whole = [(line, row) for line, row in zip(lines, rows, strict=True) if line not in failed]
    cells = [pa.array([row[place] for _, row in whole], pa.string()) for place in range(len(names))]
    return RawBatch(*columns.named(cells, pa.array([line for line, _ in whole], pa.int64())), malformed)


def _rows_hidden(batch: RawBatch, part: SheetPart) -> int:
    """How many of the rows are hidden; those that hold nothing are no rows of the batch."""
    if not part.hidden_rows:
        return 0
    lines = [*batch.lines.to_pylist(), *(line for line, _ in batch.malformed)]
    return sum(line in part.hidden_rows for line in lines)


def _read_though_hidden(names: Sequence[str | None], part: SheetPart, described: DescribedTable) -> Iterator[str]:
    """The hidden columns that the table is filled from. Others are not read, and told of as unknown or left out."""
    wanted = {column.source_name for column in described.columns.values()}
    for place in sorted(part.hidden_columns):
        if place < len(names) and (name := names[place]) in wanted:
            yield str(name)
