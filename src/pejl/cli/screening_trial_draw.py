"""`pejl screening trial draw`: the arm of a sick leave, derived now and nowhere before."""

from __future__ import annotations

import typer
from django.conf import settings
from django.utils import timezone

from pejl.cli import django_ready as django_ready

# isort: split
# Django must be ready before what reads its tables is imported.
from pejl.access.rights import SCREENING_DECIDE, SCREENING_PERSON
from pejl.cli.casework_looks import Who, Why, log_looks, see_may_look
from pejl.cli.chapters import new_app
from pejl.cli.console import NOTHING_FOUND, UNUSABLE, AsJson, answer, answer_json, remark
from pejl.cli.screening_trial_asked import Name, Spell, trial_opened
from pejl.register.register import Register
from pejl.screening.gate.on_disk import NoModel
from pejl.screening.gate.opened import opened
from pejl.screening.model.design import Unfit
from pejl.screening.model.hazard_model import HazardModel
from pejl.screening.queries.standing import objected
from pejl.screening.trial import queries, services
from pejl.screening.trial.out_of_register import candidate_of
from pejl.screening.trial.protocol import Protocol

PAGE = "pejl screening trial draw"

app = new_app(add_completion=False)


@app.command("draw")
def draw_command(trial: Name, spell: Spell, who: Who = "", why: Why = "", as_json: AsJson = False) -> None:
    """Draw the arm of the running sick leave SPELL in TRIAL; drawn before, it has the same arm.

    --who names a user who may assess persons, --why the purpose; the look is written in the log. The trial's frozen
    model puts the person in a risk band, and what it says is told to nobody.
    """
    with trial_opened():
        see_may_look(who, why, SCREENING_PERSON, SCREENING_DECIDE, asked="The command")
        protocol, today = queries.trial_named(trial).protocol, timezone.localdate()
        model = _frozen_model(protocol)
        candidate = candidate_of(
            Register(settings.HOME).newest(), spell, protocol, model, today, objected=objected, shown=queries.shown
        )
        if candidate is None:
            remark(f"No sick leave {spell} with an employer runs now.")
            raise typer.Exit(NOTHING_FOUND)
        log_looks(who, why, SCREENING_PERSON, [candidate.person], PAGE)
        drawn = services.enrol(settings.HOME, trial, candidate, who=who)
    arm = protocol.arm_named(drawn.arm)
    if as_json:
        answer_json({"trial": trial, "spell": spell, "arm": arm.word, "control": arm.control, "day": str(drawn.day)})
    else:
        answer(f"{arm.word}: {arm.danish}")


def _frozen_model(protocol: Protocol) -> HazardModel:
    """The one model of the trial, and no other file that lies in its place."""
    try:
        return opened(settings.HOME, protocol.model.id, protocol.model.hash)
    except (NoModel, Unfit) as trouble:
        remark(str(trouble))
        raise typer.Exit(UNUSABLE) from trouble
