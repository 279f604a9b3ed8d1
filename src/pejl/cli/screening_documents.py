"""`pejl screening documents`: a model's documents as files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from django.conf import settings

from pejl.cli import django_ready as django_ready

# isort: split
# Django must be ready before what reads its tables is imported.
from pejl.cli.chapters import new_app
from pejl.cli.console import UNUSABLE, AsJson, answer, answer_json, remark
from pejl.cli.screening_model_asked import ModelName, found, of_models
from pejl.screening.documents.written import files_of, write_files
from pejl.screening.gate.minimums import minimums_of
from pejl.screening.gate.queries import run_before
from pejl.screening.gate.verdict import verdict

To = Annotated[Path, typer.Option("--to", file_okay=False, metavar="FOLDER", help="The folder they are written to.")]

app = new_app(add_completion=False)


@app.command("documents")
def documents(to: To, model: ModelName = "", as_json: AsJson = False) -> None:
    """Write a model's documents, in Danish: card, technical documentation, data sheet, assessments, register entries.

    Numbers are those of the training. What only people can answer is a marked blank. Files that are there already and
    are not the same are left alone, so that what somebody filled in is not lost (exit 2).
    """
    with of_models():
        run = found(model).run
        judged, before = verdict(run, minimums_of(settings.HOME)), run_before(settings.HOME, run.id)
    files = files_of(run, before=before, verdict=judged)
    taken = [name for name, content in files.items() if _other(to / name, content)]
    if taken:
        remark(f"{to} has other files of these names: {', '.join(taken)}. Nothing was written; name another folder.")
        raise typer.Exit(UNUSABLE)
    try:
        write_files(files, to)
    except OSError as trouble:
        remark(f"{to} cannot be written: {trouble.strerror}.")
        raise typer.Exit(UNUSABLE) from trouble
    if as_json:
        answer_json({"model": run.id, "folder": str(to), "files": sorted(files)})
        return
    for name in files:
        answer(str(to / name))


def _other(file: Path, content: bytes) -> bool:
    return file.exists() and (not file.is_file() or file.read_bytes() != content)
