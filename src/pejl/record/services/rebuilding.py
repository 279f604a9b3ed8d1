"""Deriving the whole record anew from the archive.

Files are read first and their readings kept on disk, so that the tables are replaced in one short transaction: the site
shows the old record until the new one is whole. An interruption at any moment leaves the old record or the new one.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from django.db import connection, transaction

from pejl.home.turn import turn
from pejl.minutes.sources import Unreadable
from pejl.record.archive import Damaged, Receipt
from pejl.record.models import (
    Absence,
    Appropriation,
    Attendance,
    Ballot,
    Body,
    Case,
    Document,
    Gist,
    HeldDocument,
    Item,
    ListedMeeting,
    Meeting,
    Municipality,
    Notice,
    Person,
    Pointer,
    Promise,
    PromiseMatch,
    Publication,
    Trace,
    Withdrawn,
)
from pejl.record.services.deliveries import (
    Delivery,
    archived_delivery,
    delivery_from_json,
    earlier_delivery,
    file_delivery,
)
from pejl.record.services.indexing import catch_up
from pejl.record.services.installation import Installation, installation

CHILDREN_FIRST = (
    Publication,
    Trace,
    HeldDocument,
    PromiseMatch,
    Promise,
    Gist,
    Appropriation,
    Pointer,
    Ballot,
    Absence,
    Attendance,
    Item,
    Document,
    Meeting,
    ListedMeeting,
    Withdrawn,
    Notice,
    Body,
    Case,
    Person,
    Municipality,
)


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What was derived.

    `faults` are sentences about received files that cannot be read any longer; `kept` counts those of them whose
    earlier reading stays on the pages.
    """

    documents: int
    kept: int = 0
    faults: tuple[str, ...] = ()


STEPS = 3
"""Each file is read, filed and indexed."""


@dataclass
class _Progress:
    """Files told as they are done, each step of a file counting as its part of it."""

    files: int
    tell: Callable[[int, int], None] | None
    steps: int = field(default=0)

    def step(self, steps: int = 1) -> None:
        self.steps += steps
        if self.tell:
            self.tell(min(self.steps // STEPS, self.files), self.files)


def rebuild(on_progress: Callable[[int, int], None] | None = None, *, at: Installation | None = None) -> Rebuilt:
    """Derive the tables and the index again from the archive, in the order in which the files arrived.

    A file that can no longer be read keeps what was read from it before, and is told of in `faults`: nothing that was
    published goes away because a file was damaged. `on_progress` is given the number of files done and of all files.
    """
    here = at or installation()
    with turn(here.home.lock, here.patience):
        here.archive.settle()
        receipts = here.archive.receipts()
        progress = _Progress(len(receipts), on_progress)
        spool = here.home.spool
        try:
            rebuilt = _spool(spool, receipts, here, progress)
            with transaction.atomic():
                _clear()
                for delivery in _spooled(spool, receipts):
                    file_delivery(delivery, here)
                    progress.step()
        finally:
            spool.unlink(missing_ok=True)
        with here.index.made_anew() as index:
            catch_up(index)
        progress.step(STEPS * len(receipts) - progress.steps)
    return rebuilt


def _spool(spool: Path, receipts: Sequence[Receipt], here: Installation, progress: _Progress) -> Rebuilt:
    """Read every file and keep what it says, one line a file."""
    spooled = kept = 0
    faults: list[str] = []
    with spool.open("w", encoding="utf-8") as lines:
        for receipt in receipts:
            try:
                found: Delivery | None = archived_delivery(receipt, here)
            except (Damaged, Unreadable) as fault:
                faults.append(str(fault))
                found = earlier_delivery(receipt)
                kept += found is not None
            if found:
                lines.write(json.dumps(found.as_json(), ensure_ascii=False) + "\n")
                spooled += 1
            progress.step()
    return Rebuilt(spooled, kept, tuple(faults))


def _spooled(spool: Path, receipts: Sequence[Receipt]) -> Iterator[Delivery]:
    by_hash = {receipt.sha256: receipt for receipt in receipts}
    with spool.open(encoding="utf-8") as lines:
        for line in lines:
            fields = json.loads(line)
            yield delivery_from_json(fields, by_hash[fields["sha256"]])


def _clear() -> None:
    """Empty the tables. In SQL, because Django would first fetch every row that it is to delete."""
    with connection.cursor() as cursor:
        for model in CHILDREN_FIRST:
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(model._meta.db_table)}")  # noqa: S608 - our own names
