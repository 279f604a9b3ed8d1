"""Taking a file into the record: read, archive, rows, index. All of it or nothing."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from django.db import transaction
from django.db.models import Max

from pejl.minutes.document import Minutes
from pejl.minutes.sources import Unreadable
from pejl.minutes.sources.limits import FILE_BYTES
from pejl.minutes.sources.unreadable import Words
from pejl.record.archive import Receipt
from pejl.record.models import Document
from pejl.record.names import spaced
from pejl.record.services.filing import file_reading
from pejl.record.services.indexing import WritableIndex, catch_up, doubt, waiting
from pejl.record.services.installation import Installation, installation
from pejl.record.services.reading import reading
from pejl.record.turn import turn

Status = Literal["new", "new_version", "unchanged"]


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file. `version` counts the versions of the meeting's minutes, or of its agenda, from 1.

    `body` is the body's name as the site shows it; `date` is None where the file states none; `items` and `unread`
    count the agenda items and the lines that the reader could not place.
    """

    status: Status
    meeting_id: int
    document_id: int
    version: int
    kind: str
    body: str
    date: dt.date | None
    items: int
    unread: int


def import_file(path: Path, municipality: str | None = None, *, at: Installation | None = None) -> Imported:
    """Take the file at `path` into the record; see `import_bytes`."""
    return import_bytes(path.name, bytes_of(path), municipality, at=at)


def import_bytes(
    name: str, data: bytes, municipality: str | None = None, *, at: Installation | None = None
) -> Imported:
    """Take a file into the record. A file that is there already changes nothing, whatever it is called this time.

    Raises `Unreadable` when it cannot be read and `Busy` when somebody else writes for too long; then, as after any
    other failure, nothing of the file is left anywhere.
    """
    here = at or installation()
    sha256 = hashlib.sha256(data).hexdigest()
    if known := known_document(sha256):
        return imported("unchanged", known)
    minutes = here.read(name, data)
    with turn(here.home.lock, here.patience):
        if known := known_document(sha256):  # somebody else took it in meanwhile
            return imported("unchanged", known)
        with here.index.opened() as index:
            catch_up(index)
            document = _take_in(name, data, municipality, minutes, here, index)
        return imported("new" if document.version == 1 else "new_version", document)


def _take_in(
    name: str, data: bytes, municipality: str | None, minutes: Minutes, here: Installation, index: WritableIndex
) -> Document:
    """Archive first, so that a kill from here on is made good by `recover`; take it back when anything else fails."""
    receipt, new = received(name, data, municipality, minutes, here)
    touched: list[str] = []
    try:
        with transaction.atomic():
            document = file_reading(reading(receipt, minutes, here))
            touched = waiting(index.generation)
            catch_up(index)
    except BaseException:
        # The rows are rolled back by now.
        try:
            doubt(index, touched)
        finally:
            if new:
                here.archive.withdraw(receipt)
        raise
    return document


def received(
    name: str, data: bytes, municipality: str | None, minutes: Minutes, here: Installation
) -> tuple[Receipt, bool]:
    """Keep a file in the archive; return its receipt, and whether it is new there."""
    last = Document.objects.aggregate(last=Max("order"))["last"] or 0
    return here.archive.receive(name, data, minutes.source.media_type, spaced(municipality or "") or None, after=last)


def known_document(sha256: str) -> Document | None:
    """The document of the file with this hash, with its meeting and body."""
    return Document.objects.select_related("meeting__body").defer("content").filter(sha256=sha256).first()


def imported(status: Status, document: Document) -> Imported:
    """What became of the file that is this document now."""
    return Imported(
        status=status,
        meeting_id=document.meeting.pk,
        document_id=document.pk,
        version=document.version,
        kind=document.kind,
        body=document.meeting.body.name,
        date=document.meeting.date,
        items=len(document.content["items"]),
        unread=document.lines_unread,
    )


def bytes_of(path: Path) -> bytes:
    """The file's bytes, one more than the reader takes at most, so that it can say that the file is too large."""
    try:
        with path.open("rb") as file:
            return file.read(FILE_BYTES + 1)
    except OSError as error:
        reason = Words(f"it cannot be opened ({error.strerror})", "den kan ikke åbnes")
        raise Unreadable(str(path), reason) from error
