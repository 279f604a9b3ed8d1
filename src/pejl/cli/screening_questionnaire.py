"""`pejl screening ask`: a link by which a citizen answers the questions, told once."""

from __future__ import annotations

from typing import Annotated

import typer
from django.conf import settings
from django.urls import reverse

from pejl.cli import django_ready as django_ready

# isort: split
# Django must be ready before what reads its tables is imported.
from pejl.cli.casework_looks import Who, Why
from pejl.cli.chapters import new_app
from pejl.cli.console import NOTHING_FOUND, AsJson, answer, answer_json, remark
from pejl.cli.register_outcomes import said
from pejl.cli.screening_asked import Person, looked_at, of_screening
from pejl.screening.queries.cases import case_of
from pejl.screening.queries.questionnaires import asked_by
from pejl.screening.questionnaire.language import Language
from pejl.screening.services import questionnaires

PAGE = "pejl screening ask"
In = Annotated[Language, typer.Option("--language", help="The language in which the page opens.")]
Days = Annotated[int, typer.Option("--days", min=1, max=60, help="So many days the link works.")]

app = new_app(add_completion=False)


@app.command("ask")
def ask_command(
    person: Person,
    who: Who = "",
    why: Why = "",
    language: In = Language.DANISH,
    days: Days = 14,
    as_json: AsJson = False,
) -> None:
    """Make a link by which a citizen answers questions about the sick leave, once and in time, and print it once.

    Earlier links of the sick leave can no longer be used. --who names a user who may decide about persons, --why the
    purpose; the look is written in the log.
    """
    with of_screening(), said():
        pseudonym = looked_at(person, who, why, PAGE)
        leave = case_of(settings.HOME, pseudonym).sick_leave
        if leave is None:
            remark("No sick leave with an employer runs for that person.")
            raise typer.Exit(NOTHING_FOUND)
        token = questionnaires.send(pseudonym, leave.spell, who=who, language=language, days=days)
        link = asked_by(token)
    address = settings.BASE_ADDRESS + reverse("screening-questions", args=[token])
    if as_json:
        answer_json({"link": address, "spell": leave.spell, "expires": link.expires.isoformat() if link else None})
        return
    answer(address)
    if not settings.BASE_ADDRESS:
        remark("PEJL_BASE_ADDRESS is not set: put the site's own address before it.")
