"""Verbs of messages: receivers added and removed, and whatever waits sent, in the order in which it happened."""

from __future__ import annotations

import datetime as dt
import re
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from pejl.acts.services import record_act
from pejl.home.folders import Home
from pejl.home.turn import turn
from pejl.screening.assessments.events import Event
from pejl.screening.webhooks.message import TELLABLE, message_of, wait_after
from pejl.screening.webhooks.models import Receiver
from pejl.screening.webhooks.posting import NotSent, UnusableAddress, checked_address, post
from pejl.screening.webhooks.queries import NoSuchReceiver, last_number, receiver_named, untold
from pejl.screening.webhooks.signing import headers, new_secret
from pejl.screening.webhooks.verbs import Verb

__all__ = ["NoSuchReceiver", "Sent", "UnusableAddress", "UnusableReceiver", "add_receiver", "remove_receiver", "send"]

Post = Callable[[str, bytes, Mapping[str, str]], None]
NAME = re.compile(r"[a-z][a-z0-9-]{1,39}\Z")
AT_ONCE = 500
"""How many messages one receiver gets before the next has its turn."""


class UnusableReceiver(ValueError):
    """A name or an event that a receiver cannot have. `str()` says why."""


@dataclass(frozen=True)
class Sent:
    """What one receiver got in one run, and what was the matter, if anything."""

    name: str
    messages: int
    trouble: str


@transaction.atomic
def add_receiver(name: str, address: str, events: Sequence[Event], *, who: str) -> str:
    """Add a receiver, which is told of what happens from now on; and tell its secret, this once.

    Raises `UnusableReceiver` and `UnusableAddress`.
    """
    if not NAME.match(name):
        raise UnusableReceiver("A receiver's name has 2 to 40 small letters, digits and hyphens, a letter first.")
    if Receiver.objects.filter(name=name).exists():
        raise UnusableReceiver(f"There is, or was, a receiver called {name!r}. Names are not used twice.")
    if refused := [each.value for each in events if each not in TELLABLE]:
        raise UnusableReceiver(f"Nobody is told of {', '.join(refused)}. These can be told: {_tellable()}.")
    if not events:
        raise UnusableReceiver(f"A receiver that wants to know nothing is none. These can be told: {_tellable()}.")
    secret = new_secret()
    wanted = sorted({each.value for each in events})
    Receiver.objects.create(
        name=name,
        address=checked_address(address),
        secret=secret,
        events=wanted,
        told=last_number(),
        made=timezone.now(),
    )
    record_act(Verb.ADDED, f"receiver:{name}", who=who, detail={"address": address.strip(), "events": wanted})
    return secret


@transaction.atomic
def remove_receiver(name: str, *, who: str) -> None:
    """Tell a receiver nothing more. Its secret is emptied; its name stays taken. Raises `NoSuchReceiver`."""
    found = receiver_named(name)
    found.removed, found.secret = timezone.now(), ""
    found.save(update_fields=["removed", "secret"])
    record_act(Verb.REMOVED, f"receiver:{found.name}", who=who)


def send(home: Home, *, at: dt.datetime | None = None, sending: Post = post) -> list[Sent]:
    """Send every receiver what it has not got. One that fails is left alone for a while, and misses nothing.

    One process at a time: two would send the same message twice.
    """
    now = at or timezone.now()
    with turn(home.root / "webhooks.lock"):
        due = [each for each in Receiver.objects.filter(removed=None) if not each.not_before or each.not_before <= now]
        return [_told(each, now, sending) for each in sorted(due, key=lambda each: each.name)]


def _told(receiver: Receiver, now: dt.datetime, sending: Post) -> Sent:
    messages, trouble = 0, ""
    for entry in list(untold(receiver, AT_ONCE)):
        message = message_of(entry)
        try:
            signed = headers(message.id, int(time.time()), message.body, receiver.secret)
            sending(receiver.address, message.body, signed)
        except NotSent as why:
            trouble = str(why)
            break
        messages, receiver.told = messages + 1, entry.number
        receiver.save(update_fields=["told"])
    receiver.failures = receiver.failures + 1 if trouble else 0
    receiver.not_before = now + wait_after(receiver.failures) if trouble else None
    receiver.trouble = trouble[:300]
    receiver.save(update_fields=["failures", "not_before", "trouble"])
    return Sent(receiver.name, messages, trouble)


def _tellable() -> str:
    return ", ".join(each.value for each in TELLABLE)
