"""What a search answers depends on what is in the index, not on how it came there."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from patience import examples
from pejl.record.search import IndexedItem, compounds
from pejl.record.search.compounds import Vocabulary
from record.search.small_record import RECORD, build, everything, item, write

PARTS = (
    "fest",
    "sal",
    "salg",
    "dag",
    "penge",
    "modtager",
    "kontant",
    "hjælp",
    "skole",
    "råd",
    "hus",
    "by",
    "job",
    "center",
)
LINKS = ("", "s", "e")
ENDINGS = ("", "en", "er", "et", "erne", "s")
QUERIES = ("modtager", "hjælp", "kontanthjælp", "sal", "-sal", "job center", "dagpenge", "kommune", "", "festsal")

part = st.sampled_from(PARTS)
word = st.tuples(st.lists(part, min_size=1, max_size=3), st.sampled_from(LINKS), st.sampled_from(ENDINGS)).map(
    lambda made: made[1].join(made[0]) + made[2]
)
record = st.lists(st.lists(word, min_size=1, max_size=6), min_size=1, max_size=8).map(
    lambda texts: [item(f"item-{number}", words[0], " ".join(words)) for number, words in enumerate(texts)]
)
seeds = st.integers(0, 2**32)
few = settings(max_examples=examples(25), deadline=None)


@few
@given(record, seeds)
def test_order_and_batches_of_import_make_no_difference(items: list[IndexedItem], seed: int) -> None:
    rng = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        at_once = build(Path(folder) / "at once", items)
        shuffled = rng.sample(items, len(items))
        cuts = sorted(rng.sample(range(len(items) + 1), k=min(2, len(items) + 1)))
        piecemeal = build(Path(folder) / "piecemeal", shuffled[: cuts[0]])
        for first, last in zip(cuts, (*cuts[1:], len(items)), strict=True):
            write(piecemeal, shuffled[first:last])
        assert everything(piecemeal, (*PARTS, *QUERIES)) == everything(at_once, (*PARTS, *QUERIES))


@few
@given(record, record, seeds)
def test_documents_that_came_and_went_leave_no_trace(
    items: list[IndexedItem], others: list[IndexedItem], seed: int
) -> None:
    rng = random.Random(seed)
    renamed = [item(f"other-{number}", one.title, one.paragraphs[0][1]) for number, one in enumerate(others)]
    with tempfile.TemporaryDirectory() as folder:
        untouched = build(Path(folder) / "untouched", items)
        visited = build(Path(folder) / "visited", rng.sample([*items, *renamed], len(items) + len(renamed)))
        with visited.writing() as session:
            for one in renamed:
                session.remove_document(one.document)
        assert everything(visited, (*PARTS, *QUERIES)) == everything(untouched, (*PARTS, *QUERIES))
        assert visited.document_hashes() == untouched.document_hashes()


def test_real_words_in_any_order_give_the_same(tmp_path: Path) -> None:
    words = sorted({word.strip(".,").lower() for one in RECORD for word in one.title.split()})
    at_once = everything(build(tmp_path / "at once"), words)
    for seed in range(3):
        one_by_one = build(tmp_path / str(seed), [])
        for one in random.Random(seed).sample(RECORD, len(RECORD)):
            write(one_by_one, [one])
        assert everything(one_by_one, words) == at_once


@given(st.sets(st.sampled_from([*PARTS, "ænge", "sko"])), st.lists(word))
def test_words_that_hold_a_piece_are_found_by_few_pieces_and_by_many(pieces: set[str], words: list[str]) -> None:
    pieces = {piece for piece in pieces if len(piece) >= compounds.SHORTEST_WORD}
    many = pieces | {f"{chr(97 + one)}{chr(97 + other)}xq" for one in range(10) for other in range(10)}
    holding = {one for one in words if any(piece in one for piece in pieces)}
    assert set(compounds._holding(pieces, words)) == set(compounds._holding(many, words)) == holding


@pytest.mark.parametrize("few", [0, 60])
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=st.lists(st.lists(st.tuples(word, st.booleans()), max_size=8), max_size=8))
def test_vocabulary_that_grew_and_shrank_splits_as_one_made_at_once(
    monkeypatch: pytest.MonkeyPatch, few: int, changes: list[list[tuple[str, bool]]]
) -> None:
    monkeypatch.setattr(compounds, "_FEW", few)
    grown = Vocabulary()
    counts: dict[str, int] = {}
    for change in changes:
        by: dict[str, int] = {}
        for one, coming in change:
            if coming:
                by[one] = by.get(one, 0) + 1
            elif counts.get(one, 0) + by.get(one, 0) > 0:
                by[one] = by.get(one, 0) - 1
        before = {one: grown.parts(one) for one in counts}
        altered = grown.change({one: much for one, much in by.items() if much})
        counts = {one: n for one in counts | by if (n := counts.get(one, 0) + by.get(one, 0)) > 0}
        anew = Vocabulary(counts)
        assert {one: grown.parts(one) for one in counts} == {one: anew.parts(one) for one in counts}
        stayed = before.keys() & counts.keys()
        assert altered == {one: (before[one], anew.parts(one)) for one in stayed if before[one] != anew.parts(one)}
