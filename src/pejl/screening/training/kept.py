"""The models that were trained, read back from their folders."""

from __future__ import annotations

import secrets
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from pejl import when_used
from pejl.home.durable import PART, flush_folder, make_folder, write_whole
from pejl.home.folders import Home
from pejl.screening.training.run import TrainingRun

if TYPE_CHECKING:
    from pejl.screening.model import files
    from pejl.screening.model.hazard_model import HazardModel
else:
    files = when_used.module("pejl.screening.model.files")

RUN, MODEL = "run.json", "model.skops"


class NoRun(ValueError):
    """There is no such training, or its record cannot be read. `str()` says which, in Danish."""


def runs(home: Home) -> list[TrainingRun]:
    """All trainings that can be read, the oldest first."""
    found = []
    for folder in sorted(home.models.glob("*/")) if home.models.is_dir() else ():
        if not folder.name.startswith("."):
            try:
                found.append(run_named(home, folder.name))
            except NoRun:
                continue
    return sorted(found, key=lambda run: (run.made, run.id))


def run_named(home: Home, name: str) -> TrainingRun:
    """The record of a training. Raises `NoRun`."""
    path = home.models / name / RUN
    if not name or Path(name).name != name or not path.is_file():
        raise NoRun(f"Der er ingen model, der hedder »{name}«. »pejl screening models« viser dem, der er.")
    try:
        found = TrainingRun.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as trouble:
        raise NoRun(f"{path} kan ikke læses. Hent mappen fra sikkerhedskopien, eller træn igen.") from trouble
    if found.id != name:
        raise NoRun(f"{path} er for modellen {found.id} og ikke for {name}. Mappen er flyttet eller kopieret.")
    return found


def model_of(home: Home, name: str) -> HazardModel:
    """The model itself, from the file that the record speaks of. Raises `NoRun`, and what `read_model` raises."""
    run = run_named(home, name)
    return files.read_model(home.models / name / MODEL, run.model_hash)


def keep(home: Home, run: TrainingRun, model: HazardModel) -> Path:
    """Write the model's folder: the whole of it appears at once, and is never changed. One that is there stays."""
    folder = home.models / run.id
    make_folder(home.models)
    if folder.exists():
        return folder
    part = home.models / f".{run.id}.{secrets.token_hex(4)}{PART}"
    part.mkdir(mode=0o750)
    try:
        files.write_model(model, part / MODEL)
        write_whole(part / RUN, (run.model_dump_json(indent=2) + "\n").encode())
        flush_folder(part)
        part.rename(folder)
        flush_folder(home.models)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return folder
