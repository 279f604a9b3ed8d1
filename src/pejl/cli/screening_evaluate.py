"""`pejl screening evaluate`: any file of spells through the same pipeline, beside other models. Needs no database."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pejl import when_used
from pejl.cli.chapters import new_app
from pejl.cli.console import UNUSABLE, AsJson, answer_json, remark
from pejl.cli.progress import told
from pejl.screening.evaluation.wish import MODELS, Unusable, Wish

if TYPE_CHECKING:
    from pejl.cli import screening_evaluate_lines as lines
    from pejl.screening.evaluation import pipeline
else:
    lines = when_used.module("pejl.cli.screening_evaluate_lines")
    pipeline = when_used.module("pejl.screening.evaluation.pipeline")

File = Annotated[Path, typer.Option("--spells", help="A CSV or Parquet file with one spell a line.")]
Time = Annotated[str, typer.Option("--time", help="The column with how long the spell lasted, or was seen to last.")]
Event = Annotated[str, typer.Option("--event", help="The column with whether it ended: 0/1, true/false, or words.")]
Features = Annotated[
    str, typer.Option("--features", help="Columns known at the start, with commas between; all others if left out.")
]
Horizons = Annotated[str, typer.Option("--horizons", help="Times to measure at, as 8,13,26; in the unit of --time.")]
Main = Annotated[float | None, typer.Option("--main-horizon", help="The horizon that matters; the middle one if not.")]
Tau = Annotated[float | None, typer.Option("--tau", help="Up to when C and the integrated Brier score count.")]
Folds = Annotated[int, typer.Option("--folds", min=2, max=50, help="Into how many parts the spells are divided.")]
Seed = Annotated[int, typer.Option("--seed", min=0, max=2**31, help="The same seed gives the same figures.")]
Entry = Annotated[str, typer.Option("--entry", help="The column with when a spell came into view (delayed entry).")]
Same = Annotated[str, typer.Option("--groups", help="The column that is the same for rows of one spell or person.")]
Site = Annotated[str, typer.Option("--hold-out", help="The column of sites: test on each by what the others teach.")]
Asked = Annotated[str, typer.Option("--asked", help='The column with what the person expects: the model "ask first".')]
Censored = Annotated[str, typer.Option("--censored", help="The words of --event that stand for not seen to end.")]
Exits = Annotated[bool, typer.Option("--exits", help="Each other word of --event is an exit of its own.")]
Numbers = Annotated[str, typer.Option("--numbers", help="Features that are numbers, where that is not seen.")]
Words = Annotated[str, typer.Option("--words", help="Features whose values are codes or words.")]
Models = Annotated[str, typer.Option("--models", help="Which models to measure, with commas between.")]
Intervals = Annotated[
    int, typer.Option("--intervals", min=0, max=2000, help="Draw the spells so often for intervals of what is pooled.")
]
Refuse = Annotated[bool, typer.Option("--refuse-leaks", help="Stop where a feature looks as if it was known later.")]

ALL = ",".join(MODELS)

app = new_app(add_completion=False)


@app.command()
def evaluate(
    spells: File,
    time: Time,
    event: Event,
    features: Features = "",
    horizons: Horizons = "",
    main: Main = None,
    tau: Tau = None,
    folds: Folds = 5,
    seed: Seed = 1,
    entry: Entry = "",
    same: Same = "",
    hold_out: Site = "",
    asked: Asked = "",
    censored: Censored = "",
    exits: Exits = False,
    numbers: Numbers = "",
    words: Words = "",
    models: Models = ALL,
    intervals: Intervals = 0,
    refuse_leaks: Refuse = False,
    as_json: AsJson = False,
) -> None:
    """Measure models on any file of spells, beside others.

    Every model says of each spell what it learned from the others alone. Nothing is kept, and no data folder is used.
    """
    try:
        wish = Wish(
            path=spells,
            time=time,
            event=event,
            features=_listed(features),
            horizons=_numbers(horizons),
            main=main,
            tau=tau,
            entry=entry,
            same=same,
            hold_out=hold_out,
            asked=asked,
            censored=_listed(censored),
            exits=exits,
            numbers=_listed(numbers),
            words=_listed(words),
            models=_models(models),
            folds=folds,
            seed=seed,
            intervals=intervals,
            refuse_leaks=refuse_leaks,
        )
        with told("Evaluating") as step:
            found = pipeline.evaluate(wish, step)
    except Unusable as unusable:
        remark(str(unusable))
        raise typer.Exit(UNUSABLE) from unusable
    if as_json:
        answer_json(found.model_dump(mode="json"))
    else:
        lines.tell(found)
    for said in lines.remarks(found):
        remark(said)


def _listed(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.strip() for name in text.split(",") if name.strip()))


def _numbers(text: str) -> tuple[float, ...]:
    try:
        return tuple(float(number) for number in _listed(text))
    except ValueError:
        raise Unusable(f"--horizons are numbers with commas between, as 8,13,26; not {text}.") from None


def _models(text: str) -> tuple[str, ...]:
    names = _listed(text)
    if not names or (strange := [name for name in names if name not in MODELS]):
        raise Unusable(f"--models knows {', '.join(MODELS)}" + (f", and not {', '.join(strange)}." if names else "."))
    return names
