"""Documents as files: Markdown of each, HTML of the card, and JSON of what registers take."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from pejl.home.durable import make_folder, write_whole
from pejl.home.folders import Home
from pejl.screening.documents.document import Document
from pejl.screening.documents.html import as_file
from pejl.screening.documents.made import documents
from pejl.screening.documents.markdown import as_markdown
from pejl.screening.gate.demand import Verdict
from pejl.screening.training.run import TrainingRun

FOLDER = "documents"
"""Within a model's own folder."""


def files_of(
    run: TrainingRun, *, before: TrainingRun | None = None, verdict: Verdict | None = None
) -> dict[str, bytes]:
    """The files by name. The same record, model before and verdict give the same bytes."""
    made = documents(run, before=before, verdict=verdict)
    return {name: content for document in made for name, content in _files(document)}


def write_files(files: dict[str, bytes], folder: Path) -> None:
    """Write the files, each whole or not at all."""
    make_folder(folder)
    for name, content in files.items():
        write_whole(folder / name, content)


def write_documents(
    home: Home, run: TrainingRun, verdict: Verdict, before: TrainingRun | None = None
) -> dict[str, str]:
    """Write all documents of a model into its folder, and return the SHA-256 of each."""
    files = files_of(run, before=before, verdict=verdict)
    write_files(files, home.models / run.id / FOLDER)
    return {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}


def _files(document: Document) -> Iterator[tuple[str, bytes]]:
    yield f"{document.name}.md", as_markdown(document).encode()
    if document.name == "modelkort":
        yield f"{document.name}.html", as_file(document).encode()
    if document.data is not None:
        written = json.dumps(document.data, ensure_ascii=False, indent=2, sort_keys=True)
        yield f"{document.name}.json", f"{written}\n".encode()
