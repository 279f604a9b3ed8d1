"""`pejl law duration`: what longer or shorter spells cost the municipality in a year, week by week."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

import typer

from pejl.calendar.days import danish_day
from pejl.casework.duration.duration import BENEFITS, MOST_DAYS, Duration, StepTold, duration, last_year
from pejl.casework.duration.spells import Which
from pejl.casework.duration.told import duration_data
from pejl.casework.duration.weekly import Amounts
from pejl.cli.chapters import new_app
from pejl.cli.console import NOTHING_FOUND, AsJson, answer, answer_json, remark
from pejl.cli.law_lines import supposed_line
from pejl.cli.law_outcomes import Scenario, the_law
from pejl.cli.law_register import kroner, many, register_opened
from pejl.cli.register_lines import aligned
from pejl.law.label import heading

Benefit = StrEnum("Benefit", {name: name for name in BENEFITS})  # type: ignore[misc]

Days = Annotated[
    int, typer.Option("--days", min=-MOST_DAYS, max=MOST_DAYS, help="Days more of each spell; negative: fewer.")
]
Of = Annotated[Benefit, typer.Option("--benefit", help="Whose spells.")]
Year = Annotated[
    int | None, typer.Option("--year", min=2023, max=2100, help="The year; otherwise the last whole one that is known.")
]
On = Annotated[
    dt.datetime | None,
    typer.Option("--on", formats=["%Y-%m-%d"], metavar="DATE", help="The day of the law; otherwise the year's last."),
]
From = Annotated[Amounts, typer.Option("--amounts", help="A week by the highest amount of the law, or as it was paid.")]
Spells = Annotated[Which, typer.Option("--spells", help="Those that ended in the year, or ran on its last day.")]

HEADINGS = ("uge", "kommunens andel", "forløb", "uger", "kommunens udgift")

app = new_app(add_completion=False)


@app.command("duration")
def duration_command(
    days: Days,
    benefit: Of,
    year: Year = None,
    on: On = None,
    amounts: From = Amounts.LAW,
    which: Spells = Which.ENDED,
    scenario: Scenario = "",
    as_json: AsJson = False,
) -> None:
    """Tell what it costs the municipality a year that every spell lasts so many days more, by week of the spell.

    Beside it stands what a committee was told for 14 days, where it was told anything. Counts are to the nearest ten,
    kroner to the nearest 10,000, and all that is supposed is listed.
    """
    with register_opened() as register:
        snapshot = register.newest()
        chosen = year or last_year(snapshot)
        law = the_law().on(on.date() if on else dt.date(chosen, 12, 31), scenario=scenario or None)
        found = duration(snapshot, law, benefit.value, days, chosen, amounts, which)
    if as_json:
        answer_json(duration_data(found))
    else:
        answer("\n".join(_lines(found)))
    if found.municipality is None:
        remark("There are fewer than five such spells: nothing is told of them.")
        raise typer.Exit(NOTHING_FOUND)


def _lines(found: Duration) -> Iterator[str]:
    yield f"{heading(found.benefit)} i {found.year}: {found.days:+d} dage for hvert forløb"
    yield f"Loven {danish_day(found.law.day)}, øjebliksbillede {found.snapshot}"
    if found.scenario:
        yield supposed_line(found.scenario)
    yield f"Forløb: {many(found.spells)}."
    if found.municipality is not None:
        yield f"Kommunens udgift: {kroner(found.municipality)} af {kroner(found.gross)}"
    if found.published:
        told = found.published
        yield f"Til sammenligning: {kroner(told.kroner)} i {told.municipality} ({told.source})."
    if found.steps:
        yield from ("", *aligned([HEADINGS, *map(_step, found.steps)]))
    yield from ("", "Antaget")
    yield from (f"  {each}" for each in found.assumptions)


def _step(step: StepTold) -> tuple[str, ...]:
    weeks = f"fra {step.first}" if step.last is None else f"{step.first}-{step.last}"
    return (weeks, f"{step.percent:.0f} pct.", many(step.spells), many(step.weeks), kroner(step.municipality))
