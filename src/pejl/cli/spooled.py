"""Answers of many entries, kept on disk until they are told, so that their number costs no memory."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from typing import IO, Any

IN_MEMORY = 1_000_000


class Spooled(list[Any]):
    """A list of JSON values that can only be added to and gone through. A list, so that `json` writes it as one."""

    def __init__(self) -> None:
        super().__init__()
        self._count = 0
        self._file: IO[str] = tempfile.SpooledTemporaryFile(  # noqa: SIM115 - it goes with the list
            IN_MEMORY, "w+", encoding="utf-8"
        )

    def append(self, value: Any) -> None:
        """Put an entry last."""
        self._file.seek(0, 2)
        self._file.write(json.dumps(value) + "\n")
        self._count += 1

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Any]:
        """The entries in order. Nothing may be added meanwhile."""
        self._file.seek(0)
        for line in self._file:
            yield json.loads(line)
