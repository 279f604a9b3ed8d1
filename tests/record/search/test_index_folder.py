"""The folder of the index: made, replaced, shared between processes, interrupted and damaged."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from pejl.record.search import IndexBroken, IndexBusy, Query, SearchIndex
from pejl.record.search.schema import FORMAT
from record.search.small_record import RECORD, build, found, item, keys, write

WRITER = """
import sys
from pathlib import Path
from pejl.record.search import SearchIndex
from record.search.small_record import item
index = SearchIndex.open(Path(sys.argv[1]))
print("ready", flush=True)
for round in range(int(sys.argv[2])):
    with index.writing() as session:
        for number in range(20):
            name = f"{number}"
            words = f"runde{round} kontanthjælpsmodtagere modtagere praktik" + " uger" * (round % 5)
            session.replace_document(f"document of {name}", [item(name, f"Runde{'x' * (round % 7)}", words)])
    print(round, flush=True)
"""
TESTS = Path(__file__).resolve().parents[2]


def writer(folder: Path, rounds: int) -> subprocess.Popen[str]:
    """Another process that writes `rounds` rounds of twenty items."""
    code = f"import sys; sys.path.insert(0, {str(TESTS)!r})\n" + WRITER
    return subprocess.Popen([sys.executable, "-c", code, str(folder), str(rounds)], stdout=subprocess.PIPE, text=True)


def test_missing_index_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(IndexBroken, match="no search index"):
        SearchIndex.open(tmp_path / "nowhere")


@pytest.mark.parametrize("harm", ["pointer", "pointer text", "generation", "meta", "segments", "truncated", "layout"])
def test_damaged_index_is_recognised_and_can_be_built_anew(tmp_path: Path, harm: str) -> None:
    index = build(tmp_path)
    generation = tmp_path / index.generation
    pointer = tmp_path / "current.json"
    match harm:
        case "pointer":
            pointer.unlink()
        case "pointer text":
            pointer.write_text("{")
        case "layout":
            pointer.write_text(pointer.read_text().replace(f'"format": {FORMAT}', '"format": 1'))
            assert '"format": 1' in pointer.read_text()
        case "generation":
            shutil.rmtree(generation)
        case "meta":
            (generation / "meta.json").write_text("{}")
        case "segments":
            for path in generation.glob("*.*"):
                if path.suffix in {".idx", ".store", ".term"}:
                    path.unlink()
        case "truncated":
            for path in generation.glob("*.*"):
                if path.suffix in {".idx", ".store", ".term", ".fast"}:
                    path.write_bytes(path.read_bytes()[:10])
    with pytest.raises(IndexBroken):
        SearchIndex.open(tmp_path)
    assert found(build(tmp_path), "praktik") == {"virksomhed"}


def test_building_beside_leaves_the_old_index_until_the_new_one_is_done(tmp_path: Path) -> None:
    reader = build(tmp_path)
    before = reader.generation
    with SearchIndex.build_beside(tmp_path) as new:
        write(new, [item("a", "Praktik")])
        assert found(new, "praktik") == {"a"}
        assert found(reader, "praktik") == {"virksomhed"}
        assert reader.generation == before
    assert found(reader, "praktik") == {"a"}
    assert reader.generation == new.generation != before
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_dir()) == [new.generation]


def test_search_goes_on_while_the_index_is_made_anew_again_and_again(tmp_path: Path) -> None:
    build(tmp_path)
    reader, failures, stop = SearchIndex.open(tmp_path), list[Exception](), threading.Event()

    def search() -> None:
        try:
            while not stop.is_set():
                assert found(reader, "praktik") == found(SearchIndex.open(tmp_path), "praktik") == {"virksomhed"}
        except Exception as error:  # a thread's failure is raised by the test
            failures.append(error)

    threads = [threading.Thread(target=search) for _ in range(2)]
    for thread in threads:
        thread.start()
    for _ in range(15):
        build(tmp_path)
    stop.set()
    for thread in threads:
        thread.join()
    assert failures == []


def test_build_that_fails_changes_nothing(tmp_path: Path) -> None:
    reader = build(tmp_path)
    before = reader.generation
    with pytest.raises(ZeroDivisionError), SearchIndex.build_beside(tmp_path) as new:
        write(new, [item("a", "Praktik")])
        raise ZeroDivisionError
    assert reader.generation == before
    assert found(reader, "praktik") == {"virksomhed"}
    assert len([path for path in tmp_path.iterdir() if path.is_dir()]) == 1


def test_session_that_fails_writes_nothing(tmp_path: Path) -> None:
    index = build(tmp_path)
    with pytest.raises(ZeroDivisionError), index.writing() as session:
        session.remove_document("document of virksomhed")
        session.replace_document("d", [item("a", "Praktik", document="d")])
        raise ZeroDivisionError
    assert found(index, "praktik") == {"virksomhed"}
    write(index, [item("b", "Praktik")])
    assert found(index, "praktik") == {"virksomhed", "b"}


def test_item_of_another_document_is_refused(tmp_path: Path) -> None:
    index = build(tmp_path)
    with pytest.raises(ValueError, match="of document"), index.writing() as session:
        session.replace_document("d", [item("a", "Praktik", document="e")])


def test_second_writer_is_told_that_another_writes(tmp_path: Path) -> None:
    index, other = build(tmp_path), SearchIndex.open(tmp_path)
    with index.writing() as session:
        with pytest.raises(IndexBusy, match="another process"), other.writing():
            pass
        with pytest.raises(IndexBusy), SearchIndex.build_beside(tmp_path):
            pass
        session.replace_document("d", [item("a", "Praktik", document="d")])
    with other.writing() as session:
        session.remove_document("d")
    assert found(index, "praktik") == {"virksomhed"}


def test_reader_in_another_process_sees_each_commit(tmp_path: Path) -> None:
    reader = build(tmp_path, [])
    with writer(tmp_path, 3) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        for _ in range(3):
            done = int(process.stdout.readline())
            seen = {word for round in range(done, 3) for word in [f"runde{round}"] if found(reader, word)}
            assert seen, "what was committed, or something newer, is found"
    assert process.returncode == 0
    assert len(found(reader, "runde2")) == 20
    assert found(reader, "runde0") == set()


def test_kill_at_any_moment_leaves_a_whole_commit(tmp_path: Path) -> None:
    rng = random.Random(7)
    build(tmp_path, [])
    for _ in range(8):
        with writer(tmp_path, 1000) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(rng.uniform(0, 0.3))
            process.send_signal(signal.SIGKILL)
        index = SearchIndex.open(tmp_path)
        assert len(index) in (0, 20)
        rounds = [len(found(index, f"runde{round}")) for round in range(0, 200)]
        assert set(rounds) <= {0, 20}
        assert len(found(index, "modtagere")) == len(index)
    write(index, [item("after", "Praktik efter nedbrud")])
    assert "after" in found(index, "praktik")


def test_documents_in_the_index_are_named(tmp_path: Path) -> None:
    index = build(tmp_path)
    assert index.document_hashes() == {one.document for one in RECORD}
    with index.writing() as session:
        session.remove_document("document of salg")
        session.replace_document("document of ips", [])
    assert index.document_hashes() == {one.document for one in RECORD} - {"document of salg", "document of ips"}
    assert len(index) == len(RECORD) - 2


def test_last_word_on_a_document_within_a_session_counts(tmp_path: Path) -> None:
    index = build(tmp_path, [])
    with index.writing() as session:
        session.replace_document("d", [item("a", "Praktik", document="d"), item("b", "Praktik", document="d")])
        session.replace_document("d", [item("a", "Samtale", document="d")])
        session.replace_document("e", [item("c", "Praktik", document="e")])
        session.remove_document("e")
    assert keys(index.search(Query(""))) == ["a"]
    assert found(index, "samtale") == {"a"}
