"""How words alone are read as they are meant: small words, words put right, most of the words, and when not."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from pejl.record.search import Query, SearchIndex
from pejl.record.search.asked import SMALL_WORDS, read_asked
from pejl.record.search.relaxing import FLOOR
from record.search.small_record import RECORD, build, found, item, keys, write

FILLING = [item(f"other {number}", f"Sag {number}", f"Byrådets møde nummer {number}.") for number in range(20)]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    return build(tmp_path_factory.mktemp("questions") / "index", [*RECORD, *FILLING])


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("hvor mange afgørelser ændrede Ankestyrelsen", "klager"),
        ("Hvornår træder reformen i kraft?", "reform"),
        ("hvem foreslår et nyt medlem", "borgmester"),
        ("hvor længe kan praktikken vare", "virksomhed"),
        ("er der en sal man kan leje", "festsal"),
    ],
)
def test_a_question_finds_what_answers_it(index: SearchIndex, asked: str, first: str) -> None:
    assert keys(index.search(Query(asked)))[0] == first


def test_small_words_alone_are_asked_for_as_they_are(index: SearchIndex) -> None:
    assert read_asked("hvor mange").without_small_words() == read_asked("hvor mange")
    assert found(index, "paa") == found(index, "på")


def test_small_words_in_quotation_marks_are_asked_for(index: SearchIndex) -> None:
    assert found(index, '"op til to år"') == {"ips"}
    assert found(index, '"i kraft"') == {"reform"}


def test_what_holds_all_the_words_comes_before_what_holds_most(tmp_path: Path) -> None:
    items = [
        item("most", "Kørsel til STU i taxa", "Kørsel. " * 9),
        item("all", "Andet", "Taxa er dyr, og kørsel til en plads koster mere."),
        *FILLING,
    ]
    result = build(tmp_path, items).search(Query("hvad koster kørsel i taxa"))
    assert keys(result) == ["all", "most"]
    assert (result.holding_all, result.holding_most) == (1, 1)


def test_half_of_what_is_asked_for_is_not_enough_where_the_rest_is_unknown(index: SearchIndex) -> None:
    assert FLOOR == 0.5
    assert found(index, "hvad koster en zebra i festsalen") == set()
    assert found(index, "kvantefysik i jobcentret") == set()


def test_one_word_of_two_is_not_enough(index: SearchIndex) -> None:
    assert found(index, "festsal praktik") == set()


@pytest.mark.parametrize("text", ["festsal -leje zebra", '"festsal" zebra praktik', "festsall -leje"])
def test_quotation_marks_and_a_minus_say_that_nothing_is_to_be_guessed(index: SearchIndex, text: str) -> None:
    result = index.search(Query(text))
    assert (result.total, result.put_right) == (0, None)


def test_a_strict_search_guesses_nothing(index: SearchIndex) -> None:
    assert found(index, "ankestyrlsen") == {"klager"}
    assert found(index, "ankestyrlsen", strictly=True) == set()
    assert found(index, "hvem foreslår et nyt medlem", strictly=True) == set()


@pytest.mark.parametrize(
    ("typed", "searched", "expected"),
    [
        ("informationsborgere", "information borgere", "reform"),
        ("mentormidler", "mentor midler", "udskudt"),
        ("IPS-deltagere", "IPS deltagere", "ips"),
    ],
)
def test_a_compound_that_nobody_wrote_is_searched_by_its_parts(
    tmp_path: Path, typed: str, searched: str, expected: str
) -> None:
    extra = item("apart", "Information", "Om mentor og midler hver for sig.", outcome="none")
    result = build(tmp_path, [*RECORD, extra]).search(Query(typed))
    assert expected in keys(result)
    assert (result.put_right or "").casefold() == searched.casefold()


@pytest.mark.parametrize("typed", ["børneteater", "zebramidler", "salat-sal", "universalitet"])
def test_a_word_is_not_cut_into_what_is_no_word(index: SearchIndex, typed: str) -> None:
    assert index.search(Query(typed)).put_right is None


def test_a_word_that_the_record_holds_is_never_put_right(index: SearchIndex) -> None:
    result = index.search(Query("salg"))
    assert result.put_right is None
    write_once = index.search(Query("praktik", year=1999))
    assert (write_once.total, write_once.put_right) == (0, None), "only the filter leaves it out"


@pytest.mark.parametrize(("asked", "said"), [("foreslået", "foreslår"), ("foreslår", "foreslået"), ("opnår", "opnået")])
def test_a_verb_that_ends_in_å_is_found_in_other_forms(tmp_path: Path, asked: str, said: str) -> None:
    assert found(build(tmp_path, [item("a", "Sag", f"Det blev {said} her.")]), asked) == {"a"}


@pytest.mark.parametrize(
    ("part", "compound"),
    [("løn", "løntilskud"), ("parkering", "handicapparkering"), ("job", "jobkonsulent"), ("tilskud", "løntilskud")],
)
def test_a_small_record_knows_the_heads_that_are_common_in_the_field(tmp_path: Path, part: str, compound: str) -> None:
    index = build(tmp_path, [item("a", "Sag", f"Om {compound} i byen."), item("b", "Andet", "Et job.")])
    assert "a" in found(index, part)


@pytest.mark.parametrize(
    ("head", "word"), [("løn", "lønnede"), ("bus", "busserne"), ("kultur", "kulturel"), ("folke", "folkene")]
)
def test_a_head_is_not_cut_off_a_word_of_its_own(tmp_path: Path, head: str, word: str) -> None:
    index = build(tmp_path, [item("a", "Sag", f"Om {word} i byen.")])
    parts = index.search(Query(word)).hits[0]
    assert parts.key == "a"
    assert not [part for part in ("nede", "serne", "erne", "ene") if found(index, part)], head


def test_a_guess_follows_from_what_is_in_the_index_now(tmp_path: Path) -> None:
    index = build(tmp_path, [item("a", "Befordring"), item("b", "Sag")])
    assert index.search(Query("befordrng")).put_right == "befordring"
    with index.writing() as session:
        session.remove_document("document of a")
    assert index.search(Query("befordrng")).put_right is None
    write(index, [item("c", "Befordring til skole")])
    assert found(index, "befordrng") == {"c"}


def test_a_question_of_many_words_does_not_keep_the_reader_waiting(index: SearchIndex) -> None:
    began = time.process_time()
    index.search(Query("hvorfor " + " ".join(text for one in RECORD for _, text in one.paragraphs)))
    index.search(Query("hvad er " + " ".join(f"ukendtord{number}" for number in range(300))))
    assert time.process_time() - began < 10


def test_no_small_word_is_a_word_of_the_field() -> None:
    assert not SMALL_WORDS & {"sag", "job", "løn", "klage", "borger", "unge", "år", "hans", "per", "bo"}
