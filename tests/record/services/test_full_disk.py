"""The disk is full while the index is written: one sentence, and the index is as it was."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from pejl.record.search import IndexedItem, Query, SearchIndex
from pejl.record.services.search_folder import IndexNotWritten, SearchFolder

FIRST, SECOND = "a" * 64, "b" * 64


def indexed(sha256: str, text: str) -> IndexedItem:
    return IndexedItem(
        key=f"fjordby-kommune/byraad/2025-03-12/{sha256[:3]}",
        document=sha256,
        municipality="fjordby-kommune",
        body="Byrådet",
        body_slug="byraad",
        title="Havnen",
        paragraphs=(("linje-1", text),),
    )


@contextmanager
def files_no_larger_than(most: int) -> Iterator[None]:
    """The system refuses to let a file grow over so many bytes, as a full disk does."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_who_imports_to_a_full_disk_is_told_so_and_the_index_still_answers(tmp_path: Path) -> None:
    folder = SearchFolder(tmp_path)
    with folder.opened() as index:
        index.replace_documents([], [indexed(FIRST, "Molen skal uddybes.")])
    with folder.opened() as index:
        with pytest.raises(IndexNotWritten, match="The search index cannot be written"), files_no_larger_than(100):
            index.replace_documents([], [indexed(SECOND, "Kajen skal forlænges.")])
        assert folder.documents() == {FIRST}
        index.replace_documents([], [indexed(SECOND, "Kajen skal forlænges.")])
    assert folder.documents() == {FIRST, SECOND}
    assert SearchIndex.open(tmp_path).search(Query("kajen")).total == 1
