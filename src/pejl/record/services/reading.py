"""What a received file says, as far as anyone may see it: all of the file that goes on to database and index."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pejl.minutes.document import Minutes
from pejl.minutes.public import public_version
from pejl.record.archive import Receipt
from pejl.record.models import Document
from pejl.record.services.installation import Installation
from pejl.record.services.storable import storable


@dataclass(frozen=True)
class Reading:
    """A file's public version. `lines_unread` counts the lines of the whole file that the reader could not place.

    `takes_back` is the kind of the meeting's documents that came from the same system and that the file says are no
    longer published; empty where it says nothing of the sort.
    """

    receipt: Receipt
    public: Minutes
    municipality: str
    lines_unread: int
    takes_back: str = ""

    def as_json(self) -> dict[str, Any]:
        """The reading without its receipt, for keeping on disk for a while."""
        return {
            "sha256": self.receipt.sha256,
            "public": self.public.model_dump(mode="json", by_alias=True),
            "municipality": self.municipality,
            "lines_unread": self.lines_unread,
            "takes_back": self.takes_back,
        }

    @classmethod
    def from_json(cls, fields: dict[str, Any], receipt: Receipt) -> Reading:
        """The reading of the file that `receipt` is for."""
        public = Minutes.model_validate(fields["public"])
        return cls(receipt, public, fields["municipality"], fields["lines_unread"], fields["takes_back"])


def reading(receipt: Receipt, minutes: Minutes, here: Installation) -> Reading:
    """The public version of what was read, with the municipality that it belongs to."""
    public = storable(public_version(minutes))
    return Reading(
        receipt=receipt,
        public=public,
        municipality=here.municipality_of(public, receipt.municipality),
        lines_unread=len(minutes.unread),
    )


def archived_reading(receipt: Receipt, here: Installation) -> Reading:
    """Read a received file again. Raises `Damaged` or `Unreadable`."""
    return reading(receipt, here.read(receipt.name, here.archive.data(receipt)), here)


def earlier_reading(receipt: Receipt, document: Document) -> Reading:
    """What was read from the file when it could still be read."""
    return Reading(
        receipt=receipt,
        public=Minutes.model_validate(document.content),
        municipality=document.meeting.body.municipality.name,
        lines_unread=document.lines_unread,
    )
