"""What a receiver is told: that something happened, to which sick leave; never what was advised or what was said.

Whoever may see more asks the API with a token, for a purpose, and that look stands in the log.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass

from pejl.screening.assessments.entry import Entry
from pejl.screening.assessments.events import Event

TELLABLE: Sequence[Event] = (
    Event.VURDERET,
    Event.EGEN,
    Event.FULGT,
    Event.FRAVEGET,
    Event.SLUPPET,
    Event.GENTJEK,
    Event.SPURGT,
    Event.SVARET,
    Event.INDSIGELSE,
    Event.INDSIGELSE_TRUKKET,
    Event.RETTET,
    Event.STOPPET,
    Event.STARTET,
    Event.AKTIVERET,
    Event.SUSPENDERET,
)
"""What may be told. Whether an advice was shown or withheld is not: it would tell the arm of a trial."""

RETRIES = (60, 300, 1800, 7200, 21600, 43200)
"""Seconds until the next try after the first, second … failure; the last is kept to."""


@dataclass(frozen=True)
class Message:
    """One message: `id` is the same for every try."""

    id: str
    body: bytes


def message_of(entry: Entry) -> Message:
    """The message that an entry gives. One that was emptied by law tells only that it is there."""
    data = {"entry": entry.number, "assessment": entry.about, "person": entry.person, "spell": entry.spell}
    told = {
        "type": f"screening.{entry.event.value}",
        "timestamp": entry.at.astimezone(dt.UTC).isoformat(timespec="seconds"),
        "data": {name: value for name, value in data.items() if value},
    }
    return Message(f"pejl-screening-{entry.number}", json.dumps(told, ensure_ascii=False).encode())


def wait_after(failures: int) -> dt.timedelta:
    """How long to wait after so many failures in a row."""
    return dt.timedelta(seconds=RETRIES[min(failures, len(RETRIES)) - 1])
