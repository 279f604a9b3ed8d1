"""The record's votes as a list to leaf through, and one by one."""

from __future__ import annotations

from collections.abc import Iterable

from pejl.record.models import Publication
from pejl.record.popolo import VoteShape
from pejl.record.published.paths import Kind, path
from pejl.record.queries.oparl.found import shapes_of
from pejl.record.queries.oparl.places import Pages
from pejl.record.queries.stretch import Stretch


def votes(municipality: str | None, limit: int, offset: int) -> Stretch[Publication]:
    """Votes, those published latest first. Two database queries."""
    rows = Publication.objects.filter(kind=Kind.VOTE.value, deleted=False).select_related("municipality")
    if municipality is not None:
        rows = rows.filter(municipality__slug=municipality)
    ordered = rows.order_by("-created", "path")
    return Stretch(list(ordered[offset : offset + limit]), rows.count(), limit, offset)


def vote_shapes(pages: Pages, rows: Iterable[Publication]) -> list[VoteShape]:
    """What was voted on and by whom, in the order of the rows. Six database queries for each municipality."""
    wanted = list(rows)
    found = shapes_of(pages, wanted)
    return [shape for row in wanted if isinstance(shape := found.get(row.path), VoteShape)]


def vote_at(pages: Pages, municipality: str, *parts: str) -> VoteShape | None:
    """The vote under this path, or None."""
    row = Publication.objects.filter(path=path(Kind.VOTE, municipality, *parts), deleted=False)
    found = vote_shapes(pages, row.select_related("municipality"))
    return found[0] if found else None
