"""A delivery taken in: staged beside, checked as a whole, compared with what was there, and seen by one rename.

Until that rename nothing is different for anybody; a load that is killed leaves a folder that the next one removes.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb

from pejl.calendar.days import danish_day
from pejl.calendar.numbers import danish_number
from pejl.calendar.stray_numbers import without_numbers
from pejl.home.durable import flush_folder, make_folder, write_whole
from pejl.home.folders import Home
from pejl.home.turn import turn
from pejl.intake.faults import Refused
from pejl.intake.files.opening import OpenDelivery, opened
from pejl.intake.key import Key
from pejl.intake.progress import Tell
from pejl.intake.pseudonym import Pseudonyms
from pejl.intake.staging import stage
from pejl.register import kept
from pejl.register.contract import CONTRACT
from pejl.register.forgetting import finish_rewriting
from pejl.register.forgotten import delivered_again, rows_in_words
from pejl.register.making import Making
from pejl.register.manifest import Manifest
from pejl.register.places import MANIFEST, REPORT, Places
from pejl.register.report import Outcome, Report, TableReport


class NotLoaded(Exception):
    """The data folder could not be written. Nothing was changed; `str()` says why."""


def load(path: Path, home: Home, key: Key, tell: Tell = lambda file, done, total: None) -> Report:
    """Take in the delivery that lies at `path`, a folder or a zip, and say what came of it.

    A delivery that is refused changes nothing but the list of refused ones. Raises `Busy` where another load is not
    done within a minute, `NotLoaded` where the data folder cannot be written, and `Damaged` where the snapshot that it
    would stand on is not what was written.
    """
    places = Places.of(home)
    with _writable(places), _turn(places):
        places.take_away_left_overs()
        finish_rewriting(places)
        name = ""
        try:
            with opened(path, CONTRACT) as delivery:
                name = delivery.id
                return _loaded(delivery, places, key, tell)
        except Refused as refused:
            return _refused(places, name or _id_of_unopened(path), refused, path)


@contextmanager
def _turn(places: Places) -> Iterator[None]:
    places.make()
    with turn(places.lock):
        yield


def _loaded(delivery: OpenDelivery, places: Places, key: Key, tell: Tell) -> Report:
    snapshots = kept.manifests(places)
    earlier = next((each for each in snapshots if each.delivery == delivery.id), None)
    if earlier:
        return _already(delivery, earlier)
    base = kept.base_of(snapshots, delivery.description.known)
    _refuse_other_key(snapshots, key)
    _refuse_unknown_mending(delivery, base)
    _see_that_base_is_whole(places, base)
    snapshot = _id_of_snapshot(delivery, base, key)
    part = places.part(snapshot)
    make_folder(part)
    try:
        pseudonyms = Pseudonyms(key, delivery.description.source)
        staged = stage(delivery, CONTRACT, part, pseudonyms, tell)
        making = Making(places, part, delivery, base, staged)
        tables = making.finish()
        manifest = making.manifest(snapshot, key.fingerprint)
        sentence = _sentence(tables, snapshots, manifest, delivered_again(places, part, tables, key))
        report = _report(delivery, Outcome.LOADED, sentence, snapshot, base.id if base else "", tables)
        _put_in_place(places, manifest, report)
    finally:
        if part.exists():
            shutil.rmtree(part, ignore_errors=True)
    return report


def _put_in_place(places: Places, manifest: Manifest, report: Report) -> None:
    """All on the disk, and then seen by one rename."""
    part = places.part(manifest.id)
    write_whole(part / REPORT, kept.written(report))
    write_whole(part / MANIFEST, kept.written(manifest))
    for folder in (part / "quarantine", part):
        flush_folder(folder)
    part.rename(places.root / manifest.id)
    flush_folder(places.root)


def _refuse_other_key(snapshots: Sequence[Manifest], key: Key) -> None:
    if snapshots and snapshots[-1].key != key.fingerprint:
        raise Refused(
            f"Registeret er lavet med nøglen {snapshots[-1].key}, og den nøgle, der er sat nu, er {key.fingerprint}. "
            "De samme borgere ville få andre pseudonymer. Sæt PEJL_KEY_FILE til den rigtige nøgle; skal nøglen "
            "skiftes, så læs afsnittet »Changing the key« i docs/register.md. Intet er indlæst."
        )


def _refuse_unknown_mending(delivery: OpenDelivery, base: Manifest | None) -> None:
    mends = delivery.description.mends
    if mends and (base is None or mends not in base.deliveries):
        raise Refused(
            f"Leverancen retter rækker i leverancen {mends[:12]}, men den er ikke indlæst her pr. "
            f"{danish_day(delivery.description.known)}. Indlæs den først. Intet er indlæst."
        )


def _see_that_base_is_whole(places: Places, base: Manifest | None) -> None:
    """Raise `Damaged` where a file of the base is not what was written: the new snapshot would stand on it."""
    for said in kept.touched(places, base) if base else ():
        raise kept.Damaged(f"{said} Intet er indlæst.")


def _id_of_snapshot(delivery: OpenDelivery, base: Manifest | None, key: Key) -> str:
    """The same delivery on the same base, by the same contract and key, is the same snapshot wherever it is loaded."""
    parts = (delivery.id, base.id if base else "", CONTRACT.name, CONTRACT.version, key.fingerprint)
    return f"{delivery.description.known}-{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()[:12]}"


def _already(delivery: OpenDelivery, manifest: Manifest) -> Report:
    sentence = f"Leverancen er indlæst før, som øjebliksbilledet {manifest.id}. Intet er ændret."
    return _report(delivery, Outcome.ALREADY_LOADED, sentence, manifest.id, manifest.base, ())


def _report(
    delivery: OpenDelivery,
    outcome: Outcome,
    sentence: str,
    snapshot: str,
    base: str,
    tables: Sequence[TableReport],
) -> Report:
    return Report(
        schema="pejl.delivery/1",
        id=delivery.id,
        source=without_numbers(delivery.description.source),
        known=delivery.description.known,
        received=dt.datetime.now(dt.UTC).replace(microsecond=0),
        outcome=outcome,
        sentence=sentence,
        snapshot=snapshot,
        base=base,
        tables=tuple(tables),
    )


def _sentence(
    tables: Sequence[TableReport], snapshots: Sequence[Manifest], manifest: Manifest, again: Sequence[str]
) -> str:
    """What came of it, in Danish, for whoever delivered."""
    accepted, quarantined = sum(each.accepted for each in tables), sum(each.quarantined for each in tables)
    said = [f"{rows_in_words(accepted)} er indlæst, og {danish_number(quarantined)} er sat i karantæne."]
    later = [each for each in snapshots if each.known > manifest.known]
    if later:
        said.append(
            f"Der er allerede et øjebliksbillede, som ved besked til {danish_day(later[-1].known)}; "
            "det er ikke ændret af denne leverance."
        )
    return " ".join([*said, *again])


def _refused(places: Places, name: str, refused: Refused, path: Path) -> Report:
    """The report of a delivery that changed nothing else."""
    report = Report(
        schema="pejl.delivery/1",
        id=name,
        source=without_numbers(path.name),
        known=None,
        received=dt.datetime.now(dt.UTC).replace(microsecond=0),
        outcome=Outcome.REFUSED,
        sentence=without_numbers(str(refused)),
    )
    if path.exists():  # a slip of the hand is no delivery that somebody has to look after
        make_folder(places.refused)
        write_whole(places.refused / f"{name}.json", kept.written(report))
    return report


def _id_of_unopened(path: Path) -> str:
    """An id for what could not be opened as a delivery: the bytes of a file, or the names and sizes in a folder."""
    digest = hashlib.sha256(b"unopened delivery")
    try:
        if path.is_file():
            with path.open("rb") as file:
                digest.update(hashlib.file_digest(file, "sha256").digest())
        for each in sorted(path.rglob("*")) if path.is_dir() else ():
            digest.update(f"{each.relative_to(path)}\0{each.stat().st_size}\0".encode("utf-8", "surrogateescape"))
            if each.name == "delivery.toml":
                digest.update(each.read_bytes())
    except OSError:
        digest.update(os.fsencode(path))
    return digest.hexdigest()


@contextmanager
def _writable(places: Places) -> Iterator[None]:
    """Say in a sentence that the data folder cannot be written, whoever finds out."""
    try:
        yield
    except (OSError, duckdb.IOException, duckdb.OutOfMemoryException) as trouble:
        reason = trouble.strerror if isinstance(trouble, OSError) and trouble.strerror else str(trouble)
        raise NotLoaded(
            f"Der kan ikke skrives i {places.root}: {' '.join(reason.split())}. Intet er indlæst; skaf plads eller "
            "rettigheder, og indlæs igen."
        ) from trouble
