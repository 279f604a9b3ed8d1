"""`pejl screening monitor`: the model in use looked at, and taken out of use where it fails."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer
from django.conf import settings

from pejl.cli import django_ready as django_ready

# isort: split
# Django must be ready before what reads its tables is imported.
from pejl.calendar.days import danish_day
from pejl.cli.chapters import new_app
from pejl.cli.console import NOTHING_FOUND, UNUSABLE, AsJson, answer, answer_json, remark
from pejl.cli.count_words import in_words
from pejl.cli.opening import opened
from pejl.register.kept import NothingKnown
from pejl.register.small_counts import rounded
from pejl.screening.monitoring import services
from pejl.screening.monitoring.limits import Level
from pejl.screening.monitoring.look import Look, look_data

On = Annotated[
    dt.datetime | None,
    typer.Option("--on", formats=["%Y-%m-%d"], metavar="DATE", help="As of this day; otherwise as of today."),
]
Suspends = Annotated[bool, typer.Option("--suspend/--tell-only", help="Whether a model that fails goes out of use.")]

app = new_app(add_completion=False)


@app.command("monitor")
def monitor(on: On = None, suspends: Suspends = True, as_json: AsJson = False) -> None:
    """Look at the model in use, and take it out of use where it fails; exit code 1 on an alarm or worse.

    It looks at: the log, the age of the data, what was said against what became, groups, those released, how people
    decide, and whether those who come are like those it learned from. To be run every day by the machine's timer.
    """
    with opened(mended=False):
        try:
            found = services.watch(settings.HOME, day=on.date() if on else None, suspends=suspends)
        except NothingKnown as nothing:
            remark(str(nothing))
            raise typer.Exit(UNUSABLE) from nothing
    if found is None:
        remark("No model is in use, so there is nothing to look at. `pejl screening models` lists what there is.")
        raise typer.Exit(NOTHING_FOUND)
    if as_json:
        answer_json(look_data(found))
    else:
        _tell(found)
    if found.level is Level.SUSPEND and suspends:
        remark("The model was taken out of use. Nothing is assessed until an owner signs for a model again.")
    if found.level >= Level.ALARM:
        raise typer.Exit(NOTHING_FOUND)


def _tell(found: Look) -> None:
    answer(f"{found.model} på {danish_day(found.day)}, øjebliksbillede {found.snapshot}: {found.level.danish}")
    assessed, matured = (in_words(rounded(each)) for each in (found.assessed, found.matured))
    answer(f"{assessed} sygeforløb er vurderet, tiden er gået for {matured} af dem.")
    for each in sorted(found.findings, key=lambda finding: -finding.level):
        answer(f"{each.level.danish:<15} {each.sentence}")
