"""`pejl screening trial verify`: every draw derived again from the seed, which can be opened when nobody is drawn any
more."""

from __future__ import annotations

from typing import Annotated

import typer
from django.conf import settings

from pejl.cli import django_ready as django_ready

# isort: split
# Django must be ready before what reads its tables is imported.
from pejl.cli.access_users import Who, who_does_this
from pejl.cli.chapters import new_app
from pejl.cli.console import NOTHING_FOUND, AsJson, answer, answer_json, remark
from pejl.cli.screening_trial_asked import Name, Reason, trial_opened
from pejl.screening.trial import queries, services
from pejl.screening.trial.seed import kept_seed
from pejl.screening.trial.verifying import verified

Open = Annotated[bool, typer.Option("--open", help="Tell the seed too, as an act: then nobody can be drawn any more.")]

app = new_app(add_completion=False)


@app.command("verify")
def verify_command(trial: Name, open_: Open = False, who: Who = "", why: Reason = "", as_json: AsJson = False) -> None:
    """Derive every draw of TRIAL again and hold it against what was drawn; the seed against what was registered.

    Before the seed is opened, only whether all is right is told. Opened, everybody can derive the list anew: how is
    told in the documentation.
    """
    with trial_opened():
        known = queries.trial_named(trial)
        if open_:
            known = services.open_seed(settings.HOME, trial, who=who_does_this(who), why=why)
        seed = known.seed or kept_seed(settings.HOME, trial, known.commitment)
        found = verified(seed, known.commitment, known.protocol, queries.drawn_in(trial))
    opened = known.seed.hex() if known.seed else None
    wrong = list(found.wrong) if opened else [f"{len(found.wrong)} wrong"] * bool(found.wrong)
    if as_json:
        answer_json(
            {"trial": trial, "commitment": known.commitment, "seed": opened, "right": not found.wrong, "wrong": wrong}
        )
    else:
        answer(f"{trial}: {'all draws are right' if not found.wrong else 'something is wrong'}.")
        if opened:
            answer(f"seed {opened}, SHA-256 {known.commitment}")
    if found.wrong:
        remark(" ".join(wrong))
        raise typer.Exit(NOTHING_FOUND)
