"""The files that the chapter on minutes is given."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pejl.cli.paths import ENDINGS

Files = Annotated[list[Path], typer.Argument(metavar="FILE", help="Files of minutes, or folders.")]


def endings() -> str:
    """The endings of the files that are looked for in folders."""
    return " ".join(sorted(ENDINGS))
