"""Points on the disk: what was written is read, nearness survives the shrinking, and what is broken is told."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from pejl.record.search.meaning.reading import DIMENSIONS, Points
from pejl.record.search.meaning.store import ItemPoints, Store, shrunk


def points(rows: int, seed: int = 1) -> Points:
    drawn = np.random.default_rng(seed).normal(size=(rows, DIMENSIONS)).astype(np.float32)
    found: Points = drawn / np.linalg.norm(drawn, axis=1, keepdims=True)
    return found


def item(number: int, rows: int) -> ItemPoints:
    hashes = tuple(f"{number:08}{row:08}".encode() for row in range(rows))
    return ItemPoints(f"{number:032x}", hashes, shrunk(points(rows, seed=number)))


def same(one: ItemPoints, other: ItemPoints) -> bool:
    return (one.digest, one.hashes) == (other.digest, other.hashes) and bool((one.rows == other.rows).all())


@pytest.mark.parametrize("sizes", [(), (1,), (3, 1, 5), (1, 1, 1)])
def test_what_was_written_is_read_again(tmp_path: Path, sizes: tuple[int, ...]) -> None:
    items = [item(number, rows) for number, rows in enumerate(sizes, start=1)]
    Store.of(items).write(tmp_path)
    read = Store.read(tmp_path)
    assert len(read) == sum(sizes)
    assert read.names() == [one.digest for one in items]
    assert all(same(one, other) for one, other in zip(items, read.items(), strict=True))


def test_nearness_is_the_cosine_and_shrinking_hardly_changes_it() -> None:
    rows = points(9_000)
    store = Store.of([ItemPoints("0" * 32, (b"0" * 16,) * len(rows), shrunk(rows))])
    question = points(1, seed=7)[0]
    assert np.abs(store.nearness(question) - rows @ question).max() < 0.002
    assert store.nearness(rows[5]).argmax() == 5


def test_a_text_that_has_no_point_is_near_to_nothing() -> None:
    store = Store.of([ItemPoints("0" * 32, (b"0" * 16,), shrunk(np.zeros((1, DIMENSIONS), np.float32)))])
    assert store.nearness(points(1)[0]).tolist() == [0.0]


@pytest.mark.parametrize("damage", ["missing", "cut", "of another generation", "no numbers at all"])
def test_files_that_do_not_fit_are_refused(tmp_path: Path, damage: str) -> None:
    Store.of([item(1, 3)]).write(tmp_path)
    file = tmp_path / "points.npy"
    match damage:
        case "missing":
            file.unlink()
        case "cut":
            file.write_bytes(file.read_bytes()[:200])
        case "of another generation":
            np.save(file, shrunk(points(2)))
        case _:
            file.write_bytes(b"")
    with pytest.raises((OSError, ValueError)):
        Store.read(tmp_path)
