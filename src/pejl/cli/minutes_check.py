"""`pejl minutes check`: what in sets of minutes somebody should look at."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import typer

from pejl.cli.console import NOTHING_FOUND, UNUSABLE, AsJson, answer, answer_json, remark
from pejl.cli.flag_lines import flag_lines
from pejl.cli.minutes_files import Files, endings
from pejl.cli.paths import files_meant
from pejl.cli.refusals import refuse
from pejl.minutes.checks.flag import Flag
from pejl.minutes.checks.known import KnownFiles
from pejl.minutes.checks.run import check
from pejl.minutes.document import Minutes
from pejl.minutes.reader import read
from pejl.minutes.sources import Unreadable


def check_files(files: Files, as_json: AsJson = False) -> None:
    """Check minutes and agendas: shares, sums, days, numbering, people, references and form.

    Files given together know each other, so that a reference from one to another is held against what stands there. A
    flag is a place to look at, with what is stated and what was computed; nothing is corrected. With --json one file
    gives {"file", "flags"}, and several files or a folder give a list of those. Flags do not change the exit code; a
    file that cannot be read is named on standard error, and the exit code is 2.
    """
    documents: list[tuple[Path, Minutes]] = []
    refused = 0
    for path in files_meant(files):
        try:
            documents.append((path, read(path)))
        except Unreadable as unreadable:
            refused += 1
            refuse(path, unreadable)
    if not documents and not refused:
        remark(f"There are no files of minutes in {', '.join(map(str, files))}; known endings: {endings()}.")
        raise typer.Exit(NOTHING_FOUND)
    known = KnownFiles(document for _, document in documents)
    found = [(path, document, check(document, known, known.agenda(document))) for path, document in documents]
    if as_json:
        contents = [_as_data(path, document, flags) for path, document, flags in found]
        alone = len(files) == 1 and not files[0].is_dir()
        if not alone:
            answer_json(contents)
        elif contents:
            answer_json(contents[0])
    else:
        for path, document, flags in found:
            answer(_in_words(path, document, flags))
    if refused:
        raise typer.Exit(UNUSABLE)


def _as_data(path: Path, document: Minutes, flags: list[Flag]) -> dict[str, Any]:
    return {
        "file": str(path),
        "body": document.body,
        "date": document.date.isoformat() if document.date else None,
        "flags": [json.loads(flag.model_dump_json()) for flag in flags],
    }


def _in_words(path: Path, document: Minutes, flags: list[Flag]) -> str:
    head = f"{path}: {document.body or 'body not stated'} {document.date or 'no date'}"
    if not flags:
        return f"{head}\n  nothing to look at"
    return "\n".join([head, *(flag_lines(flag) for flag in flags)])
