"""How an item is cut into what is read for its meaning."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pejl.record.search.meaning.passages import LONG_ENOUGH, Passage, passages

LONG = "Et afsnit, der siger noget om sagen. " * 5


def test_a_heading_goes_with_what_stands_under_it() -> None:
    (only,) = passages("Kørsel", ["Økonomi", LONG.strip()])
    assert only.text == f"Kørsel. Økonomi {LONG.strip()}"
    assert only.paragraph == 1, "the reader is led to the paragraph, not to its heading"


def test_the_entries_of_a_list_go_together() -> None:
    found = passages("Mål", ["Flere i job", "Færre på ydelse", "Kortere ventetid"])
    assert [passage.text for passage in found] == ["Mål. Flere i job Færre på ydelse Kortere ventetid"]


def test_long_paragraphs_are_passages_of_their_own() -> None:
    assert [passage.paragraph for passage in passages("Titel", [LONG, LONG, LONG])] == [0, 1, 2]


def test_an_item_without_text_is_its_title() -> None:
    assert passages("Godkendelse", []) == [Passage("Godkendelse")]
    assert len(passages("", [])) == 1


def test_a_very_long_paragraph_is_cut_between_words() -> None:
    found = passages("Titel", ["ord " * 1_000])
    assert len(found) > 1
    assert all(passage.text.removeprefix("Titel. ").split() == ["ord"] * passage.text.count("ord") for passage in found)
    assert [passage.begins for passage in found] == sorted({passage.begins for passage in found})
    assert {passage.paragraph for passage in found} == {0}


def test_an_endless_paragraph_costs_no_more_than_a_long_one() -> None:
    assert len(passages("Titel", ["x" * 5_000_000])) == len(passages("Titel", ["x" * 50_000]))


def test_an_endless_item_costs_no_more_than_a_long_one() -> None:
    assert len(passages("Titel", [LONG] * 100_000)) == len(passages("Titel", [LONG] * 1_000)) < 1_000


def test_a_passage_is_known_again_by_its_text() -> None:
    one, other = passages("Titel", [LONG, LONG.replace("sagen", "borgeren")])
    assert one.hash == passages("Titel", [LONG])[0].hash != other.hash
    assert passages("En anden titel", [LONG])[0].hash != one.hash


@given(st.text(max_size=40), st.lists(st.text(max_size=300), max_size=12))
def test_every_paragraph_is_read_once_and_in_order(title: str, paragraphs: list[str]) -> None:
    found = passages(title, paragraphs)
    together = " ".join(passage.text.removeprefix(f"{title}. ") for passage in found)
    assert [each for each in together.split() if each] == " ".join(paragraphs).split() or not paragraphs
    assert [passage.paragraph for passage in found] == sorted(passage.paragraph for passage in found)
    assert all(len(passage.text) >= LONG_ENOUGH for passage in found[:-1])
