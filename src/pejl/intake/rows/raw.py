"""Rows as a file gives them, the same whatever the file is: text in columns, and the line that each row stands on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pyarrow as pa

from pejl.intake.faults import Fault


@dataclass(frozen=True)
class Hidden:
    """How many rows are hidden in a workbook, and which columns, by their names in the source."""

    rows: int = 0
    columns: tuple[str, ...] = ()

    def __add__(self, other: Hidden) -> Hidden:
        return Hidden(self.rows + other.rows, tuple(dict.fromkeys(self.columns + other.columns)))

    def __bool__(self) -> bool:
        return bool(self.rows or self.columns)


@dataclass(frozen=True)
class RawBatch:
    """Some rows of one file, in the file's order.

    `columns` are all `pa.string()` without nulls: cells without spaces at the ends, "" where a cell is empty. They bear
    the source's names, spelled as the description spells them where it names them. `lines` are the physical lines (or
    rows of the sheet, or of the Parquet file), the first is 1. `malformed` are rows that have no cells that could be
    told apart or read: nothing of them is kept but their line and what is wrong. `hidden` is what of this a workbook
    does not show on the screen; it is read as all else.
    """

    columns: pa.RecordBatch
    lines: pa.Int64Array
    malformed: Sequence[tuple[int, Fault]] = field(default_factory=tuple)
    hidden: Hidden = field(default_factory=Hidden)
