"""Points on the disk: a folder with one folder per generation, and a pointer that names the current one.

    meanings/
      current.json          names the generation, and the model and the layout that made it
      <generation>/
        points.npy          one row of 384 small whole numbers for each passage
        lengths.npy         the length of each row, which makes the product of two rows a cosine
        owners.npy          which item each row belongs to, and which of its passages it is
        hashes.npy          the hash of each passage's text
        digests.npy         the digest of each item's texts
      writer.lock           held by the one who writes

No text is in it, and nothing is ever changed in place: what is written is a whole new generation, which takes the place
of the old one by one rename. A reader keeps the files that it has open until it looks again.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pejl.record.search.meaning.reading import DIMENSIONS, Points

_HASH = 16
_MOST = 127
_AT_A_TIME = 4096
_OWNER = np.dtype([("item", "<u4"), ("passage", "<u2")])
_PARTS = ("points", "lengths", "owners", "hashes", "digests")


@dataclass(frozen=True)
class ItemPoints:
    """The points of one item: the digest of its texts, and for each passage the hash of its text and its row."""

    digest: str
    hashes: tuple[bytes, ...]
    rows: NDArray[np.int8]


@dataclass(frozen=True)
class Store:
    """The points of a generation. The rows are read from the disk as they are needed."""

    points: NDArray[np.int8]
    lengths: NDArray[np.float32]
    owners: NDArray[Any]
    hashes: NDArray[np.uint8]
    digests: NDArray[np.uint8]

    @classmethod
    def of(cls, items: Iterable[ItemPoints]) -> Store:
        """The points of these items, in memory."""
        held = list(items)
        rows = [item.rows for item in held]
        points = np.concatenate(rows) if rows else np.zeros((0, DIMENSIONS), np.int8)
        owners = [(place, passage) for place, item in enumerate(held) for passage in range(len(item.rows))]
        return cls(
            points=points,
            lengths=np.maximum(np.sqrt(np.square(points, dtype=np.float32).sum(axis=1)), 1).astype(np.float32),
            owners=np.array(owners, _OWNER),
            hashes=_bytes(each for item in held for each in item.hashes),
            digests=_bytes(bytes.fromhex(item.digest) for item in held),
        )

    @classmethod
    def read(cls, folder: Path) -> Store:
        """The points in the folder of a generation.

        Raises:
            OSError, ValueError: they cannot be read.
        """
        try:
            found = cls(**{part: np.load(folder / f"{part}.npy", mmap_mode="r") for part in _PARTS})
        except EOFError as error:
            raise ValueError(f"A file in {folder} is empty.") from error
        rows = {len(found.points), len(found.lengths), len(found.owners), len(found.hashes)}
        if len(rows) > 1 or found.points.shape[1:] != (DIMENSIONS,):
            raise ValueError(f"The files in {folder} do not belong together.")
        return found

    def write(self, folder: Path) -> None:
        """Write the points into an empty folder, flushed to the disk."""
        for part in _PARTS:
            with (folder / f"{part}.npy").open("wb") as file:
                np.save(file, getattr(self, part))
                file.flush()
                os.fsync(file.fileno())

    def __len__(self) -> int:
        """The number of passages."""
        return len(self.points)

    def items(self) -> Iterator[ItemPoints]:
        """The items, each with its points."""
        digests = self.names()
        ends = np.flatnonzero(np.diff(self.owners["item"].astype(np.int64), append=-1)) + 1
        begin = 0
        for end in ends.tolist():
            hashes = tuple(row.tobytes() for row in self.hashes[begin:end])
            yield ItemPoints(digests[self.owners["item"][begin]], hashes, np.asarray(self.points[begin:end]))
            begin = end

    def names(self) -> list[str]:
        """The digests of the items, in order."""
        return [row.tobytes().hex() for row in self.digests]

    def nearness(self, question: Points) -> Points:
        """How near each passage is to a question: the cosine of the angle between them."""
        found = np.empty(len(self), np.float32)
        room = np.empty((_AT_A_TIME, DIMENSIONS), np.float32)
        for begin in range(0, len(self), _AT_A_TIME):
            rows = self.points[begin : begin + _AT_A_TIME]
            part = room[: len(rows)]
            np.copyto(part, rows)
            found[begin : begin + len(rows)] = part @ question
        return found / self.lengths


def shrunk(points: Points) -> NDArray[np.int8]:
    """Points as small whole numbers: their directions are what counts, and these hardly change."""
    most = np.abs(points).max(axis=1, keepdims=True, initial=1e-9)
    rows: NDArray[np.int8] = np.round(points * (_MOST / most)).astype(np.int8)
    return rows


def _bytes(each: Iterable[bytes]) -> NDArray[np.uint8]:
    return np.frombuffer(b"".join(each), np.uint8).reshape(-1, _HASH)
