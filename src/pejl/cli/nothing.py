"""How a command ends that found nothing: with what it looked for, or with what to do about an empty record."""

from __future__ import annotations

import typer
from django.conf import settings

from pejl.cli import django_ready as django_ready
from pejl.cli.console import NOTHING_FOUND, remark
from pejl.record.queries.completeness import figures


def nothing_found(said: str) -> typer.Exit:
    """Say it, and return the exit to raise. Of an empty record it is said instead that it is empty and where it lies:
    the usual reason is a command run from another folder.
    """
    if figures().meetings:
        remark(said)
    else:
        remark(
            f"The record in {settings.HOME.root} is empty. `pejl record import PATH` takes minutes in; "
            "PEJL_HOME names another data folder."
        )
    return typer.Exit(NOTHING_FOUND)
