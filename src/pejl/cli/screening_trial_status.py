"""`pejl screening trial status`: how trials go, and a status case drafted for the committee."""

from __future__ import annotations

from typing import Annotated

import typer
from django.conf import settings
from django.utils import timezone

from pejl.cli import django_ready as django_ready

# isort: split
# Django must be ready before what reads its tables is imported.
from pejl.cli.chapters import new_app
from pejl.cli.console import NOTHING_FOUND, UNUSABLE, AsJson, answer, answer_json, remark
from pejl.cli.count_words import in_words
from pejl.cli.register_lines import aligned
from pejl.cli.screening_trial_asked import AsKnown, trial_opened
from pejl.register.register import NothingKnown, Register
from pejl.register.snapshot import Snapshot
from pejl.screening.trial import queries
from pejl.screening.trial.analysed import analysed, ends_so_far
from pejl.screening.trial.analysis_told import AnalysisTold, analysis_told
from pejl.screening.trial.looking import ends_for
from pejl.screening.trial.state import Trial
from pejl.screening.trial.status_case import status_case
from pejl.screening.trial.told import Status, status

OneTrial = Annotated[str, typer.Argument(metavar="[TRIAL]", help="The trial; left out, all of them are told of.")]
Case = Annotated[bool, typer.Option("--case", help="Draft a status case for the committee, as Markdown in Danish.")]

app = new_app(add_completion=False)


@app.command("status")
def status_command(trial: OneTrial = "", case: Case = False, snapshot: AsKnown = "", as_json: AsJson = False) -> None:
    """Tell how many were drawn where, which looks were made and what comes next; no effect, and nothing by arm.

    Counts are to the nearest ten, and one to four is told as 1-4. --case drafts a case with a source beside each
    number and marked gaps for what the system cannot know; only when the trial is over and was analysed does it tell
    what was found.
    """
    if case and not trial:
        remark("--case is of one trial: name it.")
        raise typer.Exit(UNUSABLE)
    with trial_opened():
        found = [queries.trial_named(trial)] if trial else queries.trials()
        known = _snapshot(snapshot)
        told = [_status(each, known) for each in found]
        draft = _case(found[0], told[0], known) if case else ""
    if case:
        answer(draft.rstrip("\n"))
    elif as_json:
        answer_json([each.as_data() for each in told])
    else:
        answer("\n\n".join(map(_lines, told)))
    if not told:
        remark("No trial is registered.")
        raise typer.Exit(NOTHING_FOUND)


def _snapshot(named: str) -> Snapshot | None:
    """The register, where there is one: a trial can be told of without."""
    register = Register(settings.HOME)
    if named:
        return register.snapshot(named)
    try:
        return register.newest()
    except NothingKnown:
        return None


def _status(trial: Trial, known: Snapshot | None) -> Status:
    drawn, complaints = queries.drawn_in(trial.name), queries.complaints(trial.name)
    ends = ends_so_far(known, trial, drawn, complaints)[0] if known else None
    over = bool(trial.looks and trial.looks[-1].last)
    return status(
        trial, drawn, len(complaints), ends=ends, next_look=None if over else ends_for(trial, len(trial.looks) + 1)
    )


def _case(trial: Trial, told: Status, known: Snapshot | None) -> str:
    day = timezone.localdate()
    return status_case(told, day, snapshot=known.id if known else "", analysis=_last_analysis(trial))


def _last_analysis(trial: Trial) -> AnalysisTold | None:
    """The analysis of the last look, of the snapshot that it was made of; None before."""
    if not trial.looks or not trial.looks[-1].last:
        return None
    snapshot = Register(settings.HOME).snapshot(trial.looks[-1].snapshot)
    found = analysed(snapshot, trial, queries.drawn_in(trial.name), queries.complaints(trial.name))
    return analysis_told(found.analysis, found.says)


def _lines(told: Status) -> str:
    protocol = told.trial.protocol
    rows = [
        ("protocol", f"version {protocol.version}, SHA-256 {told.trial.versions[-1].sha256}"),
        ("draws", f"{protocol.starts} to {protocol.enrols_until}, followed to {protocol.ends}"),
        ("drawn", f"{in_words(told.drawn)} of {protocol.primary.persons}"),
        *((f"  {site.word}", in_words(site.drawn)) for site in told.sites),
        ("ends", f"{in_words(told.ends) if told.ends else '-'} of {protocol.primary.ends}"),
        ("next look", f"at {told.next_look} ends" if told.next_look else "none: the last was made"),
        *((f"  look {look.number}", f"{look.day} {look.says.value}") for look in told.looks),
        ("complaints", in_words(told.complaints)),
        ("amendments", str(len(told.trial.amendments))),
        *((("stopped", f"{stop.at.date()} {stop.why}"),) if (stop := told.trial.stopped) else ()),
    ]
    return "\n".join([f"{told.trial.name}: {protocol.title}", *aligned(rows)])
