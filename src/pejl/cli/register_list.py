"""`pejl register list`: the snapshots that there are."""

from __future__ import annotations

import typer

from pejl.cli.chapters import new_app
from pejl.cli.console import NOTHING_FOUND, AsJson, answer, answer_json, remark
from pejl.cli.register_outcomes import said
from pejl.home.folders import home
from pejl.register import kept
from pejl.register.places import Places

app = new_app(add_completion=False)


@app.command()
def list_snapshots(as_json: AsJson = False) -> None:
    """List the snapshots, the newest last: the day each knows of, who delivered, and how many rows it has."""
    with said():
        found = kept.manifests(Places.of(home()))
    if as_json:
        answer_json([manifest.model_dump(mode="json", by_alias=True) for manifest in found])
        return
    for manifest in found:
        rows = sum(entry.rows for entry in manifest.tables)
        answer(f"{manifest.id}  {manifest.source}  {len(manifest.tables)} tables, {rows} rows")
    if not found:
        remark("Nothing is loaded yet. `pejl register load PATH` takes in a delivery.")
        raise typer.Exit(NOTHING_FOUND)
