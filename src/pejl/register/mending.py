"""Quarantined rows as a delivery: a zip that somebody opens in a spreadsheet, mends, and loads again.

It is written with the contract's own names, persons as pseudonyms, and beside each row where it stood and what is
wrong.
"""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from pejl.calendar.numbers import parse_number
from pejl.home.folders import Home
from pejl.intake.contract import Table
from pejl.intake.faults import FaultKind
from pejl.intake.quarantine import FILE, LINE, REASONS
from pejl.intake.sentences import sentence
from pejl.register import kept, parquet
from pejl.register.contract import CONTRACT
from pejl.register.manifest import Manifest
from pejl.register.places import QUARANTINE, SNAPSHOT, Places

SAID = (FILE, LINE, REASONS)
"""Columns that are told to whoever mends, and left out when the rows are loaded again."""

BYTE_ORDER_MARK = "\ufeff"
"""By this sign at its beginning a spreadsheet knows the file for UTF-8."""


class NothingToMend(LookupError):
    """The snapshot has no quarantined rows in these tables. `str()` says so."""


def as_delivery(home: Home, snapshot: str, names: Sequence[str] = ()) -> bytes:
    """The rows of the tables (of all, where none is named) as a zip. Raises `NothingToMend`."""
    places = Places.of(home)
    wanted = [table for table in CONTRACT.tables if not names or table.name in names]
    files = [(table, path) for table in wanted if (path := _file(places, snapshot, table)) and parquet.rows_in(path)]
    if not files:
        raise NothingToMend("Der er ingen rækker i karantæne her.")
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        manifest = kept.manifest_of(places, snapshot)
        archive.writestr("delivery.toml", _description(manifest, [table for table, _ in files]))
        for table, path in files:
            archive.writestr(_name(table), BYTE_ORDER_MARK + _rows(table, path))
    return written.getvalue()


def _file(places: Places, snapshot: str, table: Table) -> Path | None:
    if not SNAPSHOT.match(snapshot):
        return None
    path = places.snapshot(snapshot) / QUARANTINE / f"{table.name}.parquet"
    return path if path.is_file() else None


def _name(table: Table) -> str:
    return f"{table.name}.csv"


def _description(manifest: Manifest, tables: list[Table]) -> str:
    """Its delivery.toml. The rows are added to what the delivery brought that they come from."""
    return "\n".join(
        [
            "[delivery]",
            f"source = {_quoted(manifest.source)}",
            f"known = {manifest.known.isoformat()}",
            f"mends = {_quoted(manifest.delivery)}",
            *(line for table in tables for line in _described(table)),
            "",
        ]
    )


def _described(table: Table) -> Iterator[str]:
    yield from ("", "[[table]]", f"name = {_quoted(table.name)}", f"files = [{_quoted(_name(table))}]")
    yield from ('covers = "additions"', 'encoding = "utf-8"', 'delimiter = ";"', 'decimal = ","')
    yield f"left_out = [{', '.join(_quoted(name) for name in SAID)}]"
    if table.person:
        person = f'{{ from = {_quoted(table.person)}, identifier = "pseudonym" }}'
        yield from ("", "[table.columns]", f"{table.person} = {person}")


def _rows(table: Table, path: Path) -> str:
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    columns = [column.name for column in table.columns]
    writer.writerow([*columns, *SAID])
    for batch in parquet.batches(path):
        for row in batch.to_pylist():
            reasons = " ".join(sentence(FaultKind(each["kind"]), table, each["column"]) for each in row[REASONS])
            writer.writerow(
                [*(_harmless(row[name] or "") for name in columns), _harmless(row[FILE]), row[LINE], reasons]
            )
    return written.getvalue()


def _harmless(cell: str) -> str:
    """The cell so that a spreadsheet shows it and does not run it: what begins like a formula and is no number."""
    runs = cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))
    return f"'{cell}" if runs and len(cell) > 1 and parse_number(cell) is None else cell


def _quoted(text: str) -> str:
    """A text as TOML writes it; JSON's quoting is part of TOML's."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
