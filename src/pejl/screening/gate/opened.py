"""Model files that are open: each read once, held against its hash, and kept as long as the file is the same."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from pejl.home.folders import Home
from pejl.screening.gate.on_disk import folder_of, state_of
from pejl.screening.model.files import read_model
from pejl.screening.model.hazard_model import HazardModel
from pejl.screening.training.kept import MODEL


def opened(home: Home, name: str, sha256: str) -> HazardModel:
    """The model of that name. Raises `Unfit` where its file is not the one of that hash, and `NoModel`."""
    file = folder_of(home, name) / MODEL
    return _read(file, sha256, state_of(file.stat()) if file.exists() else ())


@lru_cache(maxsize=2)
def _read(file: Path, sha256: str, _state: tuple[int, ...]) -> HazardModel:
    return read_model(file, sha256)
