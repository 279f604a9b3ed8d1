"""How many of the hits have each body, year, outcome and subject."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import tantivy
from tantivy import Searcher

from pejl.record.search.kept import Kept
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
    """Count every hit of the query."""
    counted: dict[str, Any] = searcher.aggregate(matching, _COUNTING)
    counts = {name: {bucket["key"]: bucket["doc_count"] for bucket in counted[name]["buckets"]} for name in _FIELDS}
    return Facets(
        municipality=_plain(counts["municipality"]),
        body=_labelled((*label.split(LABEL, 1), count) for label, count in counts["body"].items()),
        year=_years(counts["year"]),
        outcome=_plain(counts["outcome"]),
        subject=_plain(counts["subject"]),
    )


def facets_of(items: Iterable[Kept]) -> Facets:
    """Count these items: the same answer as `count_facets` where they are all the hits."""
    held = list(items)
    bodies = Counter((kept.body_slug, kept.body) for kept in held)
    return Facets(
        municipality=_plain(Counter(kept.municipality for kept in held)),
        body=_labelled((slug, name, count) for (slug, name), count in bodies.items()),
        year=_years(Counter(kept.year for kept in held if kept.year is not None)),
        outcome=_plain(Counter(kept.outcome for kept in held)),
        subject=_plain(Counter(kept.subject for kept in held if kept.subject)),
    )


def _plain(counts: Mapping[str, int]) -> tuple[FacetCount, ...]:
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(FacetCount(value, value, count) for value, count in ordered)


def _years(counts: Mapping[Any, int]) -> tuple[FacetCount, ...]:
    ordered = sorted(((int(year), count) for year, count in counts.items()), reverse=True)
    return tuple(FacetCount(str(year), str(year), count) for year, count in ordered)


def _labelled(counts: Iterable[tuple[str, str, int]]) -> tuple[FacetCount, ...]:
    """One count per slug, under the name that most of its hits have: a name may be printed in more ways than one."""
    totals: Counter[str] = Counter()
    names: dict[str, tuple[int, str]] = {}
    for slug, name, count in counts:
        totals[slug] += count
        names[slug] = min(names.get(slug, (0, "")), (-count, name))
    ordered = sorted(totals.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(FacetCount(slug, names[slug][1], count) for slug, count in ordered)
