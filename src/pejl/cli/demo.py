"""`pejl demo`: the invented municipality Fjordby Kommune, imported by the same door as real minutes, and served."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from pejl.cli.chapters import new_app
from pejl.cli.console import remark
from pejl.cli.listening import HOST, PORT, Host, Port
from pejl.record import fjordby

app = new_app(add_completion=False)

Serve = Annotated[bool, typer.Option("--serve/--no-serve", help="Whether to serve the site when the record is built.")]
HomeFolder = Annotated[
    Path | None, typer.Option("--home", file_okay=False, help="The data folder, instead of PEJL_HOME.")
]


@app.command()
def demo(
    context: typer.Context, serve: Serve = True, home: HomeFolder = None, host: Host = HOST, port: Port = PORT
) -> None:
    """Build the invented municipality Fjordby Kommune and serve it.

    What is there already is skipped, so a second run is quick. It is the same as `pejl record import` on the demo's
    minutes and `pejl serve` after it.
    """
    if home is not None:
        os.environ["PEJL_HOME"] = str(home)
    os.environ.setdefault("PEJL_MUNICIPALITY", fjordby.MUNICIPALITY)  # the name that stands over the site
    os.environ.setdefault("PEJL_LICENSE", fjordby.LICENSE)
    _run(context, ["record", "import", str(fjordby.FOLDER), "--municipality", fjordby.MUNICIPALITY])
    if not serve:
        return
    remark("Try the search for kontanthjælp, then: pejl record import PATH takes in minutes of your own.")
    _run(context, ["serve", "--host", host, "--port", str(port)])


def _run(context: typer.Context, words: list[str]) -> None:
    """Another command of ours, as a person would type it. It opens its own chapter, after PEJL_HOME is settled."""
    command = context.find_root().command
    code = command.main(words, prog_name="pejl", standalone_mode=False)
    if code:
        raise typer.Exit(code)
