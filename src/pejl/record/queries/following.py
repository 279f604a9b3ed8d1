"""A search as those who follow it need it: the latest meetings first, each hit with when it was published."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.db.models import Q

from pejl.record.models import Body
from pejl.record.oparl.ground import Stamp
from pejl.record.published.paths import Kind, name_part, path
from pejl.record.queries.finding import address_of, find
from pejl.record.queries.published import stamps
from pejl.record.search import Hit, Query

MOST = 50
"""How many hits a reader who follows is told of."""


@dataclass(frozen=True)
class Followed:
    """A hit, with when its item was published and last changed."""

    hit: Hit
    stamp: Stamp


def followed(query: Query) -> list[Followed] | None:
    """The hits of the latest meetings, or None where there is no index to ask. Two database queries.

    A hit that the record has meanwhile taken back is left out.
    """
    result = find(replace(query, page=1, per_page=MOST, newest_first=True)).result
    if result is None:
        return None
    paths = _paths(result.hits)
    told = stamps(paths.values())
    return [Followed(hit, told[paths[hit.key]]) for hit in result.hits if paths.get(hit.key) in told]


def _paths(hits: tuple[Hit, ...]) -> dict[str, str]:
    """The paths of the items that were hit, by the hits' keys."""
    wanted = Q(pk=None)
    for municipality, slug in {(hit.municipality, hit.body_slug) for hit in hits}:
        wanted |= Q(municipality__slug=municipality, slug=slug)
    keys = {
        (municipality, slug): key
        for municipality, slug, key in Body.objects.filter(wanted).values_list("municipality__slug", "slug", "key")
    }
    found = {}
    for hit in hits:
        municipality, body, meeting, item = address_of(hit)
        if key := keys.get((municipality, body)):
            found[hit.key] = path(Kind.ITEM, municipality, name_part(key), meeting, item)
    return found
