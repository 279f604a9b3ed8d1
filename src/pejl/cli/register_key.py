"""`pejl register key`: the key of the pseudonyms, made once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pejl.cli.chapters import new_app
from pejl.cli.console import UNUSABLE, answer, remark
from pejl.intake.key import NoKey, write_new_key

Place = Annotated[Path, typer.Argument(metavar="PATH", help="A new file, outside the data folder.")]

app = new_app(add_completion=False)


@app.command()
def key(path: Place) -> None:
    """Make a key and write it to a new file that only you can read. Keep a copy where secrets are kept.

    Who has the key can find out whose a pseudonym is; without it, later deliveries cannot be joined to earlier ones.
    """
    try:
        made = write_new_key(path)
    except NoKey as trouble:
        remark(str(trouble))
        raise typer.Exit(UNUSABLE) from trouble
    answer(f"{made.fingerprint}  {path}")
    remark(f"Set PEJL_KEY_FILE={path}")
