"""Where a document goes: to its meeting, as a version of that meeting's minutes or agenda.

The meetings of a body's day are settled anew from all documents of that day, so the outcome does not depend on the
order in which they came, apart from which version is the latest.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from django.db import transaction
from django.db.models import F

from pejl.minutes.document import Kind, Minutes
from pejl.minutes.keys import body_key
from pejl.record.models import Body, Document, Meeting
from pejl.record.names import address_in_day, spaced
from pejl.record.same_meeting import Filing, meetings, treats
from pejl.record.services.known import body_row, municipality_row, settle_body_name
from pejl.record.services.publishing import keep_holding, publish
from pejl.record.services.reading import Reading
from pejl.record.services.showing import show
from pejl.record.services.storable import fitted
from pejl.record.withheld import withheld_in_turn

UNKNOWN_BODY = "Ukendt udvalg"
ASIDE = 1_000_000_000
"""Added to version numbers while they are being settled, so that no two are alike on the way."""


@transaction.atomic
def file_reading(reading: Reading) -> Document:
    """Keep a reading whose file has no document yet, and settle the meetings of its day."""
    receipt, public = reading.receipt, reading.public
    printed = spaced(public.body or "")
    body_name = fitted(Document, "body_name", printed if body_key(printed) else UNKNOWN_BODY)
    body = body_row(municipality_row(reading.municipality), body_name)
    known = body_name == printed and public.date is not None
    here = list(Document.objects.filter(meeting__body=body, meeting__date=public.date)) if known else []
    document = Document(
        sha256=receipt.sha256,
        order=receipt.order,
        received_at=receipt.received_at,
        name=fitted(Document, "name", receipt.name),
        media_type=fitted(Document, "media_type", receipt.media_type),
        family=fitted(Document, "family", public.source.family),
        kind=public.kind.value,
        body_name=body_name,
        content=public.model_dump(mode="json", by_alias=True),
        lines_total=public.source.lines,
        lines_unread=reading.lines_unread,
    )
    _set_aside(here)
    day = _Day(body, public.date, here)
    own_day = str(public.date) if known else _address_of_unknown(public.date, receipt.sha256)
    groups = _groups([*here, document])
    for place, group in enumerate(groups, start=1):
        day.settle(group, address_in_day(own_day, place))
    day.clear()
    keep_holding(reading, body, own_day)
    publish(body, own_day)
    if settle_body_name(body, added=body_name):
        _index_again(body)
    return document


class _Day:
    """The meetings of one body on one day while they are being settled."""

    def __init__(self, body: Body, date: dt.date | None, here: Iterable[Document]) -> None:
        self.body = body
        self.date = date
        self.before = {document.pk: (document.meeting_id, document.shown) for document in here}
        self.free = {meeting_id for meeting_id, _ in self.before.values()}
        for meeting in Meeting.objects.filter(pk__in=self.free):
            meeting.slug = f"flyttes-{meeting.pk}"
            meeting.save(update_fields=["slug"])

    def settle(self, group: Sequence[Document], address: str) -> None:
        """Make the group one meeting: its row, the versions of its documents, and what the pages show."""
        meeting = self._meeting(group)
        meeting.slug = address
        meeting.save()
        _withhold(group)
        latest = {document.kind: document.arrival for document in group}
        shown_kind = Kind.MINUTES if Kind.MINUTES in latest else Kind.AGENDA
        versions: dict[str, int] = {}
        for document in group:
            versions[document.kind] = versions.get(document.kind, 0) + 1
            document.meeting = meeting
            document.version = versions[document.kind]
            document.current = document.arrival == latest[document.kind]
            document.shown = document.current and document.kind == shown_kind
        shown = next(document for document in group if document.shown)
        anew = self.before.get(shown.pk) != (meeting.pk, True)
        if anew:
            shown.indexed_in = ""
        # Each is written once: the rows are large.
        for document in group:
            document.save()
        if anew:
            show(meeting, shown)

    def clear(self) -> None:
        """Remove the meetings that no document belongs to any longer."""
        Meeting.objects.filter(pk__in=self.free, documents=None).delete()

    def _meeting(self, group: Sequence[Document]) -> Meeting:
        """The row of one of the group's documents that no other group has taken, else a new one."""
        for document in group:
            meeting_id, _ = self.before.get(document.pk, (None, False))
            if meeting_id in self.free:
                self.free.discard(meeting_id)
                meeting = Meeting.objects.get(pk=meeting_id)
                meeting.body = self.body
                return meeting
        return Meeting(body=self.body, date=self.date)


def _withhold(group: Sequence[Document]) -> None:
    """Take out of each document what a later version, or the minutes beside an agenda, has closed: what is taken back
    stays in the archive and nowhere else. What counts most is last by kind and arrival, whatever came in when.
    """
    by_weight = sorted(group, key=lambda document: (document.kind == Kind.MINUTES, document.arrival), reverse=True)
    said = [Minutes.model_validate(document.content) for document in by_weight]
    for document, before, left in zip(by_weight, said, withheld_in_turn(said), strict=True):
        if left != before:
            document.content = left.model_dump(mode="json", by_alias=True)


def _set_aside(here: Iterable[Document]) -> None:
    """Free the version numbers and the places on the pages, which no two documents of a meeting may share."""
    Document.objects.filter(pk__in=[document.pk for document in here]).update(version=F("version") + ASIDE, shown=False)


def _groups(documents: Sequence[Document]) -> list[list[Document]]:
    by_arrival = {document.arrival: document for document in documents}
    filings = []
    for document in documents:
        content = Minutes.model_validate(document.content)
        filings.append(Filing(document.arrival, content.time, treats(content)))
    return [[by_arrival[filing.arrival] for filing in group] for group in meetings(filings)]


def _address_of_unknown(date: dt.date | None, sha256: str) -> str:
    """Where the body or the day is unknown, each document is a meeting of its own, known by the file's hash."""
    return f"{date or 'uden-dato'}-{sha256[:8]}"


def _index_again(body: Body) -> None:
    Document.objects.filter(meeting__body=body, shown=True).update(indexed_in="")
