"""Published things of any kind as OParl objects: what the site's views and the tests ask for.

Things of several municipalities may come together; each municipality costs its own few queries.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from pejl.record.models import Publication
from pejl.record.oparl.files import file
from pejl.record.oparl.meetings import item, location, meeting
from pejl.record.oparl.objects import Base, OParl, Stamp, tombstone
from pejl.record.oparl.papers import consultation, paper
from pejl.record.oparl.people import membership, organization, person
from pejl.record.oparl.shapes import BodyShape, LocationShape, TermShape
from pejl.record.oparl.system import About, body, term
from pejl.record.oparl.words import Words
from pejl.record.published.paths import Kind
from pejl.record.queries.oparl import meetings as of_meetings
from pejl.record.queries.oparl import papers as of_papers
from pejl.record.queries.oparl import people as of_people
from pejl.record.queries.oparl.places import Pages, Places

Rows = Sequence[Publication]


@dataclass(frozen=True)
class Speaker:
    """In whose name objects are made: the installation's address, its words, its pages, and what it says of itself."""

    base: Base
    about: About
    words: Words
    pages: Pages


def objects(speaker: Speaker, rows: Rows, *, omit_internal: bool = False) -> list[OParl]:
    """The objects for these things, all of one kind, in their order; what is deleted as a tombstone."""
    here = sorted((row for row in rows if not row.deleted), key=_municipality)
    found: dict[str, OParl] = {}
    if here and here[0].kind == Kind.BODY:
        found = _bodies(speaker, here)
    else:
        for _, group in groupby(here, key=_municipality):
            own = list(group)
            places = Places(own[0].municipality, speaker.pages)
            found |= _MAKERS[Kind(own[0].kind)](speaker, places, own, omit_internal)
    return [found.get(row.path) or tombstone(speaker.base, Kind(row.kind), row.path, _stamp(row)) for row in rows]


def _municipality(row: Publication) -> int:
    return row.municipality_id


def _bodies(speaker: Speaker, rows: Rows) -> dict[str, OParl]:
    """All municipalities at once: one database query for all their terms."""
    terms: dict[int, list[TermShape]] = {}
    of_all = Publication.objects.filter(kind=Kind.TERM.value, deleted=False).filter(
        municipality__in=[row.municipality_id for row in rows]
    )
    for row in of_all.select_related("municipality").order_by("name"):
        own = terms.setdefault(row.municipality_id, [])
        own.append(_term(Places(row.municipality, speaker.pages), row))
    return {row.path: body(speaker.base, speaker.about, _body(speaker, row, terms)) for row in rows}


def _body(speaker: Speaker, row: Publication, terms: Mapping[int, Sequence[TermShape]]) -> BodyShape:
    municipality = row.municipality
    page = speaker.pages.municipality(municipality)
    return BodyShape(row.path, _stamp(row), municipality.name, tuple(terms.get(row.municipality_id, ())), page)


def _term(places: Places, row: Publication) -> TermShape:
    return TermShape(row.path, _stamp(row), places.own, row.name)


def _stamp(row: Publication) -> Stamp:
    return Stamp(row.created, row.modified)


def _paths(rows: Rows) -> list[str]:
    return [row.path for row in rows]


def _names(rows: Rows) -> Iterable[str]:
    return [row.name for row in rows]


def _terms(speaker: Speaker, places: Places, rows: Rows, _omit: bool) -> dict[str, OParl]:
    return {row.path: term(speaker.base, _term(places, row)) for row in rows}


def _locations(speaker: Speaker, _places: Places, rows: Rows, _omit: bool) -> dict[str, OParl]:
    return {row.path: location(speaker.base, LocationShape(row.path, _stamp(row), row.name)) for row in rows}


def _organizations(speaker: Speaker, places: Places, rows: Rows, _omit: bool) -> dict[str, OParl]:
    shapes = of_people.organizations(places, rows)
    return {each: organization(speaker.base, shape) for each, shape in shapes.items()}


def _people(speaker: Speaker, places: Places, rows: Rows, omit: bool) -> dict[str, OParl]:
    shapes = of_people.people(places, _names(rows))
    return {each: person(speaker.base, speaker.words, shape, omit_internal=omit) for each, shape in shapes.items()}


def _memberships(speaker: Speaker, places: Places, rows: Rows, _omit: bool) -> dict[str, OParl]:
    shapes = of_people.memberships(places, _paths(rows))
    return {each: membership(speaker.base, speaker.words, shape) for each, shape in shapes.items()}


def _meetings(speaker: Speaker, places: Places, rows: Rows, omit: bool) -> dict[str, OParl]:
    shapes = of_meetings.meetings(places, _paths(rows))
    return {each: meeting(speaker.base, speaker.words, shape, omit_internal=omit) for each, shape in shapes.items()}


def _items(speaker: Speaker, places: Places, rows: Rows, _omit: bool) -> dict[str, OParl]:
    shapes = of_meetings.items(places, _paths(rows))
    return {each: item(speaker.base, speaker.words, shape) for each, shape in shapes.items()}


def _files(speaker: Speaker, places: Places, rows: Rows, _omit: bool) -> dict[str, OParl]:
    shapes = of_meetings.files(places, _paths(rows))
    return {each: file(speaker.base, speaker.words, shape) for each, shape in shapes.items()}


def _papers(speaker: Speaker, places: Places, rows: Rows, _omit: bool) -> dict[str, OParl]:
    shapes = of_papers.papers(places, _names(rows))
    return {each: paper(speaker.base, speaker.words, shape) for each, shape in shapes.items()}


def _consultations(speaker: Speaker, places: Places, rows: Rows, _omit: bool) -> dict[str, OParl]:
    shapes = of_papers.consultations(places, _paths(rows))
    return {each: consultation(speaker.base, speaker.words, shape) for each, shape in shapes.items()}


Maker = Callable[[Speaker, Places, Any, bool], dict[str, OParl]]
_MAKERS: dict[Kind, Maker] = {
    Kind.ORGANIZATION: _organizations,
    Kind.PERSON: _people,
    Kind.MEMBERSHIP: _memberships,
    Kind.MEETING: _meetings,
    Kind.ITEM: _items,
    Kind.PAPER: _papers,
    Kind.CONSULTATION: _consultations,
    Kind.FILE: _files,
    Kind.LOCATION: _locations,
    Kind.TERM: _terms,
}
