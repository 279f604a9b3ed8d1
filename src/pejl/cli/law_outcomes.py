"""What can go wrong when the law is asked, each as a sentence and an exit code, and the options that say which law."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from pejl.cli.console import UNUSABLE, remark
from pejl.law.law import law
from pejl.law.law_day import LawOnDay
from pejl.law.law_days import Law
from pejl.law.refusals import LawFault, Refusal
from pejl.law.statute import Statute

Name = Annotated[str, typer.Argument(metavar="STATUTE", help="A statute's name; `pejl law` lists them.")]
On = Annotated[dt.datetime, typer.Option("--on", formats=["%Y-%m-%d"], metavar="DATE", help="The day of the law.")]
From = Annotated[dt.datetime, typer.Option("--from", formats=["%Y-%m-%d"], metavar="DATE", help="The earlier day.")]
To = Annotated[dt.datetime, typer.Option("--to", formats=["%Y-%m-%d"], metavar="DATE", help="The later day.")]
Known = Annotated[
    dt.datetime | None,
    typer.Option("--known", formats=["%Y-%m-%d"], metavar="DATE", help="As it was known on this day; otherwise now."),
]
Scenario = Annotated[
    str, typer.Option("--scenario", metavar="NAME", help="Suppose what this scenario supposes, marked as such.")
]
Wanted = Annotated[
    list[str] | None,
    typer.Option("--wanted", metavar="NAME", help="A rule to be answered; can be given several times."),
]


@contextmanager
def said() -> Iterator[None]:
    """End the command with a sentence where the law cannot be asked like that."""
    try:
        yield
    except (LawFault, Refusal) as trouble:
        remark(str(trouble))
        raise typer.Exit(UNUSABLE) from trouble


def the_law() -> Law:
    """The law, or the end of the command where its files contradict each other."""
    with said():
        return law()


def statute_named(name: str) -> Statute:
    """The statute, or the end of the command with the names that there are."""
    with said():
        return the_law().statute(name)


def law_on(day: dt.datetime, known: dt.datetime | None, scenario: str) -> LawOnDay:
    """The law of a day, or the end of the command with the scenarios that there are."""
    with said():
        return the_law().on(day.date(), known=known.date() if known else None, scenario=scenario or None)
