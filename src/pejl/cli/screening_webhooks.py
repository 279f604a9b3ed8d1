"""`pejl screening webhooks`: case systems that are told when something happened."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Annotated, Any

import typer
from django.conf import settings
from django.utils import timezone

from pejl.cli import django_ready as django_ready

# isort: split
# Django must be ready before what reads its tables is imported.
from pejl.cli.access_users import Who, who_does_this
from pejl.cli.chapters import new_app
from pejl.cli.console import NOTHING_FOUND, UNUSABLE, AsJson, answer, answer_json, remark
from pejl.cli.opening import opened
from pejl.screening.assessments.events import Event
from pejl.screening.webhooks import services
from pejl.screening.webhooks.message import TELLABLE
from pejl.screening.webhooks.queries import Listed, receivers

app = new_app(
    help="Tell case systems that something happened.",
    no_args_is_help=True,
    add_completion=False,
)

Name = Annotated[str, typer.Argument(metavar="NAME", help="What the receiver is called, as fagsystem-fjordby.")]
Address = Annotated[str, typer.Argument(metavar="ADDRESS", help="Where messages are sent: https://…")]
Of = Annotated[
    list[str], typer.Option("--event", help="What it is told of; may be given several times. Otherwise all there is.")
]
Every = Annotated[int, typer.Option("--every", min=0, help="Go on, looking every so many seconds; 0: once.")]


@app.command("add")
def add(name: Name, address: Address, event: Of = [], who: Who = "") -> None:  # noqa: B006 - typer's way
    """Add a receiver and print the secret that its messages are signed with, once. It is told of nothing earlier."""
    told: list[str] = []

    def added() -> None:
        events = [_event(each) for each in event] or list(TELLABLE)
        told.append(services.add_receiver(name, address, events, who=who_does_this(who)))

    _done(added)
    answer(told[0])
    remark("This is the only time that it is told. Messages are signed as Standard Webhooks has it.")


@app.command("list")
def list_receivers(as_json: AsJson = False) -> None:
    """List the receivers: what each is told of, what it has not got yet, and what the matter is."""
    with opened():
        found = receivers()
    if as_json:
        answer_json([_as_data(each) for each in found])
        return
    for each in found:
        trouble = f"  {each.failures} failures, next try {_when(each)}: {each.trouble}" if each.failures else ""
        answer(f"{each.name}  {each.address}  {each.waiting} waiting  {', '.join(each.events)}{trouble}")
    if not found:
        remark("Nobody is told. `pejl screening webhooks add NAME ADDRESS` adds a receiver.")
        raise typer.Exit(NOTHING_FOUND)


@app.command("remove")
def remove(name: Name, who: Who = "") -> None:
    """Tell a receiver nothing more."""
    _done(lambda: services.remove_receiver(name, who=who_does_this(who)))
    answer(f"{name} is told nothing more.")


@app.command("send")
def send(every: Every = 0) -> None:
    """Send what waits, in the order in which it happened. One that fails is tried again later, and misses nothing."""
    with opened():
        while True:
            for sent in services.send(settings.HOME):
                if sent.messages or sent.trouble:
                    answer(f"{sent.name}: {sent.messages} sent{f'; {sent.trouble}' if sent.trouble else ''}")
            if not every:
                return
            time.sleep(every)


def _event(word: str) -> Event:
    try:
        return Event(word.strip())
    except ValueError:
        known = ", ".join(each.value for each in TELLABLE)
        raise services.UnusableReceiver(f"There is no event {word!r}. These can be told: {known}.") from None


def _done(change: Callable[[], object]) -> None:
    with opened():
        try:
            change()
        except services.NoSuchReceiver as nobody:
            remark(str(nobody))
            raise typer.Exit(NOTHING_FOUND) from nobody
        except (services.UnusableReceiver, services.UnusableAddress) as unusable:
            remark(f"{unusable} Nothing was changed.")
            raise typer.Exit(UNUSABLE) from unusable


def _when(receiver: Listed) -> str:
    return timezone.localtime(receiver.not_before).isoformat(timespec="minutes") if receiver.not_before else "now"


def _as_data(receiver: Listed) -> dict[str, Any]:
    return {
        "name": receiver.name,
        "address": receiver.address,
        "events": list(receiver.events),
        "waiting": receiver.waiting,
        "failures": receiver.failures,
        "not_before": receiver.not_before.isoformat() if receiver.not_before else None,
        "trouble": receiver.trouble,
    }
