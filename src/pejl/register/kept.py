"""What is kept beside the rows, read back: manifests, reports, and whether the files are still what was written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic import ValidationError

from pejl.register.manifest import Manifest
from pejl.register.parquet import sha256_of
from pejl.register.places import MANIFEST, REPORT, Places
from pejl.register.report import Report

_DAY = len("2025-12-31")
"""How much of a snapshot's name is the day that it knows of."""


class Damaged(Exception):
    """A file of the register is not what was written. `str()` says which, and what to do."""


class NothingKnown(Exception):
    """The register holds nothing that could answer. `str()` says what is missing, in Danish."""


def written(document: Manifest | Report) -> bytes:
    """A manifest or a report as its file."""
    return (document.model_dump_json(by_alias=True, indent=2) + "\n").encode()


def manifests(places: Places) -> list[Manifest]:
    """The manifests of all snapshots, the newest last."""
    return sorted((manifest_of(places, snapshot) for snapshot in places.snapshots()), key=age)


def newest_manifest(places: Places) -> Manifest | None:
    """The manifest of the newest snapshot, None where there is none. Those of earlier days are not read."""
    names = sorted(places.snapshots())
    of_the_day = [manifest_of(places, name) for name in names if name[:_DAY] == names[-1][:_DAY]]
    return max(of_the_day, key=age, default=None)


def age(manifest: Manifest) -> tuple[dt.date, int]:
    """Snapshots in order: by the day they know of, and among those of one day by how many deliveries they stand on,
    for each of them stands on the one before."""
    return manifest.known, len(manifest.deliveries)


def manifest_of(places: Places, snapshot: str) -> Manifest:
    """The manifest of one snapshot. Raises `Damaged`."""
    path = places.snapshot(snapshot) / MANIFEST
    try:
        return Manifest.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as trouble:
        raise Damaged(f"{path} kan ikke læses. Hent øjebliksbilledet {snapshot} fra sikkerhedskopien.") from trouble


def manifest_named(places: Places, name: str) -> Manifest:
    """A snapshot by its id, or by the beginning of it where only one begins so; the newest where none is named.

    Raises `NothingKnown`.
    """
    known = manifests(places)
    if not known:
        raise NothingKnown("Registeret er tomt: der er ikke indlæst nogen leverance endnu.")
    found = [each for each in known if each.id.startswith(name)] if name else known[-1:]
    if len(found) != 1:
        reason = "Der er flere, der begynder sådan." if found else "»pejl register list« viser dem, der er."
        raise NothingKnown(f"Der er ikke ét øjebliksbillede »{name}«. {reason}")
    return found[0]


def report_named(places: Places, name: str) -> Report:
    """The report of a delivery, by its id, the beginning of it, or the snapshot it made; the last where none is named.

    Raises `NothingKnown`.
    """
    known = reports(places)
    found = [each for each in known if each.id.startswith(name) or (each.snapshot and each.snapshot.startswith(name))]
    if not found:
        said = f"Der er ingen leverance »{name}«." if name else "Der er ikke indlæst nogen leverance endnu."
        raise NothingKnown(said)
    if name and len({each.id for each in found}) > 1:
        raise NothingKnown(f"Der er flere leverancer, der begynder med »{name}«.")
    return found[-1]


def base_of(known: Sequence[Manifest], day: dt.date) -> Manifest | None:
    """The newest of them that knows of no later day, None where there is none."""
    return next((each for each in reversed(known) if each.known <= day), None)


def reports(places: Places) -> list[Report]:
    """The reports of all deliveries, loaded and refused, in the order in which they were received."""
    files = [places.snapshot(snapshot) / REPORT for snapshot in places.snapshots()]
    files += sorted(places.refused.glob("*.json")) if places.refused.is_dir() else []
    return sorted((report_at(path) for path in files), key=lambda report: report.received)


def touched(places: Places, manifest: Manifest) -> Iterator[str]:
    """A sentence for each table whose file is not what the manifest says."""
    folder = places.snapshot(manifest.id)
    for entry in manifest.tables:
        path = folder / f"{entry.name}.parquet"
        if not path.is_file():
            yield f"{path} mangler. Hent øjebliksbilledet {manifest.id} fra sikkerhedskopien."
        elif sha256_of(path) != entry.sha256:
            yield (
                f"{path} er ændret, siden den blev skrevet. Hent øjebliksbilledet {manifest.id} fra sikkerhedskopien."
            )


def report_at(path: Path) -> Report:
    """The report that lies there. Raises `Damaged`."""
    try:
        return Report.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as trouble:
        raise Damaged(f"{path} kan ikke læses. Hent den fra sikkerhedskopien.") from trouble
