"""Where a document goes: to its meeting, as a version of that meeting's minutes or agenda.

The meetings of a body's day are settled anew from all documents of that day, so the outcome does not depend on the
order in which they came, apart from which version is the latest. Withdrawn documents are settled with the others, so
that neither a meeting's address nor a version's number goes over to another.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from django.db import transaction
from django.db.models import F

from pejl.calendar.personal_numbers import masked_name
from pejl.minutes.document import Kind, Minutes
from pejl.minutes.keys import body_key
from pejl.record.models import Body, Document, Meeting, Withdrawn
from pejl.record.names import address_in_day, spaced
from pejl.record.same_meeting import meetings
from pejl.record.services.known import body_row, municipality_row, settle_body_name
from pejl.record.services.publishing import keep_holding, publish
from pejl.record.services.reading import Reading
from pejl.record.services.showing import forget, mentioned, show
from pejl.record.services.storable import fitted
from pejl.record.services.withdrawals import (
    filing_of,
    marks_of_stands,
    standing_withdrawal,
    stands_of_withdrawn,
    withdrawn_row,
)
from pejl.record.withheld import withheld_in_turn

UNKNOWN_BODY = "Ukendt udvalg"
ASIDE = 1_000_000_000
"""Added to version numbers while they are being settled, so that no two are alike on the way."""


@transaction.atomic
def file_reading(reading: Reading) -> Document | Withdrawn:
    """Keep a reading whose file has no row yet, and settle the meetings of its day.

    Of a document that an act has withdrawn only that is kept, and where it was.
    """
    receipt, public = reading.receipt, reading.public
    printed = spaced(public.body or "")
    body_name = fitted(Document, "body_name", printed if body_key(printed) else UNKNOWN_BODY)
    body = body_row(municipality_row(reading.municipality), body_name)
    known = body_name == printed and public.date is not None
    own_day = str(public.date) if known else _address_of_unknown(public.date, receipt.sha256)
    here = _of_day(body, public.date) if known else []
    withdrawal = standing_withdrawal(receipt, public, reading.municipality)
    new: Document | Withdrawn
    if withdrawal:
        new = withdrawn_row(receipt.arrival, body, public.date, public, withdrawal, own_day)
    else:
        new = _document(reading, body_name)
    _settle(body, public.date, own_day, [*here, new])
    keep_holding(reading, body, own_day)
    publish(body, own_day)
    if isinstance(new, Document) and settle_body_name(body, added=body_name):
        _index_again(body)
    return new


@transaction.atomic
def file_withdrawn(row: Withdrawn) -> Withdrawn:
    """Keep the row of a withdrawn document whose file can no longer be read, and settle the meetings of its day."""
    known = row.date is not None and row.slug.startswith(str(row.date)) and row.slug[-8:] != row.sha256[:8]
    own_day = str(row.date) if known else row.slug
    _settle(row.body, row.date, own_day, [*(_of_day(row.body, row.date) if known else []), row])
    publish(row.body, own_day)
    return row


@transaction.atomic
def settle_again(body: Body, own_day: str, date: dt.date | None) -> None:
    """Settle the meetings of a day from which documents were withdrawn. `own_day` is the day as in its addresses."""
    if own_day == str(date):
        left = _of_day(body, date)
    else:
        left = [row for row in _of_day(body, date) if row.sha256[:8] == own_day[-8:]]
    _settle(body, date, own_day, left)
    publish(body, own_day)
    if Document.objects.filter(meeting__body=body).exists() and settle_body_name(body):
        _index_again(body)


def day_of(document: Document) -> str:
    """The day that a document belongs to, as in its addresses: an address of its own where body or day is unknown."""
    meeting = document.meeting
    own = _address_of_unknown(meeting.date, document.sha256)
    return own if meeting.slug == own else str(meeting.date)


def _document(reading: Reading, body_name: str) -> Document:
    receipt, public = reading.receipt, reading.public
    return Document(
        sha256=receipt.sha256,
        order=receipt.order,
        received_at=receipt.received_at,
        name=fitted(Document, "name", masked_name(receipt.name)),
        media_type=fitted(Document, "media_type", receipt.media_type),
        family=fitted(Document, "family", public.source.family),
        kind=public.kind.value,
        body_name=body_name,
        content=public.model_dump(mode="json", by_alias=True),
        lines_total=public.source.lines,
        lines_unread=reading.lines_unread,
    )


def _of_day(body: Body, date: dt.date | None) -> list[Document | Withdrawn]:
    """What there is of the body's day, withdrawn documents included."""
    return [
        *Document.objects.filter(meeting__body=body, meeting__date=date),
        *Withdrawn.objects.filter(body=body, date=date),
    ]


