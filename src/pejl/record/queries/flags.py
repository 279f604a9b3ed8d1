"""What of an item, or of a meeting as a whole, somebody should look at, as the pages and the API show it."""

from __future__ import annotations

from dataclasses import dataclass

from pejl.minutes.checks.flag import Flag
from pejl.minutes.checks.run import check_document, check_item
from pejl.minutes.document import Minutes
from pejl.record.models import Meeting
from pejl.record.queries.agendas import agenda_beside
from pejl.record.queries.known_meetings import KnownMeetings, named_by


@dataclass(frozen=True)
class FlagView:
    """Something to look at, with the place of the page that it rests on; `anchor` is empty where there is none."""

    flag: Flag
    anchor: str


def flags_of(minutes: Minutes, place: int, meeting: Meeting) -> list[Flag]:
    """The flags of the item at `place`, from 1, held against what the record knows of its meeting and of others.

    Nothing of a closed item.
    """
    item = minutes.items[place - 1]
    if item.closed:
        return []
    known = KnownMeetings(meeting.body.municipality_id, named_by(minutes, [item]))
    return check_item(minutes, place, known, agenda_beside(minutes, meeting.pk))


def document_flags(minutes: Minutes) -> tuple[FlagView, ...]:
    """The flags of the document as a whole: its head, its numbers, its contents. They have no place of their own."""
    return tuple(FlagView(flag, "") for flag in check_document(minutes))
