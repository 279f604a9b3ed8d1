"""`pejl screening score`: how many running sick leaves can be scored on a day, and how long it takes. No scores."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer
from django.conf import settings

from pejl.cli import django_ready as django_ready

# isort: split
# Django must be ready before what reads its tables is imported.
from pejl.cli.chapters import new_app
from pejl.cli.console import NOTHING_FOUND, UNUSABLE, AsJson, answer, answer_json, remark
from pejl.cli.opening import opened
from pejl.cli.register_lines import aligned
from pejl.cli.register_outcomes import said
from pejl.register.register import Register
from pejl.register.small_counts import Count
from pejl.screening.advice.policy import BadPolicy, policy_of
from pejl.screening.caseload.open_on import open_on
from pejl.screening.features.refusals import Refused
from pejl.screening.gate.on_disk import NoModel, on_disk
from pejl.screening.gate.opened import opened as model_opened
from pejl.screening.gate.queries import active_model
from pejl.screening.model.design import Unfit
from pejl.screening.model.hazard_model import HazardModel
from pejl.screening.queries.questionnaires import answers
from pejl.screening.training.scored import AtLandmark, Scored, scored

On = Annotated[
    dt.datetime | None, typer.Option("--on", formats=["%Y-%m-%d"], help="The day; the last one known where not named.")
]
Model = Annotated[str, typer.Option("--model", help="A model that is not in use, by its id.")]
HEADINGS = ("landmark", "running", "answered", "without a score")

app = new_app(add_completion=False)


@app.command()
def score(on: On = None, model: Model = "", as_json: AsJson = False) -> None:
    """Count the sick leaves that can be scored on a day, and time it.

    Nobody is named and no chance is told or written: scores are given one at a time, to who has the case, and logged.
    """
    with opened(), said():
        held = Register(settings.HOME).newest()
        day = on.date() if on else held.known
        try:
            used = _model(model)
            rows = open_on(held, day, answers=answers(settings.HOME))
            found = scored(rows, used, policy_of(settings.HOME))
        except (NoModel, Unfit, Refused, BadPolicy) as trouble:
            remark(str(trouble))
            raise typer.Exit(UNUSABLE) from trouble
    if as_json:
        answer_json(_as_data(found, day))
    else:
        rows_told = [(each.landmark, *map(_told, _counts(each))) for each in found.landmarks]
        answer("\n".join(aligned([HEADINGS, *rows_told])))
        answer(f"{_told(found.running)} sick leaves scored in {found.seconds:.2f} s, as they were on {day}")


def _model(name: str) -> HazardModel:
    if name:
        return model_opened(settings.HOME, name, on_disk(settings.HOME, name).hashes.model)
    active = active_model(settings.HOME)
    if active is None:
        remark("No model is in use. --model names one that is not; `pejl screening models` lists them.")
        raise typer.Exit(NOTHING_FOUND)
    return active.model


def _counts(each: AtLandmark) -> tuple[Count, ...]:
    return each.running, each.answered, each.without_score


def _told(count: Count) -> str:
    return str(count.least) if count.exact else f"{count.least}-{count.most}"


def _as_data(found: Scored, day: dt.date) -> dict[str, object]:
    return {
        "day": day.isoformat(),
        "running": found.running.as_data(),
        "seconds": round(found.seconds, 3),
        "landmarks": [
            {
                "landmark": each.landmark,
                "running": each.running.as_data(),
                "answered": each.answered.as_data(),
                "without_score": each.without_score.as_data(),
            }
            for each in found.landmarks
        ],
    }
