"""Writing to the index: any number of documents in, replaced or out, and one commit that takes all of it or nothing.

The hits inside words of one item depend on the words of all items. So a session first counts the words that come and
go, then splits the compounds of the new items by the vocabulary as it will be, and writes anew the items that hold a
compound whose parts have become others. What a search finds depends on what is in the index, not on how it came there.
"""

from __future__ import annotations

import pickle
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import IO, Any

from tantivy import DocAddress, Index, Query, Searcher

from pejl.record.search.compounds import Vocabulary
from pejl.record.search.kept import Kept
from pejl.record.search.schema import cleaned, to_document, vocabulary_of
from pejl.record.search.shapes import ClosedItemRefused, IndexedItem

_HEAP = 512_000_000
_IN_MEMORY = 64_000_000


class Writing:
    """A session of writing. Nothing is in the index before `commit`; dropped without it, nothing has happened."""

    def __init__(self, index: Index, vocabulary: Vocabulary) -> None:
        self._index = index
        self._searcher: Searcher = index.searcher()
        self._vocabulary = vocabulary
        self._spool: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - closed by close()
        self._documents: dict[str, int] = {}
        self._keys: dict[str, tuple[int, int]] = {}
        self._sessions = 0

    def replace_document(self, sha256: str, items: Iterable[IndexedItem]) -> None:
        """Let the index hold these items of the document and no others of it.

        Raises:
            ClosedItemRefused: an item is closed.
            ValueError: an item says that it is of another document.
        """
        taken = list(items)
        for item in taken:
            if item.closed:
                raise ClosedItemRefused(f"{item.key} is closed and cannot be indexed.")
            if item.document != sha256:
                raise ValueError(f"{item.key} is of document {item.document}, not of {sha256}.")
        self._sessions += 1
        self._documents[sha256] = self._sessions
        for place, item in enumerate(taken):
            self._keys[item.key] = (self._sessions, place)
            pickle.dump((sha256, self._sessions, place, cleaned(item)), self._spool, pickle.HIGHEST_PROTOCOL)

    def remove_document(self, sha256: str) -> None:
        """Let the index hold no items of the document."""
        self._sessions += 1
        self._documents[sha256] = self._sessions

    def commit(self) -> Vocabulary:
        """Write everything, in one commit. Returns the vocabulary as it then is.

        A failure leaves the index as it was and the vocabulary unfit for further use.
        """
        going = self._going()
        change: Counter[str] = Counter()
        for item in self._coming():
            change.update(vocabulary_of(item))
        for kept in going.values():
            change.subtract(vocabulary_of(kept.item()))
        altered = self._vocabulary.change({word: by for word, by in change.items() if by})
        anew = [kept for key, kept in self._holding(altered).items() if key not in going]
        parts_of = self._vocabulary.parts
        writer = self._index.writer(_HEAP, 1)
        # A writer that was killed leaves files that the next one would stumble over: it gives them the same names.
        writer.garbage_collect_files()
        try:
            for key in (*going, *(kept.key for kept in anew)):
                writer.delete_documents_by_term("key", key)
            for item in self._coming():
                writer.add_document(to_document(item, parts_of))
            for kept in anew:
                writer.add_document(to_document(kept.item(), parts_of))
            writer.commit()
        except BaseException:
            writer.rollback()
            raise
        finally:
            writer.wait_merging_threads()
        return self._vocabulary

    def close(self) -> None:
        """Let go of what the session held."""
        self._spool.close()

    def _coming(self) -> Iterator[IndexedItem]:
        """The items to add: of each document what was said last, and of each key what was said last."""
        self._spool.seek(0)
        while True:
            try:
                sha256, session, place, item = pickle.load(self._spool)  # noqa: S301 - written by this session itself
            except EOFError:
                return
            if self._documents[sha256] == session and self._keys[item.key] == (session, place):
                yield item

    def _going(self) -> dict[str, Kept]:
        """The items in the index that this session removes or replaces, by key."""
        found: dict[str, Kept] = {}
        for field, values in (("document", self._documents), ("key", self._keys)):
            for value in values:
                for kept in self._matching(Query.term_query(self._index.schema, field, value)):
                    found[kept.key] = kept
        return found

    def _holding(self, words: Iterable[str]) -> dict[str, Kept]:
        """The items in the index that hold one of the words, by key."""
        found: dict[str, Kept] = {}
        for word in words:
            for kept in self._matching(Query.term_query(self._index.schema, "words", word)):
                found[kept.key] = kept
        return found

    def _matching(self, query: Query) -> Iterator[Kept]:
        everything = max(1, self._searcher.num_docs)
        for _, address in self._searcher.search(query, everything, count=False).hits:
            yield kept_at(self._searcher, address)


def kept_at(searcher: Searcher, address: DocAddress) -> Kept:
    """The item at an address of the index."""
    kept: Any = searcher.doc(address).get_first("kept")
    return Kept(bytes(kept))
