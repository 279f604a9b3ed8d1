"""Following what a file announces: meetings that there are, and documents that are withdrawn or published again.

A notice does what it says once: the act that it leads to holds the file's hash. What a person withdrew no file puts
back.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pejl.calendar.personal_numbers import masked, masked_name
from pejl.minutes.document import Kind
from pejl.minutes.keys import body_key
from pejl.record.archive import Receipt
from pejl.record.models import Document, ListedMeeting, Notice, Withdrawn
from pejl.record.names import address, spaced
from pejl.record.services.installation import Installation
from pejl.record.services.known import body_row, municipality_row
from pejl.record.services.reading import Reading
from pejl.record.services.retractions import put_back, withdraw
from pejl.record.services.storable import fitted
from pejl.record.services.withdrawals import (
    concerns,
    done_by,
    has_done,
    is_whose,
    record_retraction,
    retraction_by_file,
    withdrawals_of,
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


def file_announcement(announced: Announcement, here: Installation) -> Notice:
    """Keep what a file announces, and follow it. Within a transaction of the caller, who brings the index in step."""
    receipt = announced.receipt
    notice = Notice.objects.create(
        sha256=receipt.sha256,
        order=receipt.order,
        received_at=receipt.received_at,
        name=fitted(Notice, "name", masked_name(receipt.name)),
        kind=announced.kind,
        municipality=fitted(Notice, "municipality", spaced(announced.municipality)),
        says=announced.says if announced.kind == Notice.RETRACTION else {"system": announced.says["system"]},
    )
    if announced.kind == Notice.MEETING_LIST:
        _list_meetings(notice, announced.says["meetings"])
    elif not has_done(notice.sha256):
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


def take_back(reading: Reading) -> None:
    """Withdraw what the file says is no longer published of its meeting, once."""
    public, sha256 = reading.public, reading.receipt.sha256
    if public.body is None or public.date is None or has_done(sha256):
        return
    documents = list(
        Document.objects.select_related("meeting__body__municipality").filter(
            meeting__body__municipality__slug=address(reading.municipality, 200),
            meeting__body__key=body_key(public.body),
            meeting__date=public.date,
            kind=reading.takes_back,
            family=public.source.family,
            order__lt=reading.receipt.order,
        )
    )
    if documents:
        withdraw(documents, lambda document: retraction_by_file(document.sha256, sha256, public.source.family))


def _list_meetings(notice: Notice, meetings: Sequence[Sequence[str]]) -> None:
    """Keep the list's meetings. One that an earlier list had is told of by the later one."""
    municipality = municipality_row(notice.municipality)
    bodies = {}
    for printed in sorted({spaced(body) for body, _, _ in meetings}):
        if body_key(printed):
            bodies[printed] = body_row(municipality, printed[:300])
    rows = {
        (bodies[spaced(body)].pk, date, masked(spaced(title))[:300]): None
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
