"""A search index that is a plain file: what it holds can be looked at, and it fails when it is told to."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pejl.home.durable import write_whole
from pejl.record.search.shapes import IndexedItem


class Full(OSError):
    """The disk that the index lies on is full."""


class FileIndex:
    """An index and its place in one. `failing` makes the next writes fail before, or after, they are done."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "index.json"
        self.failing: str | None = None

    def generation(self) -> str:
        return str(self._held()["generation"]) if self.path.exists() else ""

    def held(self) -> dict[str, dict[str, object]]:
        """What the index holds: key -> item."""
        return dict(self._held()["items"]) if self.path.exists() else {}

    def documents(self) -> frozenset[str]:
        return frozenset(str(item["document"]) for item in self.held().values())

    @contextmanager
    def opened(self) -> Iterator[_Writer]:
        if not self.path.exists():
            self._write(secrets.token_hex(8), {})
        yield _Writer(self, self.path)

    @contextmanager
    def made_anew(self) -> Iterator[_Writer]:
        beside = FileIndex(self.path.parent / "beside")
        beside.path.parent.mkdir(parents=True, exist_ok=True)
        beside.failing = self.failing
        beside._write(secrets.token_hex(8), {})
        yield _Writer(beside, beside.path)
        beside.path.rename(self.path)

    def _held(self) -> dict[str, dict[str, dict[str, object]]]:
        held: dict[str, dict[str, dict[str, object]]] = json.loads(self.path.read_text())
        return held

    def _write(self, generation: str, items: dict[str, dict[str, object]]) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(self.path, json.dumps({"generation": generation, "items": items}).encode())


class _Writer:
    def __init__(self, index: FileIndex, path: Path) -> None:
        self.index = index
        self.generation = index.generation()

    def replace_documents(self, gone: Iterable[str], items: Iterable[IndexedItem]) -> None:
        if self.index.failing == "before":
            raise Full("No space left on device")
        leaving = set(gone)
        held = {key: item for key, item in self.index.held().items() if item["document"] not in leaving}
        for item in items:
            held[item.key] = {
                "document": item.document,
                "title": item.title,
                "body": item.body,
                "case_number": item.case_number,
                "outcome": item.outcome,
                "paragraphs": list(item.paragraphs),
            }
        self.index._write(self.generation, held)
        if self.index.failing == "after":
            raise Full("No space left on device")
