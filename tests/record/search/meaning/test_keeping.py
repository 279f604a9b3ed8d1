"""The meanings follow the index: what comes is read once, what goes is gone, and an interruption loses only time."""

from __future__ import annotations

import fcntl
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from pejl.record.search import IndexBusy, Query, SearchIndex
from pejl.record.search.meaning import keeping, reading
from pejl.record.search.meaning.reading import Points
from pejl.record.search.meaning.store import Store
from pejl.record.search.place import Place
from record.search.meaning.invented_reader import InventedReader
from record.search.small_record import RECORD, build, item, keys, write

LONG = "Der kommer belysning på cykelstien langs Strandvejen, så den er tryg at køre på også om vinteren og om aftenen."
OTHER = (
    "Kommunen svarer på alle klager over afgørelser, inden fristen er gået, og skriver en begrundelse i hver af dem."
)


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> InventedReader:
    invented = InventedReader()
    monkeypatch.setattr(reading, "why_not", lambda: "")
    monkeypatch.setattr(reading, "reader", lambda: invented)
    return invented


def store(folder: Path) -> Store:
    """The points that are there now, whatever made them."""
    pointer = Place(folder / "meanings", "1, invented")
    return Store.read(pointer.of(pointer.current()))


def held(index: SearchIndex) -> set[str]:
    return keeping.digests(index.searcher())


def test_what_is_in_the_index_is_read(tmp_path: Path, reader: InventedReader) -> None:
    index = build(tmp_path)
    assert index.read_meanings() == (len(RECORD), 0)
    assert set(store(tmp_path).names()) == held(index)
    assert any("festsal" in text for text in reader.read)


def test_what_was_read_is_not_read_again(tmp_path: Path, reader: InventedReader) -> None:
    index = build(tmp_path)
    index.read_meanings()
    reader.read.clear()
    assert index.read_meanings() == (0, 0)
    build(tmp_path)
    assert SearchIndex.open(tmp_path).read_meanings() == (0, 0), "an index made anew says the same"
    assert reader.read == []


def test_of_a_changed_item_only_the_changed_passages_are_read(tmp_path: Path, reader: InventedReader) -> None:
    index = build(tmp_path, [item("a", "Sag", LONG, OTHER)])
    index.read_meanings()
    reader.read.clear()
    write(index, [item("a", "Sag", LONG, OTHER.replace("alle", "mange"))])
    assert index.read_meanings() == (1, 0)
    assert [text for text in reader.read if "mange" in text] == reader.read != []


def test_items_that_say_the_same_are_read_once(tmp_path: Path, reader: InventedReader) -> None:
    index = build(tmp_path, [item("a", "Godkendelse", "Godkendt."), item("b", "Godkendelse", "Godkendt.")])
    assert index.read_meanings() == (1, 0)
    assert len(reader.read) == 1


def test_what_leaves_the_index_leaves_the_meanings_at_once(tmp_path: Path, reader: InventedReader) -> None:
    index = build(tmp_path)
    index.read_meanings()
    reader.read.clear()
    with index.writing() as session:
        session.remove_document("document of festsal")
    assert set(store(tmp_path).names()) == held(index)
    assert len(held(index)) == len(RECORD) - 1
    assert len([path for path in (tmp_path / "meanings").iterdir() if path.is_dir()]) == 1, (
        "the old points are gone too"
    )
    build(tmp_path, RECORD[:3])
    assert len(store(tmp_path).names()) == 3
    assert reader.read == []


def test_no_text_is_kept(tmp_path: Path, reader: InventedReader) -> None:
    build(tmp_path, [item("a", "Enhjørning", "En enhjørning løb over torvet.")]).read_meanings()
    files = [path for path in (tmp_path / "meanings").rglob("*") if path.is_file()]
    assert len(files) > 5
    assert not [path for path in files if "hjørning".encode() in path.read_bytes()]


