"""Quarantined rows of a snapshot as a delivery: a zip that somebody opens in a spreadsheet, mends, and loads again.

What stands in it is for `intake.mending` to say; here are the files and the delivery that the rows came with.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from pejl.home.folders import Home
from pejl.intake.contract import Table
from pejl.intake.mending import Mended, write_for_mending
from pejl.register import kept, parquet
from pejl.register.contract import CONTRACT
from pejl.register.places import QUARANTINE, SNAPSHOT, Places


class NothingToMend(LookupError):
    """The snapshot has no quarantined rows in these tables. `str()` says so."""


def as_delivery(home: Home, snapshot: str, names: Sequence[str] = ()) -> bytes:
    """The rows of the tables (of all, where none is named) as a zip. Raises `NothingToMend`."""
    places = Places.of(home)
    wanted = [table for table in CONTRACT.tables if not names or table.name in names]
    found = {table.name: path for table in wanted if (path := _file(places, snapshot, table))}
    files = {name: path for name, path in found.items() if parquet.rows_in(path)}
    if not files:
        raise NothingToMend("Der er ingen rækker i karantæne her.")
    manifest = kept.manifest_of(places, snapshot)
    written = io.BytesIO()
    write_for_mending(written, files, CONTRACT, Mended(manifest.delivery, manifest.source, manifest.known))
    return written.getvalue()


def _file(places: Places, snapshot: str, table: Table) -> Path | None:
    if not SNAPSHOT.match(snapshot):
        return None
    path = places.snapshot(snapshot) / QUARANTINE / f"{table.name}.parquet"
    return path if path.is_file() else None
