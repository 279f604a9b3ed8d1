"""`pejl register load`: a delivery taken in, and what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from django.conf import settings

from pejl.cli import django_ready as django_ready

# isort: split
# Django must be ready before what reads its tables is imported.
from pejl.cli.chapters import new_app
from pejl.cli.console import UNUSABLE, AsJson, answer, answer_json, remark
from pejl.cli.opening import opened
from pejl.cli.progress import Steps, told
from pejl.cli.register_lines import report_lines
from pejl.cli.register_outcomes import needed_key, said
from pejl.register import services
from pejl.register.loading import NotLoaded
from pejl.register.report import Outcome

Delivery = Annotated[Path, typer.Argument(metavar="PATH", help="The folder or zip that holds the delivery.toml.")]

STEP = 5
"""How many hundredths of the bytes lie between two lines of progress."""

app = new_app(add_completion=False)


@app.command()
def load(path: Delivery, as_json: AsJson = False) -> None:
    """Take in a delivery: check every row, make a snapshot of it, and tell what came of it.

    A row that breaks a rule goes to quarantine, where it can be exported, mended and loaded again. A delivery that
    cannot be used changes nothing. The same delivery twice is loaded once.
    """
    key = needed_key()
    with opened(), said(), told("Reading") as step:
        try:
            report = services.load_delivery(path, settings.HOME, key, _Hundredths(step))
        except NotLoaded as trouble:
            remark(str(trouble))
            raise typer.Exit(UNUSABLE) from trouble
    if as_json:
        answer_json(report.model_dump(mode="json", by_alias=True))
    else:
        answer("\n".join(report_lines(report)))
    if report.outcome is Outcome.REFUSED:
        raise typer.Exit(UNUSABLE)


class _Hundredths:
    """Tells of bytes in hundredths, and not of every one."""

    def __init__(self, step: Steps) -> None:
        self._step = step
        self._last = ("", -STEP)

    def __call__(self, file: str, done: int, total: int) -> None:
        hundredths = 100 * done // total if total else 100
        name, last = self._last
        if file != name or hundredths >= last + STEP:
            self._last = (file, hundredths)
            self._step(hundredths, 100, file)
