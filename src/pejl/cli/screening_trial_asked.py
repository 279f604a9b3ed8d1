"""What the commands of `pejl screening trial` ask alike, and what can go wrong, each as a sentence and an exit code."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from pejl.cli import django_ready as django_ready

# isort: split
# Django must be ready before what reads its tables is imported.
from pejl.cli.console import NOTHING_FOUND, UNUSABLE, remark
from pejl.cli.opening import opened
from pejl.cli.register_outcomes import said as register_said
from pejl.screening.trial import services
from pejl.screening.trial.looking import NotYet

Name = Annotated[str, typer.Argument(metavar="TRIAL", help="The trial's name; `trial status` lists them.")]
Spell = Annotated[str, typer.Argument(metavar="SPELL", help="The sick leave's number in the register.")]
Reason = Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason. It is kept: name nobody in it.")]
AsKnown = Annotated[
    str, typer.Option("--snapshot", metavar="NAME", help="As this snapshot knows it; otherwise the newest.")
]


@contextmanager
def trial_opened() -> Iterator[None]:
    """The installation opened for a trial; a refusal ends the command with its sentence, and nothing is changed."""
    try:
        with opened(mended=False), register_said():
            yield
    except (services.NoTrial, NotYet) as nothing:
        remark(str(nothing))
        raise typer.Exit(NOTHING_FOUND) from nothing
    except (
        services.BadProtocol,
        services.NoSeed,
        services.NotDrawn,
        services.NotPossible,
        services.Unsigned,
    ) as refused:
        remark(str(refused))
        raise typer.Exit(UNUSABLE) from refused
