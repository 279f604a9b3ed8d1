"""`pejl register report`: what came of a delivery, shown again."""

from __future__ import annotations

from typing import Annotated

import typer

from pejl.cli.chapters import new_app
from pejl.cli.console import AsJson, answer, answer_json
from pejl.cli.register_lines import report_lines
from pejl.cli.register_outcomes import said
from pejl.home.folders import home
from pejl.register import kept
from pejl.register.places import Places

Delivery = Annotated[
    str,
    typer.Argument(
        metavar="[DELIVERY]", help="A delivery or the beginning of its number, or its snapshot; otherwise the last one."
    ),
]

app = new_app(add_completion=False)


@app.command()
def report(delivery: Delivery = "", as_json: AsJson = False) -> None:
    """Show again what came of a delivery, also of one that was refused."""
    with said():
        found = kept.report_named(Places.of(home()), delivery)
    if as_json:
        answer_json(found.model_dump(mode="json", by_alias=True))
    else:
        answer("\n".join(report_lines(found)))
