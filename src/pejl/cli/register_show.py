"""`pejl register show`: one snapshot, and whether it is whole."""

from __future__ import annotations

from typing import Annotated

import typer

from pejl.cli.chapters import new_app
from pejl.cli.console import UNUSABLE, AsJson, answer, answer_json, remark
from pejl.cli.register_lines import aligned
from pejl.cli.register_outcomes import said
from pejl.home.folders import home
from pejl.register import kept
from pejl.register.places import Places

Snapshot = Annotated[
    str, typer.Argument(metavar="[SNAPSHOT]", help="A snapshot or the beginning of its name; otherwise the newest.")
]

app = new_app(add_completion=False)


@app.command()
def show(snapshot: Snapshot = "", as_json: AsJson = False) -> None:
    """Show a snapshot's tables, where their rows came from, and whether its files are what was written."""
    places = Places.of(home())
    with said():
        manifest = kept.manifest_named(places, snapshot)
        touched = list(kept.touched(places, manifest))
    if as_json:
        answer_json({**manifest.model_dump(mode="json", by_alias=True), "whole": not touched, "touched": touched})
    else:
        answer(f"{manifest.id}: what was known on {manifest.known}")
        answer(f"  delivered by {manifest.source}; {manifest.contract} {manifest.contract_version}; key {manifest.key}")
        if manifest.base:
            answer(f"  built on {manifest.base}")
        if manifest.forgotten:
            answer(f"  rows were forgotten, by acts {', '.join(manifest.forgotten)}")
        answer()
        rows = [(entry.name, str(entry.rows), entry.delivery[:12], entry.sha256[:12]) for entry in manifest.tables]
        answer("\n".join(aligned([("table", "rows", "delivery", "sha256"), *rows])))
        answer()
        answer("Every file is what was written." if not touched else "\n".join(touched))
    if touched:
        remark("The snapshot is damaged.")
        raise typer.Exit(UNUSABLE)
