"""One step of the record: rows and index change together, or neither does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from pejl.record.models import Document
from pejl.record.services.indexing import WritableIndex, catch_up, doubt, waiting


@contextmanager
def in_step(index: WritableIndex) -> Iterator[None]:
    """One transaction, before the end of which the index is brought in step; what fails is taken back from both.

    The index must be in step when the block begins.
    """
    before = _indexed(index)
    touched: list[str] = []
    try:
        with transaction.atomic():
            yield
            gone = sorted(before - _indexed(index))
            touched = [*gone, *waiting(index.generation)]
            if gone:
                doubt(index, gone)
            catch_up(index)
    except BaseException:
        # The rows are rolled back by now.
        doubt(index, touched)
        raise


def _indexed(index: WritableIndex) -> frozenset[str]:
    """The documents that are here and in the index."""
    return frozenset(Document.objects.filter(indexed_in=index.generation).values_list("sha256", flat=True))
