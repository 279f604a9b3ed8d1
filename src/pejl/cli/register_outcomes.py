"""What can go wrong when the register is used, each as a sentence and an exit code."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from pejl.cli.console import NOTHING_FOUND, UNUSABLE, remark
from pejl.home.turn import Busy
from pejl.intake.key import Key, NoKey, key_of
from pejl.register.kept import Damaged, NothingKnown


@contextmanager
def said() -> Iterator[None]:
    """End the command with a sentence where the register has nothing, or cannot be used."""
    try:
        yield
    except NothingKnown as nothing:
        remark(str(nothing))
        raise typer.Exit(NOTHING_FOUND) from nothing
    except (Damaged, Busy) as trouble:
        remark(str(trouble))
        raise typer.Exit(UNUSABLE) from trouble


def needed_key() -> Key:
    """The key of the environment, or the end of the command."""
    try:
        return key_of(os.environ)
    except NoKey as none:
        remark(str(none))
        raise typer.Exit(UNUSABLE) from none
