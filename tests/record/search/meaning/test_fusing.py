"""What is found by meaning stands beside what the words find: in one list, one count, under the same filters."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from pejl.record.search import IndexedItem, Query, Result, SearchIndex
from pejl.record.search.meaning import reading
from record.search.meaning.invented_reader import InventedReader
from record.search.small_record import build, item, keys, marked

BIKES = (
    "Der kommer belysning på cykelstien langs Strandvejen, så den er tryg at køre på også om vinteren og om aftenen."
)
PATH = "Cykelstien langs havnen bliver asfalteret igen, når rørene er lagt, og skiltene sættes op i løbet af foråret."
FOOD = "Kommunen vil se på priserne i rådhusets kantine, hvor de ansatte køber deres frokost på de fleste hverdage."
OTHER = "Byrådets møder begynder klokken atten, og dagsordenen sendes ud ugen før, så alle kan nå at læse den igennem."
QUESTION = "hvornår får cyklister lygter"
RECORD = (
    item("lights", "Spørgetid", "Kort indledning.", BIKES, date=dt.date(2024, 11, 28), body="by", outcome="none"),
    item("asphalt", "Anlæg", PATH, date=dt.date(2025, 5, 1), outcome="adopted"),
    item("food", "Kantinen", FOOD, date=dt.date(2025, 6, 1)),
    item("meetings", "Mødeplan", OTHER, date=dt.date(2025, 7, 1)),
    item("lamps", "Lygter", "Gamle lygter til salg for cyklister.", date=dt.date(2025, 8, 1)),
)


@pytest.fixture(autouse=True)
def invented(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = InventedReader()
    monkeypatch.setattr(reading, "why_not", lambda: "")
    monkeypatch.setattr(reading, "reader", lambda: reader)


def read(folder: Path, items: tuple[IndexedItem, ...] = RECORD) -> SearchIndex:
    index = build(folder, items)
    index.read_meanings()
    return index


def search(index: SearchIndex, text: str = QUESTION, **more: str | int) -> Result:
    return index.search(Query(text, **more))  # type: ignore[arg-type]


def test_what_the_words_do_not_find_is_found_by_its_meaning(tmp_path: Path) -> None:
    result = search(read(tmp_path))
    assert keys(result) == ["lamps", "asphalt", "lights"]
    assert [hit.by_meaning for hit in result.hits] == [False, True, True]
    assert (result.total, result.holding_all, result.holding_most, result.by_meaning) == (3, 1, 0, 2)


def test_the_hit_shows_the_passage_that_is_near(tmp_path: Path) -> None:
    lights = search(read(tmp_path)).hits[2]
    assert lights.anchor == "l20"
    assert "".join(segment.text for segment in lights.snippet) == BIKES
    assert lights.title_segments[0].text == "Spørgetid"


def test_words_of_the_question_are_marked_where_they_stand(tmp_path: Path) -> None:
    result = search(read(tmp_path), "hvornår er der lys på cykelstien ved Strandvejen")
    assert "cykelstien" in marked(result)


def test_filters_hold_for_both_and_the_counts_are_of_both(tmp_path: Path) -> None:
    index = read(tmp_path)
    assert keys(search(index, year=2024)) == ["lights"]
    assert keys(search(index, body="by")) == ["lights"]
    assert keys(search(index, outcome="adopted", year=2025)) == ["lamps", "asphalt"]
    facets = search(index).facets
    assert {count.value: count.count for count in facets.year} == {"2025": 2, "2024": 1}
    assert sum(count.count for count in facets.body) == 3
    narrow = search(index, year=2024)
    assert (narrow.total, narrow.by_meaning, narrow.holding_all) == (1, 1, 0)


def test_a_word_or_two_to_look_up_finds_what_holds_them_and_nothing_else(tmp_path: Path) -> None:
    index = read(tmp_path)
    assert keys(search(index, "lygter")) == ["lamps"]
    assert keys(search(index, "lygter cyklister")) == ["lamps"]
    assert search(index, "lygter").by_meaning == 0


@pytest.mark.parametrize("text", ['"hvornår får cyklister lygter"', f"{QUESTION} -lamper", '"lygter til salg"', ""])
def test_what_is_meant_as_typed_is_not_asked_by_meaning(tmp_path: Path, text: str) -> None:
    result = search(read(tmp_path), text)
    assert result.by_meaning == 0
    assert not any(hit.by_meaning for hit in result.hits)


def test_a_strict_search_is_not_asked_by_meaning(tmp_path: Path) -> None:
    result = read(tmp_path).search(Query(QUESTION, strictly=True))
    assert (keys(result), result.by_meaning) == ([], 0)


def test_what_no_word_finds_is_found_by_meaning_alone(tmp_path: Path) -> None:
    result = search(read(tmp_path), "mad til de ansatte")
    assert keys(result) == ["food"]
    assert result.suggestion is None


def test_a_matter_of_which_nothing_is_near_finds_nothing(tmp_path: Path) -> None:
    result = search(read(tmp_path), "hvem vandt fodboldkampen")
    assert (result.total, result.hits) == (0, ())
    assert result.suggestion is not None


def test_pages_hold_every_hit_once(tmp_path: Path) -> None:
    many = tuple(
        item(f"n{number}", f"Sag {number}", f"Lygter til cyklister, nummer {number}.", date=dt.date(2020, 1, 1))
        for number in range(1, 131)
    )
    index = read(tmp_path, (*RECORD, *many))
    whole = search(index, per_page=100)
    assert whole.total == 133
    seen = [key for page in range(1, 16) for key in keys(search(index, page=page, per_page=9))]
    assert len(seen) == len(set(seen)) == 133
    assert seen[:100] == keys(whole)
    assert keys(search(index, page=16, per_page=9)) == []


def test_items_that_say_the_same_are_all_found(tmp_path: Path) -> None:
    twins = (item("one", "Spørgetid", BIKES), item("two", "Spørgetid", BIKES, date=dt.date(2025, 1, 1)))
    assert set(keys(search(read(tmp_path, twins)))) == {"one", "two"}


def test_an_item_taken_out_of_the_index_is_not_found_whatever_is_near(tmp_path: Path) -> None:
    index = read(tmp_path)
    with index.writing() as session:
        session.remove_document("document of lights")
    assert keys(search(index)) == ["lamps", "asphalt"]


def test_an_item_changed_since_it_was_read_is_found_by_its_words_only(tmp_path: Path) -> None:
    index = read(tmp_path, (item("lights", "Spørgetid", BIKES),))
    with index.writing() as session:
        session.replace_document("document of lights", [item("lights", "Spørgetid", OTHER)])
    assert keys(search(index)) == []


def test_a_long_question_is_answered(tmp_path: Path) -> None:
    index = read(tmp_path)
    assert search(index, "hvornår får cyklister lygter " * 2_000).total >= 0
    assert search(index, "\x00\ud800 hvor er 😀 lygter?").total >= 0
