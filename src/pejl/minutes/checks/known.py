"""What is known of other meetings, as far as checks of references need it: the record tells, or a number of files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from pejl.minutes.document import Minutes
from pejl.minutes.keys import body_key


@dataclass(frozen=True, slots=True)
class KnownItem:
    """An item of a known meeting. `title` is None where it has none or is closed under a sentence."""

    number: int | None
    title: str | None
    closed: bool


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
        for document in documents:
            if document.body and document.date:
                items = tuple(KnownItem(item.number, item.title, item.closed) for item in document.items)
                meeting = KnownMeeting(document.body, document.date, items)
                self._meetings.setdefault(body_key(document.body), []).append(meeting)

    def meetings(self, body: str, date: dt.date) -> list[KnownMeeting]:
        """The documents of that body and day."""
        return [meeting for meeting in self._meetings.get(body, []) if meeting.date == date]

    def days(self, body: str) -> list[dt.date]:
        """The days of the body's documents."""
        return sorted({meeting.date for meeting in self._meetings.get(body, [])})

    def listed_days(self, body: str) -> list[dt.date]:
        """None: files of minutes are no list of meetings."""
        return []
