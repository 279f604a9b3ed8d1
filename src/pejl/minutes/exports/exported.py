"""What an export of a case system tells, in one shape for all systems, before it is laid out and read.

An adapter turns one system's file into these shapes and decides nothing else: which text is the decision, what it means
and what a table holds is read afterwards by the same pieces that read printed minutes. What the export does not say is
None or empty. Initials, log-in names, mail addresses and server paths have no place here, so they can go no further.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from pejl.minutes.document import Kind, Role, Status


@dataclass(frozen=True, slots=True)
class ExportedPerson:
    """A member. `status` is None where the export does not say whether the person came."""

    name: str
    party: str | None = None
    role: str | None = None
    status: Status | None = None
    substitute_for: str | None = None


@dataclass(frozen=True, slots=True)
class ExportedField:
    """A text of an item. `role` is what the export itself says that the text is; its label may tell it otherwise.

    `lines` are lines as a text file of minutes has them. A field without lines says that the export has the field and
    that nothing stands in it.
    """

    label: str | None
    lines: tuple[str, ...]
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """An attachment."""

    title: str
    number: str | None = None
    open: bool = True


@dataclass(frozen=True, slots=True)
class ExportedStop:
    """A treatment on the case's way through bodies, past or to come."""

    body: str
    date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class ExportedParticipant:
    """Someone who takes part in an item without being a member."""

    name: str
    title: str | None = None


@dataclass(frozen=True, slots=True)
class ExportedItem:
    """An item of the agenda.

    `title` is the one that may be published, None where the export has none; `inner_title` is one that may not.
    `label` is the number as the export has it. `pages` is the item's text as its printed pages hold it, where the
    export has no fields. `unread` are sentences about what of the item could not be read.
    """

    label: str | None
    title: str | None
    open: bool
    inner_title: str | None = None
    case_number: str | None = None
    kind: str | None = None
    group: str | None = None
    fields: tuple[ExportedField, ...] = ()
    pages: tuple[str, ...] = ()
    files: tuple[ExportedFile, ...] = ()
    absent: tuple[ExportedPerson, ...] = ()
    route: tuple[ExportedStop, ...] = ()
    participants: tuple[ExportedParticipant, ...] = ()
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExportedMeeting:
    """A meeting's agenda or minutes. `system` names the format.

    `takes_back` is the kind of document of which what came with the export says that it is published no longer.
    """

    system: str
    items: tuple[ExportedItem, ...]
    kind: Kind | None = None
    body: str | None = None
    term: str | None = None
    date: dt.date | None = None
    time: str | None = None
    end_time: str | None = None
    place: str | None = None
    people: tuple[ExportedPerson, ...] = ()
    others: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    takes_back: Kind | None = None


@dataclass(frozen=True, slots=True)
class ListedDay:
    """One line of a list of meetings: a body, a day, and the list's own word for the meeting."""

    body: str
    date: dt.date
    title: str = ""


@dataclass(frozen=True, slots=True)
class MeetingList:
    """Meetings that a system says there are, without anything that was said at them."""

    system: str
    meetings: tuple[ListedDay, ...]


@dataclass(frozen=True, slots=True)
class PublicationNotice:
    """Word from a system that a document is published, or no longer is. `kind` None means all of the meeting.

    `file` is the name of the file that the notice speaks of, empty where it names none.
    """

    system: str
    published: bool
    body: str | None = None
    date: dt.date | None = None
    kind: Kind | None = None
    file: str = ""

    @property
    def names_meeting(self) -> bool:
        """Whether it tells which meeting it is about."""
        return self.body is not None and self.date is not None


Export = ExportedMeeting | MeetingList | PublicationNotice
