"""The log read: its entries, whether it is whole, and all of it for a supervisor."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from typing import Any

from django.db.models import QuerySet

from pejl.screening.assessments.entry import Entry
from pejl.screening.assessments.events import Event
from pejl.screening.assessments.sealing import Said, Sealed, as_written
from pejl.screening.assessments.verifying import Anchor, Verified, verified
from pejl.screening.models import LogEnd, LogEntry

_READ = ("number", "at", "event", "who", "person", "spell", "about", "detail")
_SEALED = (*_READ, "salt", "said_hash", "previous", "hash")
_AT_A_TIME = 2000


def entries(
    *,
    person: str = "",
    spells: Collection[str] | None = None,
    about: str = "",
    events: Collection[Event] = (),
    since: dt.datetime | None = None,
    until: dt.datetime | None = None,
) -> Iterator[Entry]:
    """The entries in the order in which they were written: of a person, of sick leaves, about an assessment, of some
    kinds, from one moment and before another, as asked."""
    found = LogEntry.objects.all()
    if person:
        found = found.filter(person=person)
    if spells is not None:
        found = found.filter(spell__in=spells)
    if about:
        found = found.filter(about=about)
    if events:
        found = found.filter(event__in=[event.value for event in events])
    if since:
        found = found.filter(at__gte=since)
    if until:
        found = found.filter(at__lt=until)
    return read(found)


def read(found: QuerySet[LogEntry]) -> Iterator[Entry]:
    """Rows of the log as entries, in their order."""
    for number, at, event, *rest in found.order_by("number").values_list(*_READ).iterator(_AT_A_TIME):
        yield Entry(number, at, Event(event), *rest)


def verify(anchor: Anchor | None = None) -> Verified:
    """Whether the log is as it was written; against an anchor that was kept elsewhere, where there is one."""
    end = LogEnd.objects.first()
    return verified(_sealed(), written=end.number if end else 0, sealed=end.hash if end else "", anchor=anchor)


def end() -> Anchor | None:
    """Where the log ends now, to be kept elsewhere; None where it is empty."""
    last = LogEntry.objects.order_by("-number").values_list("number", "hash").first()
    return Anchor(*last) if last else None


def persons() -> int:
    """How many persons the log tells of."""
    return LogEntry.objects.exclude(person="").values("person").distinct().count()


def exported() -> Iterator[dict[str, Any]]:
    """Every entry with what it takes to verify it without this program, for a supervisor."""
    for entry in _sealed():
        yield {
            "number": entry.number,
            "at": as_written(entry.at),
            "event": entry.event,
            "who": entry.who,
            "person": entry.said.person,
            "spell": entry.said.spell,
            "about": entry.said.about,
            "detail": entry.said.detail,
            "salt": entry.said.salt,
            "said_hash": entry.said_hash,
            "previous": entry.previous,
            "hash": entry.hash,
        }


def _sealed() -> Iterator[Sealed]:
    rows = LogEntry.objects.order_by("number").values_list(*_SEALED).iterator(_AT_A_TIME)
    for number, at, event, who, person, spell, about, detail, salt, said_hash, previous, sealed in rows:
        yield Sealed(number, at, event, who, Said(person, spell, about, detail, salt), said_hash, previous, sealed)
