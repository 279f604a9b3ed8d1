"""Quarantined rows of a snapshot as a delivery: a zip that somebody opens in a spreadsheet, mends, and loads again.

What stands in it is for `intake.quarantine.mending` to say; here are the files and the delivery that the rows came
with.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from pejl.home.folders import Home
from pejl.intake.contract import Table
from pejl.intake.quarantine.mending import Mended, write_for_mending
from pejl.register import kept, parquet
from pejl.register.contract import CONTRACT
from pejl.register.places import QUARANTINE, SNAPSHOT, Places


class NothingToMend(LookupError):
    """The snapshot has no quarantined rows in these tables. `str()` says so."""


def as_delivery(home: Home, snapshot: str, names: Sequence[str] = ()) -> bytes:
    """The rows of the tables (of all, where none is named) as a zip in memory. Raises `NothingToMend`."""
    written = io.BytesIO()
    _write(written, home, snapshot, names)
    return written.getvalue()


def write_delivery(home: Home, snapshot: str, target: Path) -> None:
    """Write all quarantined rows of a snapshot to a new folder, or to a new file where the name ends in .zip.

    Raises `NothingToMend`, and `OSError` where something is there already or nothing can be written.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    _write(target, home, snapshot, ())


def _write(target: Path | BinaryIO, home: Home, snapshot: str, names: Sequence[str]) -> None:
    places = Places.of(home)
    wanted = [table for table in CONTRACT.tables if not names or table.name in names]
    found = {table.name: path for table in wanted if (path := _file(places, snapshot, table))}
    files = {name: path for name, path in found.items() if parquet.rows_in(path)}
    if not files:
        raise NothingToMend("Der er ingen rækker i karantæne her.")
    manifest = kept.manifest_of(places, snapshot)
    write_for_mending(target, files, CONTRACT, Mended(manifest.delivery, manifest.source, manifest.known))


def _file(places: Places, snapshot: str, table: Table) -> Path | None:
    if not SNAPSHOT.match(snapshot):
        return None
    path = places.snapshot(snapshot) / QUARANTINE / f"{table.name}.parquet"
    return path if path.is_file() else None
