"""The cells of some rows under the names of their columns, without rows and columns that hold nothing."""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa
import pyarrow.compute as pc

from pejl.intake.faults import Refused

DROPPED = ""
"""The name of a column that is left out though it has a name: a second one of a kind that nobody wants."""


class Columns:
    """The columns of one file. A column without a name must be empty; `file` and `line_word` are for saying so.

    `written` are the names as the file has them, so that a row which repeats them is known.
    """

    def __init__(
        self, file: str, names: Sequence[str | None], written: Sequence[str], line_word: str = "linje"
    ) -> None:
        self._file = file
        self._written = tuple(name.strip() for name in written)
        self._names = tuple(names)
        self._line_word = line_word
        self._schema = pa.schema([pa.field(name, pa.string(), nullable=False) for name in names if name])

    def none(self) -> pa.RecordBatch:
        """No rows."""
        return pa.RecordBatch.from_pylist([], self._schema)

    def named(self, cells: Sequence[pa.StringArray], lines: pa.Int64Array) -> tuple[pa.RecordBatch, pa.Int64Array]:
        """The rows that hold something, with their lines. Rows that repeat the names of the columns hold nothing."""
        cells, lines = _without(_rows_of([(column, "") for column in cells]), cells, lines)
        cells, lines = _without(_rows_of(list(zip(cells, self._written, strict=True))), cells, lines)
        self._see_nameless_are_empty(cells, lines)
        kept = [column for name, column in zip(self._names, cells, strict=True) if name]
        return pa.RecordBatch.from_arrays(kept, schema=self._schema), lines

    def _see_nameless_are_empty(self, cells: Sequence[pa.StringArray], lines: pa.Int64Array) -> None:
        for number, (name, column) in enumerate(zip(self._names, cells, strict=True), 1):
            if name is None and len(filled := pc.indices_nonzero(pc.not_equal(column, ""))):
                raise Refused(
                    f"{self._file}: kolonne nummer {number} har intet navn, men der står noget i den på "
                    f"{self._line_word} {lines[filled[0].as_py()].as_py()}. "
                    "Giv kolonnen et navn i filen, eller tøm den."
                )


def _rows_of(wanted: Sequence[tuple[pa.StringArray, str]]) -> pa.BooleanArray | None:
    """The rows in which every column is what is wanted of it, None where there is no such row."""
    found = None
    for column, text in wanted:
        here = pc.equal(column, text)
        found = here if found is None else pc.and_(found, here)
        if not pc.any(found).as_py():
            return None
    return found


def _without(
    rows: pa.BooleanArray | None, cells: Sequence[pa.StringArray], lines: pa.Int64Array
) -> tuple[Sequence[pa.StringArray], pa.Int64Array]:
    if rows is None:
        return cells, lines
    others = pc.invert(rows)
    return [column.filter(others) for column in cells], lines.filter(others)
