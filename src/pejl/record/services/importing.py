"""Taking a file into the record: read, archive, rows, index. All of it or nothing."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from django.db.models import Max
from django.utils import timezone

from pejl.home.turn import turn
from pejl.minutes.document import Minutes
from pejl.minutes.exports import with_parts
from pejl.minutes.sources import file_bytes
from pejl.record.archive import Receipt
from pejl.record.models import Document, Notice, Withdrawn
from pejl.record.names import spaced
from pejl.record.queries.bodies import only_municipality
from pejl.record.services.announcing import what_came_of
from pejl.record.services.deliveries import (
    Filed,
    Superseding,
    Told,
    delivery_of,
    file_delivery,
    media_type_of,
    told_by,
)
from pejl.record.services.indexing import WritableIndex, catch_up
from pejl.record.services.installation import Installation, installation
from pejl.record.services.stepping import in_step

Status = Literal["new", "new_version", "unchanged", "withdrawn", "announced"]


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file. `version` counts the versions of the meeting's minutes, or of its agenda, from 1.

    `body` is the body's name as the site shows it; `date` is None where the file states none; `items` and `unread`
    count the agenda items and the lines that the reader could not place. A document that is withdrawn has neither
    `meeting_id` nor `document_id`, and neither has a file that is no minutes (a list of meetings, a notice), whose
    `kind` is that of its `Notice`. `note` is a sentence about what a person should know of such a file.
    """

    status: Status
    meeting_id: int | None
    document_id: int | None
    version: int
    kind: str
    body: str
    date: dt.date | None
    items: int
    unread: int
    note: str = ""


def import_file(path: Path, municipality: str | None = None, *, at: Installation | None = None) -> Imported:
    """Take the file at `path` into the record, with the files beside it that belong to it; see `import_bytes`."""
    name, data = delivered(path)
    return import_bytes(name, data, municipality, at=at)


def import_bytes(
    name: str, data: bytes, municipality: str | None = None, *, at: Installation | None = None
) -> Imported:
    """Take a file into the record. A file that is there already changes nothing, whatever it is called this time.

    Raises `Unreadable` when it cannot be read and `Busy` when somebody else writes for too long; then, as after any
    other failure, nothing of the file is left anywhere.
    """
    here = at or installation()
    sha256 = hashlib.sha256(data).hexdigest()
    if known := known_file(sha256):
        return known
    told = told_by(name, data, here)
    with turn(here.home.lock, here.patience):
        if known := known_file(sha256):  # somebody else took it in meanwhile
            return known
        with here.index.opened() as index:
            catch_up(index)
            return imported(take_in(name, data, municipality, told, here, index))


def take_in(
    name: str, data: bytes, municipality: str | None, told: Told, here: Installation, index: WritableIndex
) -> Filed:
    """Archive first, so that a kill from here on is made good by `recover`; take it back when anything else fails."""
    receipt, new = received(name, data, municipality, told, here)
    try:
        with in_step(index):
            return file_delivery(delivery_of(receipt, told, here), here)
    except BaseException:
        if new:
            here.archive.withdraw(receipt)
        raise


def received(name: str, data: bytes, municipality: str | None, told: Told, here: Installation) -> tuple[Receipt, bool]:
    """Keep a file in the archive; return its receipt, and whether it is new there.

    A file that is no minutes names no municipality, so the only one of the record stands in where none is stated.
    """
    last = max((model.objects.aggregate(last=Max("order"))["last"] or 0) for model in (Document, Withdrawn, Notice))
    stated = spaced(municipality or "") or None
    if stated is None and not isinstance(told, Minutes | Superseding) and not here.municipality:
        stated = only_municipality() or None
    return here.archive.receive(name, data, media_type_of(told), stated, after=last)


def known_file(sha256: str) -> Imported | None:
    """What became of the file with this hash when it came before; None where it did not."""
    rows = Document.objects.select_related("meeting__body").defer("content")
    known = (
        rows.filter(sha256=sha256).first()
        or Withdrawn.objects.select_related("body").filter(sha256=sha256).first()
        or Notice.objects.filter(sha256=sha256).first()
    )
    return imported(known, again=True) if known else None


def imported(filed: Filed, *, again: bool = False) -> Imported:
    """What became of the file that this row is of; `again` where the file had been here before."""
    if isinstance(filed, Withdrawn):
        note = f"it was withdrawn on {timezone.localdate(filed.at)}; `pejl record restore {filed.sha256}` puts it back."
        return Imported("withdrawn", None, None, filed.version, filed.kind, filed.body.name, filed.date, 0, 0, note)
    if isinstance(filed, Notice):
        return Imported(
            "unchanged" if again else "announced",
            *(None, None, 1, filed.kind, str(filed.says.get("body", "")), None, 0, 0),
            note="" if again else what_came_of(filed),
        )
    return Imported(
        status="unchanged" if again else "new" if filed.version == 1 else "new_version",
        meeting_id=filed.meeting.pk,
        document_id=filed.pk,
        version=filed.version,
        kind=filed.kind,
        body=filed.meeting.body.name,
        date=filed.meeting.date,
        items=len(filed.content["items"]),
        unread=filed.lines_unread,
    )


def delivered(path: Path) -> tuple[str, bytes]:
    """Name and bytes of the file at `path`; of an archive of it and what belongs to it, where anything does."""
    data = file_bytes(path)
    whole = with_parts(path, data)
    return (path.name, data) if whole is data else (f"{path.name}.zip", whole)
