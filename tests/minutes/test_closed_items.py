"""Nothing that stands under a closed item is published, in whatever layout the item is printed."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest

from pejl.minutes.document import Minutes
from pejl.minutes.public import public_version
from pejl.minutes.reader import read_bytes

from .reading import HEAD, item

HIDDEN = "Kastanjegården"
OPEN = "Referat\nByrådet den 20. juni 2013\n\n1. Budget\n\nBeslutning\n\nGodkendt.\n\n"
LAYOUTS = Path(__file__).parent / "layouts"


def published(text: str, name: str = "referat.txt") -> Minutes:
    return public_version(read_bytes(name, text.encode()))


CLOSED_BEGINNINGS = [
    "2. Lukket: Køb af areal",
    "2. Lukket punkt: Køb af areal",
    "2. LUKKET: Køb af areal",
    "2. Køb af areal (Lukket)",
    "2. Køb af areal - lukket punkt",
    "2. Køb af areal (FOR LUKKEDE DØRE)",
    "2. Lukket sag",
    "Punkt 2: Lukket: Køb af areal",
    "Punkt 2. Lukket punkt: Køb af areal",
    "Pkt. 2. Lukket sag",
    "Sag nr. 2 Køb af areal (lukket sag)",
    "Lukket: Køb af areal",
    "LUKKEDE SAGER\n\n2. Køb af areal",
    "LUKKEDE SAGER\n\n1. Køb af areal",
    "LUKKEDE SAGER\n\nKøb af areal",
    "Lukket dagsorden",
    "D. Lukkede sager\n\n2. Køb af areal",
]
UNDER = [
    f"{HIDDEN} sælges.",
    f"\n{HIDDEN} sælges til naboen.",
    f"Sagsfremstilling\n\n{HIDDEN} sælges.",
    f"Beslutning\n\n{HIDDEN} sælges.",
    f"1. at {HIDDEN} sælges",
    f"2. {HIDDEN} sælges, og prisen er aftalt.",
    f"A\tB\n{HIDDEN}\t2",
    f"Bilag 1: {HIDDEN}",
    f"Fraværende: {HIDDEN} Hansen (A)",
]


@pytest.mark.parametrize("under", UNDER)
@pytest.mark.parametrize("beginning", CLOSED_BEGINNINGS)
def test_text_under_a_closed_beginning_is_not_published(beginning: str, under: str) -> None:
    shown = published(f"{OPEN}{beginning}\n{under}\n")
    assert HIDDEN not in shown.as_json()
    (still_open,) = [read for read in shown.items if not read.closed]
    assert (still_open.title or "").endswith("Budget")
    assert any(read.closed for read in shown.items)


@pytest.mark.parametrize("under", UNDER)
@pytest.mark.parametrize("beginning", CLOSED_BEGINNINGS)
def test_open_items_after_a_closed_one_are_still_read(beginning: str, under: str) -> None:
    text = HEAD + item(1) + f"\n\n{beginning}\n{under}\n\nÅBNE SAGER\n\n" + item(3, title="Skolebus")
    shown = published(text)
    assert HIDDEN not in shown.as_json()
    assert shown.items[-1].title == "Skolebus" and not shown.items[-1].closed


def test_text_without_any_item_is_public_up_to_the_first_closed_line() -> None:
    shown = published(f"Noter\n\nLukket: Salg\n\n{HIDDEN} sælges.\n")
    assert HIDDEN not in shown.as_json()


def test_words_about_closing_in_the_text_close_nothing() -> None:
    body = (
        "Afdelingen er lukket i juli.\n\nLukkede anbringelser er dyre.\n\nDet lukkede punkt på sidste møde er fulgt op."
    )
    (read,) = published(HEAD + item(1, body=body)).items
    assert not read.closed and "anbringelser" in published(HEAD + item(1, body=body)).as_json()


def documents() -> list[tuple[str, str]]:
    own = [(path.name, path.read_text("utf-8")) for path in sorted(LAYOUTS.glob("*.txt"))]
    fjordby = resources.files("pejl.record") / "fjordby"
    return own + [
        (file.name, file.read_text("utf-8")) for file in fjordby.iterdir() if file.name.endswith((".txt", ".md"))
    ]


@pytest.mark.parametrize("under", UNDER)
def test_a_line_put_under_any_closed_item_of_any_layout_is_not_published(under: str) -> None:
    leaks, tried = [], 0
    for name, text in documents():
        for closed in [read for read in read_bytes(name, text.encode()).items if read.closed]:
            lines = text.split("\n")
            lines[closed.lines.last : closed.lines.last] = under.split("\n")
            tried += 1
            if HIDDEN in published("\n".join(lines), name).as_json():
                leaks.append((name, closed.label))
    assert tried > 20
    assert leaks == []
