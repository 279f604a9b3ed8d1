"""An item's text cut into pieces: nothing is lost, nothing is added, and links stand where the text points."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejl.minutes.document import Block, Lines, Role, Section, Table
from pejl.record.models import Item, Pointer
from pejl.record.queries.passages import Anchors, marks, pieces, plain, sections
from pejl.record.queries.pointers import Resolved
from record.builders import item

WORDS = st.text(alphabet=" aæøå.,12345()", max_size=60)


def pointing(text: str, line: int = 5) -> Resolved:
    return Resolved(Pointer(text=text, line=line), Item(), None, None)


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("at *planen* godkendes", "at planen godkendes"),
        ("**Resumé**", "Resumé"),
        ("<b>I alt</b>", "I alt"),
        ('"*Udvikling af indsatsen*" udmeldt', '"Udvikling af indsatsen" udmeldt'),
        ("fase (december 2025)**", "fase (december 2025)"),
        ("*) Tallene er foreløbige", "*) Tallene er foreløbige"),
        ("12,5*", "12,5*"),
        ("12,5**", "12,5**"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("snake_case og a < b", "snake_case og a < b"),
    ],
)
def test_emphasis_goes_and_footnotes_stay(printed: str, shown: str) -> None:
    assert plain(printed) == shown


@given(WORDS, st.lists(WORDS, max_size=4))
def test_the_pieces_are_the_text(text: str, references: list[str]) -> None:
    cut = pieces(text, 5, 5, [pointing(words) for words in references])
    assert "".join(piece.text for piece in cut) == plain(text)
    assert all(piece.text for piece in cut)


def test_a_reference_is_linked_in_its_own_lines_only() -> None:
    here, elsewhere = pointing("punkt 3"), pointing("punkt 4", line=9)
    cut = pieces("Se punkt 3 og punkt 4.", 5, 6, [here, elsewhere])
    assert [(piece.text, piece.leads is here) for piece in cut] == [
        ("Se ", False),
        ("punkt 3", True),
        (" og punkt 4.", False),
    ]


def test_references_within_each_other_are_not_cut_in_two() -> None:
    long, short = pointing("01.10.2025, punkt 3"), pointing("punkt 3")
    cut = pieces("Mødet 01.10.2025, punkt 3.", 5, 5, [short, long])
    assert [piece.leads for piece in cut] == [None, long, None]


def test_a_ragged_table_keeps_every_cell() -> None:
    lines = Lines(first=5, last=7)
    table = Table(header=["a"], rows=[["b", "c", "1"], []], lines=lines)
    section = Section(
        heading="x", role=Role.TEXT, level=2, blocks=[Block(kind="table", table=0, lines=lines)], lines=lines
    )
    (shown,) = sections(item(1).model_copy(update={"sections": [section], "tables": [table]}), [], Anchors())
    view = shown.blocks[0].table
    assert view is not None
    assert [[cell.text for cell in row] for row in (view.header, *view.rows)] == [
        ["a", "", ""],
        ["b", "c", "1"],
        ["", "", ""],
    ]


@pytest.mark.parametrize(
    ("cells", "figure"),
    [
        (["1.011,6", "-0,2"], True),
        (["–", "3 %", ""], True),
        (["5,4 mio. kr.", "12 pct."], True),
        (["2025", "Ø"], False),
        (["", "-"], False),
        (["01.10.2025 punkt"], False),
    ],
)
def test_a_column_of_figures_is_told_from_one_of_words(cells: list[str], figure: bool) -> None:
    lines = Lines(first=5, last=7)
    table = Table(header=["navn", "tal"], rows=[["r", cell] for cell in cells], lines=lines)
    section = Section(
        heading="x", role=Role.TEXT, level=2, blocks=[Block(kind="table", table=0, lines=lines)], lines=lines
    )
    (shown,) = sections(item(1).model_copy(update={"sections": [section], "tables": [table]}), [], Anchors())
    view = shown.blocks[0].table
    assert view is not None
    assert view.header[1].figure is figure


def test_a_line_has_one_anchor_whoever_asks() -> None:
    anchors = Anchors()
    assert anchors.take(7) == "linje-7"
    assert anchors.take(7) == ""


def test_parts_shown_apart_keep_the_anchors_of_their_lines() -> None:
    lines = Lines(first=20, last=22)
    blocks = [Block(kind="paragraph", text=str(line), lines=Lines(first=line, last=line)) for line in range(20, 23)]
    section = Section(heading="Beslutning", role=Role.DECISION, level=2, blocks=blocks, lines=lines)
    read = item(1).model_copy(update={"sections": [section]})
    assert marks(read, Anchors())["decision"][:3] == ("linje-20", "linje-21", "linje-22")
    assert sections(read, [], Anchors()) == ()
