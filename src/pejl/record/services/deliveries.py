"""What a received file is for the record: minutes, a list of meetings, or word that something is withdrawn or not.

Minutes become a document. A list becomes rows of meetings that are known of. A notice withdraws, or puts back, what it
is about, once: the act that it leads to holds the file's hash. One that came before its document waits for it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from django.db import transaction

from pejl.minutes.document import Kind, Minutes
from pejl.minutes.exports import Export, ExportedMeeting, MeetingList, PublicationNotice, open_export
from pejl.minutes.keys import body_key
from pejl.minutes.sources.unreadable import Unreadable, Words
from pejl.record.archive import Receipt
from pejl.record.models import Document, ListedMeeting, Notice, Withdrawn
from pejl.record.services.announcing import Announcement, file_announcement, take_back
from pejl.record.services.filing import file_reading, file_withdrawn
from pejl.record.services.installation import UNKNOWN_MUNICIPALITY, Installation
from pejl.record.services.known import body_row, municipality_row
from pejl.record.services.reading import Reading, earlier_reading, reading
from pejl.record.services.storable import text_only
from pejl.record.services.withdrawals import (
    kept_row,
    restored_row,
)


@dataclass(frozen=True)
class Superseding:
    """Minutes, or an agenda, with word that documents of a kind of the same meeting are published no longer."""

    minutes: Minutes
    takes_back: Kind


Told = Minutes | Superseding | MeetingList | PublicationNotice
"""What a file can tell the record."""

_NO_MEETING = Words(
    "it withdraws something, but does not say which meeting; `pejl record retract` does it by address",
    "den trækker noget tilbage, men siger ikke hvilket møde; `pejl record retract` gør det efter adresse",
)


@dataclass(frozen=True)
class StillWithdrawn:
    """A withdrawn document whose file can no longer be read: what stands in its place stays."""

    receipt: Receipt
    row: dict[str, Any]
    municipality: str
    body: str

    def as_json(self) -> dict[str, Any]:
        """What is known of it without its receipt, for keeping on disk for a while."""
        return {
            "sha256": self.receipt.sha256,
            "withdrawn": self.row,
            "municipality": self.municipality,
            "body": self.body,
        }


Delivery = Reading | Announcement | StillWithdrawn
Filed = Document | Withdrawn | Notice
"""The row that a received file has: of a document, of one that is withdrawn, or of a file that is no minutes."""


def told_by(name: str, data: bytes, here: Installation) -> Told:
    """What a file tells. Raises `Unreadable`. Only of exports more is said here than by the reader."""
    export = _export(name, data)
    if export is None:
        return here.read(name, data)
    if isinstance(export, ExportedMeeting):
        minutes = here.read(name, data)
        return Superseding(minutes, export.takes_back) if export.takes_back else minutes
    if isinstance(export, PublicationNotice) and not (export.names_meeting or export.file):
        raise Unreadable(name, _NO_MEETING)
    return export


def _export(name: str, data: bytes) -> Export | None:
    try:
        opened = open_export(name, data)
    except Unreadable:
        return None  # the reader says why
    return opened.export if opened else None


def media_type_of(told: Told) -> str:
    """The media type that the archive keeps with a file that tells this."""
    if isinstance(told, Minutes):
        return told.source.media_type
    if isinstance(told, Superseding):
        return told.minutes.source.media_type
    return "application/json" if isinstance(told, MeetingList) else "application/xml"


def delivery_of(receipt: Receipt, told: Told, here: Installation) -> Delivery:
    """What a received file is for the record."""
    if isinstance(told, Minutes):
        return reading(receipt, told, here)
    if isinstance(told, Superseding):
        return replace(reading(receipt, told.minutes, here), takes_back=told.takes_back.value)
    municipality = receipt.municipality or here.municipality or UNKNOWN_MUNICIPALITY
    if isinstance(told, MeetingList):
        listed = [[day.body, day.date.isoformat(), day.title] for day in told.meetings]
        says: dict[str, Any] = {"system": told.system, "meetings": listed}
        return Announcement(receipt, Notice.MEETING_LIST, text_only(says), municipality)
    says = {
        "system": told.system,
        "published": told.published,
        "body": told.body or "",
        "body_key": body_key(told.body or ""),
        "date": told.date.isoformat() if told.date else "",
        "kind": told.kind.value if told.kind else "",
        "file": told.file,
    }
    return Announcement(receipt, Notice.RETRACTION, text_only(says), municipality)


def archived_delivery(receipt: Receipt, here: Installation) -> Delivery:
    """Read a received file again. Raises `Damaged` or `Unreadable`."""
    return delivery_of(receipt, told_by(receipt.name, here.archive.data(receipt), here), here)


def delivery_from_json(fields: dict[str, Any], receipt: Receipt) -> Delivery:
    """The delivery that `as_json` told of, of the file that `receipt` is for."""
    if "announces" in fields:
        return Announcement(receipt, fields["announces"], fields["says"], fields["municipality"])
    if "withdrawn" in fields:
        return StillWithdrawn(receipt, fields["withdrawn"], fields["municipality"], fields["body"])
    return Reading.from_json(fields, receipt)


@transaction.atomic
def file_delivery(delivery: Delivery, here: Installation) -> Filed:
    """Keep what a received file is for the record. Whoever calls brings the index in step."""
    if isinstance(delivery, Reading):
        filed = file_reading(delivery)
        if delivery.takes_back:
            take_back(delivery)
        return filed
    if isinstance(delivery, StillWithdrawn):
        body = body_row(municipality_row(delivery.municipality), delivery.body)
        return file_withdrawn(restored_row(delivery.row, delivery.receipt.arrival, body))
    return file_announcement(delivery, here)


def earlier_delivery(receipt: Receipt) -> Delivery | None:
    """What was read from a file when it could still be read; None where nothing is left of that."""
    document = Document.objects.select_related("meeting__body__municipality").filter(sha256=receipt.sha256).first()
    if document:
        return earlier_reading(receipt, document)
    row = Withdrawn.objects.select_related("body__municipality").filter(sha256=receipt.sha256).first()
    if row:
        return StillWithdrawn(receipt, kept_row(row), row.body.municipality.name, row.body.name)
    notice = Notice.objects.filter(sha256=receipt.sha256).first()
    if notice is None:
        return None
    listed = ListedMeeting.objects.filter(listed_in=notice.sha256).select_related("body")
    meetings = [[row.body.name, row.date.isoformat(), row.title] for row in listed]
    return Announcement(receipt, notice.kind, {**notice.says, "meetings": meetings}, notice.municipality)
