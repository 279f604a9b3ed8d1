"""Columns of keys, names or amounts whose cells are personal numbers in a form that a single cell does not show.

Nine digits are a key as good as any, and so are twelve. But where nearly all cells of a column begin with a day and
month of birth, they are personal numbers that a spreadsheet took the first nought from, or that the source has added
the number of a row to. Such a column is not kept: the delivery is refused until somebody has said what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import pyarrow as pa
import pyarrow.compute as pc

from pejl.calendar.cpr import birth_day, ten_digits
from pejl.intake.contract import Column, Kind
from pejl.intake.description.described import DescribedColumn, DescribedTable
from pejl.intake.faults import Refused
from pejl.intake.rows.headings import shown

SAMPLE = 400
"""Rows of each batch that are looked at."""
FEWEST = 5
"""Fewer different cells than this tell nothing of their column."""

_KINDS = (Kind.KEY, Kind.NAME, Kind.KRONER, Kind.NUMBER, Kind.COUNT)
_RUN = re.compile(r"(?<![0-9])(?:[0-9]{9}|[0-9]{11,})(?![0-9])")
"""What is no personal number by itself: ten digits are seen in the single cell, see `intake.quarantine.hiding`."""


def refuse_columns_of_numbers(file: str, columns: pa.RecordBatch, described: DescribedTable) -> None:
    """Raise `Refused` where a column that is kept as it is holds personal numbers in most of its cells."""
    for column in described.table.columns:
        source = described.columns.get(column.name, DescribedColumn(column.name))
        place = columns.schema.get_field_index(source.source_name)
        if column.kind not in _KINDS or source.identifier or place < 0:
            continue
        cells = pc.unique(columns.column(place).slice(0, SAMPLE)).to_pylist()
        if are_numbers(text for text in cells if text):
            raise Refused(_said(file, source.source_name, column, described.table.name))


def are_numbers(cells: Iterable[str]) -> bool:
    """Whether four of five different cells begin with a personal number."""
    written = list(cells)
    return len(written) >= FEWEST and sum(map(_begins_with_number, written)) * 5 >= len(written) * 4


def _begins_with_number(text: str) -> bool:
    run = _RUN.search(text)
    if run is None:
        return False
    number = ten_digits(run[0]) if len(run[0]) == len("101801234") else run[0][:10]
    return number is not None and birth_day(number) is not None


def _said(file: str, source: str, column: Column, table: str) -> str:
    where = f"{file}: næsten alle celler i kolonnen »{shown(source)}« ligner CPR-numre, hele eller med cifre efter. "
    if column.kind is Kind.KEY:
        return (
            f'{where}Skriv {column.name} = {{ from = "…", identifier = "own" }} under tabellen {table} i '
            "delivery.toml; så gemmes kun et pseudonym af dem. Intet er indlæst."
        )
    return (
        f"{where}Tag kolonnen ud af filen, eller map en anden under tabellen {table} i delivery.toml. Intet er indlæst."
    )
