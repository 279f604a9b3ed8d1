"""A stretch of what a query finds, in an order that does not depend on how the items came into the index."""

from __future__ import annotations

from typing import Any

import tantivy
from tantivy import DocAddress, Order, Searcher

_TIES_AT_MOST = 2000

Ranked = tuple[float, DocAddress]
"""Where an item lies, with its score."""


def stretch(
    searcher: Searcher, matching: tantivy.Query, by_score: bool, offset: int, size: int
) -> tuple[int, list[Ranked]]:
    """The number of hits, and those of a stretch with their scores, newest first among equals.

    A score tells one day from the next. Within a day the index gives equals in the order in which they lie there, which
    depends on how they came; so where a stretch ends among equals, all of these are fetched and put in order.
    """
    found: Any
    if offset >= searcher.num_docs:
        found = searcher.search(matching, 1)
        return found.count, []
    if not by_score:
        found = searcher.search(matching, size, order_by_field="order", order=Order.Desc, offset=offset)
        return found.count, [(0.0, address) for _, address in found.hits]
    end = offset + size
    limit = end + 1
    found = searcher.search(matching, limit, weight_by_field="recency")
    hits = found.hits
    while len(hits) == limit < end + _TIES_AT_MOST and hits[end - 1][0] == hits[-1][0]:
        limit = min(limit * 4, end + _TIES_AT_MOST)
        hits = searcher.search(matching, limit, count=False, weight_by_field="recency").hits
    orders = searcher.fast_field_values("order", [address for _, address in hits])
    ranked = sorted(zip(hits, orders, strict=True), key=lambda ranked: (-ranked[0][0], -(ranked[1] or 0)))
    return found.count, [hit for hit, _ in ranked[offset:end]]
