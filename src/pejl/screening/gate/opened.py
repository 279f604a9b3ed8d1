"""Model files that are open: each read once, held against its hash, and kept as long as the file is the same."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from pejl.screening.model.files import read_model
from pejl.screening.model.hazard_model import HazardModel


def opened(file: Path, sha256: str) -> HazardModel:
    """The model in a file. Raises what `read_model` raises where the file is not the one of that hash."""
    state = file.stat()
    return _read(file, sha256, (state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns))


@lru_cache(maxsize=2)
def _read(file: Path, sha256: str, _state: tuple[int, ...]) -> HazardModel:
    return read_model(file, sha256)
