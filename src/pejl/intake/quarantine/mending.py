"""Quarantined rows as a delivery of their own: mended in a spreadsheet, and loaded again by the ordinary way.

The delivery adds to the one it mends; its columns bear the contract's names, persons are pseudonyms, and the reasons
stand in a last column that is left out again. A row that nobody mended is quarantined again.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from pejl.intake.cells.words import guarded
from pejl.intake.contract import Contract, Kind, Table
from pejl.intake.description.reading import NAME
from pejl.intake.faults import FaultKind
from pejl.intake.quarantine.quarantined import FILE, LINE, REASONS
from pejl.intake.quarantine.sentences import sentence

REASON_COLUMN, PLACE_COLUMN = "Fejl", "Stod i"
"""The columns that help who mends, and are no part of what is delivered."""

_ROWS = 8_192
_EARLIEST_ZIP = (1980, 1, 1, 0, 0, 0)
"""The same rows give the same bytes, so the time of packing is not told."""


@dataclass(frozen=True)
class Mended:
    """What an export of quarantined rows is about: the delivery that held them, by its id, source and day."""

    delivery: str
    source: str
    known: dt.date


Opened = Callable[[str], Any]


def write_for_mending(
    target: Path | IO[bytes], quarantined: Mapping[str, Path], contract: Contract, mended: Mended
) -> int:
    """Write the rows to a new folder, or to a zip where `target` is a file or ends in .zip; say how many there are.

    `quarantined` are the files of quarantined rows by table; tables without any are left out. Raises `FileExistsError`
    where there is something at `target` already.
    """
    kept = [(contract.table(name), path) for name, path in sorted(quarantined.items()) if _rows_in(path)]
    with _place(target) as opened:
        with opened(NAME) as file:
            file.write(_description(mended, [table for table, _ in kept]).encode())
        for table, path in kept:
            with opened(f"{table.name}.csv") as file:
                _write_table(file, path, table)
    return sum(_rows_in(path) for _, path in kept)


@contextmanager
def _place(target: Path | IO[bytes]) -> Iterator[Opened]:
    """Opens new files within the folder or zip."""
    if not isinstance(target, Path):
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
            yield lambda name: package.open(_member(name), "w", force_zip64=True)
    elif target.suffix.lower() == ".zip":
        with zipfile.ZipFile(target, "x", zipfile.ZIP_DEFLATED) as package:
            yield lambda name: package.open(_member(name), "w", force_zip64=True)
    else:
        target.mkdir(0o700)  # whole pseudonyms stand in it
        yield lambda name: (target / name).open("xb")


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, _EARLIEST_ZIP)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.external_attr = 0o640 << 16
    return member


def _description(mended: Mended, tables: list[Table]) -> str:
    """The delivery.toml of the export."""
    head = f"""\
# Rækker, der blev sat i karantæne. Ret dem i filerne, gem dem som CSV, og indlæs mappen som enhver anden leverance.
# Kolonnen »{REASON_COLUMN}« siger, hvad der skal rettes; den og »{PLACE_COLUMN}« læses ikke igen. Slet de rækker,
# som ikke skal med.
[delivery]
source = {_quoted(mended.source)}
known = {mended.known.isoformat()}
mends = {_quoted(mended.delivery)}
"""
    return "\n".join([head, *(_described(table) for table in tables)])


def _described(table: Table) -> str:
    named = [column.name for column in table.columns if column.kind is Kind.PERSON]
    columns = [f'{name} = {{ from = {_quoted(name)}, identifier = "pseudonym" }}' for name in named]
    return "\n".join(
        [
            "[[table]]",
            f"name = {_quoted(table.name)}",
            f"files = [{_quoted(table.name + '.csv')}]",
            'covers = "additions"',
            'delimiter = ";"',
            'decimal = ","',
            'days = "d-m-y"',
            f"left_out = [{_quoted(REASON_COLUMN)}, {_quoted(PLACE_COLUMN)}]",
            "[table.columns]",
            *columns,
            "",
        ]
    )


def _quoted(text: str) -> str:
    """A text as TOML writes it: its basic strings know every escape that JSON has, and DEL must be one."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _write_table(file: BinaryIO, path: Path, table: Table) -> None:
    """The rows as spreadsheets in Danish open them: semicolons, and a mark that says UTF-8."""
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    names = [column.name for column in table.columns]
    writer.writerow([*names, REASON_COLUMN, PLACE_COLUMN])
    with pq.ParquetFile(path) as rows:
        for batch in rows.iter_batches(_ROWS):
            writer.writerows(_lines(batch, table, names))
    text.flush()
    text.detach()


def _lines(batch: pa.RecordBatch, table: Table, names: list[str]) -> Iterator[list[str]]:
    for row in batch.to_pylist():
        reasons = [sentence(FaultKind(fault["kind"]), table, fault["column"]) for fault in row[REASONS]]
        place = f"{row[FILE]}, linje {row[LINE]}"
        yield [guarded(text or "") for text in (*(row[name] for name in names), " ".join(reasons), place)]


def _rows_in(path: Path) -> int:
    return int(pq.read_metadata(path).num_rows) if path.is_file() else 0
