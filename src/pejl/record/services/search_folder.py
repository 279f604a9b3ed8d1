"""The search index as the services use it: opened, made where there is none, or made anew beside the present one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path

from pejl.home.memory import give_back
from pejl.record.search import IndexBroken, IndexedItem, SearchIndex

_DISK = re.compile(r"\bIO ?error\b", re.IGNORECASE)


class IndexNotWritten(Exception):
    """The index could not be written, as on a full disk. `str()` says why; what was there before is still there."""


class SearchFolder:
    """The place of an installation's index. It keeps the index open, since opening it costs reading its vocabulary."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._index: SearchIndex | None = None

    def generation(self) -> str:
        """The name of the index that is there; empty where there is none that can be used."""
        try:
            return self._present().generation
        except IndexBroken:
            return ""

    def documents(self) -> frozenset[str]:
        """The hashes of the documents that the index holds something of; empty where there is none that can be used."""
        try:
            return self._present().document_hashes()
        except IndexBroken:
            return frozenset()

    @contextmanager
    def opened(self) -> Iterator[SearchWriter]:
        """The index for writing, made anew where there is none that can be used."""
        if not self.generation():
            with SearchIndex.build_beside(self.folder):
                pass
        yield SearchWriter(self._present())

    @contextmanager
    def made_anew(self) -> Iterator[SearchWriter]:
        """An empty index beside the present one, whose place it takes when the block ends without a failure."""
        with SearchIndex.build_beside(self.folder) as beside:
            yield SearchWriter(beside)

    def _present(self) -> SearchIndex:
        """The index that is there, or `IndexBroken`; an index that broke while it was open is let go of."""
        try:
            if self._index is None:
                self._index = SearchIndex.open(self.folder)
            self._index.generation  # noqa: B018 - asking makes sure that what is open is what is there
        except IndexBroken:
            self._index = None
            raise
        return self._index


class SearchWriter:
    """An index that is open for writing."""

    def __init__(self, index: SearchIndex) -> None:
        self._index = index

    @property
    def generation(self) -> str:
        """A name that no other index has."""
        return self._index.generation

    def replace_documents(self, gone: Iterable[str], items: Iterable[IndexedItem]) -> None:
        """Take out everything from the documents `gone` and put in `items`, which come document by document.

        Raises `IndexNotWritten` where the disk does not take it.
        """
        try:
            with self._index.writing() as session:
                for sha256 in gone:
                    session.remove_document(sha256)
                for sha256, own in groupby(items, key=lambda item: item.document):
                    session.replace_document(sha256, own)
        except (OSError, ValueError) as error:
            if _tells_of_the_disk(error):
                raise IndexNotWritten(f"The search index cannot be written: {error}") from error
            raise
        finally:
            give_back()


def _tells_of_the_disk(error: Exception) -> bool:
    """Whether the disk failed. The index tells everything as a ValueError, the disk's failures by these words."""
    return isinstance(error, OSError) or bool(_DISK.search(str(error)))
