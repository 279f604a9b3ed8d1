"""What a received file is for the record: minutes, a list of meetings, or word that something is withdrawn or not.

Minutes become a document. A list becomes rows of meetings that are known of. A notice withdraws, or puts back, what it
is about, once: the act that it leads to holds the file's hash. One that came before its document waits for it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from pejl.minutes.document import Kind, Minutes
from pejl.minutes.exports import ExportedMeeting, MeetingList, PublicationNotice, open_export
from pejl.minutes.keys import body_key
from pejl.minutes.personal_numbers import masked
from pejl.minutes.sources.unreadable import Unreadable, Words
from pejl.record.archive import Receipt
from pejl.record.models import Document, ListedMeeting, Notice, Withdrawn
from pejl.record.names import spaced
from pejl.record.services.filing import file_reading, file_withdrawn
from pejl.record.services.installation import UNKNOWN_MUNICIPALITY, Installation
from pejl.record.services.known import body_row, municipality_row
from pejl.record.services.reading import Reading, earlier_reading, reading
from pejl.record.services.retractions import put_back, withdraw
from pejl.record.services.storable import fitted, text_only
from pejl.record.services.withdrawals import (
    concerns,
    done_by,
    is_spent,
    is_whose,
    kept_row,
    record_retraction,
    restored_row,
    withdrawals_of,
)

Told = Minutes | MeetingList | PublicationNotice
"""What a file can tell the record."""

_NO_MEETING = Words(
    "it withdraws something, but does not say which meeting; `pejl record retract` does it by address",
    "den trækker noget tilbage, men siger ikke hvilket møde; `pejl record retract` gør det efter adresse",
)


@dataclass(frozen=True)
class Announcement:
    """A received file that is no minutes, as it is kept: `kind` and `says` are those of its `Notice`."""

    receipt: Receipt
    kind: str
    says: dict[str, Any]
    municipality: str

    def as_json(self) -> dict[str, Any]:
        """The announcement without its receipt, for keeping on disk for a while."""
        return {
            "sha256": self.receipt.sha256,
            "announces": self.kind,
            "says": self.says,
            "municipality": self.municipality,
        }


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
    """What a file tells. Raises `Unreadable`. Only of lists and notices more is said here than by the reader."""
    export = _list_or_notice(name, data)
    if export is None:
        return here.read(name, data)
    if isinstance(export, PublicationNotice) and not (export.names_meeting or export.file):
        raise Unreadable(name, _NO_MEETING)
    return export


def _list_or_notice(name: str, data: bytes) -> MeetingList | PublicationNotice | None:
    try:
        opened = open_export(name, data)
    except Unreadable:
        return None  # the reader says why
    return None if opened is None or isinstance(opened.export, ExportedMeeting) else opened.export


def media_type_of(told: Told) -> str:
    """The media type that the archive keeps with a file that tells this."""
    if isinstance(told, Minutes):
        return told.source.media_type
    return "application/json" if isinstance(told, MeetingList) else "application/xml"


def delivery_of(receipt: Receipt, told: Told, here: Installation) -> Delivery:
    """What a received file is for the record."""
    if isinstance(told, Minutes):
        return reading(receipt, told, here)
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
        return file_reading(delivery)
    if isinstance(delivery, StillWithdrawn):
        body = body_row(municipality_row(delivery.municipality), delivery.body)
        return file_withdrawn(restored_row(delivery.row, delivery.receipt.arrival, body))
    receipt = delivery.receipt
    notice = Notice.objects.create(
        sha256=receipt.sha256,
        order=receipt.order,
        received_at=receipt.received_at,
        name=fitted(Notice, "name", masked(receipt.name)),
        kind=delivery.kind,
        municipality=fitted(Notice, "municipality", spaced(delivery.municipality)),
        says=delivery.says if delivery.kind == Notice.RETRACTION else {"system": delivery.says["system"]},
    )
    if delivery.kind == Notice.MEETING_LIST:
        _list_meetings(notice, delivery.says["meetings"])
    elif not is_spent(notice):
        _follow(notice, here)
    return notice


def what_came_of(notice: Notice) -> str:
    """A sentence about what a notice or a list has led to."""
    if notice.kind == Notice.MEETING_LIST:
        return f"it lists {ListedMeeting.objects.filter(listed_in=notice.sha256).count()} meetings."
    done = done_by(notice)
    word = "puts back" if notice.says["published"] else "withdraws"
    if done:
        return f"it {word} {done} document{'s' if done > 1 else ''}."
    if notice.says["published"]:
        return "it says that something is published; nothing of it is withdrawn here."
    return "it withdraws something that is not in the record; that is withheld when it comes."


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


def _list_meetings(notice: Notice, meetings: Sequence[Sequence[str]]) -> None:
    """Keep the list's meetings. One that an earlier list had is told of by the later one."""
    municipality = municipality_row(notice.municipality)
    bodies = {}
    for printed in sorted({spaced(body) for body, _, _ in meetings}):
        if body_key(printed):
            bodies[printed] = body_row(municipality, printed[:300])
    rows = {
        (bodies[spaced(body)].pk, date, spaced(title)[:300]): None
        for body, date, title in meetings
        if spaced(body) in bodies
    }
    ListedMeeting.objects.bulk_create(
        (
            ListedMeeting(body_id=body, date=dt.date.fromisoformat(date), title=title, listed_in=notice.sha256)
            for body, date, title in rows
        ),
        update_conflicts=True,
        update_fields=["listed_in"],
        unique_fields=["body", "date", "title"],
        batch_size=500,
    )


def _follow(notice: Notice, here: Installation) -> None:
    """Do what a notice says to what is in the record now."""
    if notice.says["published"]:
        for row in _withdrawn_by_files(notice):
            act = {
                "who": str(notice.says["system"]),
                "why": "Offentliggjort igen af det system, som trak det tilbage.",
                "detail": {"file": notice.sha256},
            }
            put_back(row, here, act)
        return
    documents = _documents_meant(notice)
    if documents:
        withdraw(documents, lambda document: record_retraction(document.sha256, notice))


def _documents_meant(notice: Notice) -> list[Document]:
    """The documents that a notice is about: by body and day, else by the name of the file that it speaks of."""
    told = notice.says
    rows = Document.objects.select_related("meeting__body__municipality")
    if whose := is_whose(notice):
        rows = rows.filter(meeting__body__municipality__slug=whose)
    if told["body_key"] and told["date"]:
        of_day = rows.filter(meeting__body__key=told["body_key"], meeting__date=told["date"])
        return [row for row in of_day if _is_meant(notice, row)]
    return list(rows.filter(name__iexact=told["file"])) if told["file"] else []


def _is_meant(notice: Notice, document: Document) -> bool:
    date = document.meeting.date
    return date is not None and concerns(notice, document.meeting.body.name, date, Kind(document.kind))


def _withdrawn_by_files(notice: Notice) -> list[Withdrawn]:
    """What the notice is about of all that files have withdrawn. What a person withdrew stays so."""
    told = notice.says
    rows = Withdrawn.objects.select_related("body__municipality")
    rows = rows.filter(body__key=told["body_key"], date=told["date"] or None)
    if whose := is_whose(notice):
        rows = rows.filter(body__municipality__slug=whose)
    found = [row for row in rows if row.date and concerns(notice, row.body.name, row.date, Kind(row.kind))]
    acts = withdrawals_of(row.sha256 for row in found)
    return sorted((row for row in found if "file" in acts[row.sha256].detail), key=lambda row: row.arrival)
