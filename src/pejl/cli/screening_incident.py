"""`pejl screening incident`: serious incidents recorded, told to the authority in time, and closed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Annotated

import typer
from django.utils import timezone

from pejl.cli import django_ready as django_ready

# isort: split
# Django must be ready before what reads its tables is imported.
from pejl.cli.chapters import new_app
from pejl.cli.console import NOTHING_FOUND, UNUSABLE, AsJson, answer, answer_json, remark
from pejl.cli.opening import opened
from pejl.screening.monitoring import services
from pejl.screening.monitoring.incidents import NOT_CONFIRMED, Gravity, Incident
from pejl.screening.monitoring.queries import all_incidents

app = new_app(help="Serious incidents, and who was told by when.", no_args_is_help=True, add_completion=False)

Id = Annotated[str, typer.Argument(metavar="INCIDENT", help="The incident's number, as `list` has it.")]
What = Annotated[str, typer.Argument(metavar="WHAT", help="In a few words; name nobody.")]
How = Annotated[Gravity, typer.Option("--gravity", help="What kind it is: it decides by when it must be told.")]
Day = Annotated[
    dt.datetime | None, typer.Option("--day", formats=["%Y-%m-%d"], metavar="DATE", help="The day; otherwise today.")
]
Named = Annotated[str, typer.Option("--who", metavar="NAME", help="The name of whoever does it.")]


@app.command("open")
def open_command(what: What, who: Named, gravity: How = Gravity.ALVORLIG, day: Day = None) -> None:
    """Record an incident that somebody came to know of, and say by when the authority must be told."""
    made: list[str] = []
    _done(lambda: made.append(services.open_incident(gravity, what, known=_day(day), who=who)))
    with opened(mended=False):
        found = next(each for each in all_incidents() if each.id == made[0])
    answer(f"{found.id}: to be told by {found.due.isoformat()}.")
    remark(NOT_CONFIRMED)


@app.command("report")
def report_command(incident: Id, what: What, who: Named, day: Day = None) -> None:
    """Record that the authority was told: which one, and what."""
    _done(lambda: services.report_incident(incident, what, day=_day(day), who=who))
    answer(f"{incident} is recorded as told.")


@app.command("close")
def close_command(incident: Id, what: What, who: Named) -> None:
    """Record what was done, and that nothing more is to be done."""
    _done(lambda: services.close_incident(incident, what, who=who))
    answer(f"{incident} is closed.")


@app.command("list")
def list_command(as_json: AsJson = False) -> None:
    """List the incidents, those that are overdue first."""
    with opened(mended=False):
        found, today = all_incidents(), timezone.localdate()
    ordered = sorted(found, key=lambda each: (not each.overdue(today), each.closed is not None, each.due))
    if as_json:
        answer_json([_as_data(each, today) for each in ordered])
        return
    for each in ordered:
        answer(f"{each.id}  {each.gravity.value}  {_state(each, today)}  {each.what}")
    if not found:
        remark("No incident is recorded.")
        raise typer.Exit(NOTHING_FOUND)


def _done(change: Callable[[], object]) -> None:
    with opened(mended=False):
        try:
            change()
        except (services.NoIncident, services.Unsigned) as trouble:
            remark(f"{trouble} Nothing was changed.")
            raise typer.Exit(UNUSABLE) from trouble


def _day(given: dt.datetime | None) -> dt.date:
    return given.date() if given else timezone.localdate()


def _state(incident: Incident, today: dt.date) -> str:
    if incident.closed:
        return f"closed {incident.closed.isoformat()}"
    if incident.reported:
        return f"told {incident.reported.isoformat()}"
    return f"{'OVERDUE since' if incident.overdue(today) else 'to be told by'} {incident.due.isoformat()}"


def _as_data(incident: Incident, today: dt.date) -> dict[str, object]:
    return {
        "id": incident.id,
        "gravity": incident.gravity.value,
        "known": incident.known.isoformat(),
        "due": incident.due.isoformat(),
        "overdue": incident.overdue(today),
        "reported": incident.reported.isoformat() if incident.reported else None,
        "closed": incident.closed.isoformat() if incident.closed else None,
        "what": incident.what,
    }
