"""Where an index lies: a folder with one folder per generation, and a pointer that names the current one.

    index/
      current.json          {"format": 1, "generation": "…"}
      <generation>/         the files of the index
      writer.lock           held by the one who writes

A new generation is built beside the current one and becomes current by one rename of the pointer, so a reader sees the
old index or the new one, never something between, and a build that is killed leaves nothing but a folder to sweep up.
"""

from __future__ import annotations

import fcntl
import json
import os
import re
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pejl.record.search.schema import FORMAT
from pejl.record.search.shapes import IndexBroken, IndexBusy

_POINTER = "current.json"
_LOCK = "writer.lock"
_GENERATION = re.compile("[0-9a-f]{32}")


class Place:
    """The folder of an index. `layout` tells which generations this version reads: an index of another is made anew."""

    def __init__(self, folder: Path, layout: int | str = FORMAT) -> None:
        self.folder = folder
        self.layout = layout
        self._pointer = str(folder / _POINTER)

    def current(self) -> str:
        """The generation that the pointer names.

        Raises:
            IndexBroken: there is no pointer, it cannot be read, or it names an index of another layout.
        """
        pointer = self.folder / _POINTER
        try:
            said = json.loads(pointer.read_text(encoding="utf-8"))
            generation, layout = said["generation"], said["format"]
        except FileNotFoundError:
            raise IndexBroken(f"There is no search index in {self.folder}.") from None
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise IndexBroken(f"{pointer} cannot be read: {error}") from error
        if layout != self.layout:
            raise IndexBroken(
                f"The search index in {self.folder} has layout {layout}; this version reads {self.layout}."
            )
        if not isinstance(generation, str) or not generation.isalnum():
            raise IndexBroken(f"{pointer} names no generation.")
        return generation

    def pointer_state(self) -> tuple[int, int]:
        """Something that is another when the pointer has been replaced."""
        return file_state(self._pointer)

    def of(self, generation: str) -> Path:
        """The folder of a generation."""
        return self.folder / generation

    def new_generation(self) -> str:
        """Make an empty folder for a generation that is not yet current, and name it."""
        generation = uuid.uuid4().hex
        self.of(generation).mkdir(parents=True)
        return generation

    def publish(self, generation: str) -> None:
        """Make a generation the current one, at once and durably."""
        beside = self.folder / f"{_POINTER}.new"
        with beside.open("w", encoding="utf-8") as file:
            json.dump({"format": self.layout, "generation": generation}, file)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(self.folder / _POINTER)
        descriptor = os.open(self.folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def sweep(self) -> None:
        """Remove the folders of all generations but the current one. Only for the one who holds the lock.

        Other folders that lie here stay.
        """
        try:
            current: str | None = self.current()
        except IndexBroken:
            current = None
        for path in self.folder.iterdir():
            if _GENERATION.fullmatch(path.name) and path.name != current:
                shutil.rmtree(path, ignore_errors=True)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the right to write. It is let go when the process ends, however it ends.

        Raises:
            IndexBusy: somebody else holds it.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / _LOCK).open("a") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise IndexBusy(f"The search index in {self.folder} is being written by another process.") from None
            yield


def file_state(path: Path | str) -> tuple[int, int]:
    """Something that is another when the file has been replaced by a rename; (0, 0) where there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116 - each search asks twice, and this is the quicker way
    except FileNotFoundError:
        return (0, 0)
    return (found.st_ino, found.st_mtime_ns)
