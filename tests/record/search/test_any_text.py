"""Whatever a reader types: the answer is an answer, every hit holds what was asked, and exclusion excludes."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from patience import examples
from pejl.minutes.stems import stem
from pejl.record.search import Query, SearchIndex
from pejl.record.search.asked import read_asked
from pejl.record.search.words import stems_meant
from record.search.small_record import RECORD, build, found, item, marked

WORDS = sorted({word for one in RECORD for _, text in one.paragraphs for word in re.findall(r"\w+", text.lower())})
TEXTS = {one.key: " | ".join((one.title, *(text for _, text in one.paragraphs))).lower() for one in RECORD}
SYNTAX = (
    '"',
    "-",
    "+",
    "*",
    "~",
    "^",
    ":",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "\\",
    "/",
    "&&",
    "||",
    "AND",
    "OR",
    "NOT",
    "TO",
    "IN",
)
typed = st.lists(
    st.one_of(st.sampled_from(WORDS), st.sampled_from(SYNTAX), st.text(max_size=12), st.just(" ")), max_size=12
).flatmap(lambda parts: st.sampled_from(("", " ")).map(lambda glue: glue.join(parts)))
relaxed = settings(
    max_examples=examples(300), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    return build(tmp_path_factory.mktemp("any") / "index")


@relaxed
@given(typed)
def test_any_text_has_an_answer(index: SearchIndex, text: str) -> None:
    result = index.search(Query(text))
    assert result.total >= len(result.hits)
    assert result.elapsed_ms > 0
    assert (result.suggestion is None) or not result.total


@pytest.mark.parametrize(
    "text",
    [
        '"',
        '""',
        '"""',
        "-",
        "--",
        '-"',
        '-""',
        "- -",
        "a" * 10_000,
        "a " * 5_000,
        "-a " * 3_000,
        '"' + "a " * 5_000,
        "kontanthjælp " * 800,
        "aa" * 5_000,
        "å" * 10_000,
        "1.2.3." * 1_600,
        "title:x OR body:[a TO z] AND _doc:*",
        "text:/.*/",
        "\x00\x1d\x1e\x1f",
        "\ud800",
        "İstanbul ß ŉ ǰ ΐ",
        "कुर्सी 漢字 עברית",
        "½ ² ① Ⅷ",
    ],
    ids=lambda text: repr(text[:12]),
)
def test_odd_text_has_an_answer(index: SearchIndex, text: str) -> None:
    index.search(Query(text))


@pytest.mark.parametrize("field", ["municipality", "body", "outcome", "subject"])
@pytest.mark.parametrize("value", ["", "x" * 10_000, "\x00", "\ud800", '"', "15.00.30 OR 1"])
def test_odd_filter_has_an_answer(index: SearchIndex, field: str, value: str) -> None:
    index.search(Query("", **{field: value}))  # type: ignore[arg-type]


@pytest.mark.parametrize("year", [-1, 0, 10**30, -(10**30), 2**63, -(2**63)])
def test_odd_year_has_no_items(index: SearchIndex, year: int) -> None:
    assert index.search(Query("", year=year)).total == 0


def holds(text: str, word: str) -> bool:
    """Whether a text holds a word: a word with one of its stems, or a longer word with the stem within it."""
    stems = stems_meant(word)
    return any(stem(one) in stems or any(part in one for part in stems) for one in re.findall(r"[^\W_]+", text))


@relaxed
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3), st.lists(st.sampled_from(WORDS), max_size=2))
def test_every_hit_holds_what_was_asked(index: SearchIndex, wanted: list[str], unwanted: list[str]) -> None:
    text = " ".join((*wanted, *(f"-{word}" for word in unwanted)))
    hits = found(index, text, strictly=True)
    for key in hits:
        assert all(holds(TEXTS[key], word) for word in wanted)
        words = re.findall(r"[^\W_]+", TEXTS[key])
        assert not any(stem(word) in stems_meant(other) for other in unwanted for word in words)
    expected = set.intersection(*(found(index, word, strictly=True) for word in wanted))
    assert hits == expected.difference(*(found(index, word, strictly=True) for word in unwanted))


@relaxed
@given(st.sampled_from(WORDS))
def test_every_word_of_an_item_finds_it_and_is_marked(index: SearchIndex, word: str) -> None:
    hits = found(index, word)
    assert {key for key, text in TEXTS.items() if word in re.findall(r"[^\W_]+", text)} <= hits
    for hit in index.search(Query(word)).hits:
        shown = [segment.text.lower() for segment in (*hit.title_segments, *hit.snippet) if segment.marked]
        assert shown
        assert all(holds(one, word) for one in shown)


@relaxed
@given(st.sampled_from(sorted(TEXTS)), st.integers(0, 30), st.integers(2, 5))
def test_words_in_a_row_are_found_as_a_phrase(index: SearchIndex, key: str, at: int, size: int) -> None:
    (paragraph, *_) = [text for one in RECORD if one.key == key for _, text in one.paragraphs] or ["Meddelelser"]
    words = paragraph.split()[at : at + size]
    if words and any(sign.isalnum() for sign in "".join(words)):
        assert key in found(index, f'"{" ".join(words)}"')


@given(st.text())
def test_reading_a_text_loses_no_word(text: str) -> None:
    asked = read_asked(text)
    assert asked.says_nothing == (bool(text.strip()) and not asked.wanted and not asked.unwanted) or not asked.wanted


def test_answer_to_a_long_text_does_not_keep_the_reader_waiting(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Speed is measured by the benchmark; here only that the work does not grow beyond measure with the text."""
    index = build(tmp_path_factory.mktemp("long") / "index", [item("a", "Aaa " * 2_000)])
    began = time.process_time()
    index.search(Query("aa" * 5_000 + " " + "aa.aa." * 500))
    index.search(Query(" ".join(f"aa{number}aa" for number in range(1_500))))
    assert time.process_time() - began < 30
    assert marked(index.search(Query("aaa")))
