"""Whether the screening is stopped, and whether a citizen objects, as the log has it."""

from __future__ import annotations

from collections.abc import Iterable

from pejl.screening.assessments.case import Objection, Stop
from pejl.screening.assessments.entry import Entry
from pejl.screening.assessments.events import Event

STOPS = (Event.STOPPET, Event.STARTET)
OBJECTIONS = (Event.INDSIGELSE, Event.INDSIGELSE_TRUKKET)


def stop_in(entries: Iterable[Entry]) -> Stop | None:
    """The stop that holds; None where the screening runs."""
    last = _last(entries, STOPS)
    return Stop(last.who, last.at, last.detail["why"]) if last and last.event is Event.STOPPET else None


def objection_in(entries: Iterable[Entry]) -> Objection | None:
    """The objection of the person whose entries these are; None where there is none that holds."""
    last = _last(entries, OBJECTIONS)
    return Objection(last.who, last.at, last.detail["why"]) if last and last.event is Event.INDSIGELSE else None


def _last(entries: Iterable[Entry], among: tuple[Event, ...]) -> Entry | None:
    found = None
    for entry in entries:
        if entry.event in among:
            found = entry
    return found
