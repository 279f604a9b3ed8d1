"""Putting in order what an interruption left: received files without rows, and an index that is out of step."""

from __future__ import annotations

import logging
from collections.abc import Callable

from pejl.home.durable import parts_in
from pejl.minutes.sources import Unreadable
from pejl.minutes.sources.unreadable import Words
from pejl.record.archive import Damaged, Receipt
from pejl.record.search import IndexBroken
from pejl.record.services.deliveries import archived_delivery, file_delivery
from pejl.record.services.failing import forget_failures, note_failure, our_fault
from pejl.record.services.indexing import catch_up, disagreement, doubt
from pejl.record.services.installation import Installation
from pejl.record.services.order import Recovered, without_document

logger = logging.getLogger(__name__)

DAMAGED = Words(
    "the file in the archive is gone or is not what was received; restore it from a backup",
    "filen i arkivet er væk eller er ikke den, der blev modtaget; hent den fra en sikkerhedskopi",
)


def put_in_order(here: Installation, on_progress: Callable[[int, int], None] | None) -> Recovered:
    """Finish what was left half done; only for who has the turn to write."""
    here.archive.settle()
    for part in parts_in(here.home.root):
        part.unlink(missing_ok=True)
    imported, faults = _import_missing(here, on_progress)
    return Recovered(imported, _index_again(here, on_progress), tuple(faults))


def _index_again(here: Installation, on_progress: Callable[[int, int], None] | None) -> int:
    """Bring the index in step; one that turns out to be damaged while it is written is made anew."""
    try:
        with here.index.opened() as index:
            doubt(index, disagreement(here.index))
            return catch_up(index, on_progress)
    except IndexBroken as broken:
        logger.warning("%s It is made anew.", broken)
    with here.index.made_anew() as index:
        return catch_up(index, on_progress)


def _import_missing(here: Installation, on_progress: Callable[[int, int], None] | None) -> tuple[int, list[str]]:
    missing, faults = _missing_receipts(here)
    imported = 0
    for done, receipt in enumerate(missing, start=1):
        try:
            delivery = archived_delivery(receipt, here)
        except Exception as fault:
            faults.append(_told_of(receipt, fault))
        else:
            file_delivery(delivery, here)
            forget_failures(receipt.name, receipt.sha256, before=receipt.received_at)
            imported += 1
        if on_progress:
            on_progress(done, len(missing))
    for sentence in faults:
        logger.error("%s", sentence)
    return imported, faults


def _told_of(receipt: Receipt, fault: Exception) -> str:
    """The sentence about a file that cannot be read, which is noted for everyone to see. A fault of ours in reading one
    file must not keep the start from what else it has to do.
    """
    match fault:
        case Unreadable():
            sentence, why = str(fault), fault.where_and_why
        case Damaged():
            sentence, why = str(fault), DAMAGED
        case _:
            logger.error("Reading %r failed.", receipt.name, exc_info=fault)
            unreadable = our_fault(receipt.name, fault)
            sentence, why = str(unreadable), unreadable.where_and_why
    note_failure(receipt.name, receipt.sha256, receipt.municipality, why)
    return sentence


def _missing_receipts(here: Installation) -> tuple[list[Receipt], list[str]]:
    """The receipts without a document in order of arrival, and sentences about receipts that cannot be read."""
    found: list[Receipt] = []
    faults: list[str] = []
    for sha256 in without_document(here):
        try:
            receipt = here.archive.receipt(sha256)
        except Damaged as damaged:
            faults.append(str(damaged))
            continue
        if receipt:
            found.append(receipt)
    return sorted(found, key=lambda receipt: receipt.arrival), faults
