"""Files that are there whole or not at all, also after a power cut.

A file is written under another name in its own folder, flushed to the disk and renamed; the folder is flushed last. A
name that begins with a dot and ends in `.part` is therefore always a left-over of a write that never finished.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

PART = ".part"


def write_part(target: Path, data: bytes, mode: int) -> Path:
    """Write `data` beside `target` under a name of its own, flushed to the disk, and return that name."""
    part = target.with_name(f".{target.name}.{secrets.token_hex(4)}{PART}")
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fchmod(descriptor, mode)
        os.fsync(descriptor)
    return part


def put_in_place(part: Path, target: Path) -> None:
    """Give a finished part its name; afterwards the name outlives a power cut."""
    part.rename(target)
    flush_folder(target.parent)


def write_whole(target: Path, data: bytes, mode: int = 0o640) -> None:
    """Write a file so that readers see the old one or the new one, never something between."""
    put_in_place(write_part(target, data, mode), target)


def flush_folder(folder: Path) -> None:
    """Make the folder's list of names outlive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it, so that it outlives a power cut."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    flush_folder(folder.parent)


def parts_in(folder: Path) -> list[Path]:
    """The left-overs of unfinished writes in `folder`, in the order of their names."""
    return sorted(path for path in folder.glob(f".*{PART}") if path.is_file())
