"""What the commands of `pejl casework` ask alike: the day and the scenario, the judged table, and counts as words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer
from django.conf import settings

from pejl.cli import django_ready as django_ready

# isort: split
# Django must be ready before what reads its tables is imported.
from pejl.casework.duty_book import DutyBook, duty_book
from pejl.casework.judged import judged
from pejl.casework.queries import marks
from pejl.casework.timeliness.counting import Time
from pejl.casework.worklists.asked import Scope
from pejl.casework.worklists.opened import Opened
from pejl.casework.worklists.opened import opened as opened_table
from pejl.cli.console import UNUSABLE, remark
from pejl.cli.opening import opened
from pejl.cli.register_outcomes import said
from pejl.law.refusals import LawFault, Refusal
from pejl.register.small_counts import Count

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
Team = Annotated[str, typer.Option("--team", metavar="NAME", help="Only this team's rows.")]


@contextmanager
def judged_table(on: dt.datetime | None, scenario: str) -> Iterator[tuple[Opened, DutyBook]]:
    """The deadlines as they stand on the day, with the marks that people made, and the duties they speak of.

    Where the register knew nothing then, or the law cannot be applied, the command ends with a sentence.
    """
    with opened(mended=False), said(), _law_said():
        found = judged(settings.HOME, on.date() if on else None, scenario=scenario)
        book = duty_book()
        with opened_table(found, marks(), Scope(everything=True), book.words) as table:
            yield table, book


def time_of(first: dt.datetime | None, day: dt.date) -> Time:
    """The last days that are counted: a year up to the judged day, or from a later first day."""
    year = Time.year_up_to(day)
    if first is None:
        return year
    if not year.first <= first.date() <= day:
        remark(f"--from must lie from {year.first} to {day}: a table of deadlines goes a year back.")
        raise typer.Exit(UNUSABLE)
    return Time(first.date(), day)


def in_words(count: Count) -> str:
    """A count as it may be told: "12", or "1-4" where it is hidden because it is small."""
    return str(count.least) if count.exact else f"{count.least}-{count.most}"


def in_percent(share: float | None) -> str:
    """A share: "71.4"; "" where there is none."""
    return "" if share is None else f"{100 * share:.1f}"


def as_data(count: Count) -> dict[str, int]:
    """A count for other programs: equal, the two are the count."""
    return {"least": count.least, "most": count.most}


@contextmanager
def _law_said() -> Iterator[None]:
    try:
        yield
    except (LawFault, Refusal) as refused:
        remark(str(refused))
        raise typer.Exit(UNUSABLE) from refused
