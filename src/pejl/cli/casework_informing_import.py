"""`pejl casework informing import`: letters that were sent elsewhere, taken in under pseudonym."""

from __future__ import annotations

import getpass
import hashlib
from pathlib import Path
from typing import Annotated

import typer
from django.conf import settings
from django.utils import timezone

from pejl.cli import django_ready as django_ready

# isort: split
# Django must be ready before what reads its tables is imported.
from pejl.casework.informing import queries, services
from pejl.casework.informing.importing import Read, read_letters, without_known
from pejl.casework.informing.overview import is_topic
from pejl.cli.chapters import new_app
from pejl.cli.console import NOTHING_FOUND, UNUSABLE, AsJson, answer, answer_json, remark
from pejl.cli.given_files import content_of
from pejl.cli.opening import opened
from pejl.cli.register_outcomes import needed_key, said
from pejl.intake.pseudonym import Identifier, Pseudonyms
from pejl.intake.short_list import NoFile
from pejl.register.register import Register

File = Annotated[Path, typer.Argument(metavar="FILE", help="The CSV file with person, sent, and topic or template.")]
By = Annotated[Identifier, typer.Option("--identifier", help="What the file names persons by.")]
Source = Annotated[
    str, typer.Option("--source", metavar="NAME", help="Whose own numbers they are; otherwise the register's source.")
]
About = Annotated[str, typer.Option("--topic", metavar="RULE", help="What the letters are about, if no column says.")]
Name = Annotated[str, typer.Option("--who", metavar="NAME", help="Who takes them in; otherwise who is logged in here.")]

app = new_app(add_completion=False)


@app.command("import")
def import_command(
    file: File,
    identifier: By = Identifier.CPR,
    source: Source = "",
    topic: About = "",
    who: Name = "",
    as_json: AsJson = False,
) -> None:
    """Take in letters that were sent elsewhere: persons become pseudonyms here, and no number is kept.

    A letter that is there already is not recorded again, so a file that was mended can be taken in again. Lines that
    cannot be used are told by their numbers (exit code 1).
    """
    key = needed_key()
    with opened(mended=False), said():
        manifest = Register(settings.HOME).newest().manifest
        if manifest.key != key.fingerprint:
            remark("The register was made with another key. Nothing was taken in.")
            raise typer.Exit(UNUSABLE)
        content = content_of(file)
        pseudonyms = Pseudonyms(key, source or manifest.source)
        read = _read(content, pseudonyms, identifier, topic)
        new = without_known(read.letters, queries.letters())
        via = f"file:{hashlib.sha256(content).hexdigest()[:16]}"
        services.record_letters(new, who=who or getpass.getuser(), via=via)
    _tell(read, len(new), as_json=as_json)
    if read.faults:
        raise typer.Exit(NOTHING_FOUND)


def _read(content: bytes, pseudonyms: Pseudonyms, identifier: Identifier, topic: str) -> Read:
    try:
        return read_letters(content, pseudonyms, identifier, topic=topic, topics=is_topic, today=timezone.localdate())
    except NoFile as trouble:
        remark(str(trouble))
        raise typer.Exit(UNUSABLE) from trouble


def _tell(read: Read, new: int, *, as_json: bool) -> None:
    there = len(read.letters) - new
    if as_json:
        faults = [{"line": fault.line, "sentence": fault.sentence} for fault in read.faults]
        answer_json({"recorded": new, "already_there": there, "faults": faults})
    else:
        answer(f"{new} letters recorded, {there} were there already, {len(read.faults)} lines could not be used.")
        for fault in read.faults:
            remark(f"line {fault.line}: {fault.sentence}")
