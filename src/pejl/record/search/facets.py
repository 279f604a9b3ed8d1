"""How many of the hits have each body, year, outcome and subject."""

from __future__ import annotations

from collections import Counter
from typing import Any

import tantivy
from tantivy import Searcher

from pejl.record.search.schema import LABEL
from pejl.record.search.shapes import FacetCount, Facets

_FIELDS = {
    "municipality": "municipality_facet",
    "body": "body_facet",
    "year": "year",
    "outcome": "outcome_facet",
    "subject": "subject_facet",
}
_VALUES_AT_MOST = 1000
_COUNTING = {name: {"terms": {"field": field, "size": _VALUES_AT_MOST}} for name, field in _FIELDS.items()}


def count_facets(searcher: Searcher, matching: tantivy.Query) -> Facets:
    """Count every hit of the query, not only those of the page."""
    counted: dict[str, Any] = searcher.aggregate(matching, _COUNTING)
    buckets = {name: counted[name]["buckets"] for name in _FIELDS}
    years = sorted(((int(bucket["key"]), bucket["doc_count"]) for bucket in buckets["year"]), reverse=True)
    return Facets(
        municipality=_plain(buckets["municipality"]),
        body=_labelled(buckets["body"]),
        year=tuple(FacetCount(str(year), str(year), count) for year, count in years),
        outcome=_plain(buckets["outcome"]),
        subject=_plain(buckets["subject"]),
    )


def _plain(buckets: list[dict[str, Any]]) -> tuple[FacetCount, ...]:
    counts = [FacetCount(bucket["key"], bucket["key"], bucket["doc_count"]) for bucket in buckets]
    return tuple(sorted(counts, key=lambda facet: (-facet.count, facet.value)))


def _labelled(buckets: list[dict[str, Any]]) -> tuple[FacetCount, ...]:
    """One count per slug, under the name that most of its hits have: a name may be printed in more ways than one."""
    counts: Counter[str] = Counter()
    names: dict[str, tuple[int, str]] = {}
    for bucket in buckets:
        slug, name = bucket["key"].split(LABEL, 1)
        counts[slug] += bucket["doc_count"]
        names[slug] = min(names.get(slug, (0, "")), (-bucket["doc_count"], name))
    facets = [FacetCount(slug, names[slug][1], count) for slug, count in counts.items()]
    return tuple(sorted(facets, key=lambda facet: (-facet.count, facet.value)))
