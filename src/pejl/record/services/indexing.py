"""Keeping the search index in step with the database.

A document remembers in `indexed_in` which index it is in. What is shown and not marked with the present index is
added; what is marked and no longer shown is taken out. Marks are set after the index is written, so an interruption
at any moment leaves work to do again and never work forgotten; doing it again gives the same index.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from django.db.models import Q, QuerySet

from pejl.minutes import document as minutes
from pejl.record.models import Document, Item
from pejl.record.paragraphs import paragraphs
from pejl.record.search.shapes import IndexedItem

BATCH = 200
"""How many documents are written to the index in one go."""

IN_DOUBT = "in doubt"
"""The mark of a document that an index may or may not hold. No index has this name."""


class WritableIndex(Protocol):
    """An index that is open for writing."""

    @property
    def generation(self) -> str:
        """A name that no other index has, so that one made anew in the same folder is told from the old one."""

    def replace_documents(self, gone: Iterable[str], items: Iterable[IndexedItem]) -> None:
        """Take out everything from the documents `gone` (hashes) and put in `items`, in one commit."""


class IndexHome(Protocol):
    """The place of an installation's search index."""

    def generation(self) -> str:
        """The name of the index that is there; empty where there is none that can be used."""

    def opened(self) -> AbstractContextManager[WritableIndex]:
        """The index for writing, made anew where there is none that can be used. One writer at a time."""

    def made_anew(self) -> AbstractContextManager[WritableIndex]:
        """An empty index beside the present one, whose place it takes when the block ends without a failure."""


def behind(generation: str) -> bool:
    """Whether the index with this name lacks something that is shown, or holds something that is not."""
    return _out_of_step(generation).exists()


def waiting(generation: str) -> list[str]:
    """The hashes of the documents that the next `catch_up` takes out or puts in, in order of arrival."""
    return list(_out_of_step(generation).order_by("order").values_list("sha256", flat=True))


def catch_up(index: WritableIndex, on_progress: Callable[[int, int], None] | None = None) -> int:
    """Bring the index in step with the database; return how many documents that took."""
    hashes = waiting(index.generation)
    for start in range(0, len(hashes), BATCH):
        batch = Document.objects.filter(sha256__in=hashes[start : start + BATCH])
        documents = list(batch.defer("content"))
        index.replace_documents(
            gone=[document.sha256 for document in documents],
            items=indexed_items(document.pk for document in documents if document.shown),
        )
        batch.filter(shown=True).update(indexed_in=index.generation)
        batch.filter(shown=False).update(indexed_in="")
        if on_progress:
            on_progress(start + len(documents), len(hashes))
    return len(hashes)


def doubt(index: WritableIndex, hashes: Sequence[str]) -> None:
    """Put right what the index may have come to hold of these documents before the rows were rolled back.

    Those that are still here are marked, so that the next `catch_up` writes or removes them; the others are removed
    now.
    """
    gone = set(hashes)
    for start in range(0, len(hashes), BATCH):
        batch = Document.objects.filter(sha256__in=hashes[start : start + BATCH])
        gone -= set(batch.values_list("sha256", flat=True))
        batch.update(indexed_in=IN_DOUBT)
    if gone:
        index.replace_documents(gone=sorted(gone), items=())


def indexed_items(documents: Iterable[int]) -> Iterator[IndexedItem]:
    """The open items of the documents with these primary keys, as the index takes them."""
    rows = Item.objects.filter(document__in=list(documents), closed=False).select_related(
        "meeting__body__municipality", "case", "document"
    )
    for row in rows.defer("document__content").order_by("document__order", "position").iterator(chunk_size=100):
        yield indexed_item(row)


def indexed_item(row: Item) -> IndexedItem:
    """An open item as the index takes it. Its key is its address on the site."""
    meeting, body = row.meeting, row.meeting.body
    part = minutes.Item.model_validate(row.detail)
    return IndexedItem(
        key=f"{body.municipality.slug}/{body.slug}/{meeting.slug}/{row.slug}",
        document=row.document.sha256,
        municipality=body.municipality.slug,
        body=body.name,
        body_slug=body.slug,
        title=row.title,
        date=meeting.date,
        year=meeting.date.year if meeting.date else None,
        outcome=row.outcome,
        subject=part.case_number.subject if part.case_number else None,
        case_number=part.case_number.raw if part.case_number else None,
        paragraphs=paragraphs(part),
        closed=row.closed,
    )


def _out_of_step(generation: str) -> QuerySet[Document]:
    return Document.objects.filter((Q(shown=True) & ~Q(indexed_in=generation)) | (Q(shown=False) & ~Q(indexed_in="")))
