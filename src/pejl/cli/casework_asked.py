"""What the commands of `pejl casework` ask alike: the day and the scenario, the judged table, and counts as words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer
from django.conf import settings

from pejl.cli import django_ready as django_ready

# isort: split
# Django must be ready before what reads its tables is imported.
from pejl.casework.duty_book import DutyBook, duty_book
from pejl.casework.judged import judged
from pejl.casework.queries import marks
from pejl.casework.timeliness import judging
from pejl.casework.timeliness.counting import Time
from pejl.casework.worklists.asked import Scope
from pejl.casework.worklists.opened import Opened
from pejl.casework.worklists.opened import opened as opened_table
from pejl.cli.console import UNUSABLE, remark
from pejl.cli.count_words import in_words as in_words
from pejl.cli.law_outcomes import said as law_said
from pejl.cli.opening import opened
from pejl.cli.register_outcomes import said
from pejl.register.register import Register

if TYPE_CHECKING:
    import ibis

On = Annotated[
    dt.datetime | None,
    typer.Option(
        "--on", formats=["%Y-%m-%d"], metavar="DATE", help="The judged day; otherwise the last that is known."
    ),
]
Scenario = Annotated[
    str,
    typer.Option(
        "--scenario", metavar="NAME", help="Take for law what this scenario supposes where none is confirmed."
    ),
]
First = Annotated[
    dt.datetime | None,
    typer.Option(
        "--from", formats=["%Y-%m-%d"], metavar="DATE", help="The earliest last day that counts; otherwise a year back."
    ),
]
AsKnown = Annotated[
    str,
    typer.Option("--snapshot", metavar="NAME", help="As this snapshot knows it; otherwise as was known on the day."),
]
Team = Annotated[str, typer.Option("--team", metavar="NAME", help="Only this team's rows.")]


@contextmanager
def judged_table(on: dt.datetime | None, scenario: str) -> Iterator[tuple[Opened, DutyBook]]:
    """The deadlines as they stand on the day, with the marks that people made, and the duties they speak of.

    Where the register knew nothing then, or the law cannot be applied, the command ends with a sentence.
    """
    with opened(mended=False), said(), law_said():
        found = judged(settings.HOME, on.date() if on else None, scenario=scenario)
        book = duty_book()
        with opened_table(found, marks(), Scope(everything=True), book.words) as table:
            yield table, book


@contextmanager
def rows_of_time(
    on: dt.datetime | None, first: dt.datetime | None, snapshot: str, scenario: str
) -> Iterator[tuple[ibis.Table, DutyBook, Time]]:
    """The deadlines whose last days are counted, and the time that is: a year up to the judged day unless `first` says.

    The table that lies ready serves where it holds them; an earlier time, or another snapshot, is judged anew.
    """
    day = on.date() if on else None
    if not snapshot and (first is None or (day and Time.year_up_to(day).first <= first.date())):
        with judged_table(on, scenario) as (table, book):
            yield table.rows, book, _time(first, table.judged.day)
        return
    with opened(mended=False), said(), law_said():
        known = (
            Register(settings.HOME).snapshot(snapshot) if snapshot or not day else Register(settings.HOME).as_of(day)
        )
        time = _time(first, day or known.known)
        yield judging.judged_since(known, time.last, time.first, marks(), scenario), duty_book(), time


def _time(first: dt.datetime | None, day: dt.date) -> Time:
    if first is None:
        return Time.year_up_to(day)
    if first.date() > day:
        remark(f"--from must not lie after {day}.")
        raise typer.Exit(UNUSABLE)
    return Time(first.date(), day)


def in_percent(share: float | None) -> str:
    """A share: "71.4"; "" where there is none."""
    return "" if share is None else f"{100 * share:.1f}"


def in_percents(least: float | None, most: float | None) -> str:
    """An interval of shares: "65.0-77.2"; "" where there is none."""
    return "" if least is None else f"{in_percent(least)}-{in_percent(most)}"
