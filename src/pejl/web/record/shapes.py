"""What the API answers with. The documents themselves are `pejl.minutes.document`; these are the lists around them.

Field values are those of the record, untouched: Danish text as published, days as ISO days, points in time in UTC.
`url` leads to a resource of the API and `page` to the same thing on the site; both are paths of this host.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import Field

from pejl.minutes.checks.flag import Flag
from pejl.minutes.document import Item, Kind, Outcome, Status
from pejl.record.resolution import Resolution
from pejl.web.page.shapes import Listing, Resource, Shape


class StartResource(Shape):
    """Where to begin."""

    bodies: str
    meetings: str
    items: str
    search: str
    promises: str
    appropriations: str = Field(description="Money that was asked for.")
    completeness: str = Field(description="What is known of and not here.")
    vote_events: str = Field(description="Votes in the words of Popolo.")
    register_contract: str = Field(description="What may be delivered about citizens.")
    openapi: str = Field(description="This description as JSON.")


class MunicipalityName(Shape):
    """A municipality by its name and the word that stands for it in addresses and filters."""

    name: str
    slug: str


class BodyEntry(Resource):
    """A council or committee, and how much of it the record holds."""

    name: str
    slug: str = Field(description="The word that stands for the body in addresses and filters.")
    municipality: MunicipalityName
    meetings: int = Field(ge=0, description="How many meetings the record holds.")
    first: dt.date | None = Field(description="The day of its first meeting in the record.")
    last: dt.date | None = Field(description="The day of its last meeting in the record.")
    meetings_url: str


class BodyName(Resource):
    """The body that something belongs to."""

    name: str
    slug: str
    municipality: MunicipalityName


class MeetingName(Resource):
    """The meeting that something belongs to. `date` is null where no document states one."""

    date: dt.date | None
    body: BodyName


class MeetingEntry(MeetingName):
    """A meeting in a list."""

    time: str | None
    end_time: str | None
    place: str | None
    term: str | None = Field(description="The body's term of office as printed, such as 2022-2025.")
    items: int = Field(ge=0, description="How many items its agenda has.")
    document_url: str = Field(description="The document that stands for the meeting.")


class ItemName(Resource):
    """An item by its number and title as published. A closed item has nothing more."""

    number: int | None
    label: str | None = Field(description="The number as printed.")
    title: str | None
    closed: bool
    outcome: Outcome
    case_number: str | None


class ItemEntry(ItemName):
    """An item in a list, with the meeting that it was on."""

    meeting: MeetingName


class Target(Shape):
    """What a pointer hits: an item, or a meeting where it names no item. Of a closed item only the address."""

    url: str
    page: str
    title: str | None


class PointerEntry(Shape):
    """A reference, a related treatment or an announced stop, with what it has come to."""

    kind: Literal["reference", "related", "route"]
    body: str
    date: dt.date | None
    item: int | None
    text: str = Field(description="The words as printed.")
    line: int = Field(description="The source line that it was read from.")
    resolution: Resolution = Field(
        description="What it hits (item, closed_item, meeting), that its meeting is not here yet (waiting) or is "
        "withdrawn (withdrawn), or by what name it fails (no_such_item, not_treated, no_date)."
    )
    target: Target | None


class NamedIn(Resource):
    """An item that points here."""

    kind: Literal["reference", "related", "route"]
    title: str | None
    body: str
    date: dt.date | None


class DerivedVotersEntry(Shape):
    """Who must have voted as the body did where the decision calls itself unanimous. Derived, not stated."""

    stated: str = Field(description="What the decision says, as printed.")
    names: list[str] = Field(description="Derived: the members listed, less those away from the item. May be empty.")


class ItemResource(ItemEntry):
    """An item with everything that its document says of it, and the document.

    `content` is stated. `points_at` and `named_in` are what the record makes of references, and `derived_voters` what
    follows from the list of members.
    """

    content: Item
    points_at: list[PointerEntry]
    named_in: list[NamedIn]
    derived_voters: DerivedVotersEntry | None
    flags: list[Flag] = Field(description="What somebody should look at. A flag asks for a look and accuses nobody.")
    document_url: str


class AttendanceEntry(Shape):
    """How a person took part in a meeting, as the document states it."""

    name: str
    party: str | None
    role: str | None
    status: Status


class DocumentEntry(Shape):
    """A version of a meeting's minutes or agenda. `url` gives the document itself, in the form pejl.minutes/1."""

    url: str
    page: str
    sha256: str = Field(description="The hash of the file that it was read from.", pattern="^[0-9a-f]{64}$")
    name: str = Field(description="The name of that file.")
    media_type: str
    kind: Kind
    version: int = Field(ge=1)
    current: bool = Field(description="Whether it is the latest version of its kind.")
    received: dt.datetime = Field(description="When the file came into the record.")
    family: str = Field(description="The layout by which it was read.")
    lines: int = Field(ge=0)
    lines_unread: int = Field(ge=0, description="Lines that no field took; they stand in the document's `unread`.")


class MeetingResource(MeetingEntry):
    """A meeting with its agenda, its attendance and all versions of its documents."""

    agenda: list[ItemName]
    attendance: list[AttendanceEntry]
    documents: list[DocumentEntry]


class TextPart(Shape):
    """A stretch of a found text. `marked` is true for what the search hit."""

    text: str
    marked: bool


class SearchHit(Resource):
    """An open item that was found, with the paragraph that answers best. `page` leads to that paragraph."""

    title: str
    body: str
    date: dt.date | None
    outcome: Outcome
    case_number: str | None
    snippet: list[TextPart]
    by_meaning: bool = Field(description="Whether the words did not find it, but what it means is near.")


class SearchListing(Shape):
    """A page of what was found, best first."""

    total: int = Field(ge=0, description="How many there are in all.")
    page: int = Field(ge=1)
    per_page: int = Field(ge=1)
    pages: int = Field(ge=0)
    next: str | None
    previous: str | None
    suggestion: str | None = Field(description="What to search for instead, where nothing was found.")
    put_right: str | None = Field(description="What was searched, where nothing holds what was typed.")
    holding_all: int = Field(ge=0, description="How many hold all of the words; they come first.")
    by_meaning: int = Field(ge=0, description="How many were found by what they mean only.")
    results: list[SearchHit]


class BodyListing(Listing):
    """Bodies, by municipality and name."""

    results: list[BodyEntry]


class MeetingListing(Listing):
    """Meetings, latest first."""

    results: list[MeetingEntry]


class ItemListing(Listing):
    """Items, those of the latest meeting first."""

    results: list[ItemEntry]
