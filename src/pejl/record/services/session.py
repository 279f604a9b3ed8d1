"""Taking many files into the record in one run.

Each file goes its way alone, as in `importing`: it is read, kept in the archive, and filed in one transaction of its
own; whoever was told that it is taken in can count on it from then on. Only the search index is written for many files
at once, because each writing of it costs as much as many files do. What is not in the index yet is not marked as being
in it, so an interruption at any moment leaves the next start work to do and nothing to repair.

Others get their turn to write between the files, and surely after each writing of the index.
"""

from __future__ import annotations

import hashlib
import logging
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from pejl.home.turn import PAUSE, turn
from pejl.minutes.document import Minutes
from pejl.minutes.keys import body_key
from pejl.minutes.sources import Unreadable
from pejl.record.archive import Receipt
from pejl.record.models import Document
from pejl.record.services.deliveries import Delivery, Filed, Told, delivery_of, file_delivery, told_by
from pejl.record.services.failing import forget_failures, note_failure, our_fault
from pejl.record.services.importing import Imported, delivered, imported, known_file, received, take_in
from pejl.record.services.indexing import catch_up
from pejl.record.services.installation import Installation, installation

BATCH = 200
"""How many files are taken in before the index is written. New words change how words of earlier files are split, so
more files to a writing mean that less of the index is written again for each.
"""

SECONDS = 60.0
"""How long a file that is taken in waits at most to be found by search, while others come."""

logger = logging.getLogger(__name__)


class ImportSession:
    """A run of imports. Only `import_session` makes one, and writes the rest of the index at its end."""

    def __init__(self, here: Installation) -> None:
        self._here = here
        self._began = timezone.now()
        self._waiting = 0
        self._waits_since = 0.0

    def take_file(self, path: Path, municipality: str | None = None) -> Imported:
        """Take the file at `path` into the record; see `take`. A name that no file has is refused, not noted: nothing
        came under it.
        """
        try:
            name, data = delivered(path)
        except Unreadable as unreadable:
            if os.path.lexists(path):
                self._note(path.name, "", municipality, unreadable)
            raise
        return self.take(name, data, municipality)

    def take(self, name: str, data: bytes, municipality: str | None = None) -> Imported:
        """Take a file into the record. A file that is there already changes nothing, whatever it is called this time.

        Raises `Unreadable` when it cannot be read and `Busy` when somebody else writes for too long; then, as after any
        other failure, nothing of the file is left anywhere but a note that it came and why it was refused.
        """
        sha256 = hashlib.sha256(data).hexdigest()
        if known := known_file(sha256):
            forget_failures(name, sha256, before=self._began)
            return known
        try:
            told = self._read(name, data)
            with turn(self._here.home.lock, self._here.patience):
                if known := known_file(sha256):  # somebody else took it in meanwhile
                    return known
                filed = self._file(name, data, municipality, told)
                forget_failures(name, sha256, before=self._began)
        except Unreadable as unreadable:
            self._note(name, sha256, municipality, unreadable)
            raise
        self._count()
        return imported(filed)

    def write_index(self) -> None:
        """Let search find everything that has been taken in, and then let others have their turn."""
        if not self._waiting:
            return
        with turn(self._here.home.lock, self._here.patience), self._here.index.opened() as index:
            catch_up(index)
        self._waiting = 0
        time.sleep(2 * PAUSE)

    def _read(self, name: str, data: bytes) -> Told:
        """What the file says. A fault of ours in reading one file must not keep the others out."""
        try:
            return told_by(name, data, self._here)
        except Unreadable:
            raise
        except Exception as fault:
            raise _logged(name, fault) from fault

    def _file(self, name: str, data: bytes, municipality: str | None, told: Told) -> Filed:
        """Archive first, so that a kill from here on is made good by `recover`; take it back when anything fails.

        What takes something back that search can find, a notice or a later version with closed items, takes it out of
        the index at once.
        """
        if not isinstance(told, Minutes) or _closes_what_is_found(told):
            with self._here.index.opened() as index:
                catch_up(index)
                return take_in(name, data, municipality, told, self._here, index)
        receipt, new = received(name, data, municipality, told, self._here)
        try:
            return file_delivery(self._public(receipt, told), self._here)
        except BaseException:
            if new:
                self._here.archive.withdraw(receipt)
            raise

    def _public(self, receipt: Receipt, told: Told) -> Delivery:
        try:
            return delivery_of(receipt, told, self._here)
        except Exception as fault:
            raise _logged(receipt.name, fault) from fault

    def _count(self) -> None:
        now = time.monotonic()
        if not self._waiting:
            self._waits_since = now
        self._waiting += 1
        if self._waiting >= BATCH or now - self._waits_since >= SECONDS:
            self.write_index()

    def _note(self, name: str, sha256: str, municipality: str | None, unreadable: Unreadable) -> None:
        with turn(self._here.home.lock, self._here.patience), transaction.atomic():
            note_failure(name, sha256, municipality, unreadable.where_and_why)


def _closes_what_is_found(minutes: Minutes) -> bool:
    """Whether items may be closed by this document that the index holds in the open."""
    if not any(item.closed for item in minutes.items):
        return False
    same_day = Document.objects.filter(meeting__body__key=body_key(minutes.body or ""), meeting__date=minutes.date)
    return same_day.filter(indexed_in__gt="").exists()


def _logged(name: str, fault: Exception) -> Unreadable:
    """The refusal of a file that Pejl itself fails on, told to those who can mend it."""
    logger.error("Reading %r failed.", name, exc_info=fault)
    return our_fault(name, fault)


@contextmanager
def import_session(*, at: Installation | None = None) -> Iterator[ImportSession]:
    """A run of imports, whose last files are in the index when the block ends.

    Where it ends with a failure, the index is left to the next start.
    """
    session = ImportSession(at or installation())
    yield session
    session.write_index()
