"""The layout examples, the layout documents and the invented record have exactly these flags, each a true one."""

from __future__ import annotations

from pathlib import Path

import pytest

import pejl.record.fjordby
from pejl.minutes.document import Minutes
from pejl.minutes.public import public_version
from pejl.minutes.reader import read_bytes

from .. import layouts_read
from ..shared_minutes import family_facts, family_text, needs_families
from .flags_said import flags_of

FJORDBY = sorted(
    path for path in Path(pejl.record.fjordby.__path__[0]).iterdir() if path.suffix in {".txt", ".md", ".html"}
)

TRUE_FLAGS = {
    # The list of attachments was written without number 3.
    "punkt-extraordinary": [(2, "attachment-numbers", "bilag 3 mangler")],
    # The council is asked for an extra appropriation, and no word tells from where.
    "section-letters-2016": [(17, "financing", "ingen finansiering nævnt")],
    # The record holds a list without number 3 for the sake of these checks.
    "beskaeftigelses-og-uddannelsesudvalget-2025-11-26": [(1, "attachment-numbers", "bilag 3 mangler")],
}


def found_in(minutes: Minutes) -> list[tuple[int | None, str, str]]:
    return [(flag.item, flag.rule, flag.computed) for flag in flags_of(minutes)]


@pytest.mark.parametrize("name", layouts_read.NAMES)
def test_layout_documents(name: str) -> None:
    minutes = read_bytes(f"{name}.txt", layouts_read.text_of(name))
    assert found_in(minutes) == TRUE_FLAGS.get(name, [])
    assert found_in(public_version(minutes)) == found_in(minutes)


@pytest.mark.parametrize("path", FJORDBY, ids=lambda path: path.stem)
def test_the_invented_record(path: Path) -> None:
    minutes = read_bytes(path.name, path.read_bytes())
    assert found_in(minutes) == TRUE_FLAGS.get(path.stem, [])


@needs_families
@pytest.mark.parametrize("name", sorted(family_facts()) or [""])
def test_layout_examples(name: str) -> None:
    assert found_in(read_bytes(name, family_text(name))) == []
