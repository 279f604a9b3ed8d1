"""Whether the record is in order: the look that every start takes, which needs nothing of what puts it in order."""

from __future__ import annotations

from dataclasses import dataclass

from pejl.home.durable import parts_in
from pejl.record.models import Document, Notice, Withdrawn
from pejl.record.services.indexing import behind, disagreement
from pejl.record.services.installation import Installation


@dataclass(frozen=True, slots=True)
class Recovered:
    """What was put in order. `faults` are sentences about received files that cannot be read any longer.

    `busy` is true where another process was writing: it looks after what it writes, and this one did nothing.
    """

    imported: int = 0
    indexed: int = 0
    faults: tuple[str, ...] = ()
    busy: bool = False


def out_of_order(here: Installation) -> bool:
    """Whether something is left to do: a look without a lock.

    A wrong yes, because somebody is just writing, costs no more than a wait for the turn.
    """
    return bool(
        here.archive.left_over()
        or parts_in(here.home.root)
        or without_document(here)
        or not (generation := here.index.generation())
        or behind(generation)
        or disagreement(here.index)
    )


def without_document(here: Installation) -> frozenset[str]:
    """The hashes of the received files that have neither a document nor the row of what else they are."""
    models = (Document, Withdrawn, Notice)
    return here.archive.received().difference(*(model.objects.values_list("sha256", flat=True) for model in models))
