"""What the API answers of completeness: what is known of, what is here, what is not."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import Field

from pejl.minutes.document import Kind
from pejl.web.page.shapes import Resource, Shape
from pejl.web.record.shapes import BodyName, MeetingName, MunicipalityName


class CompletenessEntry(Resource):
    """One body, counted. `body` is null where nothing of it is here and it is only named."""

    name: str
    slug: str
    municipality: MunicipalityName
    body: BodyName | None
    known: int = Field(ge=0, description="Meetings known of: imported, missing and coming, each once.")
    imported: int = Field(ge=0, description="Meetings of which a document is here.")
    undated: int = Field(ge=0, description="Those of the imported meetings that state no day.")
    missing: int = Field(ge=0, description="Meetings before today that are listed or pointed at, and not here.")
    coming: int = Field(ge=0, description="Meetings from today on that are listed or pointed at, and not here.")
    listed: int = Field(ge=0, description="Days on published lists of meetings that were imported.")
    withdrawn: int = Field(ge=0, description="Documents that were withdrawn.")
    missing_numbers: int = Field(ge=0, description="Item numbers that are missing in or between meetings.")
    documents: int = Field(ge=0)
    lines: int = Field(ge=0, description="Lines of the current documents.")
    lines_unread: int = Field(ge=0, description="Those of them that could not be placed.")
    updated: dt.datetime | None = Field(description="When a file of the body last came.")


class PlaceNamed(Resource):
    """An item that points at a meeting that is not here."""

    kind: Literal["reference", "related", "route"]
    title: str | None
    meeting: MeetingName
    line: int


class MissingMeetingEntry(Shape):
    """A meeting that is known of and not here."""

    date: dt.date
    listed: bool = Field(description="Whether a published list of meetings names it.")
    named: int = Field(ge=0, description="How many places point at it.")
    places: list[PlaceNamed] = Field(description="At most ten of these, those in the latest meetings.")


class NumbersWithin(Shape):
    """Item numbers that a meeting's own run lacks."""

    meeting: MeetingName
    numbers: list[int]


class NumbersBetween(Shape):
    """Item numbers that are missing between two meetings of a body that numbers its items on and on."""

    before: MeetingName
    after: MeetingName
    first: int
    last: int


class UnreadEntry(Resource):
    """A current document with lines that could not be placed; they are in its `unread`."""

    kind: Kind
    version: int
    meeting: MeetingName
    lines: int
    lines_unread: int


class WithdrawnEntry(Shape):
    """A document that was published and is withdrawn. Nothing of what it said."""

    date: dt.date | None = Field(description="The day of the meeting.")
    kind: Kind
    version: int
    sha256: str
    at: dt.datetime = Field(description="When it was withdrawn.")
    reason: str | None = Field(description="Why, in the words of whoever withdrew it.")


class BodyCompletenessResource(CompletenessEntry):
    """One body with everything that is known to be missing of it."""

    missing_meetings: list[MissingMeetingEntry] = Field(description="Before today, the latest first.")
    coming_meetings: list[MissingMeetingEntry] = Field(description="From today on, the soonest first.")
    numbers_within: list[NumbersWithin]
    numbers_between: list[NumbersBetween]
    unread: list[UnreadEntry]
    withdrawals: list[WithdrawnEntry]


class FailedFile(Shape):
    """A file that was refused and has not come in since. Numbers that pass as CPR numbers are hidden in its name."""

    name: str
    sha256: str | None = Field(description="The hash of the file; null where its bytes could not be had.")
    reason: str = Field(description="Why it was refused, in English.")
    danish: str = Field(description="The same in Danish.")
    municipality: str | None = Field(description="The municipality that was stated, if one was.")
    at: dt.datetime


class CompletenessResource(Shape):
    """Every body that is here or pointed at, by municipality and name, and the files that could not be read."""

    as_of: dt.date = Field(description="The day that tells what is missing from what is coming.")
    bodies: list[CompletenessEntry]
    failed_files: list[FailedFile] = Field(description="The latest first, of all municipalities.")
