"""Whether every file of the record lies in the archive as it was received: the look that reads all of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pejl.record.models import Document, Notice, Withdrawn
from pejl.record.services.installation import Installation, installation


@dataclass(frozen=True, slots=True)
class Verified:
    """How many files were received, and a sentence for everything that is wrong, with what to do."""

    files: int
    faults: tuple[str, ...]


def verify(at: Installation | None = None) -> Verified:
    """Read the whole archive, and look for what the database knows of and the archive lacks. Changes nothing."""
    here = at or installation()
    return Verified(len(here.archive.received()), (*here.archive.verify(), *_without_receipt(here)))


def _without_receipt(here: Installation) -> Iterator[str]:
    """What was received, as the database has it, and of which the archive has no receipt any more."""
    received = here.archive.received()
    for model in (Document, Withdrawn, Notice):
        for row in model.objects.order_by("order", "sha256").only("sha256", "order"):
            if row.sha256 not in received:
                place = here.archive.root / row.sha256[:2] / row.sha256
                yield (
                    f"{place}.*, received as number {row.order}, is not in the archive any more, though the database "
                    "knows of it. Restore the file and its receipt from a backup, before anybody rebuilds the record."
                )
