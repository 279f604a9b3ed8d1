"""Full-text search of the record: Danish, embedded, made anew at will.

`SearchIndex` holds the open items; `Query` goes in, `Result` comes out. `docs/search.md` tells how words are matched.
"""

from pejl.record.search.index import SearchIndex
from pejl.record.search.shapes import (
    ClosedItemRefused,
    FacetCount,
    Facets,
    Hit,
    IndexBroken,
    IndexBusy,
    IndexedItem,
    Query,
    Result,
    Segment,
    Suggestion,
    WordCount,
)

__all__ = [
    "ClosedItemRefused",
    "FacetCount",
    "Facets",
    "Hit",
    "IndexBroken",
    "IndexBusy",
    "IndexedItem",
    "Query",
    "Result",
    "SearchIndex",
    "Segment",
    "Suggestion",
    "WordCount",
]
