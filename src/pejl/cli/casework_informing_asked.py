"""What the commands of `pejl casework informing` ask alike: the topic, the snapshot, and the letters that count."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer
from django.conf import settings
from django.utils import timezone

from pejl.cli import django_ready as django_ready

# isort: split
# Django must be ready before what reads its tables is imported.
from pejl.casework.informing import queries
from pejl.casework.informing.found import Found, found
from pejl.casework.informing.overview import Begun, begun
from pejl.casework.informing.stretches import law_book
from pejl.casework.informing.told import Question, today_of
from pejl.casework.informing.topic import NoTopic, topic_named
from pejl.cli.console import UNUSABLE, remark
from pejl.cli.law_outcomes import said as law_said
from pejl.cli.opening import opened
from pejl.cli.register_outcomes import said
from pejl.register.register import Register
from pejl.register.snapshot import Snapshot

AboutTopic = Annotated[str, typer.Argument(metavar="RULE", help="A rule or a duty of the law, or a group.")]


def answered(topic: str, first: dt.date, on: dt.date | None, within: int, snapshot: str, scenario: str) -> Found:
    """The answer to what was asked, or the end of the command with a sentence."""
    with opened(mended=False), said(), law_said(), _topic_said():
        known = _snapshot(snapshot, on)
        question = Question(
            topic_named(topic, law_book()), first, on or today_of(known, timezone.localdate()), within, scenario
        )
        return found(known, question, queries.letters(str(question.topic)))


def overview() -> list[Begun]:
    """The topics that have texts, as they stand now."""
    with opened(mended=False), said(), law_said(), _topic_said():
        known = _snapshot("", None)
        return list(begun(known, today_of(known, timezone.localdate()), queries.letters()))


def _snapshot(named: str, on: dt.date | None) -> Snapshot:
    register = Register(settings.HOME)
    return register.snapshot(named) if named or on is None else register.as_of(on)


@contextmanager
def _topic_said() -> Iterator[None]:
    try:
        yield
    except NoTopic as refused:
        remark(str(refused))
        raise typer.Exit(UNUSABLE) from refused
