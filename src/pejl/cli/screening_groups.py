"""`pejl screening groups`: how groups fare with a model, and the sensitive attributes that are kept to look for it."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from django.conf import settings

from pejl import when_used
from pejl.cli import django_ready as django_ready

# isort: split
# Django must be ready before what reads its tables is imported.
from pejl.access.queries import NoSuchUser, roles_of, user_named
from pejl.access.rights import SCREENING_MODELS
from pejl.access.roles import allowed
from pejl.calendar.days import danish_day
from pejl.cli.chapters import new_app
from pejl.cli.console import NOTHING_FOUND, UNUSABLE, AsJson, answer, answer_json, remark
from pejl.cli.given_files import content_of
from pejl.cli.register_lines import aligned
from pejl.cli.register_outcomes import needed_key, said
from pejl.cli.screening_model_asked import ModelName, Owner, Reason, found, of_models
from pejl.intake.pseudonym import Identifier, Pseudonyms
from pejl.intake.short_list import NoFile
from pejl.register.register import Register
from pejl.register.small_counts import rounded
from pejl.screening.advice.policy import Policy
from pejl.screening.documents.numbers import told, told_share
from pejl.screening.fairness import services
from pejl.screening.fairness.attributes import attribute_word
from pejl.screening.fairness.importing import read_values
from pejl.screening.fairness.queries import basis_now, held
from pejl.screening.gate.on_disk import OnDisk
from pejl.screening.training.run import Group

if TYPE_CHECKING:
    from pejl.screening.caseload import at_landmarks
    from pejl.screening.fairness import audited
    from pejl.screening.gate import opened
else:
    at_landmarks = when_used.module("pejl.screening.caseload.at_landmarks")
    audited = when_used.module("pejl.screening.fairness.audited")
    opened = when_used.module("pejl.screening.gate.opened")

HEADINGS = (
    "group",
    "spells",
    "flagged",
    "false positive",
    "false negative",
    "observed/expected",
    "released",
    "of them long",
)

About = Annotated[str, typer.Option("--attribute", metavar="WORD", help="A sensitive attribute, as oprindelse.")]
Abouts = Annotated[list[str], typer.Option("--attribute", metavar="WORD", help="An attribute that the law covers.")]
Law = Annotated[str, typer.Argument(metavar="LAW", help="The legal basis: act and section.")]
Until = Annotated[dt.datetime, typer.Option("--until", formats=["%Y-%m-%d"], metavar="DATE", help="The last day.")]
File = Annotated[Path, typer.Argument(metavar="FILE", help="The CSV file with person and value.")]
By = Annotated[Identifier, typer.Option("--identifier", help="What the file names persons by.")]
Source = Annotated[str, typer.Option("--source", metavar="NAME", help="Whose own numbers they are.")]

app = new_app(help="Tell how groups fare with a model.", no_args_is_help=True, add_completion=False)


@app.command("show")
def show(
    model: ModelName = "", attribute: About = "", who: Owner = "", why: Reason = "", as_json: AsJson = False
) -> None:
    """Tell how groups fared with a model at its training, or now by a sensitive attribute.

    With --attribute the model as it is scores the newest snapshot. It takes a user who may sign for models and a
    reason, and is an act. Nothing is told of under five persons.
    """
    with _table():
        meant = found(model)
        groups = _audited(meant, attribute, who, why) if attribute else meant.run.groups
    if as_json:
        answer_json({"model": meant.run.id, "groups": [group.model_dump(mode="json") for group in groups]})
    else:
        for name in dict.fromkeys(group.attribute for group in groups):
            answer(attribute_word(name))
            answer("\n".join(aligned([HEADINGS, *(_row(group) for group in groups if group.attribute == name)])))
            answer()
    if not groups:
        remark("There are no groups to tell of.")
        raise typer.Exit(NOTHING_FOUND)


@app.command("allow")
def allow(law: Law, attribute: Abouts, until: Until, who: Owner, why: Reason) -> None:
    """Write the legal basis on which sensitive attributes may be kept for tests of unequal treatment."""
    with _table():
        services.allow(law, attribute, until=until.date(), who=who, why=why)
    answer(f"Allowed until {until.date()}: {', '.join(attribute)}.")


@app.command("import")
def import_command(
    file: File,
    attribute: About,
    who: Owner,
    why: Reason,
    identifier: By = Identifier.CPR,
    source: Source = "",
    as_json: AsJson = False,
) -> None:
    """Take in a sensitive attribute of persons, who become pseudonyms here, for tests of unequal treatment only."""
    key = needed_key()
    content = content_of(file)
    with _table(), said():
        manifest = Register(settings.HOME).newest().manifest
        if manifest.key != key.fingerprint:
            remark("The register was made with another key. Nothing was taken in.")
            raise typer.Exit(UNUSABLE)
        read = read_values(content, Pseudonyms(key, source or manifest.source), identifier)
        via = f"file:{hashlib.sha256(content).hexdigest()[:16]}"
        kept = services.import_values(read.values, attribute, via=via, who=who, why=why)
    if as_json:
        faults = [{"line": line, "sentence": sentence} for line, sentence in read.faults]
        answer_json({"kept": rounded(kept).as_data(), "faults": faults})
    else:
        answer(f"About {rounded(kept).nearest} persons, {len(read.faults)} lines could not be used.")
        for line, sentence in read.faults:
            remark(f"line {line}: {sentence}")
    if read.faults:
        raise typer.Exit(NOTHING_FOUND)


@app.command("delete")
def delete(as_json: AsJson = False) -> None:
    """Delete what may not be kept any longer, and tell what is allowed and what is left. For a nightly timer."""
    with _table():
        gone, basis, left = services.delete_old(), basis_now(), held()
    if as_json:
        told_left = {name: rounded(many).as_data() for name, many in left.items()}
        until = basis.until.isoformat() if basis else None
        answer_json({"deleted": rounded(gone).as_data(), "until": until, "left": told_left})
        return
    answer(f"Deleted: {rounded(gone).nearest}.")
    answer(f"Allowed by {basis.law} until {basis.until}." if basis else "Nothing is allowed.")
    for name, many in left.items():
        answer(f"{name}: about {rounded(many).nearest} persons")


@app.command("withdraw")
def withdraw(who: Owner, why: Reason) -> None:
    """Withdraw the legal basis, and delete every value."""
    with _table():
        gone = services.withdraw(who=who, why=why)
    answer(f"Withdrawn. About {rounded(gone).nearest} values were deleted.")


@contextmanager
def _table() -> Iterator[None]:
    """The installation opened; what is not allowed ends the command with its sentence."""
    with of_models():
        try:
            yield
        except (services.NotAllowed, NoFile, services.Unsigned) as trouble:
            remark(str(trouble))
            raise typer.Exit(UNUSABLE) from trouble


def _audited(meant: OnDisk, attribute: str, who: str, why: str) -> Sequence[Group]:
    """The groups of a sensitive attribute, for somebody who may ask."""
    _see_may(who)
    with said():
        snapshot = Register(settings.HOME).newest()
        values = services.values_for_test(attribute, model=meant.run.id, who=who, why=why)
        model = opened.opened(settings.HOME, meant.run.id, meant.hashes.model)
        rows = at_landmarks.at_landmarks(snapshot)
    policy = Policy.model_validate(meant.run.policy)
    remark(f"{meant.run.id} on {snapshot.id}, known to {danish_day(snapshot.known)}. Many of these it learnt from.")
    return tuple(audited.audited(rows, model, values, attribute, policy=policy, seed=meant.run.seed))


def _see_may(who: str) -> None:
    try:
        user = user_named(who)
    except NoSuchUser as nobody:
        remark(f"--attribute needs --who with the name of a user. {nobody}")
        raise typer.Exit(UNUSABLE) from nobody
    if not (user.is_active and allowed(roles_of(user), SCREENING_MODELS)):
        remark(f"{who} may not: {SCREENING_MODELS.sentence} `pejl access user role` gives roles.")
        raise typer.Exit(UNUSABLE)


def _row(group: Group) -> tuple[str, ...]:
    return (
        group.danish,
        str(group.spells),
        *map(told_share, (group.flagged, group.false_positive, group.false_negative)),
        told(group.ratio),
        *map(told_share, (group.released, group.released_long)),
    )
