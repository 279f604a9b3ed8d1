"""Where is it said? The search index asked for the site, with the addresses of what it finds."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from pejl.record.search import Hit, IndexBroken, Query, Result, SearchIndex


@dataclass(frozen=True)
class Found:
    """The answer to a search. `result` None: there is no index to ask, and `pejl record rebuild` makes one."""

    query: Query
    result: Result | None


def find(query: Query) -> Found:
    """Ask the index as of its last change, whoever made it."""
    try:
        return Found(query, _index(settings.HOME.index, settings.BY_MEANING).search(query))
    except IndexBroken:
        _index.cache_clear()
        return Found(query, None)


def address_of(hit: Hit) -> tuple[str, str, str, str]:
    """The slugs of municipality, body, meeting and item that lead to the hit."""
    municipality, body, meeting, item = hit.key.split("/")
    return municipality, body, meeting, item


@lru_cache(maxsize=4)
def _index(folder: Path, by_meaning: bool) -> SearchIndex:
    """The index is opened once and follows its folder from then on. Raises `IndexBroken`, which is not remembered."""
    return SearchIndex.open(folder, by_meaning)
