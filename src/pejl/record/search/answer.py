"""One search from beginning to end: match, order, count, and make the snippets of the page's hits."""

from __future__ import annotations

import time
from typing import Any

import tantivy
from tantivy import DocAddress, Order, Schema, Searcher

from pejl.record.search.asked import read_asked
from pejl.record.search.facets import count_facets, facets_of
from pejl.record.search.kept import Kept
from pejl.record.search.matching import Matcher
from pejl.record.search.nearest import suggest
from pejl.record.search.shapes import Facets, Hit, Query, Result
from pejl.record.search.snippets import Marker, Shown
from pejl.record.search.writing import kept_at

_PER_PAGE_AT_MOST = 100
_TIES_AT_MOST = 2000


def answer(searcher: Searcher, schema: Schema, query: Query) -> Result:
    """Answer a query over what the searcher sees."""
    began = time.perf_counter()
    asked = read_asked(query.text)
    per_page = min(max(query.per_page, 1), _PER_PAGE_AT_MOST)
    page = max(query.page, 1)
    if asked.says_nothing:
        return Result(0, (), page=page, per_page=per_page, elapsed_ms=_since(began))
    matcher = Matcher(searcher, schema)
    sought = [matcher.sought(wanted) for wanted in asked.wanted]
    matching = matcher.query(sought, [matcher.sought(unwanted) for unwanted in asked.unwanted], query)
    total, ranked = _page_of(searcher, matching, bool(sought), (page - 1) * per_page, per_page)
    marker = Marker(sought)
    found = [(score, kept_at(searcher, address)) for score, address in ranked]
    return Result(
        total=total,
        hits=tuple(_hit(kept, score, marker.show(kept)) for score, kept in found),
        facets=_facets(searcher, matching, total, [kept for _, kept in found]),
        page=page,
        per_page=per_page,
        suggestion=None if total else suggest(searcher, matcher, asked, query),
        elapsed_ms=_since(began),
    )


def _since(began: float) -> float:
    return (time.perf_counter() - began) * 1000


def _facets(searcher: Searcher, matching: tantivy.Query, total: int, on_page: list[Kept]) -> Facets:
    """The counts over all hits: from the page where it holds them all, else by the index."""
    return facets_of(on_page) if total == len(on_page) else count_facets(searcher, matching)


def _hit(kept: Kept, score: float, shown: Shown) -> Hit:
    return Hit(
        key=kept.key,
        document=kept.document,
        municipality=kept.municipality,
        title=kept.title,
        body=kept.body,
        body_slug=kept.body_slug,
        date=kept.date,
        outcome=kept.outcome,
        case_number=kept.case_number or None,
        score=score,
        anchor=shown.anchor,
        snippet=shown.snippet,
        title_segments=shown.title,
    )


def _page_of(
    searcher: Searcher, matching: tantivy.Query, by_score: bool, offset: int, size: int
) -> tuple[int, list[tuple[float, DocAddress]]]:
    """The number of hits, and those of one page with their scores, newest first among equals.

    A score tells one day from the next. Within a day the index gives equals in the order in which they lie there, which
    depends on how they came; so where a page ends among equals, all of these are fetched and put in order.
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
