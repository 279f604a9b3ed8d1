"""`pejl minutes`: sets of minutes as open documents, without a database."""

from __future__ import annotations

import json
from typing import Any

import typer

from pejl.cli.chapters import new_app
from pejl.cli.console import NOTHING_FOUND, UNUSABLE, AsJson, answer, answer_json, remark
from pejl.cli.minutes_check import check_files
from pejl.cli.minutes_files import Files, endings
from pejl.cli.paths import files_meant
from pejl.cli.refusals import refuse
from pejl.cli.summary import summary
from pejl.minutes.document import Minutes
from pejl.minutes.public import without_personal_numbers
from pejl.minutes.reader import read
from pejl.minutes.sources import Unreadable

app = new_app(help="Read and check sets of minutes.", no_args_is_help=True, add_completion=False)


@app.command("read")
def read_files(files: Files, as_json: AsJson = False) -> None:
    """Read minutes and agendas and show what they say: .txt, .md, .pdf, .docx, .html, and exports (.json, .xml, .zip).

    With --json one file gives one document in the form pejl.minutes/1, and several files or a folder give a list.
    What no field took stands in `unread`, and what passes as a CPR number is hidden. A file that cannot be read is
    named on standard error with the reason; the others are still read, and the exit code is 2.
    """
    documents: list[Minutes] = []
    refused = 0
    for path in files_meant(files):
        try:
            document = without_personal_numbers(read(path))
        except Unreadable as unreadable:
            refused += 1
            refuse(path, unreadable)
            continue
        documents.append(document)
        if not as_json:
            answer(summary(document))
    if not documents and not refused:
        remark(f"There are no files of minutes in {', '.join(map(str, files))}; known endings: {endings()}.")
        raise typer.Exit(NOTHING_FOUND)
    if as_json:
        _answer_documents(documents, alone=len(files) == 1 and not files[0].is_dir())
    if refused:
        raise typer.Exit(UNUSABLE)


@app.command("schema")
def schema(as_json: AsJson = True) -> None:
    """Print the JSON Schema of the form pejl.minutes/1. It is JSON with --json and without."""
    answer_json(Minutes.model_json_schema(by_alias=True))


def _answer_documents(documents: list[Minutes], *, alone: bool) -> None:
    """One file gives its document, or nothing when it was refused; several give a list of those that could be read."""
    contents: list[dict[str, Any]] = [json.loads(document.as_json()) for document in documents]
    if not alone:
        answer_json(contents)
    elif contents:
        answer_json(contents[0])


app.command("check")(check_files)
