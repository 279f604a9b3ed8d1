"""`pejl demo`: the invented municipality Fjordby Kommune, its minutes and its caseload, taken in by the same doors as
real ones, and served."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pejl import when_used
from pejl.cli.chapters import new_app
from pejl.cli.console import remark
from pejl.cli.listening import HOST, PORT, Host, Port
from pejl.home.durable import make_folder
from pejl.home.folders import home as installation
from pejl.intake.key import write_new_key
from pejl.record import fjordby
from pejl.register.places import Places
from pejl.screening.advice import invented

if TYPE_CHECKING:
    from pejl.cli import serve as serving
else:
    serving = when_used.module("pejl.cli.serve")  # it reads PEJL_HOME, which is settled first

app = new_app(add_completion=False)

Serve = Annotated[bool, typer.Option("--serve/--no-serve", help="Whether to serve the site when the record is built.")]
HomeFolder = Annotated[
    Path | None, typer.Option("--home", file_okay=False, help="The data folder, instead of PEJL_HOME.")
]
Persons = Annotated[
    int, typer.Option("--persons", min=0, help="How many inhabitants its register is made for; 0 makes none.")
]
Train = Annotated[
    bool,
    typer.Option("--train/--no-train", help="Whether to train a model of sick leaves, and use it where it passes."),
]

INHABITANTS = 70_000
LETTERS, WHO = "letters.csv", "Fjordby Kommune"
"""The letters about the law that were sent to some of the invented people, and who is said to have sent them."""
OWNER, REASON = "Fjordby Kommune, eksempel", "Eksemplet viser en model, der opfylder kravene."
"""Who is said to answer for the model of invented people, and why."""
KEY = "demo.key"
"""The key of invented people only, so it may lie in the demo's own folder."""


@app.command()
def demo(
    context: typer.Context,
    serve: Serve = True,
    home: HomeFolder = None,
    host: Host = HOST,
    port: Port = PORT,
    persons: Persons = INHABITANTS,
    train: Train = True,
) -> None:
    """Build the invented municipality Fjordby Kommune and serve it.

    Whether the site can be served is asked first. What is there already is skipped, so a second run is quick. It is
    `pejl record import` on the demo's minutes, `pejl register simulate` with its letters, `pejl screening train`,
    `gate` and `activate`, and `pejl serve`.
    """
    if home is not None:
        os.environ["PEJL_HOME"] = str(home)
    os.environ.setdefault("PEJL_MUNICIPALITY", fjordby.MUNICIPALITY)  # the name that stands over the site
    os.environ.setdefault("PEJL_LICENSE", fjordby.LICENSE)
    if serve:
        serving.site_at(host, port)
    _run(context, ["record", "import", str(fjordby.FOLDER), "--municipality", fjordby.MUNICIPALITY])
    if persons:
        _simulate(context, persons)
        if train:
            _train(context)
    if not serve:
        return
    remark("Try the search for kontanthjælp, then: pejl record import PATH takes in minutes of your own.")
    remark("Worklists and screening take a login: in another terminal, pejl access user add NAME --role team_leader.")
    _run(context, ["serve", "--host", host, "--port", str(port)])


def _simulate(context: typer.Context, persons: int) -> None:
    """The caseload, under a key of the demo's own where there is none. A register that is not empty is left alone."""
    here = installation()
    if any(Places.of(here).snapshots()):
        return
    if not os.environ.get("PEJL_KEY") and not os.environ.get("PEJL_KEY_FILE"):
        key = here.root / KEY
        if not key.exists():
            make_folder(here.root)
            write_new_key(key)
        os.environ["PEJL_KEY_FILE"] = str(key)
    _run(context, ["register", "simulate", "--persons", str(persons)])
    invented.decide(here)
    letters = str(here.simulation / LETTERS)
    _run(context, ["casework", "informing", "import", letters, "--identifier", "pseudonym", "--who", WHO])


def _train(context: typer.Context) -> None:
    """A model of the invented sick leaves, where there is none; in use only if it passes the gate, as any other."""
    if any(installation().models.glob("*/run.json")):
        return
    if _code(context, ["screening", "train"]):
        remark("No model was trained. Everything else is there.")
        return
    answered_for = ["--who", OWNER, "--why", REASON]
    if _code(context, ["screening", "gate", "--sign", *answered_for]):
        remark("The model is there to be looked at, and is not in use.")
        return
    _run(context, ["screening", "activate", *answered_for])


def _run(context: typer.Context, words: list[str]) -> None:
    """Another command of ours, as a person would type it."""
    code = _code(context, words)
    if code:
        raise typer.Exit(code)


def _code(context: typer.Context, words: list[str]) -> int:
    """The exit code of another command of ours. It opens its own chapter, after PEJL_HOME is settled."""
    command = context.find_root().command
    return int(command.main(words, prog_name="pejl", standalone_mode=False) or 0)
