"""What takes long to make and is made once in a run of the tests, however many workers run them."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest


def copied(name: str, make: Callable[[Path], None], to: Path, folders: pytest.TempPathFactory) -> Path:
    """Fill the folder `to` with what `make` puts into a folder; the first who asks for the name in this run waits."""
    whole_run = folders.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        whole_run = whole_run.parent
    made = whole_run / f"{name}-made-once"
    with (whole_run / f"{name}-lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            unfinished = folders.mktemp(name)
            make(unfinished)
            unfinished.rename(made)
    return shutil.copytree(made, to, dirs_exist_ok=True)
