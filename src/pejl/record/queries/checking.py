"""The whole record looked through for what somebody should look at, one document at a time.

Checked is what everyone may read of a document, against what the record knows of other meetings. Nothing is kept from
one document to the next but the bounded memory of meetings that references name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import QuerySet

from pejl.minutes.checks.flag import Flag
from pejl.minutes.checks.run import check
from pejl.minutes.document import Minutes
from pejl.record.models import Document
from pejl.record.queries.addresses import meeting_address
from pejl.record.queries.agendas import agenda_beside
from pejl.record.queries.known_meetings import KnownMeetings, named_by

CHUNK = 20
"""How many documents are fetched at a time. They are large."""


@dataclass(frozen=True)
class Checked:
    """A document with its flags, by item, the document's own last."""

    document: Document
    flags: tuple[Flag, ...]

    @property
    def address(self) -> str:
        """Where the document's meeting is found: municipality/body/day."""
        return meeting_address(self.document.meeting)


def shown_documents(body: str | None = None) -> QuerySet[Document]:
    """The documents that stand for their meetings, the latest meeting first; only those of the body, by its slug."""
    rows = Document.objects.filter(shown=True)
    if body is not None:
        rows = rows.filter(meeting__body__slug=body)
    return rows.order_by("-meeting__date", "meeting__body__slug", "meeting__slug", "meeting__body__municipality")


def documents_of(keys: Iterable[int]) -> Iterator[Document]:
    """The documents with these primary keys, in this order; those that are gone meanwhile are left out."""
    wanted = list(keys)
    for at in range(0, len(wanted), CHUNK):
        chunk = wanted[at : at + CHUNK]
        found = Document.objects.filter(pk__in=chunk).select_related("meeting__body__municipality").in_bulk()
        yield from (found[key] for key in chunk if key in found)


def in_turn(rows: QuerySet[Document]) -> Iterator[Document]:
    """The documents one by one, without all of them being held at once."""
    return documents_of(rows.values_list("pk", flat=True))


def checked(documents: Iterable[Document]) -> Iterator[Checked]:
    """Each of the documents with its flags, also where it has none."""
    known: dict[int, KnownMeetings] = {}
    for document in documents:
        municipality = document.meeting.body.municipality_id
        others = known.setdefault(municipality, KnownMeetings(municipality))
        public = Minutes.model_validate(document.content)
        others.look_ahead(named_by(public, public.items))
        yield Checked(document, tuple(check(public, others, agenda_beside(public, document.meeting_id))))
