"""`pejl screening card`: a model's card, made from the record of its training."""

from __future__ import annotations

from typing import Annotated

import typer
from django.conf import settings

from pejl.cli import django_ready as django_ready

# isort: split
# Django must be ready before what reads its tables is imported.
from pejl.cli.chapters import new_app
from pejl.cli.console import answer
from pejl.cli.screening_model_asked import ModelName, found, of_models
from pejl.screening.documents.card import model_card
from pejl.screening.documents.html import as_file
from pejl.screening.documents.markdown import as_markdown
from pejl.screening.gate.minimums import minimums_of
from pejl.screening.gate.queries import run_before
from pejl.screening.gate.verdict import verdict

AsHtml = Annotated[bool, typer.Option("--html", help="Print an HTML page with the plots instead of Markdown.")]

app = new_app(add_completion=False)


@app.command("card")
def card(model: ModelName = "", html: AsHtml = False) -> None:
    """Print a model's card, in Danish: what it is for, how good it is, for whom, and what it cannot."""
    with of_models():
        run = found(model).run
        judged, before = verdict(run, minimums_of(settings.HOME)), run_before(settings.HOME, run.id)
    made = model_card(run, before=before, verdict=judged)
    answer((as_file(made) if html else as_markdown(made)).rstrip())
