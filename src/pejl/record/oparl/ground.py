"""What all OParl objects have in common: an id that is an address, a type, the times, and nothing that is empty."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from pejl.record.published.hours import DENMARK
from pejl.record.published.paths import Kind

OParl = dict[str, Any]
"""An object as JSON has it."""

ROOT = "/oparl/v1.1/"
VERSION = "https://schema.oparl.org/1.1/"

TYPES = {
    Kind.BODY: "Body",
    Kind.ORGANIZATION: "Organization",
    Kind.PERSON: "Person",
    Kind.MEMBERSHIP: "Membership",
    Kind.MEETING: "Meeting",
    Kind.ITEM: "AgendaItem",
    Kind.PAPER: "Paper",
    Kind.CONSULTATION: "Consultation",
    Kind.FILE: "File",
    Kind.LOCATION: "Location",
    Kind.TERM: "LegislativeTerm",
}
"""The kinds of published things that are OParl types. Votes are none: OParl has no place for them."""


@dataclass(frozen=True)
class Stamp:
    """When a thing was first published and last changed."""

    created: dt.datetime
    modified: dt.datetime


@dataclass(frozen=True)
class Base:
    """Where the installation is found: "https://referater.example.dk", without a slash at its end."""

    address: str

    def id(self, path: str) -> str:
        """The id of the thing with this path."""
        return f"{self.address}{ROOT}{path}"

    def ids(self, paths: tuple[str, ...]) -> list[str]:
        """The ids of several."""
        return [self.id(path) for path in paths]

    def web(self, address: str) -> str | None:
        """A page of the site, or None where there is none."""
        return f"{self.address}{address}" if address else None


def typed(name: str) -> str:
    """The address of an OParl type."""
    return f"{VERSION}{name}"


def opened(base: Base, kind: Kind, path: str) -> OParl:
    """What every object begins with."""
    return {"id": base.id(path), "type": typed(TYPES[kind])}


def stamped(stamp: Stamp | None) -> OParl:
    """When it was first published and last changed."""
    return {"created": moment(stamp.created), "modified": moment(stamp.modified)} if stamp else {}


def moment(at: dt.datetime) -> str:
    """A moment in Danish time with its offset."""
    return at.astimezone(DENMARK).isoformat()


def day(date: dt.date | None) -> str | None:
    """A day without a time."""
    return date.isoformat() if date else None


def told(fields: OParl, always: frozenset[str] = frozenset()) -> OParl:
    """The object without what says nothing: no null, no empty text, no empty list but where one is required."""
    return {name: value for name, value in fields.items() if name in always or value not in (None, "", [], {})}


def tombstone(base: Base, kind: Kind, path: str, stamp: Stamp) -> OParl:
    """What is left of a thing that is no longer published."""
    return {**opened(base, kind, path), **stamped(stamp), "deleted": True}
