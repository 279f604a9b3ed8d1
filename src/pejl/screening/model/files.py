"""A model's file: written whole, read only when it is the very file that was meant."""

from __future__ import annotations

from hashlib import sha256 as hashed
from pathlib import Path

from pejl.home.durable import write_whole
from pejl.screening.model.design import Unfit
from pejl.screening.model.hazard_model import HazardModel, model_from
from pejl.screening.model.packed import unpacked


def write_model(model: HazardModel, path: Path) -> str:
    """Write the model and return the file's SHA-256, by which alone it can be read again."""
    data = model.packed()
    write_whole(path, data)
    return hashed(data).hexdigest()


def read_model(path: Path, sha256: str) -> HazardModel:
    """The model in a file. Raises `Unfit`, with a sentence, where the file is another one, is none, or is gone."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Unfit(f"The model's file {path.name} cannot be read: {error.strerror}.") from error
    if (found := hashed(data).hexdigest()) != sha256:
        raise Unfit(
            f"The model's file {path.name} is not the one that was trained and approved: its SHA-256 is "
            f"{found[:12]}…, and should be {sha256[:12]}…. It is not used."
        )
    return model_from(*unpacked(data))
