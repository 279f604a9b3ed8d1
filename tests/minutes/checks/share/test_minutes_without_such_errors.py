"""Minutes whose shares are right: real ones, layout examples, and the invented municipality's. None gets a flag."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import pejl.record.fjordby
from pejl.minutes.checks.share import ITEM_CHECKS, flags_of, readings
from pejl.minutes.checks.share.claims import claims
from pejl.minutes.checks.share.reading import read_passages
from pejl.minutes.document import Lines, Minutes, Role
from pejl.minutes.passages import Passage
from pejl.minutes.reader import read_bytes

from ... import layouts_read
from ...reading import item, minutes_of
from ...shared_minutes import FAMILIES, REAL, family_facts, family_text, needs_families, needs_real, real_days

FJORDBY = sorted(
    path for path in Path(pejl.record.fjordby.__path__[0]).iterdir() if path.suffix in {".txt", ".md", ".html"}
)


def sentences(minutes: Minutes) -> Iterator[str]:
    for each in minutes.items:
        if not each.closed:
            yield from (flag.sentence for check in ITEM_CHECKS for flag in check(minutes, each))


@needs_real
@pytest.mark.parametrize("day", real_days() or [""])
def test_real_minutes_have_no_share_that_does_not_follow(day: str) -> None:
    assert list(sentences(read_bytes(f"{day}.txt", (REAL / f"{day}.txt").read_bytes()))) == []


@needs_families
@pytest.mark.parametrize("name", sorted(family_facts()) or [""])
def test_layout_examples_have_none(name: str) -> None:
    assert list(sentences(read_bytes((FAMILIES / name).name, family_text(name)))) == []


@pytest.mark.parametrize("name", layouts_read.NAMES)
def test_layout_documents_have_none(name: str) -> None:
    assert list(sentences(read_bytes(f"{name}.txt", layouts_read.text_of(name)))) == []


@pytest.mark.parametrize("path", FJORDBY, ids=lambda path: path.stem)
def test_the_invented_record_has_none(path: Path) -> None:
    assert list(sentences(read_bytes(path.name, path.read_bytes()))) == []


def test_the_invented_record_states_shares_that_are_understood() -> None:
    documents = (read_bytes(path.name, path.read_bytes()) for path in FJORDBY)
    found = [
        claim for document in documents for each in document.items for one in readings(each) for claim in claims(one)
    ]
    assert len(found) >= 4


UNITS = [
    "20 af 164 ", "af de 20 ", "12 pct. ", "(12 pct.) ", "svarende til 12 pct. ", "20 (12 pct.), ", "fra 20 til 30 ",
    "heraf 20, ", "20 pct. af 30, ", "omgjort 20 stadfæstet 30 ", "procenten er ", "resterende 20 pct. ", "(",
    "mod 20 ", "halvdelen af ", "2 ud af 3 ", "Det er 20. ", "5 mio. kr. af ", "ca. ", "til ", "\ue000 \ue011",
]  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_endless_line_of_figures_comes_to_an_end(unit: str) -> None:
    line = " ".join((unit * (40_000 // len(unit) + 1))[:40_000].split())
    reading = read_passages([Passage(line, Lines(first=1, last=1), Role.TEXT)])
    assert list(flags_of(reading, [], [])) is not None


@pytest.mark.parametrize(("rows", "columns"), [(60, 12), (20, 60), (4, 300), (800, 6)])
def test_large_table_comes_to_an_end(rows: int, columns: int) -> None:
    header = "\t".join(["Navn", *(f"Tal {at}{', pct.' if at % 3 == 0 else ''}" for at in range(columns))])
    body = [
        f"Række {row}\t" + "\t".join(str(1 + (row * 37 + at * 11) % 97) for at in range(columns)) for row in range(rows)
    ]
    assert list(sentences(minutes_of(item(1, body="\n".join([header, *body]))))) is not None
