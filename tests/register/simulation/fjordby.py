"""The invented municipality as tests make and load it."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from pathlib import Path

from pejl.home.folders import Home
from pejl.intake.key import Key
from pejl.register.loading import load
from pejl.register.report import Report
from pejl.register.simulation import deliveries
from pejl.register.simulation.deliveries import Written
from pejl.register.simulation.municipality import Municipality, municipality

FIRST, LAST = dt.date(2023, 1, 1), dt.date(2026, 10, 31)
KEY = Key(b"\x07" * 32)


@dataclass(frozen=True)
class Loaded:
    """The deliveries, where they lie, and what came of loading them."""

    home: Home
    folder: Path
    written: tuple[Written, ...]
    reports: tuple[Report, ...]


def made(inhabitants: int, seed: int, first: dt.date = FIRST, last: dt.date = LAST) -> Municipality:
    return municipality(inhabitants, seed, first, last)


def loaded(municipality: Municipality, folder: Path, last: dt.date, seed: int = 1) -> Loaded:
    home = Home(folder / "home")
    written = tuple(deliveries.write(municipality, folder / "deliveries", deliveries.known_days(last, 2), seed))
    return Loaded(home, folder / "deliveries", written, tuple(load(each.folder, home, KEY) for each in written))


def fingerprint(folder: Path) -> str:
    """One hash over the names and bytes of all delivered files."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.suffix in {".csv", ".toml"}:
            digest.update(path.relative_to(folder).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()
