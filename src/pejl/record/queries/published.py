"""What is published, page by page: ordered by when it came and by path, so that whatever comes later comes last.

A page begins after a place, not at a number, so nothing is skipped or told twice when things come or go between two
pages. Every function takes a constant number of database queries.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Max, Min, Q, QuerySet

from pejl.record.models import Publication
from pejl.record.oparl.ground import Stamp
from pejl.record.oparl.lists import FIRST, Cut
from pejl.record.published.cursor import Place, place_text
from pejl.record.published.paths import Kind

BATCH = 5000


@dataclass(frozen=True)
class Filters:
    """Which things of a list are wanted, by their times; each bound is included.

    What is deleted is told of only where `modified_since` is given: whoever asks so keeps a copy up to date.
    """

    created_since: dt.datetime | None = None
    created_until: dt.datetime | None = None
    modified_since: dt.datetime | None = None
    modified_until: dt.datetime | None = None


def published(path: str) -> Publication | None:
    """What is or was published under the path."""
    return Publication.objects.select_related("municipality").filter(path=path).first()


def page_of(
    kind: Kind, municipality: str | None, filters: Filters, limit: int, after: Place | None
) -> tuple[list[Publication], Cut]:
    """At most `limit` things of the kind after the place, and how the list is cut. Five database queries at most."""
    every = _wanted(kind, municipality, filters)
    ordered = every.order_by("created", "path")
    rows = list((ordered.filter(_later(after)) if after else ordered).select_related("municipality")[: limit + 1])
    beginning = beginning_of(kind, municipality)
    following = place_text(_place(rows[limit - 1]), beginning) if len(rows) > limit else None
    total = every.count()
    ahead = every.exclude(_later(after)).count() if after else 0
    cut = Cut(
        total=total,
        per_page=limit,
        number=ahead // limit + 1,
        here=place_text(after, beginning) if after else FIRST,
        before=_after_the(ordered, max(0, ahead - limit), beginning) if after and ahead else None,
        following=following,
        last=_after_the(ordered, max(0, total - 1) // limit * limit, beginning),
    )
    return rows[:limit], cut


def beginning_of(kind: Kind, municipality: str | None) -> str:
    """What the paths of a list begin with."""
    return f"{kind.value}/" if municipality is None else f"{kind.value}/{municipality}/"


def stamps(paths: Iterable[str]) -> dict[str, Stamp]:
    """The times of those of the paths that are published, or were."""
    wanted = sorted(set(paths))
    found: dict[str, Stamp] = {}
    for at in range(0, len(wanted), BATCH):
        rows = Publication.objects.filter(path__in=wanted[at : at + BATCH]).values_list("path", "created", "modified")
        found |= {path: Stamp(created, modified) for path, created, modified in rows}
    return found


def extent(municipality: str | None = None) -> Stamp | None:
    """From when to when anything was published or changed; None in an empty record."""
    rows = Publication.objects.all()
    if municipality is not None:
        rows = rows.filter(municipality__slug=municipality)
    told = rows.aggregate(created=Min("created"), modified=Max("modified"))
    return Stamp(told["created"], told["modified"]) if told["created"] else None


def _wanted(kind: Kind, municipality: str | None, filters: Filters) -> QuerySet[Publication]:
    rows = Publication.objects.filter(kind=kind.value)
    if municipality is not None:
        rows = rows.filter(municipality__slug=municipality)
    if filters.modified_since is None:
        rows = rows.filter(deleted=False)
    bounds = {
        "created__gte": filters.created_since,
        "created__lte": filters.created_until,
        "modified__gte": filters.modified_since,
        "modified__lte": filters.modified_until,
    }
    return rows.filter(**{field: at for field, at in bounds.items() if at is not None})


def _later(place: Place) -> Q:
    return Q(created__gt=place.moment) | Q(created=place.moment, path__gt=place.path)


def _after_the(ordered: QuerySet[Publication], count: int, beginning: str) -> str:
    """The place after the first `count` things of the list."""
    if not count:
        return FIRST
    row = ordered[count - 1 : count].first()
    return place_text(_place(row), beginning) if row else FIRST


def _place(row: Publication) -> Place:
    return Place(row.created, row.path)
