"""One search from beginning to end: match, order, count, and make the snippets of the page's hits."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import tantivy
from tantivy import Schema, Searcher

from pejl import when_used
from pejl.record.search.asked import read_asked
from pejl.record.search.facets import count_facets, facets_of
from pejl.record.search.fusing import Fused, Fusing
from pejl.record.search.kept import Kept
from pejl.record.search.matching import Matcher
from pejl.record.search.nearest import suggest
from pejl.record.search.paging import Ranked, stretch
from pejl.record.search.shapes import Facets, Hit, Query, Result
from pejl.record.search.snippets import Marker, Shown
from pejl.record.search.ways import Way, Ways
from pejl.record.search.writing import kept_at

if TYPE_CHECKING:
    from pejl.record.search.meaning import Meanings, passages
else:
    passages = when_used.module("pejl.record.search.meaning.passages")

_PER_PAGE_AT_MOST = 100


def answer(searcher: Searcher, schema: Schema, query: Query, meanings: Meanings | None = None) -> Result:
    """Answer a query over what the searcher sees, and by what it means where that is told."""
    began = time.perf_counter()
    asked = read_asked(query.text)
    per_page = min(max(query.per_page, 1), _PER_PAGE_AT_MOST)
    page = max(query.page, 1)
    if asked.says_nothing:
        return Result(0, (), page=page, per_page=per_page, elapsed_ms=_since(began))
    matcher = Matcher(searcher, schema)
    ways = Ways(searcher, matcher, asked, query)
    way, total, ranked = _first_that_finds(searcher, ways, query.newest_first, (page - 1) * per_page, per_page)
    by_words = total
    matching = way.matching
    fused = None
    if meanings and not query.newest_first and ways.plain and (asked.is_question or way.whole or not total):
        near = meanings.near(query.text, ways.read().known)
        fused = Fusing(searcher, schema, matcher, query).fuse(way, near)
    if fused:
        total, matching = fused.total, fused.matching
        ranked = fused.stretch(searcher, (page - 1) * per_page, per_page)
    marker = Marker(way.sought)
    found = [(score, kept_at(searcher, address)) for score, address in ranked]
    return Result(
        total=total,
        hits=tuple(_hit(kept, score, marker, fused) for score, kept in found),
        facets=_facets(searcher, matching, total, [kept for _, kept in found]),
        page=page,
        per_page=per_page,
        suggestion=None if total else suggest(searcher, matcher, ways.carrying, query),
        put_right=way.put_right if by_words else None,
        holding_all=matcher.count(way.whole) if by_words and way.whole else by_words,
        by_meaning=len(fused.by_meaning) if fused else 0,
        elapsed_ms=_since(began),
    )


def _first_that_finds(
    searcher: Searcher, ways: Ways, newest_first: bool, offset: int, size: int
) -> tuple[Way, int, list[Ranked]]:
    """The first of the ways that finds something, else the last, with the number of hits and those of the page."""
    for way in ways:
        by_score = bool(way.sought) and not newest_first
        total, ranked = stretch(searcher, way.matching, by_score, offset, size)
        if total:
            break
    return way, total, ranked


def _since(began: float) -> float:
    return (time.perf_counter() - began) * 1000


def _facets(searcher: Searcher, matching: tantivy.Query, total: int, on_page: list[Kept]) -> Facets:
    """The counts over all hits: from the page where it holds them all, else by the index."""
    return facets_of(on_page) if total == len(on_page) else count_facets(searcher, matching)


def _hit(kept: Kept, score: float, marker: Marker, fused: Fused | None) -> Hit:
    by_meaning = fused is not None and kept.key in fused.by_meaning
    shown = _nearest_passage(kept, marker, fused) if fused and by_meaning else marker.show(kept)
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
        by_meaning=by_meaning,
    )


def _nearest_passage(kept: Kept, marker: Marker, fused: Fused) -> Shown:
    """An item that its meaning found, at the passage that is nearest."""
    own = passages.passages(kept.title, kept.paragraphs)
    nearest = own[min(fused.near[kept.digest].passage, len(own) - 1)]
    return marker.show_at(kept, nearest.paragraph, nearest.begins)