def test_a_failure_in_the_middle_keeps_what_was_read_before(
    tmp_path: Path, reader: InventedReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = build(tmp_path)
    monkeypatch.setattr(keeping, "SECONDS", 0.0)
    monkeypatch.setattr(keeping, "_ITEMS_AT_A_TIME", 4)
    whole = InventedReader.passages

    def failing(self: InventedReader, texts: Sequence[str]) -> Points:
        if len(self.read) > 8:
            raise MemoryError
        return whole(self, texts)

    monkeypatch.setattr(InventedReader, "passages", failing)
    with pytest.raises(MemoryError):
        index.read_meanings()
    kept = len(store(tmp_path).names())
    assert 0 < kept < len(RECORD)
    monkeypatch.setattr(InventedReader, "passages", whole)
    assert index.read_meanings() == (len(RECORD) - kept, 0)


def test_reading_stops_when_it_is_told_to_and_goes_on_next_time(
    tmp_path: Path, reader: InventedReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "_ITEMS_AT_A_TIME", 4)
    index = build(tmp_path)
    told: list[tuple[int, int]] = []
    read, left = index.read_meanings(lambda done, total: told.append((done, total)), lambda: len(told) >= 2)
    assert (read, left) == (8, len(RECORD) - 8)
    assert told == [(4, len(RECORD)), (8, len(RECORD))]
    assert len(store(tmp_path).names()) == 8
    assert index.read_meanings() == (len(RECORD) - 8, 0)


def test_what_is_retracted_while_it_is_read_is_not_kept(
    tmp_path: Path, reader: InventedReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = build(tmp_path)

    def retract(_done: int, _total: int) -> None:
        with SearchIndex.open(tmp_path).writing() as session:
            session.remove_document("document of festsal")

    index.read_meanings(retract)
    assert set(store(tmp_path).names()) == held(index)
    assert len(held(index)) == len(RECORD) - 1


@pytest.mark.parametrize("damage", ["points cut", "pointer gone", "pointer nonsense", "folder gone", "generation gone"])
def test_damaged_meanings_are_made_anew_and_meanwhile_words_answer(
    tmp_path: Path, reader: InventedReader, damage: str
) -> None:
    index = build(tmp_path)
    index.read_meanings()
    meanings = tmp_path / "meanings"
    (generation,) = [path for path in meanings.iterdir() if path.is_dir()]
    match damage:
        case "points cut":
            (generation / "points.npy").write_bytes(b"")
        case "pointer gone":
            (meanings / "current.json").unlink()
        case "pointer nonsense":
            (meanings / "current.json").write_text("{]")
        case "folder gone":
            meanings.rename(tmp_path / "elsewhere")
        case _:
            generation.rename(meanings / "elsewhere")
    assert keys(SearchIndex.open(tmp_path).search(Query("hvor er der praktik")))
    assert index.read_meanings() == (len(RECORD), 0)


def test_points_of_another_model_are_made_anew(
    tmp_path: Path, reader: InventedReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = build(tmp_path)
    index.read_meanings()
    newer = InventedReader("invented, newer")
    monkeypatch.setattr(reading, "reader", lambda: newer)
    assert index.read_meanings() == (len(RECORD), 0)
    assert len([path for path in (tmp_path / "meanings").iterdir() if path.is_dir()]) == 1


def test_there_is_one_who_reads_at_a_time(tmp_path: Path, reader: InventedReader) -> None:
    index = build(tmp_path)
    index.read_meanings()
    with (tmp_path / "meanings" / "writer.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(IndexBusy):
            index.read_meanings()
        write(index, [item("new", "Ny sag", LONG)])  # the index itself can be written meanwhile
    assert index.read_meanings() == (1, 0)


def test_a_reader_elsewhere_sees_what_was_read(tmp_path: Path, reader: InventedReader) -> None:
    index = build(tmp_path, [item("bike", "Spørgetid", LONG), item("other", "Klager", OTHER)])
    elsewhere = SearchIndex.open(tmp_path)
    question = Query("hvornår kommer der lygter til cyklister")
    assert keys(elsewhere.search(question)) == []
    index.read_meanings()
    assert keys(elsewhere.search(question)) == ["bike"]


def test_meanings_switched_off_are_not_asked(tmp_path: Path, reader: InventedReader) -> None:
    build(tmp_path, [item("bike", "Spørgetid", LONG)]).read_meanings()
    assert keys(SearchIndex.open(tmp_path, by_meaning=False).search(Query("lygter til cyklister"))) == []


def test_many_threads_read_what_one_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reader: InventedReader
) -> None:
    index = build(tmp_path / "one")
    index.read_meanings()
    monkeypatch.setattr(keeping.os, "cpu_count", lambda: 9)
    build(tmp_path / "many").read_meanings()

    def rows(folder: Path) -> dict[str, Points]:
        return {one.digest: one.rows for one in store(folder).items()}

    one, many = rows(tmp_path / "one"), rows(tmp_path / "many")
    assert one.keys() == many.keys()
    assert all(np.array_equal(one[digest], many[digest]) for digest in one)
