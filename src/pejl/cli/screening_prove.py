"""`pejl screening prove`: whether the model is right where the truth is known, on invented municipalities."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from pejl.cli.chapters import new_app
from pejl.cli.console import NOTHING_FOUND, UNUSABLE, AsJson, answer, answer_json, remark
from pejl.cli.progress import told
from pejl.cli.register_lines import aligned
from pejl.register.simulation.municipality import FEWEST
from pejl.screening.advice.policy import Policy
from pejl.screening.model.design import Unfit
from pejl.screening.training.places import MOST, invented
from pejl.screening.training.proof import Proved, proved
from pejl.screening.training.run import Estimate
from pejl.screening.training.splits import by_time

Persons = Annotated[int, typer.Option("--persons", min=FEWEST, help="Inhabitants of each municipality.")]
Many = Annotated[int, typer.Option("--municipalities", min=2, max=MOST, help="How many municipalities.")]
Seed = Annotated[int, typer.Option("--seed", min=0, max=2**31, help="The same seed gives the same proof.")]

HEADINGS = ("held out", "landmark", "weeks", "spells", "off", "slope", "true/told", "order", "all", "none", "ask first")

app = new_app(add_completion=False)


@app.command()
def prove(persons: Persons = 20_000, municipalities: Many = 3, seed: Seed = 1, as_json: AsJson = False) -> None:
    """Hold the model against the truth of invented municipalities.

    They differ in how fast people get well, by season and by the business cycle. Each is held out once, and then the
    last year. Told are the distance from the true chances, and by how much decisions are worth more than helping all,
    none, or those whom asking first would find. A bound that does not hold is an error (exit code 1).
    """
    with tempfile.TemporaryDirectory(prefix="pejl-prove-") as folder, told("Proving") as step:
        made = invented(persons, municipalities, seed, Path(folder), step)
        split = by_time(made.rows, made.known)
        if split is None:
            remark("There is no year to hold out.")
            raise typer.Exit(UNUSABLE)
        try:
            found = tuple(proved(made.rows, made.truth, split, Policy(), seed))
        except Unfit as trouble:
            remark(f"{trouble} Ask for more inhabitants.")
            raise typer.Exit(UNUSABLE) from trouble
    broken = [sentence for each in found for sentence in each.broken]
    if as_json:
        answer_json({"proofs": [_as_data(each) for each in found], "broken": broken})
    else:
        answer("\n".join(aligned([HEADINGS, *map(_row, found)])))
    for sentence in broken:
        remark(sentence)
    if broken:
        raise typer.Exit(NOTHING_FOUND)


def _row(each: Proved) -> Sequence[str]:
    at = each.against_truth
    numbers = (at.calibration_error, at.slope, at.ratio, each.order)
    gains = (_gain(each.gains[other]) for other in ("all", "none", "ask_first"))
    return (each.split, each.landmark, f"{each.weeks:g}", str(each.spells), *map(_number, numbers), *gains)


def _number(estimate: Estimate) -> str:
    return "-" if estimate.value is None else f"{estimate.value:.3f}"


def _gain(estimate: Estimate) -> str:
    if estimate.value is None or estimate.low is None or estimate.high is None:
        return "-"
    return f"{estimate.value:+.3f} ({estimate.low:+.3f} to {estimate.high:+.3f})"


def _as_data(each: Proved) -> dict[str, object]:
    return {
        "held_out": each.split,
        "landmark": each.landmark,
        "weeks": each.weeks,
        "spells": each.spells,
        "against_truth": each.against_truth.model_dump(mode="json"),
        "order": each.order.model_dump(mode="json"),
        "gains": {other: gain.model_dump(mode="json") for other, gain in each.gains.items()},
    }
