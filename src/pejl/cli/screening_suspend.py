"""`pejl screening suspend`: the model in use taken out of it."""

from __future__ import annotations

from typing import Annotated

import typer
from django.conf import settings

from pejl.cli import django_ready as django_ready

# isort: split
# Django must be ready before what reads its tables is imported.
from pejl.cli.chapters import new_app
from pejl.cli.console import answer
from pejl.cli.screening_model_asked import Owner, Reason, of_models
from pejl.screening.gate import services
from pejl.screening.gate.verbs import Cause

WhatCause = Annotated[Cause, typer.Option("--cause", help="What it was: a decision, an alarm, or an incident.")]

app = new_app(add_completion=False)


@app.command("suspend")
def suspend(who: Owner, why: Reason, cause: WhatCause = Cause.PERSON) -> None:
    """Take the model in use out of it, at once. Nothing is assessed until another is taken in use.

    To take the same model in use again, an owner must sign for it anew.
    """
    with of_models():
        name = services.suspend(settings.HOME, who=who, why=why, cause=cause)
    answer(f"{name} is not in use any more.")
