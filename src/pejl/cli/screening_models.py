"""`pejl screening models`: all models, each as far as it has come, and which one is in use."""

from __future__ import annotations

from typing import Any

import typer
from django.conf import settings

from pejl.cli import django_ready as django_ready

# isort: split
# Django must be ready before what reads its tables is imported.
from pejl.cli.chapters import new_app
from pejl.cli.console import NOTHING_FOUND, AsJson, answer, answer_json, remark
from pejl.cli.register_lines import aligned
from pejl.cli.screening_model_asked import of_models
from pejl.screening.gate.queries import models, standing
from pejl.screening.gate.state import Listed, Step

HEADINGS = ("model", "state", "trained", "spells", "signed by")

app = new_app(add_completion=False)


@app.command("models")
def list_models(as_json: AsJson = False) -> None:
    """List the models with their state: trained, passes or fails, signed, in use, suspended."""
    with of_models():
        listed, now = models(settings.HOME), standing(settings.HOME)
    if as_json:
        answer_json({"models": [_as_data(each) for each in listed], "in_use": _in_use(now.whole, listed)})
        return
    if not listed:
        remark("There is no model. `pejl screening train` makes one.")
        raise typer.Exit(NOTHING_FOUND)
    answer("\n".join(aligned([HEADINGS, *map(_row, listed)])))
    answer()
    answer(now.sentence)
    for each in listed:
        if each.sentence and each.step is not Step.ACTIVE:
            answer(f"{each.name}: {each.sentence}")


def _row(each: Listed) -> tuple[str, ...]:
    run = each.run
    made = f"{run.made:%Y-%m-%d %H:%M}" if run else "-"
    spells = str(run.data.spells) if run else "-"
    return (each.name, each.step.value, made, spells, each.signature.who if each.signature else "-")


def _as_data(each: Listed) -> dict[str, Any]:
    return {
        "id": each.name,
        "state": each.step.value,
        "sentence": each.sentence,
        "made": each.run.made.isoformat() if each.run else None,
        "model_hash": each.run.model_hash if each.run else None,
        "snapshot": each.run.data.snapshot if each.run else None,
        "spells": each.run.data.spells if each.run else None,
        "passed": each.verdict.passed if each.verdict else None,
        "broken": [demand.word for demand in each.verdict.broken] if each.verdict else None,
        "signed_by": each.signature.who if each.signature else None,
        "signed_at": each.signature.at.isoformat() if each.signature else None,
    }


def _in_use(whole: bool, listed: list[Listed]) -> str | None:
    return next((each.name for each in listed if each.step is Step.ACTIVE), None) if whole else None
