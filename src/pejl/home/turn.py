"""Whose turn it is to write: one process or thread at a time, across the machine.

The lock is the system's own (`flock`), so it goes when its holder does, also when the holder is killed. The file only
tells who holds it. It guards one machine; a data folder shared over a network is not supported.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pejl.home.durable import make_folder

PATIENCE = 60.0
"""How many seconds a writer waits for its turn unless told otherwise."""

PAUSE = 0.05
"""How many seconds lie between two tries."""


class Busy(Exception):
    """Somebody else was writing for as long as one was ready to wait. `str()` says who, and what to do."""


@contextmanager
def turn(lock: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock file while the block runs; raise `Busy` when it is not free within `patience` seconds."""
    make_folder(lock.parent)
    descriptor = os.open(lock, os.O_RDWR | os.O_CREAT, 0o640)
    try:
        _wait(descriptor, lock, patience)
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, str(os.getpid()).encode(), 0)
        yield
    finally:
        os.close(descriptor)


def _wait(descriptor: int, lock: Path, patience: float) -> None:
    deadline = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= deadline:
                holder = os.pread(descriptor, 20, 0).decode("ascii", "replace") or "unknown"
                raise Busy(
                    f"Another process (number {holder}) is writing in {lock.parent}, and it was not done within "
                    f"{patience:.0f} seconds. Nothing was changed; try again when it is done."
                ) from None
            time.sleep(PAUSE)
        else:
            return
