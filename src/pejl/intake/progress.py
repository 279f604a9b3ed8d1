"""How far the reading of a delivery has come, told in bytes while its files are read."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import BinaryIO

from pejl.intake.files.delivered import DeliveredFile

Tell = Callable[[str, int, int], None]
"""Is told the file that is read, the bytes read of all files together, and how many there are in all.

It is called from the thread that reads.
"""


class Progress:
    """Counts the bytes of all files of a delivery."""

    def __init__(self, tell: Tell, files: Sequence[DeliveredFile]) -> None:
        self._tell = tell
        self._total = sum(file.size for file in files)
        self._before = 0

    def counted(self, file: DeliveredFile) -> DeliveredFile:
        """The same file, telling how much of it is read. Files are read one after another."""
        before = self._before
        self._before += file.size
        self._tell(file.name, before, self._total)

        def reached(place: int) -> None:
            self._tell(file.name, before + min(place, file.size), self._total)

        # A stream as other streams in all but its name: what reads it only reads, seeks and closes.
        return replace(file, open=lambda: io.BufferedReader(_Counted(file.open(), reached), 1 << 20))

    def finished(self, file: DeliveredFile) -> None:
        """The file is read to its end."""
        self._tell(file.name, self._before, self._total)


class _Counted(io.RawIOBase):
    """Reads another file and tells how far it has come."""

    def __init__(self, file: BinaryIO, reached: Callable[[int], None]) -> None:
        super().__init__()
        self._file = file
        self._reached = reached
        self._place = self._furthest = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._file.seekable()

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        piece = self._file.read(len(buffer))
        buffer[: len(piece)] = piece
        self._place += len(piece)
        if self._place > self._furthest:
            self._furthest = self._place
            self._reached(self._place)
        return len(piece)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        self._place = self._file.seek(offset, whence)
        return self._place

    def tell(self) -> int:
        return self._place

    def close(self) -> None:
        if not self.closed:
            self._file.close()
        super().close()