def _settle(body: Body, date: dt.date | None, own_day: str, documents: Sequence[Document | Withdrawn]) -> None:
    stored = [document for document in documents if isinstance(document, Document) and document.pk is not None]
    _set_aside(stored)
    day = _Day(body, date, stored)
    for place, group in enumerate(_groups(documents), start=1):
        day.settle(group, address_in_day(own_day, place))
    day.clear()


class _Day:
    """The meetings of one body on one day while they are being settled."""

    def __init__(self, body: Body, date: dt.date | None, here: Iterable[Document]) -> None:
        self.body = body
        self.date = date
        self.before = {document.pk: (document.meeting_id, document.shown) for document in here}
        self.free = {meeting_id for meeting_id, _ in self.before.values()}
        self.addresses: dict[int, str] = {}
        for meeting in Meeting.objects.filter(pk__in=self.free):
            self.addresses[meeting.pk] = meeting.slug
            meeting.slug = f"flyttes-{meeting.pk}"
            meeting.save(update_fields=["slug"])

    def settle(self, group: Sequence[Document | Withdrawn], address: str) -> None:
        """Make the group one meeting: its row, the versions of its documents, and what the pages show.

        Of a meeting whose documents are all withdrawn there is no row; those keep its address.
        """
        _number(group)
        changed = _withhold(group)
        for row in group:
            if isinstance(row, Withdrawn):
                row.slug = address
                row.save()
        here = [row for row in group if isinstance(row, Document)]
        if not here:
            return
        meeting = self._meeting(here)
        meeting.slug = address
        meeting.save()
        latest = {document.kind: document.arrival for document in here}
        shown_kind = Kind.MINUTES if Kind.MINUTES in latest else Kind.AGENDA
        for document in here:
            document.meeting = meeting
            document.current = document.arrival == latest[document.kind]
            document.shown = document.current and document.kind == shown_kind
        shown = next(document for document in here if document.shown)
        anew = shown.arrival in changed or self.before.get(shown.pk) != (meeting.pk, True)
        if anew or self.addresses.get(meeting.pk) != address:  # search finds items under their addresses
            shown.indexed_in = ""
        # Each is written once: the rows are large.
        for document in here:
            document.save()
        if anew:
            show(meeting, shown)

    def clear(self) -> None:
        """Remove the meetings that no document belongs to any longer, and whoever only they mentioned."""
        for meeting in Meeting.objects.filter(body=self.body, date=self.date, documents=None):
            people, cases = mentioned(meeting)
            meeting.delete()
            forget(people, cases)

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


def _number(group: Sequence[Document | Withdrawn]) -> None:
    """Count the versions of each kind in the order of arrival."""
    versions: dict[str, int] = {}
    for row in group:
        versions[row.kind] = versions.get(row.kind, 0) + 1
        row.version = versions[row.kind]


def _withhold(group: Sequence[Document | Withdrawn]) -> set[tuple[int, str]]:
    """Take out of each document what a later version, or the minutes beside an agenda, has closed: what is taken back
    stays in the archive and nowhere else. What counts most is last by kind and arrival, whatever came in when. What a
    withdrawn version has closed stays closed. Returns the arrivals of those that say less now.
    """
    by_weight = sorted(group, key=lambda document: (document.kind == Kind.MINUTES, document.arrival), reverse=True)
    said = [
        stands_of_withdrawn(row) if isinstance(row, Withdrawn) else Minutes.model_validate(row.content)
        for row in by_weight
    ]
    changed: set[tuple[int, str]] = set()
    for row, before, left in zip(by_weight, said, withheld_in_turn(said), strict=True):
        if isinstance(row, Withdrawn):
            row.marks = row.marks | {"items": marks_of_stands(left)} if isinstance(left, tuple) else row.marks
        elif isinstance(left, Minutes) and left != before:
            row.content = left.model_dump(mode="json", by_alias=True)
            changed.add(row.arrival)
    return changed


def _set_aside(here: Iterable[Document]) -> None:
    """Free the version numbers and the places on the pages, which no two documents of a meeting may share."""
    Document.objects.filter(pk__in=[document.pk for document in here]).update(version=F("version") + ASIDE, shown=False)


def _groups(documents: Sequence[Document | Withdrawn]) -> list[list[Document | Withdrawn]]:
    by_arrival = {document.arrival: document for document in documents}
    filings = [filing_of(document) for document in documents]
    return [[by_arrival[filing.arrival] for filing in group] for group in meetings(filings)]


def _address_of_unknown(date: dt.date | None, sha256: str) -> str:
    """Where the body or the day is unknown, each document is a meeting of its own, known by the file's hash."""
    return f"{date or 'uden-dato'}-{sha256[:8]}"


def _index_again(body: Body) -> None:
    Document.objects.filter(meeting__body=body, shown=True).update(indexed_in="")
