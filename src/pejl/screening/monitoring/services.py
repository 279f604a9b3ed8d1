"""Verbs of monitoring: a model that fails taken out of use; incidents opened, told to the authority, closed."""

from __future__ import annotations

import datetime as dt
import secrets
from typing import TYPE_CHECKING

from django.utils import timezone

from pejl.acts.services import Unsigned, record_act
from pejl.calendar.written_words import one_line
from pejl.home.folders import Home
from pejl.screening.gate.services import suspend
from pejl.screening.gate.verbs import Cause
from pejl.screening.monitoring.incidents import Gravity, Incident
from pejl.screening.monitoring.limits import Level
from pejl.screening.monitoring.queries import SUBJECT, all_incidents, look_at_model
from pejl.screening.monitoring.verbs import Verb

if TYPE_CHECKING:
    from pejl.screening.monitoring.look import Look

__all__ = ["NoIncident", "Unsigned", "close_incident", "open_incident", "report_incident", "watch"]


WATCH = "Overvågningen"
"""Whose name stands under what monitoring does by itself."""


def watch(home: Home, *, day: dt.date | None = None, suspends: bool = True) -> Look | None:
    """Look at the model in use, and take it out of use where a finding says so; None where none is in use.

    Raises `NothingKnown` where the register knows nothing. Nobody needs to be at work for it: that is the point.
    """
    found = look_at_model(home, day=day)
    if found is not None and suspends and found.level is Level.SUSPEND:
        suspend(home, who=WATCH, why=found.reasons, cause=Cause.MONITORING)
    return found


class NoIncident(ValueError):
    """An incident that is not there, is closed, or lacks what it needs. `str()` says what, in Danish."""


def open_incident(gravity: Gravity, what: str, *, known: dt.date, who: str) -> str:
    """Record a serious incident that somebody came to know of on the day `known`, and return its id."""
    if known > timezone.localdate():
        raise NoIncident("En hændelse kan ikke være kendt fra en dag, der ikke er kommet.")
    if not what.strip():
        raise NoIncident("Skriv med få ord, hvad der er sket.")
    incident = f"{SUBJECT}{known.isoformat()}-{secrets.token_hex(3)}"
    detail = {"gravity": gravity.value, "known": known.isoformat()}
    record_act(Verb.OPENED, incident, who=who, why=one_line(what), detail=detail)
    return incident


def report_incident(incident: str, told: str, *, day: dt.date, who: str) -> None:
    """Record that the authority was told: `told` says which authority and what. Raises `NoIncident`."""
    found = _open(incident)
    if not found.known <= day <= timezone.localdate():
        raise NoIncident("Myndigheden kan være underrettet fra den dag, hændelsen blev kendt, og til i dag.")
    record_act(Verb.REPORTED, incident, who=who, why=one_line(told), detail={"day": day.isoformat()})


def close_incident(incident: str, done: str, *, who: str) -> None:
    """Record what was done, and that nothing more is to be done. Raises `NoIncident` before the authority was told."""
    found = _open(incident)
    if found.reported is None:
        raise NoIncident("Hændelsen kan ikke lukkes, før det er skrevet, at myndigheden er underrettet.")
    record_act(Verb.CLOSED, incident, who=who, why=one_line(done))


def _open(incident: str) -> Incident:
    found = next((each for each in all_incidents() if each.id == incident), None)
    if found is None:
        raise NoIncident("Der er ingen hændelse med det nummer.")
    if found.closed:
        raise NoIncident("Hændelsen er lukket. Åbn en ny, hvis den er sket igen.")
    return found
