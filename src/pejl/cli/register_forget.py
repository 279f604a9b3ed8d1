"""`pejl register forget`: a person, or all that is old, removed from every snapshot."""

from __future__ import annotations

import datetime as dt
import getpass
import sys
from typing import TYPE_CHECKING, Annotated

import typer
from django.conf import settings

from pejl import when_used
from pejl.cli import django_ready as django_ready

# isort: split
# Django must be ready before what reads its tables is imported.
from pejl.cli.chapters import new_app
from pejl.cli.console import NOTHING_FOUND, UNUSABLE, AsJson, answer, answer_json, remark
from pejl.cli.opening import opened
from pejl.cli.register_outcomes import needed_key, said
from pejl.intake.key import Key
from pejl.intake.pseudonym import PSEUDONYM, Identifier, Pseudonyms
from pejl.register import services

if TYPE_CHECKING:
    from pejl.screening.services import forgetting
else:
    forgetting = when_used.module("pejl.screening.services.forgetting")

Person = Annotated[
    str,
    typer.Option(
        "--person", metavar="P", help="The person's pseudonym; or - to be asked for it, or for the CPR number."
    ),
]
Before = Annotated[
    dt.datetime | None,
    typer.Option("--before", formats=["%Y-%m-%d"], metavar="DATE", help="All that was over before this day."),
]
Who = Annotated[str, typer.Option("--who", help="The name of whoever decides it.")]
Why = Annotated[str, typer.Option("--why", help="The reason. It is kept: name nobody in it.")]

app = new_app(add_completion=False)


@app.command()
def forget(who: Who, why: Why, person: Person = "", before: Before = None, as_json: AsJson = False) -> None:
    """Remove a person, or all that was over before a day, from every snapshot and its quarantined rows.

    A person goes from what screening keeps too. It cannot be undone. An act says that it was done, when, by whom and
    why, and does not say whose rows they were.
    Copies in backups stay until these are deleted.
    """
    if bool(person) == bool(before):
        remark("Name either --person or --before.")
        raise typer.Exit(UNUSABLE)
    key = needed_key() if person else None
    pseudonym = _pseudonym(person, key) if key else ""
    emptied = 0
    with opened(), said():
        try:
            if key:
                forgot = services.forget_person(settings.HOME, pseudonym, key, who=who, why=why)
                emptied = forgetting.forget(pseudonym, who=who, why=why).entries
            else:
                assert before  # noqa: S101 - one of the two is there
                forgot = services.forget_before(settings.HOME, before.date(), who=who, why=why)
        except (services.Unsigned, services.OtherKey) as trouble:
            remark(f"{trouble} Nothing was changed.")
            raise typer.Exit(UNUSABLE) from trouble
    if as_json:
        told = {"rows": dict(forgot.rows), "snapshots": forgot.snapshots, "act": forgot.number}
        answer_json({**told, "screening_entries": emptied} if key else told)
    elif forgot.rows:
        answer(f"Removed from {forgot.snapshots} snapshots, act {forgot.number}:")
        for table, rows in forgot.rows.items():
            answer(f"  {table}: {rows}")
    if emptied and not as_json:
        answer(f"Emptied in the log of screening: {emptied} entries.")
    if not (forgot.rows or emptied):
        remark("The register holds nothing of the kind. Nothing was changed.")
        raise typer.Exit(NOTHING_FOUND)


def _pseudonym(written: str, key: Key) -> str:
    """The pseudonym that is meant. A CPR number is asked for, never typed among the words: the shell keeps those."""
    asked = written == "-"
    if asked:
        written = getpass.getpass("CPR number or pseudonym: ") if sys.stdin.isatty() else sys.stdin.readline().strip()
    if PSEUDONYM.match(written):
        return written
    found = Pseudonyms(key, "").one(written, Identifier.CPR) if asked else ""
    if not PSEUDONYM.match(found):
        remark(
            "That is no pseudonym (p and 26 letters and digits)."
            + (" It is no CPR number either." if asked else " With --person - the CPR number is asked for.")
        )
        raise typer.Exit(UNUSABLE)
    return found
