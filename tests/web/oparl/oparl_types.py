"""The types of OParl 1.1 as this project understands them: which fields there are, and what each may hold.

Written from the specification's text and tables; the specification's own schema files are not part of this project.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

NAMESPACE = "https://schema.oparl.org/1.1/"
OURS = "pejl:"


@dataclass(frozen=True)
class Link:
    """The id of an object of that type."""

    type: str


@dataclass(frozen=True)
class Within:
    """An object of that type, told within the other."""

    type: str


@dataclass(frozen=True)
class Many:
    """An array of links or objects."""

    of: Link | Within | str


TEXT, URL, DAY, MOMENT, FLAG, NUMBER, LIST = "text", "url", "day", "moment", "flag", "number", "external list"

COMMON = {
    "id": URL,
    "type": URL,
    "license": URL,
    "keyword": Many(TEXT),
    "created": MOMENT,
    "modified": MOMENT,
    "web": URL,
    "deleted": FLAG,
}
FIELDS: dict[str, dict[str, Any]] = {
    "System": {
        "oparlVersion": URL,
        "otherOparlVersions": Many(Link("System")),
        "body": LIST,
        "name": TEXT,
        "contactEmail": TEXT,
        "contactName": TEXT,
        "website": URL,
        "vendor": URL,
        "product": URL,
    },
    "Body": {
        "system": Link("System"),
        "shortName": TEXT,
        "name": TEXT,
        "website": URL,
        "licenseValidSince": MOMENT,
        "oparlSince": MOMENT,
        "ags": TEXT,
        "rgs": TEXT,
        "equivalent": Many(URL),
        "contactEmail": TEXT,
        "contactName": TEXT,
        "organization": LIST,
        "person": LIST,
        "meeting": LIST,
        "paper": LIST,
        "legislativeTerm": Many(Within("LegislativeTerm")),
        "agendaItem": LIST,
        "consultation": LIST,
        "file": LIST,
        "locationList": LIST,
        "legislativeTermList": LIST,
        "membership": LIST,
        "classification": TEXT,
        "location": Within("Location"),
    },
    "LegislativeTerm": {"body": Link("Body"), "name": TEXT, "startDate": DAY, "endDate": DAY},
    "Organization": {
        "body": Link("Body"),
        "name": TEXT,
        "membership": Many(Link("Membership")),
        "shortName": TEXT,
        "post": Many(TEXT),
        "subOrganizationOf": Link("Organization"),
        "organizationType": TEXT,
        "classification": TEXT,
        "startDate": DAY,
        "endDate": DAY,
        "website": URL,
        "location": Within("Location"),
        "externalBody": Link("Body"),
    },
    "Person": {
        "body": Link("Body"),
        "name": TEXT,
        "familyName": TEXT,
        "givenName": TEXT,
        "formOfAddress": TEXT,
        "affix": TEXT,
        "title": Many(TEXT),
        "gender": TEXT,
        "phone": Many(TEXT),
        "email": Many(TEXT),
        "location": Link("Location"),
        "status": Many(TEXT),
        "membership": Many(Within("Membership")),
        "life": TEXT,
        "lifeSource": TEXT,
    },
    "Membership": {
        "person": Link("Person"),
        "organization": Link("Organization"),
        "role": TEXT,
        "votingRight": FLAG,
        "startDate": DAY,
        "endDate": DAY,
        "onBehalfOf": Link("Organization"),
    },
    "Meeting": {
        "name": TEXT,
        "meetingState": TEXT,
        "cancelled": FLAG,
        "start": MOMENT,
        "end": MOMENT,
        "location": Within("Location"),
        "organization": Many(Link("Organization")),
        "participant": Many(Link("Person")),
        "invitation": Within("File"),
        "resultsProtocol": Within("File"),
        "verbatimProtocol": Within("File"),
        "auxiliaryFile": Many(Within("File")),
        "agendaItem": Many(Within("AgendaItem")),
    },
    "AgendaItem": {
        "meeting": Link("Meeting"),
        "number": TEXT,
        "order": NUMBER,
        "name": TEXT,
        "public": FLAG,
        "consultation": Link("Consultation"),
        "result": TEXT,
        "resolutionText": TEXT,
        "resolutionFile": Within("File"),
        "auxiliaryFile": Many(Within("File")),
        "start": MOMENT,
        "end": MOMENT,
    },
    "Paper": {
        "body": Link("Body"),
        "name": TEXT,
        "reference": TEXT,
        "date": DAY,
        "paperType": TEXT,
        "relatedPaper": Many(Link("Paper")),
        "superordinatedPaper": Many(Link("Paper")),
        "subordinatedPaper": Many(Link("Paper")),
        "mainFile": Within("File"),
        "auxiliaryFile": Many(Within("File")),
        "location": Many(Within("Location")),
        "originatorPerson": Many(Link("Person")),
        "underDirectionOf": Many(Link("Organization")),
        "originatorOrganization": Many(Link("Organization")),
        "consultation": Many(Within("Consultation")),
    },
    "Consultation": {
        "paper": Link("Paper"),
        "agendaItem": Link("AgendaItem"),
        "meeting": Link("Meeting"),
        "organization": Many(Link("Organization")),
        "authoritative": FLAG,
        "role": TEXT,
    },
    "File": {
        "name": TEXT,
        "fileName": TEXT,
        "mimeType": TEXT,
        "date": DAY,
        "size": NUMBER,
        "sha1Checksum": TEXT,
        "sha512Checksum": TEXT,
        "text": TEXT,
        "accessUrl": URL,
        "downloadUrl": URL,
        "externalServiceUrl": URL,
        "masterFile": Link("File"),
        "derivativeFile": Many(Link("File")),
        "fileLicense": URL,
        "meeting": Many(Link("Meeting")),
        "agendaItem": Many(Link("AgendaItem")),
        "paper": Many(Link("Paper")),
    },
    "Location": {
        "description": TEXT,
        "geojson": "object",
        "streetAddress": TEXT,
        "room": TEXT,
        "postalCode": TEXT,
        "subLocality": TEXT,
        "locality": TEXT,
        "bodies": Many(Link("Body")),
        "organizations": Many(Link("Organization")),
        "persons": Many(Link("Person")),
        "meetings": Many(Link("Meeting")),
        "papers": Many(Link("Paper")),
    },
}
REQUIRED = {
    "System": {"oparlVersion", "body"},
    "Body": {"name", "organization", "person", "meeting", "paper", "legislativeTerm"},
    "AgendaItem": {"order"},
    "File": {"accessUrl"},
}
EVER = {"id", "type", "created", "modified"}
"""What every object must have; the times are required by the specification's text."""

