"""A file of spells as columns, whatever program wrote it: CSV with any of the usual signs, or Parquet.

Encoding and signs are found as the house finds those of deliveries: the bytes of the whole file say how its letters are
written, and the sign between cells is the one under which the columns that are asked for are there.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pejl import when_used
from pejl.intake.files.signs import SignReader, Signs
from pejl.intake.rows.encoding import UTF8, WINDOWS
from pejl.intake.rows.layout import DELIMITERS
from pejl.intake.rows.text_stream import TextStream
from pejl.screening.evaluation.wish import Unusable

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.csv as pacsv
    import pyarrow.parquet as pq
else:
    pa = when_used.module("pyarrow")
    pacsv = when_used.module("pyarrow.csv")
    pq = when_used.module("pyarrow.parquet")

_PIECE = 1 << 20
_HEAD = 1 << 18
_PARQUET = b"PAR1"


@dataclass(frozen=True)
class Table:
    """The columns that a file holds, each under its own name; `malformed` rows had another number of cells."""

    columns: pa.Table
    names: tuple[str, ...]
    malformed: int = 0


def read_table(path: Path, needed: Sequence[str]) -> Table:
    """The file's columns. `needed` are names that must be there. Raises `Unusable`."""
    try:
        with path.open("rb") as file:
            parquet = file.read(4) == _PARQUET
        table = _read_parquet(path) if parquet else _read_text(path, needed)
    except OSError as trouble:
        raise Unusable(f"{path} cannot be read: {trouble.strerror}.") from trouble
    _see_all_there(path, table.names, needed)
    return table


def meant(name: str, names: Iterable[str]) -> str | None:
    """The column that a person means by a name: that very name, or the only one that differs in capitals alone."""
    if name in names:
        return name
    alike = [each for each in names if each.casefold().strip() == name.casefold().strip()]
    return alike[0] if len(alike) == 1 else None


def _see_all_there(path: Path, names: tuple[str, ...], needed: Sequence[str]) -> None:
    lacking = [name for name in needed if meant(name, names) is None]
    if lacking:
        there = ", ".join(names[:40]) + (", …" if len(names) > 40 else "")
        raise Unusable(f"{path.name} has no column {', '.join(lacking)}. Its columns are: {there}.")
    twice = [name for name in needed if names.count(str(meant(name, names))) > 1]
    if twice:
        raise Unusable(f"{path.name} has more than one column {', '.join(twice)}. Give each its own name.")


def _read_parquet(path: Path) -> Table:
    try:
        columns = pq.read_table(path)
    except (pa.ArrowException, ValueError) as trouble:
        raise Unusable(f"{path.name} cannot be read as Parquet: the file is damaged or not whole.") from trouble
    return Table(columns, tuple(columns.column_names))


def _read_text(path: Path, needed: Sequence[str]) -> Table:
    signs = _signs(path)
    with path.open("rb") as file:
        stream = TextStream(file, _encoding(path, signs))
        head = b""
        while len(head) < _HEAD and (piece := stream.read(_HEAD)):
            head += piece
        first, names, delimiter = _heading(path, head, needed)
        stream.give_back(head[first:])
        return _parsed(path, stream, names, delimiter)


def _signs(path: Path) -> Signs:
    reader = SignReader()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            reader.see(piece)
    return reader.signs()


def _encoding(path: Path, signs: Signs) -> str:
    if signs.bom.startswith("utf-16"):
        return signs.bom
    if signs.nulls:
        raise Unusable(f"{path.name} is no text and no Parquet file. Save the spells as CSV or Parquet.")
    return UTF8 if signs.utf8 else WINDOWS


def _heading(path: Path, head: bytes, needed: Sequence[str]) -> tuple[int, tuple[str, ...], str]:
    """Where the rows begin, the names above them, and the sign between cells."""
    line = head.split(b"\n", 1)[0].split(b"\r", 1)[0]
    first = len(line) + len(head[len(line) : len(line) + 2]) - len(head[len(line) : len(line) + 2].lstrip(b"\r\n"))
    if not line.strip():
        raise Unusable(f"{path.name} does not begin with the names of its columns; the first line is empty.")
    text = line.decode("utf-8", "replace")
    found = {sign: _cells(text, sign) for sign in DELIMITERS}
    known = {sign: sum(meant(name, names) is not None for name in needed) for sign, names in found.items()}
    sign = max(DELIMITERS, key=lambda each: (known[each], len(found[each])))
    return first, found[sign], sign


def _cells(line: str, sign: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in next(csv.reader([line], delimiter=sign)))


def _parsed(path: Path, stream: TextStream, names: tuple[str, ...], delimiter: str) -> Table:
    malformed = 0

    def skip(row: pacsv.InvalidRow) -> str:
        nonlocal malformed
        malformed += bool(row.text.strip(f' \r\n"{delimiter}'))
        return "skip"

    places = [str(place) for place in range(len(names))]
    try:
        columns = pacsv.read_csv(
            stream,
            pacsv.ReadOptions(column_names=places, use_threads=False),
            pacsv.ParseOptions(delimiter=delimiter, newlines_in_values=True, invalid_row_handler=skip),
            pacsv.ConvertOptions(column_types=dict.fromkeys(places, pa.string()), strings_can_be_null=False),
        )
    except pa.ArrowInvalid as trouble:
        why = "it has no rows" if "Empty CSV" in str(trouble) else "its rows cannot be told apart"
        raise Unusable(f"{path.name} cannot be read as a table: {why}.") from trouble
    return Table(columns.rename_columns(list(names)), names, malformed)
