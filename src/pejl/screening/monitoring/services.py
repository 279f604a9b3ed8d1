"""Verbs of incidents: opened, told to the authority, closed. Each is one act; none is changed afterwards."""

from __future__ import annotations

import datetime as dt
import secrets

from django.utils import timezone

from pejl.acts.services import Unsigned, record_act
from pejl.calendar.stray_numbers import without_numbers
from pejl.screening.monitoring.incidents import Gravity, Incident
from pejl.screening.monitoring.queries import SUBJECT, all_incidents
from pejl.screening.monitoring.verbs import Verb

__all__ = ["NoIncident", "Unsigned", "close_incident", "open_incident", "report_incident"]


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
    record_act(Verb.OPENED, incident, who=who, why=without_numbers(what), detail=detail)
    return incident


def report_incident(incident: str, told: str, *, day: dt.date, who: str) -> None:
    """Record that the authority was told: `told` says which authority and what. Raises `NoIncident`."""
    found = _open(incident)
    if not found.known <= day <= timezone.localdate():
        raise NoIncident("Myndigheden kan være underrettet fra den dag, hændelsen blev kendt, og til i dag.")
    record_act(Verb.REPORTED, incident, who=who, why=without_numbers(told), detail={"day": day.isoformat()})


def close_incident(incident: str, done: str, *, who: str) -> None:
    """Record what was done, and that nothing more is to be done. Raises `NoIncident` before the authority was told."""
    found = _open(incident)
    if found.reported is None:
        raise NoIncident("Hændelsen kan ikke lukkes, før det er skrevet, at myndigheden er underrettet.")
    record_act(Verb.CLOSED, incident, who=who, why=without_numbers(done))


def _open(incident: str) -> Incident:
    found = next((each for each in all_incidents() if each.id == incident), None)
    if found is None:
        raise NoIncident("Der er ingen hændelse med det nummer.")
    if found.closed:
        raise NoIncident("Hændelsen er lukket. Åbn en ny, hvis den er sket igen.")
    return found
