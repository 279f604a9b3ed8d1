"""A model's folder as it lies on the disk now: the record of its training, and what tells its files from others.

What was judged and signed is bytes. A file that was edited, swapped, copied to another name or half written has another
SHA-256 and is another model, whatever its name. A hash is remembered by what the file system says of the file (its
number, size and the times of its content and of its entry), so a model in use is not read through at every question.
"""

from __future__ import annotations

import hashlib
import os
import re
import time
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pydantic import ValidationError

from pejl.home.folders import Home
from pejl.screening.training.kept import MODEL, RECORD
from pejl.screening.training.run import TrainingRun

NAME = re.compile(r"[0-9a-z][0-9a-z-]{0,79}\Z")
LARGEST = 200_000_000
"""Bytes of a file that are read at most."""
SETTLED = 2.0
"""Seconds after which the times of a file tell a later change from the one before; until then it is read each time."""


class NoModel(ValueError):
    """There is no such model, or its folder is not what a training writes. `str()` says what is wrong, in Danish."""


@dataclass(frozen=True)
class Hashes:
    """What tells a model from every other: the SHA-256 of its record and of its model file."""

    run: str
    model: str


@dataclass(frozen=True)
class OnDisk:
    """A model as it lies there."""

    run: TrainingRun
    hashes: Hashes


def folder_of(home: Home, name: str) -> Path:
    """Where a model lies. Raises `NoModel` for what can be no model's name."""
    if not NAME.match(name):
        raise NoModel("Et models navn er en dag og bogstaver og tal, fx 2026-11-22-1a2b3c.")
    return home.models / name


def on_disk(home: Home, name: str) -> OnDisk:
    """A model whose record and file belong together. Raises `NoModel`."""
    folder = folder_of(home, name)
    if folder.is_symlink() or not folder.is_dir():
        raise NoModel(f"Der er ingen model, der hedder {name}. »pejl screening models« viser dem, der er.")
    hashes = hashes_of(home, name)
    if hashes is None:
        raise NoModel(f"Modellen {name} er ikke hel: {RECORD} eller {MODEL} mangler eller kan ikke læses.")
    try:
        run = TrainingRun.model_validate_json((folder / RECORD).read_bytes())
    except (OSError, ValidationError) as trouble:
        raise NoModel(f"{RECORD} i modellen {name} kan ikke læses som en træning.") from trouble
    if run.id != name:
        raise NoModel(f"Mappen hedder {name}, men træningen i den hedder {run.id}: den er kopieret eller omdøbt.")
    if run.model_hash != hashes.model:
        raise NoModel(f"Modelfilen i {name} er ikke den, som træningen lavede.")
    return OnDisk(run, hashes)


def hashes_of(home: Home, name: str) -> Hashes | None:
    """The hashes of a model's two files as they lie there now; None where they cannot be read."""
    folder = folder_of(home, name)
    found = [_sha256(folder / file) for file in (RECORD, MODEL)]
    return Hashes(found[0], found[1]) if found[0] and found[1] else None


def names(home: Home) -> list[str]:
    """The names of all folders that may be models, in order."""
    if not home.models.is_dir():
        return []
    return sorted(path.name for path in home.models.iterdir() if path.is_dir() and NAME.match(path.name))


def state_of(state: os.stat_result) -> tuple[int, ...]:
    """What tells a file that was read before from one that was changed since."""
    return state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns


def _sha256(file: Path) -> str:
    try:
        state = file.lstat()
    except OSError:
        return ""
    if file.is_symlink() or state.st_size > LARGEST:
        return ""
    if abs(time.time() - state.st_ctime) < SETTLED:
        return _read(file)
    return _remembered(file, state_of(state))


@lru_cache(maxsize=64)
def _remembered(file: Path, _state: tuple[int, ...]) -> str:
    return _read(file)


def _read(file: Path) -> str:
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError:
        return ""
