"""`pejl record import` and `pejl record rebuild`: what writes to the record."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

import typer

from pejl.cli import django_ready as django_ready
from pejl.cli.console import INTERRUPTED, NOTHING_FOUND, UNUSABLE, AsJson, answer, answer_json, remark
from pejl.cli.interrupt import StopWish, stop_wish
from pejl.cli.opening import opened
from pejl.cli.paths import files_meant
from pejl.cli.progress import Steps, told
from pejl.cli.refusals import refuse
from pejl.minutes.sources import Unreadable
from pejl.record import services
from pejl.record.services import Imported

Paths = Annotated[list[Path], typer.Argument(metavar="PATH", help="Files of minutes, or folders.")]
Municipality = Annotated[
    str | None, typer.Option("--municipality", help="Whose minutes they are, where the files do not say it themselves.")
]

STOPPING = "Stopping after this file. Press Ctrl-C again to stop at once."
SAID = {"new": "new", "new_version": "a new version", "unchanged": "here already"}


@dataclass
class Taken:
    """What became of the files of one call."""

    imported: list[tuple[Path, Imported]] = field(default_factory=list)
    refused: list[dict[str, str]] = field(default_factory=list)
    left: int = 0


def import_files(paths: Paths, municipality: Municipality = None, as_json: AsJson = False) -> None:
    """Take minutes and agendas into the record; a folder gives all files of minutes below it.

    A file that is there already is skipped, and a later version of a meeting's minutes is kept beside the earlier. Each
    file is taken in whole or not at all. A file that cannot be read is named on standard error with the reason; the
    others are still taken in, and the exit code is 2. Ctrl-C stops after the file in hand; the same call again goes on.
    """
    files = list(files_meant(paths))
    if not files:
        remark(f"There are no files of minutes in {', '.join(map(str, paths))}.")
        raise typer.Exit(NOTHING_FOUND)
    with opened(), stop_wish(STOPPING) as wish, told("Importing") as step:
        taken = _take(files, municipality, wish, step)
    if as_json:
        answer_json(_as_data(taken))
    else:
        answer(_in_words(taken))
    if taken.left:
        remark(f"Stopped with {taken.left} of {len(files)} files left. The same command again goes on from here.")
        raise typer.Exit(INTERRUPTED)
    if taken.refused:
        raise typer.Exit(UNUSABLE)


def rebuild(as_json: AsJson = False) -> None:
    """Derive the whole record again from the archive: the database's rows and the search index.

    The site shows the old record until the new one is whole. Files of the archive that cannot be read any longer are
    named on standard error, and the exit code is 2.
    """
    with opened(), told("Rebuilding") as step:
        rebuilt = services.rebuild(lambda done, total: step(done, total, "derived"))
    for fault in rebuilt.faults:
        remark(fault)
    if as_json:
        answer_json({"documents": rebuilt.documents, "kept": rebuilt.kept, "faults": list(rebuilt.faults)})
    else:
        answer(f"{rebuilt.documents} documents derived anew from the archive.")
    if rebuilt.faults:
        raise typer.Exit(UNUSABLE)


def _take(files: list[Path], municipality: str | None, wish: StopWish, step: Steps) -> Taken:
    taken = Taken()
    for done, path in enumerate(files, start=1):
        if wish:
            taken.left = len(files) - done + 1
            break
        try:
            imported = services.import_file(path, municipality)
        except Unreadable as unreadable:
            taken.refused.append(refuse(path, unreadable))
            continue
        taken.imported.append((path, imported))
        step(done, len(files), f"{path.name}: {SAID[imported.status]}")
        if doubt := _doubt(imported):
            remark(f"{path}: {doubt}")
    return taken


def _doubt(imported: Imported) -> str | None:
    """What a person should look at, though the file was taken in."""
    if imported.date:
        return None
    if imported.items:
        return "it states no date; the meeting is listed without one."
    return "neither a date nor an item was found in it. Is it minutes?"


def _in_words(taken: Taken) -> str:
    count = Counter(imported.status for _, imported in taken.imported)
    parts = [
        f"{count['new']} new",
        f"{count['new_version']} as a new version" if count["new_version"] else "",
        f"{count['unchanged']} here already" if count["unchanged"] else "",
        f"{len(taken.refused)} not readable" if taken.refused else "",
    ]
    unread = sum(imported.unread for _, imported in taken.imported)
    lines = f" {unread} lines could not be placed; `pejl minutes read FILE` shows them." if unread else ""
    return f"{', '.join(part for part in parts if part)}.{lines}"


def _as_data(taken: Taken) -> dict[str, Any]:
    return {
        "imported": [
            {
                "file": str(path),
                "status": imported.status,
                "kind": imported.kind,
                "version": imported.version,
                "body": imported.body,
                "date": imported.date.isoformat() if imported.date else None,
                "items": imported.items,
                "unread": imported.unread,
            }
            for path, imported in taken.imported
        ],
        "refused": taken.refused,
        "left": taken.left,
    }
