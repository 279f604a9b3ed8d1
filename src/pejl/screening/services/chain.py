"""Writing the log: one entry at a time, each chained to the one before, in whichever database."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from django.utils import timezone

from pejl.acts.services import Unsigned
from pejl.calendar.written_words import one_line
from pejl.screening.assessments.events import Event
from pejl.screening.assessments.sealing import NOTHING_BEFORE, Said, chained
from pejl.screening.canonical import canonical
from pejl.screening.models import LogEnd, LogEntry

__all__ = ["Unsigned", "append", "held"]

_THE_END = 1


@contextmanager
def held() -> Iterator[None]:
    """Nobody else writes an entry until the block is done: what it reads of the log stays true while it writes."""
    with transaction.atomic():
        _end()
        yield


@transaction.atomic
def append(
    event: Event,
    *,
    who: str,
    detail: Mapping[str, Any],
    person: str = "",
    spell: str = "",
    about: str = "",
) -> LogEntry:
    """Add an entry. It counts when the transaction that this is part of does. Raises `Unsigned` without a name.

    The end of the log is held until then: SQLite has one writer anyhow, PostgreSQL waits for the row.
    """
    name = one_line(who, longest=200)
    if not name:
        raise Unsigned("An entry of the log needs the name of whoever does it.")
    end = _end()
    said = Said(person, spell, about, canonical(dict(detail)), secrets.token_hex(16))
    number, at, said_hash = end.number + 1, timezone.now(), said.hash
    entry = LogEntry(
        number=number,
        at=at,
        event=event.value,
        who=name,
        person=person,
        spell=spell,
        about=about,
        detail=said.detail,
        salt=said.salt,
        said_hash=said_hash,
        previous=end.hash,
        hash=chained(number, at, event.value, name, said_hash, end.hash),
    )
    entry.save()
    end.number, end.hash = entry.number, entry.hash
    end.save(update_fields=["number", "hash"])
    return entry


def _end() -> LogEnd:
    """Where the log ends, held until the transaction is done."""
    LogEnd.objects.get_or_create(pk=_THE_END, defaults={"hash": NOTHING_BEFORE})
    return LogEnd.objects.select_for_update().get(pk=_THE_END)