TOMBSTONE = EVER | {"deleted"}
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", re.ASCII)


def type_of(told: dict[str, Any]) -> str:
    """The type's short name, or nothing where the type is none of OParl 1.1."""
    name = str(told.get("type", "")).removeprefix(NAMESPACE)
    return name if str(told.get("type", "")).startswith(NAMESPACE) and name in FIELDS else ""


def missing(told: dict[str, Any]) -> set[str]:
    """The required fields that the object lacks."""
    wanted = EVER | (set() if told.get("deleted") else REQUIRED.get(type_of(told), set()))
    return {field for field in wanted if told.get(field) is None}


def misfits(told: dict[str, Any]) -> Iterator[str]:
    """The fields that hold something else than the type says, and those that the type does not have."""
    fields = COMMON | FIELDS[type_of(told)]
    for name, value in told.items():
        if name.startswith(OURS):
            continue
        if name not in fields:
            yield f"{name} is no field of {type_of(told)}"
        elif not fits(fields[name], value):
            yield f"{name} holds {value!r:.80}"


def fits(kind: Any, value: Any) -> bool:
    """Whether the value is what the kind says."""
    match kind:
        case Many(of=each):
            return isinstance(value, list) and all(fits(each, part) for part in value)
        case Within(type=name):
            return isinstance(value, dict) and type_of(value) == name
        case Link() | "url" | "external list":
            return isinstance(value, str) and re.match(r"https?://[^\s/]+", value) is not None
        case "text":
            return isinstance(value, str) and bool(value)
        case "flag":
            return isinstance(value, bool)
        case "number":
            return isinstance(value, int) and not isinstance(value, bool)
        case "object":
            return isinstance(value, dict)
        case "day":
            return isinstance(value, str) and _DAY.fullmatch(value) is not None and _reads(dt.date, value)
        case "moment":
            return isinstance(value, str) and _MOMENT.fullmatch(value) is not None and _reads(dt.datetime, value)
    raise AssertionError(kind)


def _reads(kind: type[dt.date], text: str) -> bool:
    try:
        kind.fromisoformat(text)
    except ValueError:
        return False
    return True


def links(told: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The ids that the object points at, each with the type that it must have; not those of objects within it."""
    for name, kind in FIELDS.get(type_of(told), {}).items():
        value = told.get(name)
        if isinstance(kind, Link) and isinstance(value, str):
            yield kind.type, value
        elif isinstance(kind, Many) and isinstance(kind.of, Link) and isinstance(value, list):
            yield from ((kind.of.type, each) for each in value)


def within(told: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The objects that are told within the object."""
    for name, kind in FIELDS.get(type_of(told), {}).items():
        value = told.get(name)
        if isinstance(kind, Within) and isinstance(value, dict):
            yield value
        elif isinstance(kind, Many) and isinstance(kind.of, Within) and isinstance(value, list):
            yield from (each for each in value if isinstance(each, dict))
