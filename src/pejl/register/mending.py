"""Quarantined rows of a snapshot as a delivery: a zip that somebody opens in a spreadsheet, mends, and loads again.

What stands in it is for `intake.quarantine.mending` to say; here are the files and the delivery that the rows came
with.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO

from pejl.home.folders import Home
from pejl.intake.contract import Table
from pejl.intake.quarantine.mending import Mended, write_for_mending
from pejl.register import kept, parquet
from pejl.register.contract import CONTRACT
from pejl.register.places import QUARANTINE, SNAPSHOT, Places

IN_MEMORY = 4 << 20
"""How large a zip may be that is held in memory."""


class NothingToMend(LookupError):
    """The snapshot has no quarantined rows in these tables. `str()` says so."""


def as_delivery(home: Home, snapshot: str, names: Sequence[str] = ()) -> IO[bytes]:
    """The rows of the tables (of all, where none is named) as a zip to be read from its start, and closed.

    A large one lies in the register's folder under no name, and is gone when it is closed. Raises `NothingToMend`.
    """
    folder = str(Places.of(home).root)
    written: IO[bytes] = SpooledTemporaryFile(IN_MEMORY, dir=folder)  # noqa: SIM115 - whoever asks closes it
    try:
        _write(written, home, snapshot, names)
    except BaseException:
        written.close()
        raise
    written.seek(0)
    return written


def write_delivery(home: Home, snapshot: str, target: Path) -> None:
    """Write all quarantined rows of a snapshot to a new folder, or to a new file where the name ends in .zip.

    Raises `NothingToMend`, and `OSError` where something is there already or nothing can be written.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    _write(target, home, snapshot, ())


def _write(target: Path | IO[bytes], home: Home, snapshot: str, names: Sequence[str]) -> None:
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
