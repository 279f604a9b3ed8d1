"""The secret from which the arms are drawn: made at registration, kept in the data folder, opened when the trial ends.

The act of registration holds its SHA-256, so that a seed that is opened later is known to be the one.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from pathlib import Path

from pejl.home.durable import make_folder, write_whole
from pejl.home.folders import Home

SIZE = 32


class NoSeed(ValueError):
    """The seed is not there, or is not the one that was committed to. `str()` says which, in Danish."""


def commitment(seed: bytes) -> str:
    """What the registration tells of a seed."""
    return hashlib.sha256(seed).hexdigest()


def make_seed(home: Home, trial: str) -> bytes:
    """Make a trial's seed, or read the one that is there; only the owner of the data folder may read the file."""
    path = _path(home, trial)
    if path.is_file():
        return path.read_bytes()
    make_folder(path.parent)
    seed = secrets.token_bytes(SIZE)
    write_whole(path, seed, mode=0o600)
    return seed


def kept_seed(home: Home, trial: str, committed: str) -> bytes:
    """The trial's seed. Raises `NoSeed`."""
    path = _path(home, trial)
    if not path.is_file():
        raise NoSeed(
            f"Forsøgets hemmelige tal mangler i {path.name}. Hent det fra sikkerhedskopien: uden det kan ingen trækkes."
        )
    seed = path.read_bytes()
    if commitment(seed) != committed:
        raise NoSeed(f"Tallet i {path.name} er ikke det, som forsøget blev registreret med. Intet er trukket.")
    if path.stat().st_mode & 0o077 and path.stat().st_uid == os.geteuid():
        path.chmod(0o600)
    return seed


def _path(home: Home, trial: str) -> Path:
    return home.trials / f"{trial}.seed"
