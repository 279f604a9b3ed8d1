"""What commands about models ask for, and what can go wrong with them, each as a sentence and an exit code."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer
from django.conf import settings

from pejl.cli import django_ready as django_ready

# isort: split
# Django must be ready before what reads its tables is imported.
from pejl.cli.console import NOTHING_FOUND, UNUSABLE, remark
from pejl.cli.opening import opened
from pejl.home.turn import Busy
from pejl.screening.gate import services
from pejl.screening.gate.minimums import NoMinimums
from pejl.screening.gate.on_disk import NoModel, OnDisk, names, on_disk
from pejl.screening.gate.queries import newest

ModelName = Annotated[
    str, typer.Argument(metavar="ID", help="The model's id, or how it begins; otherwise the newest one.")
]
Owner = Annotated[str, typer.Option("--who", metavar="NAME", help="The name of whoever answers for it.")]
Reason = Annotated[str, typer.Option("--why", metavar="REASON", help="The reason. It is kept: name nobody in it.")]


@contextmanager
def of_models() -> Iterator[None]:
    """The installation opened; what the gate refuses ends the command with its sentence."""
    with opened(mended=False):
        try:
            yield
        except (NoModel, NoMinimums, Busy, services.Refused, services.Unsigned) as trouble:
            remark(str(trouble))
            raise typer.Exit(UNUSABLE) from trouble


def model_meant(written: str) -> str:
    """The name of the model that is meant: the newest, or the only one that begins so. Within `of_models`."""
    known = names(settings.HOME)
    if not known:
        remark("There is no model. `pejl screening train` makes one.")
        raise typer.Exit(NOTHING_FOUND)
    if not written:
        return newest(settings.HOME) or known[-1]
    meant = [name for name in known if name == written] or [name for name in known if name.startswith(written)]
    if len(meant) != 1:
        told = "Several models begin so" if meant else "There is no model that begins so"
        remark(f"{told}. There are: {', '.join(known)}.")
        raise typer.Exit(UNUSABLE)
    return meant[0]


def found(written: str) -> OnDisk:
    """The model that is meant, whole. Within `of_models`."""
    return on_disk(settings.HOME, model_meant(written))
