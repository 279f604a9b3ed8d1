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
from pejl.record.queries.addresses import item_address
from pejl.record.search.shapes import IndexedItem

BATCH = 200
"""How many documents are asked of the database in one go."""

IN_DOUBT = "in doubt"
"""The mark of a document that an index may or may not hold. No index has this name."""


class WritableIndex(Protocol):
    """An index that is open for writing."""

    @property
    def generation(self) -> str:
        """A name that no other index has, so that one made anew in the same folder is told from the old one."""

    def replace_documents(self, gone: Iterable[str], items: Iterable[IndexedItem]) -> None:
        """In one commit, take out everything from the documents `gone` and put in `items`.

        Documents are named by their hash; items come document by document.
        """


class IndexHome(Protocol):
    """The place of an installation's search index."""

    def generation(self) -> str:
        """The name of the index that is there; empty where there is none that can be used."""

    def documents(self) -> frozenset[str]:
        """The hashes of the documents that the index holds something of."""

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
    """Bring the index in step with the database, in one commit; return how many documents that took."""
    generation = index.generation
    hashes = waiting(generation)
    if hashes:
        index.replace_documents(gone=hashes, items=_told(indexed_items(hashes), len(hashes), on_progress))
        for batch in _batches(hashes):
            batch.filter(shown=True).update(indexed_in=generation)
            batch.filter(shown=False).update(indexed_in="")
    return len(hashes)


def disagreement(index: IndexHome) -> list[str]:
    """The hashes of documents that the index holds and the pages do not show, or the other way round.

    None but after a folder was put back from a backup, or changed by hand: marks do not tell of that.
    """
    open_items = Item.objects.filter(document__shown=True, closed=False).order_by()
    shown = frozenset(open_items.values_list("document__sha256", flat=True).distinct())
    return sorted(index.documents() ^ shown)


def doubt(index: WritableIndex, hashes: Sequence[str]) -> None:
    """Put right what the index may hold, or lack, of these documents against all marks.

    Those that are here are marked, so that the next `catch_up` writes or removes them; the others are removed now.
    """
    gone = set(hashes)
    for batch in _batches(hashes):
        gone -= set(batch.values_list("sha256", flat=True))
        batch.update(indexed_in=IN_DOUBT)
    if gone:
        index.replace_documents(gone=sorted(gone), items=())


def indexed_items(hashes: Sequence[str]) -> Iterator[IndexedItem]:
    """The open items of those of the documents that are shown, document by document, as the index takes them."""
    for batch in _batches(hashes):
        rows = Item.objects.filter(document__in=batch.filter(shown=True), closed=False)
        related = rows.select_related("meeting__body__municipality", "document").defer("document__content")
        for row in related.order_by("document__order", "document__sha256", "position").iterator(chunk_size=100):
            yield indexed_item(row)


def indexed_item(row: Item) -> IndexedItem:
    """An open item as the index takes it. Its key is its address on the site."""
    meeting, body = row.meeting, row.meeting.body
    part = minutes.Item.model_validate(row.detail)
    return IndexedItem(
        key=item_address(row),
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


def _batches(hashes: Sequence[str]) -> Iterator[QuerySet[Document]]:
    for start in range(0, len(hashes), BATCH):
        yield Document.objects.filter(sha256__in=hashes[start : start + BATCH])


def _told(
    items: Iterable[IndexedItem], total: int, on_progress: Callable[[int, int], None] | None
) -> Iterator[IndexedItem]:
    """The same items, while telling how many documents they have come from."""
    seen: set[str] = set()
    for item in items:
        if on_progress and item.document not in seen:
            seen.add(item.document)
            on_progress(len(seen), total)
        yield item


def _out_of_step(generation: str) -> QuerySet[Document]:
    """Other marks as two ranges and not as "unequal", so that the database looks up what is wanted and passes by the
    rest: this is asked at every import, and nearly all documents are in step.
    """
    marked_otherwise = Q(indexed_in__lt=generation) | Q(indexed_in__gt=generation)
    return Document.objects.filter((Q(shown=True) & marked_otherwise) | Q(shown=False, indexed_in__gt=""))
