"""`pejl record import` and `pejl record rebuild`: what writes to the record."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated, Any

import typer

from pejl.cli import django_ready as django_ready
from pejl.cli.console import INTERRUPTED, NOTHING_FOUND, UNUSABLE, AsJson, answer, answer_json, remark
from pejl.cli.interrupt import StopWish, stop_wish
from pejl.cli.meanings import read_meanings
from pejl.cli.opening import opened
from pejl.cli.paths import files_meant
from pejl.cli.progress import Steps, told
from pejl.cli.record_check import Looked
from pejl.cli.refusals import refuse
from pejl.cli.spooled import Spooled
from pejl.minutes.sources import Unreadable
from pejl.record import services
from pejl.record.queries.checking import checked, documents_of
from pejl.record.services import Imported

Paths = Annotated[list[Path], typer.Argument(metavar="PATH", help="Files of minutes, or folders.")]
Check = Annotated[bool, typer.Option("--check", help="Check the files against the record when all are in.")]
Municipality = Annotated[
    str | None, typer.Option("--municipality", help="Whose minutes they are, where the files do not say it themselves.")
]

STOPPING = "Stopping after this file. Press Ctrl-C again to stop at once."
SAID = {
    "new": "new",
    "new_version": "a new version",
    "unchanged": "here already",
    "withdrawn": "withdrawn",
    "announced": "no minutes, but taken in",
}


class Taken:
    """What became of the files of one call: counted, and the entries of a JSON answer kept on disk."""

    def __init__(self) -> None:
        self.count: Counter[str] = Counter()
        self.unread = 0
        self.documents: dict[int, None] = {}
        self.imported = Spooled()
        self.refused = Spooled()
        self.left = 0

    def add(self, path: Path, imported: Imported) -> None:
        """Count a file that is in the record now."""
        self.count[imported.status] += 1
        self.unread += imported.unread
        if imported.document_id is not None:
            self.documents.setdefault(imported.document_id)
        self.imported.append(_entry(path, imported))

    def as_data(self) -> dict[str, Any]:
        """The call's outcome as JSON."""
        return {"imported": self.imported, "refused": self.refused, "left": self.left}

    def in_words(self) -> str:
        """The call's outcome in a line or two."""
        parts = [
            f"{self.count['new']} new",
            f"{self.count['new_version']} as a new version" if self.count["new_version"] else "",
            f"{self.count['unchanged']} here already" if self.count["unchanged"] else "",
            f"{self.count['withdrawn']} withdrawn, and so not shown" if self.count["withdrawn"] else "",
            f"{self.count['announced']} lists or notices" if self.count["announced"] else "",
            f"{len(self.refused)} not readable" if self.refused else "",
        ]
        lines = f" {self.unread} lines could not be placed; `pejl minutes read FILE` shows them." if self.unread else ""
        return f"{', '.join(part for part in parts if part)}.{lines}"


def import_files(
    paths: Paths, municipality: Municipality = None, check: Check = False, as_json: AsJson = False
) -> None:
    """Take minutes and agendas into the record; a folder gives all files of minutes below it.

    A file that is there already is skipped, and a later version of a meeting's minutes is kept beside the earlier. Each
    file is taken in whole or not at all. A file that cannot be read is named on standard error with the reason; the
    others are still taken in, and the exit code is 2. Ctrl-C stops after the file in hand; the same call again goes on.
    With --check the files are checked when all are in, as `pejl record check` does. Where the extra `semantic` is
    installed, the command goes on to read what the items mean; Ctrl-C leaves the rest of that to the next time.
    """
    files = list(files_meant(paths))
    if not files:
        remark(f"There are no files of minutes in {', '.join(map(str, paths))}.")
        raise typer.Exit(NOTHING_FOUND)
    with opened(), stop_wish(STOPPING) as wish:
        with told("Importing") as step:
            taken = _take(files, municipality, wish, step)
        if not as_json:
            answer(taken.in_words())
        looked = _check(taken, wish, as_json=as_json) if check else None
        if not wish:
            read_meanings()
    if as_json:
        answer_json(taken.as_data() | (looked.as_data() if looked else {}))
    elif looked:
        answer(looked.in_words())
    if taken.left:
        remark(f"Stopped with {taken.left} of {len(files)} files left. The same command again goes on from here.")
    if wish:
        raise typer.Exit(INTERRUPTED)
    if taken.refused:
        raise typer.Exit(UNUSABLE)


def rebuild(as_json: AsJson = False) -> None:
    """Derive the whole record again from the archive: the database's rows and the search index, and what items mean.

    The site shows the old record until the new one is whole. Files of the archive that cannot be read any longer are
    named on standard error, and the exit code is 2.
    """
    with opened(), told("Rebuilding") as step:
        rebuilt = services.rebuild(lambda done, total: step(done, total, "derived"))
        read_meanings()
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
    with services.import_session() as session:
        for done, path in enumerate(files, start=1):
            if wish:
                taken.left = len(files) - done + 1
                break
            try:
                imported = session.take_file(path, municipality)
            except Unreadable as unreadable:
                taken.refused.append(refuse(path, unreadable))
                continue
            taken.add(path, imported)
            step(done, len(files), f"{path.name}: {SAID[imported.status]}")
            if doubt := _doubt(imported):
                remark(f"{path}: {doubt}")
    return taken


def _check(taken: Taken, wish: StopWish, *, as_json: bool) -> Looked:
    """Look through the documents that came, until somebody wishes to stop."""
    looked = Looked(as_json=as_json)
    with told("Checking") as step:
        for done, each in enumerate(looked.through(checked(documents_of(taken.documents))), start=1):
            step(done, len(taken.documents), each.address)
            if wish:
                break
    return looked


def _doubt(imported: Imported) -> str | None:
    """What a person should look at, though the file was taken in."""
    if imported.note:
        return imported.note
    if imported.date or imported.document_id is None:
        return None
    if imported.items:
        return "it states no date; the meeting is listed without one."
    return "neither a date nor an item was found in it. Is it minutes?"


def _entry(path: Path, imported: Imported) -> dict[str, Any]:
    return {
        "file": str(path),
        "status": imported.status,
        "kind": imported.kind,
        "version": imported.version,
        "body": imported.body,
        "date": imported.date.isoformat() if imported.date else None,
        "items": imported.items,
        "unread": imported.unread,
    }
