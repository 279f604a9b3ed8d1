"""`pejl screening trial complaint`: a complaint about the course of somebody who was drawn."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer
from django.utils import timezone

from pejl.cli import django_ready as django_ready

# isort: split
# Django must be ready before what reads its tables is imported.
from pejl.access.rights import SCREENING_DECIDE, SCREENING_PERSON
from pejl.cli.casework_looks import Who, Why, log_looks, see_may_look
from pejl.cli.chapters import new_app
from pejl.cli.console import answer
from pejl.cli.screening_trial_asked import Name, Spell, trial_opened
from pejl.screening.trial import queries, services

On = Annotated[
    dt.datetime | None,
    typer.Option("--on", formats=["%Y-%m-%d"], metavar="DATE", help="The day of the complaint; otherwise today."),
]
About = Annotated[str, typer.Option("--about", metavar="TEXT", help="What it is about. It is kept: name nobody in it.")]
PAGE = "pejl screening trial complaint"

app = new_app(add_completion=False)


@app.command("complaint")
def complaint_command(trial: Name, spell: Spell, about: About, on: On = None, who: Who = "", why: Why = "") -> None:
    """Write down that somebody complained about the course of SPELL, which was drawn in TRIAL.

    Complaints are one of the harms that a trial follows. --who names a user, --why the purpose of the look, which is
    logged.
    """
    with trial_opened():
        see_may_look(who, why, SCREENING_PERSON, SCREENING_DECIDE, asked="The command")
        person = queries.person_of(trial, spell)
        if person:
            log_looks(who, why, SCREENING_PERSON, [person], PAGE)
        services.complain(trial, spell, on.date() if on else timezone.localdate(), who=who, why=about)
    answer(f"{trial}: written down.")
