"""No text is dropped silently: every line with words is in the document, whatever happens to the source on the way."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from patience import examples
from pejl.minutes.document import Minutes
from pejl.minutes.reader import read_bytes, read_source
from pejl.minutes.sources import SourceText, open_bytes

from .shared_minutes import FAMILIES, REAL, family_text

WORD = re.compile(r"[^\W_]+")
MARKUP = re.compile(r"<[^<>]{0,60}>|&\w+;")


@cache
def texts() -> dict[str, tuple[str, ...]]:
    """The invented municipality's record, and the real minutes and layout examples where they stand beside."""
    found: dict[str, tuple[str, ...]] = {}
    for file in (resources.files("pejl.record") / "fjordby").iterdir():
        if file.name.endswith((".txt", ".md", ".html")):
            found[file.name] = open_bytes(file.name, file.read_bytes()).lines
    for path in sorted(REAL.glob("*.txt")):
        found[path.name] = open_bytes(path.name, path.read_bytes()).lines
    for path in sorted(FAMILIES.glob("*.txt")):
        found[path.name] = open_bytes(path.name, family_text(path.name)).lines
    return found


def source(lines: tuple[str, ...]) -> SourceText:
    return SourceText("prøve.txt", "0" * 64, "text/plain", lines)


def strings(part: Any) -> list[str]:
    """Every text in a document's JSON but that of the source's own particulars."""
    if isinstance(part, str):
        return [part]
    if isinstance(part, dict):
        printed = [str(part[key]) for key in ("page", "number") if isinstance(part.get(key), int)]
        printed += ["Lukket for FOR LUKKEDE DØRE lukkede døre"] if part.get("closed") else []
        return printed + [text for key, value in part.items() if key != "source" for text in strings(value)]
    if isinstance(part, list):
        return [text for value in part for text in strings(value)]
    return []


def lost_lines(lines: tuple[str, ...], minutes: Minutes) -> list[tuple[int, str, set[str]]]:
    """The source lines with words that stand nowhere in the document."""
    kept = {word for text in strings(minutes.model_dump(mode="json", by_alias=True)) for word in WORD.findall(text)}
    lost = []
    for number, line in enumerate(lines, start=1):
        words = set(WORD.findall(MARKUP.sub(" ", line))) - kept
        if words:
            lost.append((number, line, words))
    return lost


def uncovered(lines: tuple[str, ...], minutes: Minutes) -> list[int]:
    """The numbers of lines with words that no part of the document claims."""
    claimed = {line.line for line in (*minutes.head, *minutes.unread, *minutes.furniture)}
    claimed |= {entry.line for entry in minutes.contents}
    claimed |= {n for item in minutes.items for n in range(item.lines.first, item.lines.last + 1)}
    return [n for n, line in enumerate(lines, start=1) if WORD.search(MARKUP.sub(" ", line)) and n not in claimed]


@pytest.mark.parametrize("name", sorted(texts()))
def test_every_line_is_in_the_document_or_unread(name: str) -> None:
    lines = texts()[name]
    minutes = read_source(source(lines))
    assert uncovered(lines, minutes) == []
    assert lost_lines(lines, minutes) == []


@pytest.mark.parametrize("name", sorted(texts()))
def test_line_numbers_point_at_what_they_say(name: str) -> None:
    """Decisions, clauses and attachments stand on the lines that they are said to stand on."""
    lines = texts()[name]
    for item in read_source(source(lines)).items:
        for clause in item.recommendation.clauses if item.recommendation else []:
            assert first_words(clause.text) in plain(lines[clause.lines.first - 1])
        for attachment in item.attachments:
            assert first_words(attachment.title) in plain(lines[attachment.line - 1])
        for reference in (*item.related, *item.references):
            assert reference.line <= len(lines)


def plain(line: str) -> str:
    return " ".join(WORD.findall(MARKUP.sub(" ", line)))


def first_words(text: str) -> str:
    return " ".join(WORD.findall(text)[:3])


Mutation = Callable[[list[str], Any], list[str]]
NOISE = [
    "Side 3 af 18",
    "12",
    "Til toppen",
    "# ",
    "**",
    "Beslutning",
    "Punkt 4: ",
    "1. at",
    "\t\t",
    "|---|",
    "Lukket:",
    "�",
    "<td>",
    "Ad 1.",
]


