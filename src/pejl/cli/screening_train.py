"""`pejl screening train`: a model from a snapshot of the register, with the record of what it is made of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer
from django.conf import settings

from pejl.cli import django_ready as django_ready

# isort: split
# Django must be ready before what reads its tables is imported.
from pejl.cli.chapters import new_app
from pejl.cli.console import NOTHING_FOUND, UNUSABLE, AsJson, answer, answer_json, remark
from pejl.cli.opening import opened
from pejl.cli.progress import told
from pejl.cli.register_lines import aligned
from pejl.cli.register_outcomes import said
from pejl.register.register import Register
from pejl.screening.advice.policy import BadPolicy
from pejl.screening.features.refusals import Refused
from pejl.screening.queries.questionnaires import answers
from pejl.screening.training.run import Estimate, Measured, TrainingRun
from pejl.screening.training.train import TooFew, train

Seed = Annotated[int, typer.Option("--seed", min=0, max=2**31, help="The same seed and snapshot give the same model.")]
Named = Annotated[str, typer.Option("--snapshot", help="The snapshot, by its id or the beginning of it.")]

HEADINGS = ("held out", "model", "landmark", "weeks", "spells", "still", "AUC", "error", "slope", "O/E", "longest 20")

app = new_app(add_completion=False)


@app.command("train")
def train_model(seed: Seed = 1, snapshot: Named = "", as_json: AsJson = False) -> None:
    """Train a model on the register, measured on what was held out.

    The model and the record of its training are kept in the data folder, under a name of their own. Nothing is in use
    by that: `pejl screening gate` holds it against the minimums, and a named owner signs.
    """
    with opened(), said():
        try:
            with told("Training") as step:
                held = Register(settings.HOME).snapshot(snapshot)
                run = train(settings.HOME, held, seed=seed, progress=step, answers=answers(settings.HOME))
        except (Refused, BadPolicy) as trouble:
            remark(str(trouble))
            raise typer.Exit(UNUSABLE) from trouble
        except TooFew as few:
            remark(str(few))
            raise typer.Exit(NOTHING_FOUND) from few
    if as_json:
        answer_json(run.model_dump(mode="json"))
        return
    _tell(run)


def _tell(run: TrainingRun) -> None:
    sheet = run.data
    answer(f"{run.id}  {sheet.spells} sick leaves, {sheet.first} to {sheet.last}, known on {sheet.known}")
    answer(f"SHA-256 {run.model_hash}")
    answer(f"left out: {', '.join(f'{many} {why}' for why, many in sheet.left_out.items())}")
    answer()
    answer("\n".join(aligned([HEADINGS, *(row for each in run.measured for row in _rows(each))])))
    remark(f"`pejl screening gate {run.id}` holds it against the minimums.")


def _rows(measured: Measured) -> Iterator[tuple[str, ...]]:
    for at in measured.horizons:
        if at.still.value is not None:
            yield (
                measured.split,
                measured.model,
                measured.landmark,
                f"{at.weeks:g}",
                str(measured.spells),
                *(_number(each) for each in (at.still, at.auc, at.calibration_error, at.slope, at.ratio, at.recall20)),
            )


def _number(estimate: Estimate) -> str:
    return "-" if estimate.value is None else f"{estimate.value:.3f}"
