"""`pejl screening gate`: a model held against the minimums, and signed for by a named owner."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from django.conf import settings

from pejl.cli import django_ready as django_ready

# isort: split
# Django must be ready before what reads its tables is imported.
from pejl.cli.chapters import new_app
from pejl.cli.console import NOTHING_FOUND, AsJson, answer, answer_json, remark
from pejl.cli.screening_model_asked import ModelName, Owner, Reason, found, of_models
from pejl.screening.gate import services
from pejl.screening.gate.demand import Demand, Outcome, Verdict
from pejl.screening.gate.minimums import minimums_of
from pejl.screening.gate.verdict import verdict

Sign = Annotated[bool, typer.Option("--sign", help="Sign for it, where it passes; needs --who and --why.")]
MARKS = {Outcome.MET: "ok", Outcome.BROKEN: "BROKEN", Outcome.UNTRIED: "not tried"}

app = new_app(add_completion=False)


@app.command("gate")
def gate(model: ModelName = "", sign: Sign = False, who: Owner = "", why: Reason = "", as_json: AsJson = False) -> None:
    """Hold a model against the minimums that were set beforehand, and tell each with its number (exit 1: it fails).

    With --sign a named owner answers for a model that passes, and its documents are written beside it. What is signed
    is these bytes of record and model file; `pejl screening activate` takes no others in use.
    """
    with of_models():
        judged = verdict(found(model).run, minimums_of(settings.HOME))
        if sign and judged.passed:
            services.sign(settings.HOME, judged.run, who=who, why=why)
    if as_json:
        answer_json(_as_data(judged, sign and judged.passed))
    else:
        _tell(judged)
    if not judged.passed:
        remark(f"{judged.run} fails {len(judged.broken)} of {len(judged.demands)} demands. It cannot be signed for.")
        raise typer.Exit(NOTHING_FOUND)
    if sign:
        remark(f"{who} signed for {judged.run}. `pejl screening activate {judged.run}` takes it in use.")


def _tell(judged: Verdict) -> None:
    answer(f"{judged.run}: {'passes' if judged.passed else 'FAILS'}")
    for demand in judged.demands:
        answer(f"  {MARKS[demand.outcome]:9}  {demand.word}: {demand.sentence}")


def _as_data(judged: Verdict, signed: bool) -> dict[str, Any]:
    return {
        "model": judged.run,
        "passed": judged.passed,
        "signed": signed,
        "minimums": judged.minimums,
        "demands": [_demand(each) for each in judged.demands],
    }


def _demand(each: Demand) -> dict[str, Any]:
    return each.model_dump(mode="json")
