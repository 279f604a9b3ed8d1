"""`pejl register quarantine`: rows that were not accepted, shown by reason or written out to be mended."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from pejl.cli.chapters import new_app
from pejl.cli.console import NOTHING_FOUND, UNUSABLE, AsJson, answer, answer_json, remark
from pejl.cli.register_outcomes import said
from pejl.home.folders import home
from pejl.register import kept
from pejl.register.contract import CONTRACT
from pejl.register.mending import NothingToMend, write_delivery
from pejl.register.places import Places
from pejl.register.quarantined import Leaf, quarantined

SHOWN = 20
"""How many rows of a table are shown; all of them are exported."""

Snapshot = Annotated[
    str, typer.Argument(metavar="[SNAPSHOT]", help="A snapshot or the beginning of its name; otherwise the newest.")
]
Export = Annotated[
    Path | None,
    typer.Option("--export", metavar="PATH", help="Write the rows to a new folder or zip, as a delivery to be mended."),
]

app = new_app(add_completion=False)


@app.command()
def quarantine(snapshot: Snapshot = "", export: Export = None, as_json: AsJson = False) -> None:
    """Show the rows of a snapshot's delivery that were not accepted, with every reason, and not who they are about.

    With --export they are written as a delivery: mend its files, and load the folder. Rows that are still wrong stay in
    quarantine.
    """
    with said():
        name = kept.manifest_named(Places.of(home()), snapshot).id
    if export:
        _export(name, export)
        return
    leaves = [leaf for table in CONTRACT.tables if (leaf := quarantined(home(), name, table.name, limit=SHOWN)).total]
    if as_json:
        answer_json([_as_data(leaf) for leaf in leaves])
    else:
        for leaf in leaves:
            _tell(leaf)
    if not leaves:
        remark(f"No row of {name} is in quarantine.")
        raise typer.Exit(NOTHING_FOUND)


def _tell(leaf: Leaf) -> None:
    answer(f"{leaf.table.name}: {leaf.total} rows")
    for reason in leaf.reasons:
        answer(f"  {reason.rows} {reason.sentence}")
    for row in leaf.rows:
        answer(f"  {row.file} line {row.line}: {' '.join(row.sentences)}")
    if leaf.total > len(leaf.rows):
        answer(f"  and {leaf.total - len(leaf.rows)} more (all of them with --export)")


def _export(name: str, folder: Path) -> None:
    try:
        with said():
            write_delivery(home(), name, folder)
    except NothingToMend as nothing:
        remark(f"No row of {name} is in quarantine.")
        raise typer.Exit(NOTHING_FOUND) from nothing
    except OSError as trouble:
        remark(f"{folder} cannot be written: {trouble.strerror}. Name a folder that is not there yet.")
        raise typer.Exit(UNUSABLE) from trouble
    remark(f"Mend the files in {folder}, then: pejl register load {folder}")


def _as_data(leaf: Leaf) -> dict[str, Any]:
    return {
        "table": leaf.table.name,
        "rows": leaf.total,
        "reasons": [
            {"kind": each.kind, "column": each.column, "rows": each.rows, "sentence": each.sentence}
            for each in leaf.reasons
        ],
        "first": [
            {
                "file": row.file,
                "line": row.line,
                "cells": dict(row.cells),
                "sentences": list(row.sentences),
            }
            for row in leaf.rows
        ],
    }
