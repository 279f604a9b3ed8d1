"""Long invented documents in every layout seen: each field is compared with what a person read off the text.

What the reader does not read is named in `KNOWN_MISSES` with the reason. The list must be the real misses exactly, so
that neither a new miss nor a mended one goes unseen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from textwrap import wrap

import pytest

from pejl.minutes import reader
from pejl.minutes.family import families
from pejl.minutes.reader import read_bytes

from .layouts_read import NAMES, Miss, expected_of, facts_of, misses, number_of_facts, text_of

KNOWN_MISSES: set[Miss] = {
    # The decision's part quotes another body's decision on a line of its own and goes on with the meeting's own. What
    # ends the quotation is no sign but the sense.
    ("absence-item-2020", "items[3].decision"),
}

LEAST_BY_GENERAL_FAMILIES = 0.98


@pytest.fixture
def only_general_families(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    general = tuple(family for family in families() if not family.signs)
    monkeypatch.setattr(reader, "families", lambda: general)
    yield


@pytest.mark.parametrize("name", NAMES)
def test_every_field_of_every_document_is_read(name: str) -> None:
    missed = set(misses(name, facts_of(read_bytes(f"{name}.txt", text_of(name)))))
    assert missed == {miss for miss in KNOWN_MISSES if miss[0] == name}


@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_a_document_is_left_unread(name: str) -> None:
    assert read_bytes(f"{name}.txt", text_of(name)).unread == []


def without_blank_lines(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if line.strip()) + "\n"


def rewrapped(text: str) -> str:
    """The text as a narrower page breaks it; what stands in columns stays."""
    return "\n".join("\n".join(wrap(line, 88)) if is_prose(line) else line for line in text.split("\n"))


def is_prose(line: str) -> bool:
    return len(line) > 88 and not any(mark in line.strip() for mark in ("\t", "  ", "|", ".."))


@pytest.mark.parametrize("changed", [without_blank_lines, rewrapped], ids=["without blank lines", "rewrapped"])
def test_page_breaks_and_lost_blank_lines_change_little(changed: Callable[[str], str]) -> None:
    total = wrong = 0
    for name in NAMES:
        text = changed(text_of(name).decode()).encode()
        total += number_of_facts(expected_of(name))
        missed = misses(name, facts_of(read_bytes(f"{name}.txt", text)))
        assert (name, "items") not in missed
        wrong += len(missed)
    assert 1 - wrong / total >= 0.99


def test_known_misses_name_documents_that_are_there() -> None:
    assert {name for name, _ in KNOWN_MISSES} <= set(NAMES)


def test_every_document_has_its_expected_file() -> None:
    assert len(NAMES) >= 29
    assert all(expected_of(name)["items"] for name in NAMES)


def test_layouts_that_nobody_declared_are_read_nearly_as_well(only_general_families: None) -> None:
    total = wrong = 0
    for name in NAMES:
        told = expected_of(name)
        missed = misses(name, facts_of(read_bytes(f"{name}.txt", text_of(name))))
        total += number_of_facts(told)
        lost_items = (name, "items") in missed
        wrong += sum(len(item) for item in told["items"]) + 1 if lost_items else len(missed)
    assert 1 - wrong / total >= LEAST_BY_GENERAL_FAMILIES
