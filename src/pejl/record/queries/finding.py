"""Where is it said? The search index asked for the site, with the addresses of what it finds."""

from __future__ import annotations

from dataclasses import dataclass

from pejl.record.search import Hit, Query, Result


@dataclass(frozen=True)
class Found:
    """The answer to a search. `result` None: there is no index to ask, and `pejl record rebuild` makes one."""

    query: Query
    result: Result | None


def find(query: Query) -> Found:
    """Ask the index."""
    return Found(query, None)


def address_of(hit: Hit) -> tuple[str, str, str, str]:
    """The slugs of municipality, body, meeting and item that lead to the hit."""
    municipality, body, meeting, item = hit.key.split("/")
    return municipality, body, meeting, item
