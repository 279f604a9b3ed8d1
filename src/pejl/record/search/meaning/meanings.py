"""Asking what lies near a question, as of the last generation that anybody wrote."""

from __future__ import annotations

import threading

import numpy as np

from pejl.record.search.meaning.floors import floor
from pejl.record.search.meaning.near import Near
from pejl.record.search.meaning.reading import Reader
from pejl.record.search.meaning.store import Store
from pejl.record.search.place import Place
from pejl.record.search.shapes import IndexBroken

_ITEMS_AT_MOST = 1_000


class KeptMeanings:
    """The meanings in a folder. Points that cannot be read are as good as none; whoever writes makes them anew."""

    def __init__(self, place: Place, reader: Reader) -> None:
        self._place = place
        self._reader = reader
        self._guard = threading.Lock()
        self._pointer = (-1, -1)
        self._store: Store | None = None
        self._names: list[str] = []

    def near(self, text: str, known: float) -> list[Near]:
        """The items that are near enough to a text of whose words the record holds the share `known`, nearest first."""
        store, names = self._current()
        if store is None or not len(store):
            return []
        nearness = store.nearness(self._reader.question(text))
        near = np.flatnonzero(nearness >= floor(known, float(nearness.mean())))
        found: dict[str, Near] = {}
        for place in near[np.argsort(-nearness[near], kind="stable")]:
            owner = store.owners[place]
            digest = names[owner["item"]]
            if digest not in found:
                found[digest] = Near(digest, int(owner["passage"]), float(nearness[place]))
                if len(found) == _ITEMS_AT_MOST:
                    break
        return list(found.values())

    def _current(self) -> tuple[Store | None, list[str]]:
        with self._guard:
            if self._place.pointer_state() != self._pointer:
                self._pointer = self._place.pointer_state()
                self._store = _read(self._place)
                self._names = self._store.names() if self._store else []
            return self._store, self._names


def _read(place: Place) -> Store | None:
    """The current generation. One that is swept away while it is opened has a successor, which the next look finds."""
    try:
        return Store.read(place.of(place.current()))
    except (IndexBroken, OSError, ValueError):
        return None