def mutated(lines: tuple[str, ...], draw: Callable[[st.SearchStrategy[Any]], Any]) -> tuple[str, ...]:
    """The lines with a few of the things that happen to minutes on their way: see each branch."""
    text = list(lines)
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(text) - 1)) if text else 0
        match draw(
            st.sampled_from(["drop", "double", "swap", "noise", "level", "cut", "join", "blank", "bytes", "block"])
        ):
            case "drop":
                del text[at : at + draw(st.integers(1, 5))]
            case "double":
                text[at:at] = text[at : at + draw(st.integers(1, 4))]
            case "swap" if text:
                other = draw(st.integers(0, len(text) - 1))
                text[at], text[other] = text[other], text[at]
            case "noise":
                text.insert(at, draw(st.sampled_from(NOISE)))
            case "level" if text:
                text[at] = "#" * draw(st.integers(1, 7)) + " " + text[at]
            case "cut" if text:
                where = draw(st.integers(0, len(text[at])))
                text[at : at + 1] = [text[at][:where], text[at][where:]]
            case "join" if len(text) > at + 1:
                text[at : at + 2] = [f"{text[at]} {text[at + 1]}"]
            case "blank":
                text.insert(at, "")
            case "bytes" if text:
                text[at] = text[at].encode("cp1252", "replace").decode("utf-8", "replace")
            case "block":
                start = draw(st.integers(0, max(0, len(text) - 1)))
                block = text[at : at + 12]
                del text[at : at + 12]
                text[start:start] = block
    return tuple(text)


@settings(
    max_examples=examples(80), deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(st.data())
def test_damaged_minutes_lose_no_line(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(texts())))
    lines = mutated(texts()[name], data.draw)
    minutes = read_source(source(lines))
    assert uncovered(lines, minutes) == []
    assert lost_lines(lines, minutes) == []


@settings(max_examples=examples(200), deadline=None)
@given(st.lists(st.text(max_size=80), max_size=60))
def test_any_text_gives_a_document_that_holds_it(lines: list[str]) -> None:
    whole = tuple(" ".join(line.split("\n")) for line in lines)
    minutes = read_source(source(whole))
    assert uncovered(whole, minutes) == []


VOCABULARY = [
    "Punkt 1: Sag", "Punkt 2: Lukket: Sag", "2. Sag", "3. Sag", "Beslutning", "Indstilling", "Bilag",
    "Fraværende:", "Ingen", "Tiltrådt.", "Sagen udsat.", "1. at noget godkendes", "at noget sker",
    "Anne Prøve (A)", "A\tB\t1", "x\t2\t3", "Side 1 af 2", "Resume", "Sagsfremstilling", "25-2-00.22.00-P35",
    "Sagsnr.: 12/27845", "Åbent", "LUKKEDE SAGER", "", "Til orientering.", "Ad 1. Tiltrådt. Ad 2. anbefales.",
    "For: 3 (Anne Prøve (A))", "Anne Prøve stemte imod.", "Byrådet 17.12.2025, punkt 3",
    "Mødedato: 3. december 2025 kl. 19:00", "Referat", "Sag nr. 4", "Pkt. 7", "# Punkt 3: Sag",
    "Kommende behandlingsforløb",
]  # fmt: skip


@settings(max_examples=examples(150), deadline=None)
@given(st.lists(st.sampled_from(VOCABULARY), max_size=40))
def test_the_parts_of_minutes_in_any_order_lose_no_line(lines: list[str]) -> None:
    minutes = read_source(source(tuple(lines)))
    assert uncovered(tuple(lines), minutes) == []
    assert lost_lines(tuple(lines), minutes) == []


@settings(max_examples=examples(100), deadline=None)
@given(st.lists(st.sampled_from(VOCABULARY), max_size=40))
def test_items_stand_in_the_order_of_their_lines_and_never_overlap(lines: list[str]) -> None:
    items = read_source(source(tuple(lines))).items
    for before, after in pairwise(items):
        assert before.lines.last < after.lines.first


def test_windows_text_is_read_like_unicode_text() -> None:
    name = "oekonomiudvalget-2025-12-08.txt"
    text = "\n".join(texts()[name])
    unicode, windows = read_bytes(name, text.encode()), read_bytes(name, text.encode("cp1252", "replace"))
    assert [item.title for item in unicode.items] == [item.title for item in windows.items]
