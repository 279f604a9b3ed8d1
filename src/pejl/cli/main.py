"""The command `pejl`: what a person can ask for, one chapter per room."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from pejl import __version__
from pejl.cli.chapters import Chapter, Contents, new_app
from pejl.cli.console import UNUSABLE, remark


class Pejl(Contents):
    """All chapters, in the order of the help."""

    chapters = {
        "minutes": Chapter("pejl.cli.minutes", "Read and check sets of minutes. Needs no database."),
        "record": Chapter("pejl.cli.record", "Keep minutes in the record, and find them again."),
        "register": Chapter("pejl.cli.register", "Take in deliveries about people, and ask what they hold."),
        "casework": Chapter("pejl.cli.casework", "What is due, what was kept, what an auditor would find."),
        "screening": Chapter("pejl.cli.screening", "Early help for the sick-listed: models, advice, trials."),
        "law": Chapter("pejl.cli.law", "Ask the law: what applies on a day, to whom, and why."),
        "access": Chapter("pejl.cli.access", "Users, their roles, and the log of who has looked at whom."),
        "serve": Chapter("pejl.cli.serve", "Serve the site and the API."),
        "demo": Chapter("pejl.cli.demo", "Build the invented municipality Fjordby Kommune and serve it."),
        "api": Chapter("pejl.cli.api", "Describe the API under /api/v1/."),
    }


app = new_app(name="pejl", cls=Pejl, no_args_is_help=True)


def _tell_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"pejl {__version__}")
        raise typer.Exit


@app.callback()
def pejl(
    version: Annotated[
        bool, typer.Option("--version", callback=_tell_version, is_eager=True, help="Say the version and stop.")
    ] = False,
) -> None:
    """Read, keep and find the political record of a municipal employment service.

    The data folder is named by PEJL_HOME (default ./pejl-data). With --json a command prints one JSON document and
    nothing else on standard output; whatever else there is to say goes to standard error.

    Exit codes: 0 all went well, 1 nothing was found, 2 a file or an argument could not be used, 130 stopped by Ctrl-C.
    """


def main() -> None:
    """Run the command. A reader that has had enough (`pejl … | head`) ends it quietly."""
    if sys.stdout is None or sys.stderr is None:
        _open_nowhere()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a name that the terminal cannot show must not stop the work
    try:
        app()
    except OSError as trouble:
        if trouble.errno != errno.ENOSPC:
            raise
        remark(f"There is no room left to write: {trouble}.")
        sys.exit(UNUSABLE)
    finally:
        _flush_quietly()


def _open_nowhere() -> None:
    """Let what a caller has closed (`pejl ... >&-`) go nowhere, as it asked for."""
    sys.stdout = sys.stdout or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - open until the end
    sys.stderr = sys.stderr or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115


def _flush_quietly() -> None:
    """Write out what is left; where nobody reads it any more, let Python's own flush at the end go nowhere."""
    try:
        sys.stdout.flush()
    except OSError:
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
