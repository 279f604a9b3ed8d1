"""What a reader is told when nothing holds what was typed."""

from __future__ import annotations

import pytest

from pejl.record.search import Query, SearchIndex, WordCount
from record.search.small_record import build, keys


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    return build(tmp_path_factory.mktemp("nothing") / "index")


@pytest.mark.parametrize(
    ("typed", "better"),
    [
        ("kontanthjelp", "kontanthjælp"),
        ("jobsenter", None),
        ("sygedagpegne", "sygedagpenge"),
        ("virksomhdspraktik", "virksomhedspraktik"),
        ("ankestyrlsn", "ankestyrelsen"),
        ("zebrahale", None),
        ("xyz", None),
    ],
)
def test_misspelt_word_is_put_right(index: SearchIndex, typed: str, better: str | None) -> None:
    result = index.search(Query(typed))
    assert result.put_right == better
    assert keys(result) == (keys(index.search(Query(better))) if better else [])
    strictly = index.search(Query(typed, strictly=True))
    assert strictly.total == 0
    assert strictly.suggestion is not None
    assert strictly.suggestion.text == better


def test_short_word_is_put_right_only_where_the_reader_says_so(index: SearchIndex) -> None:
    """A short word is as likely a word that the record does not use as one that is typed wrong."""
    result = index.search(Query("bref"))
    assert (result.total, result.put_right) == (0, None)
    assert result.suggestion is not None
    assert result.suggestion.text == "brev"


def test_reader_is_told_what_each_word_alone_would_give(index: SearchIndex) -> None:
    suggestion = index.search(Query("festsal praktik kvantefysik")).suggestion
    assert suggestion is not None
    assert suggestion.alone == (WordCount("festsal", 1), WordCount("praktik", 1), WordCount("kvantefysik", 0))
    assert suggestion.text is None


def test_word_put_right_keeps_the_rest_of_the_query(index: SearchIndex) -> None:
    suggestion = index.search(Query("festsal kontanthjelp")).suggestion
    assert suggestion is not None
    assert suggestion.text is None, "the query put right would find nothing either"
    suggestion = index.search(Query('udgifter sygedagpegne -"nyt medlem"')).suggestion
    assert suggestion is not None
    assert suggestion.text == 'udgifter sygedagpenge -"nyt medlem"'
    assert index.search(Query(suggestion.text)).total == 1


def test_word_that_only_the_filters_leave_out_is_not_put_right(index: SearchIndex) -> None:
    suggestion = index.search(Query("praktik", year=1999)).suggestion
    assert suggestion is not None
    assert suggestion.text is None
    assert suggestion.alone == (WordCount("praktik", 0, None),)


def test_hits_need_no_advice(index: SearchIndex) -> None:
    assert index.search(Query("praktik")).suggestion is None


def test_signs_alone_find_nothing_and_blank_text_finds_all(index: SearchIndex) -> None:
    assert index.search(Query("?!")).total == 0
    assert index.search(Query("   ")).total == len(index)
