"""Published things of any kind as shapes: each municipality's at once, by a few queries."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from typing import Any

from pejl.record.models import Publication
from pejl.record.oparl.ground import Stamp
from pejl.record.oparl.shapes import BodyShape, LocationShape, TermShape
from pejl.record.published.lines import Shape
from pejl.record.published.paths import Kind
from pejl.record.queries.oparl import meetings, papers, people, votes
from pejl.record.queries.oparl.places import Pages, Places

Rows = Sequence[Publication]
Found = Mapping[str, Shape]


def shapes_of(pages: Pages, rows: Rows) -> dict[str, Shape]:
    """The shapes of those of the things, of one kind or several, that are still published, by path."""
    here = sorted((row for row in rows if not row.deleted), key=_order)
    found: dict[str, Shape] = {}
    found |= _bodies(pages, [row for row in here if row.kind == Kind.BODY])
    places: dict[int, Places] = {}
    for (municipality, kind), group in groupby(here, key=_order):
        own = list(group)
        if kind != Kind.BODY:
            at = places.setdefault(municipality, Places(own[0].municipality, pages))
            found |= _FINDERS[Kind(kind)](at, own)
    return found


def _order(row: Publication) -> tuple[int, str]:
    return row.municipality_id, row.kind


def _bodies(pages: Pages, rows: Rows) -> dict[str, BodyShape]:
    """All municipalities at once: one database query for all their terms."""
    if not rows:
        return {}
    terms: dict[int, list[TermShape]] = {}
    of_all = Publication.objects.filter(kind=Kind.TERM.value, deleted=False).filter(
        municipality__in=[row.municipality_id for row in rows]
    )
    for row in of_all.select_related("municipality").order_by("name"):
        terms.setdefault(row.municipality_id, []).append(_term(Places(row.municipality, pages), row))
    return {
        row.path: BodyShape(
            path=row.path,
            stamp=_stamp(row),
            name=row.municipality.name,
            terms=tuple(terms.get(row.municipality_id, ())),
            page=pages.municipality(row.municipality),
        )
        for row in rows
    }


def _term(places: Places, row: Publication) -> TermShape:
    return TermShape(row.path, _stamp(row), places.own, row.name)


def _stamp(row: Publication) -> Stamp:
    return Stamp(row.created, row.modified)


def _paths(rows: Rows) -> list[str]:
    return [row.path for row in rows]


def _names(rows: Rows) -> list[str]:
    return [row.name for row in rows]


_FINDERS: dict[Kind, Callable[[Places, Rows], dict[str, Any]]] = {
    Kind.ORGANIZATION: people.organizations,
    Kind.PERSON: lambda places, rows: people.people(places, _names(rows)),
    Kind.MEMBERSHIP: lambda places, rows: people.memberships(places, _paths(rows)),
    Kind.MEETING: lambda places, rows: meetings.meetings(places, _paths(rows)),
    Kind.ITEM: lambda places, rows: meetings.items(places, _paths(rows)),
    Kind.VOTE: lambda places, rows: votes.votes(places, _paths(rows)),
    Kind.PAPER: lambda places, rows: papers.papers(places, _names(rows)),
    Kind.CONSULTATION: lambda places, rows: papers.consultations(places, _paths(rows)),
    Kind.FILE: lambda places, rows: meetings.files(places, _paths(rows)),
    Kind.LOCATION: lambda _, rows: {row.path: LocationShape(row.path, _stamp(row), row.name) for row in rows},
    Kind.TERM: lambda places, rows: {row.path: _term(places, row) for row in rows},
}
