"""What is known of other meetings, as far as checks of references need it: the record tells, or a number of files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from pejl.calendar.clock import parse_time
from pejl.minutes.checks.opened_since import Agenda, announced
from pejl.minutes.document import Item, Kind, Minutes, Outcome
from pejl.minutes.keys import body_key
from pejl.minutes.passages import passages

BEGINNING = 3_000
"""How many characters of an item tell what it is about."""


@dataclass(frozen=True)
class KnownItem:
    """An item of a known meeting. `title` is None where it has none or is closed under a sentence.

    `printed` is false where the number is only counted, so that a reference cannot be held against it. `tell` fetches
    the item itself, which few checks ask for; None where there is nothing to fetch.
    """

    number: int | None
    title: str | None
    closed: bool
    outcome: Outcome = Outcome.NONE
    printed: bool = True
    tell: Callable[[], Item | None] | None = None

    @classmethod
    def of(cls, item: Item) -> KnownItem:
        """What checks need of an item that has been read."""
        return cls(item.number, item.title, item.closed, item.outcome, item.label is not None, lambda: item)

    @cached_property
    def text(self) -> str:
        """The beginning of what the item says, enough to tell what it is about; a closed item says nothing."""
        item = self.tell() if self.tell and not self.closed else None
        return beginning(item) if item else ""


def beginning(item: Item) -> str:
    """The first `BEGINNING` characters of the item's recommendation and text. Nothing of a closed item."""
    if item.closed:
        return ""
    parts: list[str] = [item.recommendation.text] if item.recommendation else []
    length = 0
    for passage in passages(item):
        if length > BEGINNING:
            break
        parts.append(passage.text)
        length += len(passage.text)
    return " ".join(parts)[:BEGINNING]


@dataclass(frozen=True, slots=True)
class KnownMeeting:
    """A meeting whose items are known."""

    body: str
    date: dt.date
    items: tuple[KnownItem, ...]


class Known(Protocol):
    """Meetings that a reference can be held against. Bodies are asked for by `keys.body_key`."""

    def meetings(self, body: str, date: dt.date) -> list[KnownMeeting]:
        """The body's known meetings of that day."""

    def days(self, body: str) -> list[dt.date]:
        """The days of the body's known meetings, in order."""

    def listed_days(self, body: str) -> list[dt.date]:
        """The days of a published list of the body's meetings, in order; empty where no list is known.

        Only a list tells that a body did NOT meet on a day: a meeting that is not known may still be imported.
        """


class KnownFiles:
    """What a number of documents tell of each other."""

    def __init__(self, documents: Iterable[Minutes]) -> None:
        self._meetings: dict[str, list[KnownMeeting]] = {}
        self._agendas: dict[tuple[str, dt.date], list[tuple[str | None, Agenda]]] = {}
        for document in documents:
            if document.body and document.date:
                items = tuple(KnownItem.of(item) for item in document.items)
                meeting = KnownMeeting(document.body, document.date, items)
                self._meetings.setdefault(body_key(document.body), []).append(meeting)
                if document.kind is Kind.AGENDA:
                    agenda = document.time, announced(document.items)
                    self._agendas.setdefault((body_key(document.body), document.date), []).append(agenda)

    def agenda(self, minutes: Minutes) -> Agenda:
        """What the agenda of the same meeting announced; nothing where none of the documents is that.

        A body may meet twice in a day: the agenda states no other time, and of several it is the one that announces
        most of what the minutes treat, the last given where they are equal.
        """
        if minutes.body is None or minutes.date is None:
            return ()
        treated = {each.title for each in announced(minutes.items)}
        near = [
            (len(treated & {each.title for each in items}), place, items)
            for place, (time, items) in enumerate(self._agendas.get((body_key(minutes.body), minutes.date), []))
            if _may_be_one(time, minutes.time)
        ]
        return max(near, key=lambda each: each[:2])[2] if near else ()

    def meetings(self, body: str, date: dt.date) -> list[KnownMeeting]:
        """The documents of that body and day."""
        return [meeting for meeting in self._meetings.get(body, []) if meeting.date == date]

    def days(self, body: str) -> list[dt.date]:
        """The days of the body's documents."""
        return sorted({meeting.date for meeting in self._meetings.get(body, [])})

    def listed_days(self, body: str) -> list[dt.date]:
        """None: files of minutes are no list of meetings."""
        return []


def _may_be_one(one: str | None, other: str | None) -> bool:
    """Whether two start times do not tell two meetings apart."""
    times = {parse_time(one or ""), parse_time(other or "")} - {None}
    return len(times) < 2
