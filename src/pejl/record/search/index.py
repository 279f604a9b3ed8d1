"""The search index of the record, in a folder.

    with SearchIndex.build_beside(folder) as new, new.writing() as write:
        write.replace_document(sha256, items)
    index = SearchIndex.open(folder)
    index.search(Query("kontanthjælp -ungdom"))

The index is derived: whoever catches `IndexBroken` builds it anew from the record.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tantivy import Index, Searcher
from tantivy import Query as IndexQuery

from pejl import when_used
from pejl.record.search.answer import answer
from pejl.record.search.compounds import Vocabulary
from pejl.record.search.place import Place, file_state
from pejl.record.search.schema import make_index, open_index
from pejl.record.search.shapes import IndexBroken, Query, Result
from pejl.record.search.writing import Writing

# Numbers by the thousand are its trade, and what it takes for that is not loaded for a search by words.
if TYPE_CHECKING:
    from pejl.record.search import meaning
    from pejl.record.search.meaning import Meanings
else:
    meaning = when_used.module("pejl.record.search.meaning")

_MEANINGS = "meanings"


class SearchIndex:
    """An index that is searched and written. Searching may go on in any thread and process while one writes."""

    def __init__(self, place: Place, unpublished: str | None = None, by_meaning: bool = True) -> None:
        self._place = place
        self._by_meaning = by_meaning
        self._meanings: Meanings | None = None
        self._published = unpublished is None
        self._pointer = (0, 0)
        self._guard = threading.Lock()
        self._vocabulary: tuple[tuple[int, int], Vocabulary] | None = None
        if unpublished is None:
            place.current()
            self.searcher()
        else:
            self._load(unpublished)

    @classmethod
    def open(cls, folder: Path, by_meaning: bool = True) -> SearchIndex:
        """The current index in the folder. It is asked by meaning too, where the installation can and unless it is told
        not to.

        Raises:
            IndexBroken: there is none, or it cannot be read.
        """
        return cls(Place(Path(folder)), by_meaning=by_meaning)

    @classmethod
    @contextmanager
    def build_beside(cls, folder: Path) -> Iterator[SearchIndex]:
        """A new, empty index beside the current one, which it replaces at once when the block ends without an error.

        Until then the current index, if there is one, is searched as before, and nobody else may write.

        Raises:
            IndexBusy: somebody else is writing or building.
        """
        place = Place(Path(folder))
        with place.locked():
            place.sweep()
            generation = place.new_generation()
            try:
                make_index(place.of(generation))
                yield cls(place, generation)
                place.publish(generation)
                meaning.forget(place.folder / _MEANINGS, lambda: cls(place, by_meaning=False).searcher())
            finally:
                place.sweep()

    @property
    def generation(self) -> str:
        """An id that is another whenever the index has been made anew."""
        self.searcher()
        return self._generation

    def __len__(self) -> int:
        """The number of items."""
        return self.searcher().num_docs

    def document_hashes(self) -> frozenset[str]:
        """The SHA-256 of every document that has items in the index."""
        found = self.searcher().terms_with_prefix("document", "", filter_query=IndexQuery.all_query())
        return frozenset(term for term, count in found if count)

    def search(self, query: Query) -> Result:
        """What the index holds that answers the query, as of the last commit of whoever wrote.

        Raises:
            IndexBroken: the index has been damaged since it was opened.
        """
        searcher = self.searcher()
        try:
            return answer(searcher, self._index.schema, query, self._asked_meanings())
        except (ValueError, OSError) as error:
            raise IndexBroken(f"The search index in {self._place.folder} cannot be read: {error}") from error

    def read_meanings(
        self, told: Callable[[int, int], None] | None = None, stop: Callable[[], bool] = lambda: False
    ) -> tuple[int, int]:
        """Read what those items mean that nobody has read yet; return how many were read, and how many are left.

        That takes long, and may be cut off at any moment: what has been read is kept every minute, and where `stop`
        says that it is enough.

        Raises:
            IndexBusy: somebody else is at it.
        """
        return meaning.bring_in_step(self._place.folder / _MEANINGS, self.searcher, told, stop)

    def _asked_meanings(self) -> Meanings | None:
        if self._by_meaning and self._meanings is None:
            self._meanings = meaning.opened(self._place.folder / _MEANINGS)
            self._by_meaning = self._meanings is not None
        return self._meanings

    @contextmanager
    def writing(self) -> Iterator[Writing]:
        """A session of writing, committed as one when the block ends without an error.

        Raises:
            IndexBusy: somebody else is writing or building.
            IndexBroken: the index has been damaged.
        """
        if not self._published:
            yield from self._write()
            return
        with self._place.locked():
            yield from self._write()

    def _write(self) -> Iterator[Writing]:
        searcher = self.searcher()
        known, self._vocabulary = self._vocabulary, None
        vocabulary = known[1] if known and known[0] == self._committed else _vocabulary_of(searcher)
        session = Writing(self._index, vocabulary)
        try:
            yield session
            vocabulary = session.commit()
        finally:
            session.close()
        self.searcher()
        self._vocabulary = (self._committed, vocabulary)
        if self._published:
            meaning.forget(self._place.folder / _MEANINGS, self.searcher)

    def searcher(self) -> Searcher:
        """The engine's own searcher over the last commit, whoever made it, of the generation that is current.

        Raises:
            IndexBroken: it cannot be read, and no other generation has taken its place meanwhile.
        """
        with self._guard:
            while True:
                try:
                    return self._follow()
                except IndexBroken:
                    if not self._published or self._place.pointer_state() == self._pointer:
                        raise

    def _follow(self) -> Searcher:
        if self._published and self._place.pointer_state() != self._pointer:
            self._pointer = self._place.pointer_state()
            self._load(self._place.current())
        elif file_state(self._meta) != self._committed:
            self._reload()
        return self._index.searcher()

    def _load(self, generation: str) -> None:
        self._generation = generation
        folder = self._place.of(generation)
        self._meta = str(folder / "meta.json")
        self._committed = (0, 0)
        try:
            self._index: Index = open_index(folder)
        except (ValueError, OSError) as error:
            raise IndexBroken(f"The search index in {self._place.folder} cannot be opened: {error}") from error
        self._reload()

    def _reload(self) -> None:
        committed = file_state(self._meta)
        try:
            self._index.reload()
        except (ValueError, OSError) as error:
            raise IndexBroken(f"The search index in {self._place.folder} cannot be read: {error}") from error
        self._committed = committed


def _vocabulary_of(searcher: Searcher) -> Vocabulary:
    """The words of the items in the index, counted. Words of removed items only are in the dictionary with count 0."""
    return Vocabulary(dict(searcher.terms_with_prefix("words", "", filter_query=IndexQuery.all_query())))
