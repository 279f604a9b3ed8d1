"""What readers ask of both records is answered as well as it has been, and what nothing answers finds nothing.

The figures are counts of questions that have an answer first, and among the first five. A change that raises them
writes the new ones down here and in `docs/search.md`.
"""

from __future__ import annotations

import pytest

from pejl.record.search import Query, SearchIndex, meaning
from record.search.labelled import Labelled, addresses, by_meaning, junk, records, score
from record.search.small_record import build, found

WORDS = {"fjordby": (89, 96), "gladsaxe": (38, 39)}
BOTH = {"fjordby": (96, 103), "gladsaxe": (39, 40)}
OF_ANOTHER_PROCESSOR = 1
"""How many questions the model may answer otherwise where a processor rounds otherwise."""

RECORDS = {record.name: record for record in records()}
each_record = pytest.mark.parametrize("name", WORDS)
needs_the_extra = pytest.mark.skipif(bool(meaning.why_not()), reason=meaning.why_not())


def labelled(name: str) -> Labelled:
    if name not in RECORDS:
        pytest.skip("The real minutes do not stand beside this repository.")
    return RECORDS[name]


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> dict[str, SearchIndex]:
    return {name: build(tmp_path_factory.mktemp(name), record.items) for name, record in RECORDS.items()}


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> dict[str, SearchIndex]:
    return {name: by_meaning(record, tmp_path_factory.mktemp(name)) for name, record in RECORDS.items()}


@each_record
def test_an_answer_is_where_the_label_says(name: str) -> None:
    keys = {item.key for item in labelled(name).items}
    assert not [question.text for question in labelled(name).questions if not question.answers <= keys]


def test_there_are_questions_enough_of_every_kind() -> None:
    kinds = {question.kind for question in RECORDS["fjordby"].questions}
    assert kinds == {"inflection", "compound", "typo", "question", "synonym", "person", "number"}
    assert len(RECORDS["fjordby"].questions) >= 80
    assert len(junk()) >= 15


@each_record
def test_words_alone_answer_as_well_as_before(name: str, words: dict[str, SearchIndex]) -> None:
    scored = score(labelled(name).questions, addresses(words[name]))["all"]
    assert scored.first >= WORDS[name][0]
    assert scored.among >= WORDS[name][1]


@each_record
def test_junk_finds_nothing_by_its_words(name: str, words: dict[str, SearchIndex]) -> None:
    labelled(name)
    assert [text for text in junk() if found(words[name], text)] == []


@needs_the_extra
@each_record
def test_words_and_meaning_answer_as_well_as_before(name: str, both: dict[str, SearchIndex]) -> None:
    scored = score(labelled(name).questions, addresses(both[name]))["all"]
    assert scored.first >= BOTH[name][0] - OF_ANOTHER_PROCESSOR
    assert scored.among >= BOTH[name][1] - OF_ANOTHER_PROCESSOR


@needs_the_extra
@each_record
def test_junk_finds_nothing_by_its_meaning(name: str, both: dict[str, SearchIndex]) -> None:
    labelled(name)
    assert [text for text in junk() if found(both[name], text)] == []


@needs_the_extra
@each_record
def test_what_the_words_find_first_stays_first(
    name: str, words: dict[str, SearchIndex], both: dict[str, SearchIndex]
) -> None:
    """Case numbers, names and phrases: where the first hit holds all that was typed, meaning takes no place from it."""
    for question in labelled(name).questions:
        alone = words[name].search(Query(question.text))
        if question.kind in {"number", "person", "inflection"} and alone.holding_all == alone.total > 0:
            first = both[name].search(Query(question.text)).hits[0]
            assert first.key in {hit.key for hit in alone.hits}, question.text
            assert not first.by_meaning


@needs_the_extra
@each_record
def test_a_phrase_and_an_exclusion_mean_what_they_say(
    name: str, words: dict[str, SearchIndex], both: dict[str, SearchIndex]
) -> None:
    for question in labelled(name).questions:
        for text in (f'"{question.text}"', f"{question.text} -kommune"):
            strictly = [hit.key for hit in words[name].search(Query(text)).hits]
            assert [hit.key for hit in both[name].search(Query(text)).hits] == strictly
