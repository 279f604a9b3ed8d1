"""`pejl screening trial register`: a protocol, whole and hashed, before the first draw."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from django.conf import settings

from pejl.cli import django_ready as django_ready

# isort: split
# Django must be ready before what reads its tables is imported.
from pejl.cli.access_users import Who, who_does_this
from pejl.cli.chapters import new_app
from pejl.cli.console import UNUSABLE, AsJson, answer, answer_json, remark
from pejl.cli.screening_trial_asked import Reason, trial_opened
from pejl.screening.trial import services
from pejl.screening.trial.example import example

File = Annotated[
    Path | None,
    typer.Argument(metavar="FILE", help="The protocol as TOML; left out, an example is printed."),
]

app = new_app(add_completion=False)


@app.command("register")
def register_command(file: File = None, who: Who = "", why: Reason = "", as_json: AsJson = False) -> None:
    """Register the protocol in FILE as an act with its SHA-256; without it nobody can be drawn.

    The same trial again with the next version changes it. After the first draw that takes a reason, arms and strata
    stay as they are, and the analysis tells of the change. Without FILE, a protocol to begin with is printed.
    """
    if file is None:
        answer(example())
        return
    try:
        written = file.read_bytes()
    except OSError as trouble:
        remark(f"Cannot read {file}: {trouble.strerror}.")
        raise typer.Exit(UNUSABLE) from trouble
    with trial_opened():
        version = services.register(settings.HOME, written, who=who_does_this(who), why=why)
    protocol = version.protocol
    if as_json:
        told = {"trial": protocol.name, "version": protocol.version, "sha256": version.sha256, "amends": version.amends}
        answer_json({**told, "changed": list(version.changed)})
        return
    answer(f"{protocol.name}, version {protocol.version}: registered with SHA-256 {version.sha256}")
    if version.amends:
        remark("Somebody has been drawn already: the analysis will tell of this change.")
