"""System, Body and LegislativeTerm: where a reader begins."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pejl.record.oparl.ground import VERSION, Base, OParl, Stamp, opened, stamped, told, typed
from pejl.record.oparl.shapes import BodyShape, TermShape
from pejl.record.published.paths import Kind

LISTS = {
    "organization": Kind.ORGANIZATION,
    "person": Kind.PERSON,
    "meeting": Kind.MEETING,
    "paper": Kind.PAPER,
    "agendaItem": Kind.ITEM,
    "consultation": Kind.CONSULTATION,
    "file": Kind.FILE,
    "locationList": Kind.LOCATION,
    "legislativeTermList": Kind.TERM,
    "membership": Kind.MEMBERSHIP,
}
"""The external lists of a Body, by the field that leads to each."""

SYSTEM = "system"
"""The path of the system object."""

_YEARS = re.compile(r"((?:19|20)\d\d)\s?[-–]\s?((?:19|20)\d\d)")


@dataclass(frozen=True)
class About:
    """What the installation says of itself; empty where it says nothing. `page` is the site's page about it."""

    name: str
    license: str
    contact_name: str
    contact_email: str
    page: str


def system(base: Base, about: About, stamp: Stamp | None) -> OParl:
    """The beginning. There is one version of OParl here, so `otherOparlVersions` has nothing to name."""
    return told(
        {
            "id": base.id(SYSTEM),
            "type": typed("System"),
            "oparlVersion": VERSION,
            "body": base.id("body"),
            "name": about.name,
            "license": about.license,
            "contactName": about.contact_name,
            "contactEmail": about.contact_email,
            "website": base.web("/"),
            "vendor": base.web(about.page),
            "product": base.web(about.page),
            "web": base.web("/"),
            **stamped(stamp),
        }
    )


def body(base: Base, about: About, shape: BodyShape) -> OParl:
    """A municipality, with the lists of everything that it has."""
    return told(
        {
            **opened(base, Kind.BODY, shape.path),
            "system": base.id(SYSTEM),
            "name": shape.name,
            "license": about.license,
            "contactName": about.contact_name,
            "contactEmail": about.contact_email,
            **{field: base.id(f"{shape.path}/{kind.value}") for field, kind in LISTS.items()},
            "legislativeTerm": [term(base, each, embedded=True) for each in shape.terms],
            "classification": "Gemeinde",
            **stamped(shape.stamp),
            "web": base.web(shape.page),
        },
        always=frozenset({"legislativeTerm"}),
    )


def term(base: Base, shape: TermShape, *, embedded: bool = False) -> OParl:
    """A term of office. Its days follow from the years that its name gives: Danish terms run by calendar years."""
    years = _YEARS.fullmatch(shape.name.strip())
    return told(
        {
            **opened(base, Kind.TERM, shape.path),
            "body": None if embedded else base.id(shape.body),
            "name": shape.name,
            "startDate": f"{years[1]}-01-01" if years else None,
            "endDate": f"{years[2]}-12-31" if years else None,
            **stamped(shape.stamp),
        }
    )
