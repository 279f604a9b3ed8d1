"""Narrowing down, and how many hits there are of each kind."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from pejl.record.search import FacetCount, Query, SearchIndex
from record.search.small_record import BODIES, RECORD, build, found, item, keys


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    return build(tmp_path_factory.mktemp("filters") / "index")


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"body": "oeu"}, {"salg", "klager"}),
        ({"year": 2024}, {"skole", "festsal", "virksomhed"}),
        ({"outcome": "postponed"}, {"udskudt"}),
        ({"subject": "15.00.30"}, {"samtaler", "ips", "klager"}),
        ({"subject": "15.20"}, {"reform", "virksomhed", "udskudt"}),
        ({"subject": "82"}, {"salg", "festsal"}),
        ({"subject": "15", "year": 2025, "outcome": "for_information"}, {"reform", "ips"}),
        ({"municipality": "fjordby", "body": "by"}, {"festsal", "borgmester"}),
        ({"municipality": "andenby"}, set()),
        ({"subject": "1"}, set()),
    ],
)
def test_filters_narrow_down(index: SearchIndex, filters: dict[str, str | int], expected: set[str]) -> None:
    assert found(index, "", **filters) == expected


def test_filter_works_together_with_words(index: SearchIndex) -> None:
    assert found(index, "indsats", outcome="for_information") == {"ips"}
    assert found(index, "-indsats", subject="15.20") == {"reform", "udskudt"}


def test_no_words_show_the_newest_first(index: SearchIndex) -> None:
    shown = keys(index.search(Query("", per_page=3)))
    assert shown[:2] == ["samtaler", "aabenraa"]
    assert keys(index.search(Query("", per_page=100)))[-1] == "tom"


def test_facets_count_all_hits_and_not_only_the_page(index: SearchIndex) -> None:
    result = index.search(Query("", per_page=1))
    bodies = Counter(one.body_slug for one in RECORD)
    assert {facet.value: facet.count for facet in result.facets.body} == bodies
    assert {facet.value: facet.label for facet in result.facets.body} == BODIES
    assert result.facets.municipality == (FacetCount("fjordby", "fjordby", len(RECORD)),)
    assert [facet.value for facet in result.facets.year] == ["2025", "2024"]
    assert sum(facet.count for facet in result.facets.outcome) == len(RECORD)


@pytest.mark.parametrize("text", ["", "i", "kommunen", "-sal", "indsats"])
def test_facets_are_the_same_whether_or_not_all_hits_are_on_the_page(index: SearchIndex, text: str) -> None:
    assert index.search(Query(text, per_page=1)).facets == index.search(Query(text, per_page=100)).facets


def test_facets_follow_the_query(index: SearchIndex) -> None:
    facets = index.search(Query("indsats")).facets
    assert {facet.value: facet.count for facet in facets.outcome} == {"for_information": 1, "recommended": 1}


def test_body_printed_in_two_ways_is_one_body(tmp_path: Path) -> None:
    BODIES["two"] = "Social- og Sundhedsudvalget"
    first = [item(str(number), "Praktik", body="two") for number in range(3)]
    BODIES["two"] = "Social- og sundhedsudvalget"
    index = build(tmp_path, [*first, item("other", "Praktik", body="two")])
    del BODIES["two"]
    for per_page in (1, 10):
        facets = index.search(Query("praktik", per_page=per_page)).facets
        assert facets.body == (FacetCount("two", "Social- og Sundhedsudvalget", 4),)


def test_pages_share_the_hits_between_them(index: SearchIndex) -> None:
    everything = keys(index.search(Query("", per_page=100)))
    pages = [index.search(Query("", page=page, per_page=5)) for page in (1, 2, 3)]
    assert [key for page in pages for key in keys(page)] == everything
    assert [page.total for page in pages] == [len(RECORD)] * 3
    assert pages[0].pages == 3


@pytest.mark.parametrize(("page", "per_page"), [(0, 20), (-3, 20), (1, 0), (1, -1), (1, 10**9)])
def test_page_that_cannot_be_is_the_nearest_that_can(index: SearchIndex, page: int, per_page: int) -> None:
    result = index.search(Query("", page=page, per_page=per_page))
    assert result.total == len(RECORD)
    assert len(result.hits) == min(result.per_page, len(RECORD))


def test_page_far_beyond_the_last_is_empty(index: SearchIndex) -> None:
    result = index.search(Query("kommune", page=10**15))
    assert result.hits == ()
    assert result.total > 0
