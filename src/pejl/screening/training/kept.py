"""A model that was trained, written to its folder: record and model file, whole. `gate.on_disk` reads them."""

from __future__ import annotations

import secrets
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from pejl import when_used
from pejl.home.durable import PART, flush_folder, make_folder, write_whole
from pejl.home.folders import Home
from pejl.screening.training.run import TrainingRun

if TYPE_CHECKING:
    from pejl.screening.model import files
    from pejl.screening.model.hazard_model import HazardModel
else:
    files = when_used.module("pejl.screening.model.files")

RECORD, MODEL = "run.json", "model.skops"
"""The names in a model's folder."""


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
        write_whole(part / RECORD, (run.model_dump_json(indent=2) + "\n").encode())
        flush_folder(part)
        part.rename(folder)
        flush_folder(home.models)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return folder
