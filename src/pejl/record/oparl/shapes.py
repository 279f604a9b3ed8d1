"""What the queries have found, in shapes that know nothing of tables. Paths are those of `published.paths`.

`page` is the address of the thing's page on the site, empty where it has none. `stamp` is None only for what is not
published by itself.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from pejl.minutes.document import Item
from pejl.record.oparl.ground import Stamp


@dataclass(frozen=True)
class TermShape:
    """A term of office, by its name as printed."""

    path: str
    stamp: Stamp | None
    body: str
    name: str


@dataclass(frozen=True)
class BodyShape:
    """A municipality."""

    path: str
    stamp: Stamp | None
    name: str
    terms: tuple[TermShape, ...]
    page: str


@dataclass(frozen=True)
class OrganizationShape:
    """A council, a committee or a party. `key` is its folded name; a party's is empty."""

    path: str
    stamp: Stamp | None
    body: str
    name: str
    key: str
    memberships: tuple[str, ...]
    page: str


@dataclass(frozen=True)
class MembershipShape:
    """That a person is on a body's list of members. `first` and `last` are the days of the meetings that say so.

    `role` is that of the latest of them, `party` the latest that any of them prints.
    """

    path: str
    stamp: Stamp | None
    person: str
    organization: str
    party: str
    role: str
    substitute: bool
    first: dt.date | None
    last: dt.date | None


@dataclass(frozen=True)
class PersonShape:
    """A person by the name as printed."""

    path: str
    stamp: Stamp | None
    body: str
    name: str
    memberships: tuple[MembershipShape, ...]
    page: str


@dataclass(frozen=True)
class LocationShape:
    """A place as printed."""

    path: str
    stamp: Stamp | None
    name: str


@dataclass(frozen=True)
class FileShape:
    """A version of a meeting's minutes or agenda, as text. `size` is in bytes; `sha256` names the received file."""

    path: str
    stamp: Stamp | None
    meeting: str
    minutes: bool
    version: int
    body_name: str
    date: dt.date | None
    size: int
    sha512: str
    sha256: str


@dataclass(frozen=True)
class ItemShape:
    """An item of an agenda. `order` counts from 1. `consultation` is empty where it treats no numbered case."""

    path: str
    stamp: Stamp | None
    meeting: str
    order: int
    label: str
    title: str
    item: Item
    consultation: str
    page: str


@dataclass(frozen=True)
class MeetingShape:
    """A meeting with its agenda and its files; `minutes` tells whether its minutes are here."""

    path: str
    stamp: Stamp | None
    organization: str
    body_name: str
    date: dt.date | None
    time: str
    end_time: str
    minutes: bool
    cancelled: bool
    place: LocationShape | None
    participants: tuple[str, ...]
    files: tuple[FileShape, ...]
    items: tuple[ItemShape, ...]
    page: str


class Told(StrEnum):
    """How the record knows of a station of a case: it was on an agenda, it is announced, or it is said to be past."""

    TREATED = "treated"
    ANNOUNCED = "announced"
    RELATED = "related"


@dataclass(frozen=True)
class ConsultationShape:
    """A station of a case. `item` and `meeting` are empty where no agenda here has the case on that day."""

    path: str
    stamp: Stamp | None
    paper: str
    organization: str
    organization_name: str
    date: dt.date | None
    told: Told
    item: str
    meeting: str
    outcome: str
    minutes: bool


@dataclass(frozen=True)
class PaperShape:
    """A case by its number. `date` is the day of its first treatment here."""

    path: str
    stamp: Stamp | None
    body: str
    name: str
    number: str
    subject: str
    date: dt.date | None
    consultations: tuple[ConsultationShape, ...]
    page: str
