"""Who is told of what, how far, and what they are still to be told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from pejl.screening.assessments.entry import Entry
from pejl.screening.models import LogEntry
from pejl.screening.queries.chain import read
from pejl.screening.webhooks.models import Receiver


class NoSuchReceiver(LookupError):
    """A name that no receiver has. `str()` says so."""


@dataclass(frozen=True)
class Listed:
    """A receiver as a list shows it, without its secret. `waiting` is how many messages it is still to get."""

    name: str
    address: str
    events: tuple[str, ...]
    waiting: int
    failures: int
    not_before: dt.datetime | None
    trouble: str


def receiver_named(name: str) -> Receiver:
    """The receiver of that name. Raises `NoSuchReceiver`."""
    found = Receiver.objects.filter(name=name.strip().casefold(), removed=None).first()
    if found is None:
        raise NoSuchReceiver(f"There is no receiver called {name!r}.")
    return found


def receivers() -> list[Listed]:
    """Every receiver there is, by name."""
    return [
        Listed(
            each.name,
            each.address,
            tuple(each.events),
            LogEntry.objects.filter(number__gt=each.told, event__in=each.events).count(),
            each.failures,
            each.not_before,
            each.trouble,
        )
        for each in Receiver.objects.filter(removed=None).order_by("name")
    ]


def last_number() -> int:
    """The number of the log's last entry; 0 where it is empty."""
    return LogEntry.objects.order_by("-number").values_list("number", flat=True).first() or 0


def untold(receiver: Receiver, most: int) -> Iterator[Entry]:
    """The next entries that the receiver is to be told of, in the order of the log."""
    return islice(read(LogEntry.objects.filter(number__gt=receiver.told, event__in=receiver.events)), most)
