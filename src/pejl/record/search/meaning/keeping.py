"""Keeping the points in step with the index: what its items say is read, and what they no longer say is gone.

What there is to do follows from the two alone: the index knows the digest of each item's texts, and the points are kept
under these digests. So an interruption at any moment leaves work to do again and never work forgotten, and what a
retraction takes out of the index goes from here by the same comparison.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import islice

import numpy as np
from numpy.typing import NDArray
from tantivy import Order, Query, Searcher

from pejl.record.search.kept import Kept
from pejl.record.search.meaning.passages import passages
from pejl.record.search.meaning.reading import Reader
from pejl.record.search.meaning.store import ItemPoints, Store, shrunk
from pejl.record.search.place import Place
from pejl.record.search.shapes import IndexBroken
from pejl.record.search.writing import kept_at

SECONDS = 60.0
"""How long reading goes on before what was read is kept."""

_ITEMS_AT_A_TIME = 8

Progress = Callable[[int, int], None]


def bring_in_step(
    place: Place, searcher: Callable[[], Searcher], reader: Reader, told: Progress | None, stop: Callable[[], bool]
) -> tuple[int, int]:
    """Read what the index holds and the points do not, and drop what it holds no longer.

    Returns how many items were read, and how many are left where `stop` said so. `told` is given the number of those
    read and of all that were missing.

    Raises:
        IndexBusy: somebody else is at it; that one finishes what there is to do.
    """
    read = 0
    with place.locked():
        place.sweep()
        store = _present(place)
        while (left := _missing(store, searcher())) or store is None or _gone(store, searcher()):
            new = _read_on(store, searcher(), reader, partial(_tell, told, read), stop)
            if store is not None and not new and not _gone(store, searcher()):
                break  # nothing more can be read, or nothing more is to be
            read += len(new)
            store = _kept(store, new, searcher())
            _publish(place, store)
    return read, len(left)


def forget(place: Place, searcher: Callable[[], Searcher]) -> None:
    """Drop what the index holds no longer, and read nothing.

    Raises:
        IndexBusy: somebody is reading; that one forgets within the minute.
    """
    if not place.folder.is_dir():
        return
    with place.locked():
        store = _present(place)
        if store is not None and _gone(store, searcher()):
            _publish(place, _kept(store, (), searcher()))


def _missing(store: Store | None, searcher: Searcher) -> set[str]:
    return digests(searcher) - set(store.names() if store else ())


def _gone(store: Store, searcher: Searcher) -> set[str]:
    return set(store.names()) - digests(searcher)


def _kept(store: Store | None, new: Sequence[ItemPoints], searcher: Searcher) -> Store:
    """Old and new points, of those items that the index still holds."""
    still = digests(searcher)
    return Store.of(item for item in (*(store.items() if store else ()), *new) if item.digest in still)


def _tell(told: Progress | None, before: int, done: int, missing: int) -> None:
    if told:
        told(before + done, before + missing)


def digests(searcher: Searcher) -> set[str]:
    """The digests of the items in the index."""
    return {term for term, count in searcher.terms_with_prefix("digest", "", filter_query=Query.all_query()) if count}


def _read_on(
    store: Store | None, searcher: Searcher, reader: Reader, told: Progress, stop: Callable[[], bool]
) -> list[ItemPoints]:
    """The points of what is missing, as far as they can be read in a minute. `told` is given those done and all."""
    began = time.monotonic()
    held = list(store.items()) if store else []
    known = {text: row for item in held for text, row in zip(item.hashes, item.rows, strict=True)}
    missing = _missing(store, searcher)
    waiting = _newest_first(searcher, missing)
    read: list[ItemPoints] = []
    with ThreadPoolExecutor(max_workers=max(1, (os.cpu_count() or 1) - 1)) as threads:
        while not stop() and (some := list(islice(waiting, _ITEMS_AT_A_TIME))):
            read += threads.map(lambda kept: _points_of(kept, known, reader), some)
            told(len(read), len(missing))
            if time.monotonic() - began >= SECONDS:
                break
    return read


def _newest_first(searcher: Searcher, missing: set[str]) -> Iterator[Kept]:
    """The items with these digests, those of the newest meetings first, and of equal ones only one."""
    left = set(missing)
    hits = searcher.search(
        Query.all_query(), max(1, searcher.num_docs), count=False, order_by_field="order", order=Order.Desc
    ).hits
    for _, address in hits:
        if not left:
            return
        kept = kept_at(searcher, address)
        if kept.digest in left:
            left.discard(kept.digest)
            yield kept


def _points_of(kept: Kept, known: dict[bytes, NDArray[np.int8]], reader: Reader) -> ItemPoints:
    """An item's points. A passage that was read before is not read again."""
    own = passages(kept.title, kept.paragraphs)
    new = list({passage.hash: passage.text for passage in own if passage.hash not in known}.items())
    read = shrunk(reader.passages([text for _, text in new])) if new else ()
    rows = dict(zip((each for each, _ in new), read, strict=True))
    hashes = tuple(passage.hash for passage in own)
    return ItemPoints(kept.digest, hashes, np.stack([rows[each] if each in rows else known[each] for each in hashes]))


def _present(place: Place) -> Store | None:
    """The points that are there; None where there are none that can be used."""
    try:
        return Store.read(place.of(place.current()))
    except (IndexBroken, OSError, ValueError):
        return None


def _publish(place: Place, store: Store) -> None:
    generation = place.new_generation()
    store.write(place.of(generation))
    place.publish(generation)
    place.sweep()
