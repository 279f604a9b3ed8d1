"""Nothing that stands under a closed item is published, in whatever layout the item is printed."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest

from pejl.minutes.document import Minutes
from pejl.minutes.public import hidden_lines, public_version
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
    "2. Fortroligt: Køb af areal",
    "2. Køb af areal (fortroligt)",
    "2. Ikke-offentlig sag",
    "2. Køb af areal - ikke offentligt punkt",
    "2. [Lukket] Køb af areal",
    "2. Køb af areal, lukket punkt",
    "2. Køb af areal LUKKET",
    "2. Lukket Køb af areal",
    "2. LUKKET PUNKT Køb af areal",
    "2. For lukkede døre: Køb af areal",
    "2. Lukket orientering om køb af areal",
    "2. Lukkede meddelelser",
    "Lukket punkt nr. 2: Køb af areal",
    "LUKKET PUNKT 2. Køb af areal",
    "LUKKET DAGSORDEN\n\n2. Køb af areal",
    "Lukkede Punkter:\n\n2. Køb af areal",
    "LUKKET MØDE\n\n2. Køb af areal",
    "For lukkede døre\n\n2. Køb af areal",
    "Punkter på lukket dagsorden\n\n2. Køb af areal",
    "Den lukkede del\n\n2. Køb af areal",
    "Ikke offentlige sager\n\n2. Køb af areal",
    "FORTROLIGE PUNKTER\n\n2. Køb af areal",
    "Del B - Lukkede sager\n\n2. Køb af areal",
    "--- LUKKEDE SAGER ---\n\n2. Køb af areal",
    "2. Køb af areal\nLUKKET",
    "2. Køb af areal\n\n(lukket punkt)",
    "2. Køb af areal\nFortroligt",
    "2. Køb af areal\nIkke offentligt punkt",
    "2. Køb af areal\nOffentlig: Nej",
    "2. Køb af areal\nSagsnr.: 12/34567 (lukket)",
    "2. Køb af areal\nSagsnr.: 12/34567\nLukket",
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


NOT_CLOSING = [
    "Lukkede anbringelser",
    "Bibliotekerne holder lukket",
    "Fortrolige oplysninger i sager",
    "Lukkede sager om børn i 2024",
    "Orientering om lukket afdeling",
    "Plejehjemmet (lukket afdeling)",
    "Ikke offentlige veje i kommunen",
    "Høring (lukket i uge 29)",
    "Lukket: Nej",
]


@pytest.mark.parametrize("title", NOT_CLOSING)
def test_a_title_about_something_closed_is_open(title: str) -> None:
    (first, second) = published(HEAD + item(1) + "\n\n" + item(2, title=title)).items
    assert (second.title, first.closed, second.closed) == (title, False, False)


ATTACHMENTS = [
    f"Bilag 1: Notat\nBilag 2: {HIDDEN} (lukket)",
    f"Bilag 1: Notat\nBilag 2: Lukket: {HIDDEN}",
    f"Bilag 1: Notat\nBilag 2 (fortroligt): {HIDDEN}",
    f"1 Åben Notat 1/13\n2 Lukket {HIDDEN} 2/13",
    f"1 Åben Notat 1/13\n2 Fortrolig Liste over\nbeboere på {HIDDEN} 2/13",
    f"1. Notat\n2. Lukket: {HIDDEN}",
    f"- Notat\n- {HIDDEN} - ikke offentligt",
    f"Notat\n\nLukkede bilag:\n{HIDDEN}",
    f"Nr\tAdgang\tTitel\n1\tÅben\tNotat\n2\tLukket\t{HIDDEN}",
    f"| Titel | Adgang |\n|---|---|\n| Notat | Åben |\n| {HIDDEN} | Lukket |",
    f"Notat.pdf {HIDDEN}_lukket.pdf",
]


@pytest.mark.parametrize("attachments", ATTACHMENTS)
def test_a_closed_attachment_of_an_open_item_is_neither_named_nor_shown_as_source(attachments: str) -> None:
    text = HEAD + item(1) + f"\n\nBilag\n\n{attachments}\n\n" + item(3, title="Skolebus")
    shown = published(text)
    assert HIDDEN not in shown.as_json()
    assert not shown.items[0].closed
    lines = dict(enumerate(text.split("\n"), start=1))
    for read in shown.items:
        for number in () if read.closed else range(read.lines.first, read.lines.last + 1):
            assert HIDDEN not in lines[number] or number in hidden_lines(read)


WHOLE = "\n\n1. Budget\n\nSagsfremstilling\n\nTekst.\n\nBeslutning\n\nGodkendt.\n\n"
WHOLE += f"2. Køb af et areal\n\nSagsfremstilling\n\n{HIDDEN} sælges.\n\nBeslutning\n\nGodkendt.\n"


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("referat.txt", "Lukket referat\nByrådet den 20. juni 2013"),
        ("referat.txt", "LUKKET DAGSORDEN Byrådet 2022-2025 d. 05-11-2025"),
        ("2013-06-20_Lukket_referat.txt", "Referat\nByrådet den 20. juni 2013"),
        ("referat.txt", "Referat\nByrådet den 20. juni 2013\n\nIndhold\n\n1. Budget\n2. Køb af et areal (lukket)"),
        (
            "referat.txt",
            "Referat\nByrådet den 20. juni 2013\n\nIndhold\n\n1. Budget\nLukkede sager\n2. Køb af et areal",
        ),
    ],
)
@pytest.mark.parametrize("body", [WHOLE, f"\n\nOm {HIDDEN} blev det sagt, at den sælges.\n"])
def test_what_the_contents_the_title_or_the_name_of_a_file_closes_is_not_published(
    name: str, head: str, body: str
) -> None:
    assert HIDDEN not in published(head + body, name).as_json()


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


NAMED = [
    f"Asta {HIDDEN} deltog som stedfortræder for Ida Mark.",
    f"Asta {HIDDEN} (A) (stedf.) stemte imod.",
    f"Der var afbud fra Asta {HIDDEN}.",
    f"Punkt 3 er taget af dagsordenen, fordi {HIDDEN} er solgt.",
]


def meeting(second: str, said: str) -> str:
    of_second = f"{second}\n\nGennemgang af sagen\n\nTekst.\n\nBeslutning\n\nTiltrådt.\n\n{said}\n\n"
    third = "Punkt 3: Skolebus\n\nGennemgang af sagen\n\nTekst.\n"
    return f"{HEAD}{item(1)}\n\n{of_second}{third}"


@pytest.mark.parametrize("said", NAMED)
def test_what_a_closed_item_tells_of_persons_and_of_other_items_is_not_published_there(said: str) -> None:
    shown = published(meeting("Punkt 2: Lukket: Køb", said))
    assert HIDDEN not in shown.as_json()
    assert any(member.name == "Carl Lund" for member in shown.members)


@pytest.mark.parametrize("said", NAMED)
def test_nor_is_it_once_something_else_has_closed_the_item(said: str) -> None:
    open_everywhere = read_bytes("referat.txt", meeting("Punkt 2: Køb", said).encode())
    closed = [read.model_copy(update={"closed": read.number == 2}) for read in open_everywhere.items]
    shown = public_version(open_everywhere.model_copy(update={"items": closed}))
    assert HIDDEN in open_everywhere.as_json()
    assert HIDDEN not in shown.as_json()
