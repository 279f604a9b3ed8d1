"""What happened at a meeting, from the document that stands for it or from an earlier version."""

from __future__ import annotations

from dataclasses import dataclass

from pejl.minutes.document import ContentsEntry, Kind, Minutes, Outcome, SourceLine
from pejl.record.identity import addressed_items, label_of
from pejl.record.models import Attendance, Document, Meeting, Person
from pejl.record.queries.flags import FlagView, document_flags
from pejl.record.queries.pointers import Resolved, pointers_to_meeting


@dataclass(frozen=True)
class AgendaLine:
    """An item as the meeting's list shows it. A closed one has number and title and nothing else."""

    slug: str
    label: str
    title: str
    group: str
    closed: bool
    outcome: Outcome
    votes: int


@dataclass(frozen=True)
class MemberLine:
    """A member's attendance. `person` is None in an earlier version whose spelling is no longer in the record."""

    name: str
    party: str
    role: str
    status: str
    substitute_for: str
    person: Person | None


@dataclass(frozen=True)
class MeetingPage:
    """A meeting as one of its documents tells it. `documents` are all versions, current ones first.

    `contents` is the table of contents as printed, whose titles may differ from the items'. `unread` are the lines that
    no part of the document took, without those that stand among closed items.
    """

    meeting: Meeting
    shown: Document
    documents: tuple[Document, ...]
    lines: tuple[AgendaLine, ...]
    members: tuple[MemberLine, ...]
    contents: tuple[ContentsEntry, ...]
    unread: tuple[SourceLine, ...]
    named_in: tuple[Resolved, ...]
    flags: tuple[FlagView, ...]

    @property
    def decides(self) -> bool:
        """Whether the document shown tells what was decided."""
        return self.shown.kind == Kind.MINUTES

    @property
    def replaced(self) -> bool:
        """Whether a newer version of the same kind stands instead of the one shown."""
        return not self.shown.current


def meeting_at(municipality: str, body: str, slug: str) -> Meeting | None:
    """The meeting at an address, or None."""
    return (
        Meeting.objects.select_related("body__municipality")
        .filter(body__municipality__slug=municipality, body__slug=body, slug=slug)
        .first()
    )


def documents_of(meeting: Meeting) -> list[Document]:
    """All documents of the meeting without their content: the one shown first, then current ones, then newest first."""
    rows = Document.objects.filter(meeting=meeting).defer("content")
    return list(rows.order_by("-shown", "-current", "-kind", "-version"))


def document_named(documents: list[Document], kind: Kind | None = None, version: int | None = None) -> Document | None:
    """The document of that kind and version, or, without them, the one that stands for the meeting."""
    if kind is None:
        return documents[0] if documents else None
    return next((document for document in documents if (document.kind, document.version) == (kind, version)), None)


def meeting_page(meeting: Meeting, documents: list[Document], shown: Document) -> MeetingPage:
    """The meeting as `shown`, one of its `documents`, tells it. Five database queries at most."""
    minutes = Minutes.model_validate(shown.content)
    return MeetingPage(
        meeting=meeting,
        shown=shown,
        documents=tuple(documents),
        lines=tuple(_lines(minutes)),
        members=tuple(_members(meeting, minutes)),
        contents=tuple(minutes.contents),
        unread=tuple(minutes.unread),
        named_in=tuple(pointers_to_meeting(meeting)),
        flags=document_flags(minutes),
    )


def _lines(minutes: Minutes) -> list[AgendaLine]:
    return [
        AgendaLine(
            slug=slug,
            label=label_of(item),
            title=item.title or "",
            group=item.group or "",
            closed=item.closed,
            outcome=Outcome.NONE if item.closed else item.outcome,
            votes=0 if item.closed else len(item.votes),
        )
        for slug, item in addressed_items(minutes)
    ]


def _members(meeting: Meeting, minutes: Minutes) -> list[MemberLine]:
    people = {row.person.name: row for row in Attendance.objects.filter(meeting=meeting).select_related("person")}
    lines = []
    for member in minutes.members:
        row = people.pop(member.name, None)
        lines.append(
            MemberLine(
                name=member.name,
                party=member.party or "",
                role=member.role or "",
                status=row.status if row else member.status,
                substitute_for=member.substitute_for or "",
                person=row.person if row else None,
            )
        )
    lines += [
        MemberLine(row.person.name, row.party, row.role, row.status, "", row.person)
        for row in sorted(people.values(), key=lambda row: row.position)
    ]
    return lines
