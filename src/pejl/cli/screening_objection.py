"""`pejl screening objection`: a citizen does not want to be assessed, or does again."""

from __future__ import annotations

from typing import Annotated

import typer

from pejl.cli import django_ready as django_ready

# isort: split
# Django must be ready before what reads its tables is imported.
from pejl.cli.casework_looks import Who, Why
from pejl.cli.chapters import new_app
from pejl.cli.console import answer
from pejl.cli.screening_asked import Person, looked_at, of_screening
from pejl.screening.services import standing

PAGE = "pejl screening objection"
Withdraw = Annotated[bool, typer.Option("--withdraw", help="The citizen withdraws the objection.")]
Said = Annotated[str, typer.Option("--reason", metavar="TEXT", help="What the citizen said. No reason is owed.")]

app = new_app(add_completion=False)


@app.command("objection")
def objection_command(
    person: Person, who: Who = "", why: Why = "", reason: Said = "", withdraw: Withdraw = False
) -> None:
    """Write a citizen's objection, or withdraw it: who objects is assessed no more, and what was computed is hidden.

    --who names a user who may decide about persons, --why the purpose; the look is written in the log.
    """
    with of_screening():
        pseudonym = looked_at(person, who, why, PAGE)
        if withdraw:
            standing.withdraw_objection(pseudonym, who=who, why=reason)
        else:
            standing.object(pseudonym, who=who, why=reason)
    answer("The objection is withdrawn." if withdraw else "The objection is written. The citizen is not assessed.")
