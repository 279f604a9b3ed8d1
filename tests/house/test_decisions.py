"""A decision is kept with the way that was not taken, under a number that later notes can point at."""

from __future__ import annotations

import re
from itertools import count
from pathlib import Path

import pytest

from house.tree import DOCS

NOTES = sorted((DOCS / "decisions").glob("[0-9]*.md"))


@pytest.mark.parametrize("note", NOTES, ids=lambda note: note.stem)
def test_a_note_has_number_title_and_the_rejected_way(note: Path) -> None:
    number = note.stem.partition("-")[0]
    text = note.read_text(encoding="utf-8")
    first = text.splitlines()[0]
    assert re.fullmatch(rf"# {number} [A-ZÆØÅ].+", first)
    assert not re.search(r"\b(19|20)\d\d-\d\d|\d{1,2}[./]\d{1,2}[./](19|20)?\d\d", first), "the title holds a date"
    assert re.search(r"^## Rejected\n+\S", text, re.MULTILINE)


def test_numbers_follow_each_other_without_gaps() -> None:
    assert NOTES
    for number, note in zip(count(1), NOTES, strict=False):
        assert note.name.startswith(f"{number:04}-")


def test_every_note_is_in_the_list() -> None:
    listed = (DOCS / "decisions" / "index.md").read_text(encoding="utf-8")
    assert not [note.name for note in NOTES if f"({note.name})" not in listed]
